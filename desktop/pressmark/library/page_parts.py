"""An article that is opened: to which articles of the archive its links lead, and which of its pictures are there."""

import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urljoin

from pressmark.catalog.catalog import Catalog
from pressmark.values import Link, Picture, StoredArticle

LEAST_BYTES: Final = 2_000  # a picture of fewer is a line or a dot
_ABSOLUTE: Final = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_PARTS: Final = re.compile(r"(?:https?:)?//(?:www\.)?([^#?]*?)/?(\?[^#]*)?(?:#.*)?", re.IGNORECASE)
_TRACKING: Final = re.compile(r"(?:utm_\w+|fbclid|gclid|cmpid|ref|smid|CMP)=[^&]*&?")


def with_targets(catalog: Catalog, stored: StoredArticle, links: Sequence[Link]) -> tuple[Link, ...]:
    """Return links with whole addresses, and with the path of the article where the archive has it."""
    base = stored.article.address
    whole = [urljoin(base, link.address) if base else link.address for link in links]
    wanted = {address: list(same_addresses(address)) for address in whole if _ABSOLUTE.match(address)}
    known = catalog.paths_of_addresses(list({one for same in wanted.values() for one in same}))
    found: list[Link] = []
    for link, address in zip(links, whole, strict=True):
        path = next((known[one] for one in wanted.get(address, ()) if one in known), "")
        if not path and not _ABSOLUTE.match(link.address):
            path = _beside(catalog, stored, link.address)
        if path or _ABSOLUTE.match(address):
            own = path in stored.paths
            found.append(replace(link, address=address, path="" if own else path))
    return tuple(found)


def same_addresses(address: str) -> Iterator[str]:
    """Yield the addresses under which the same page is known."""
    parts = _PARTS.fullmatch(address)
    if parts is None:
        return
    query = parts[2] or ""
    bare = "?" + _TRACKING.sub("", query[1:]).rstrip("&") if query else ""
    for asked in dict.fromkeys((query, "" if bare == "?" else bare)):
        for scheme in ("https://", "http://"):
            for host in ("www.", ""):
                for end in ("", "/"):
                    yield f"{scheme}{host}{parts[1]}{end}{asked}"


def _beside(catalog: Catalog, stored: StoredArticle, address: str) -> str:
    """Return the path of the article to which a relative address leads in the folder of the page's file."""
    for path in _joined(stored.paths, unquote(address.partition("#")[0].partition("?")[0])):
        if catalog.holds_article(path):
            return path
    return ""


def with_files(root: Path, stored: StoredArticle, pictures: Iterable[Picture]) -> tuple[Picture, ...]:
    """Return the pictures that are there, each with its file."""
    found: list[Picture] = []
    inside = os.path.realpath(root)
    for picture in pictures:
        own = picture.source.startswith("data:")
        for path in stored.paths if own else _joined(stored.paths, picture.source):
            file = os.path.realpath(root / path)
            if os.path.commonpath((inside, file)) == inside and _size(file) >= LEAST_BYTES:
                found.append(replace(picture, file=file))
                break
    return tuple(found)


def _joined(paths: Iterable[str], relative: str) -> Iterator[str]:
    """Yield a relative path from the folder of each file, those that lead out of the archive left out."""
    for path in paths:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), relative))
        if not joined.startswith(("../", "/")) and "\0" not in joined:
            yield joined


def _size(file: str) -> int:
    try:
        return Path(file).stat().st_size
    except OSError:
        return 0
