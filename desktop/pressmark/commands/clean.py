"""`pressmark clean`: files and pages outside any archive."""

import base64
import os
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from pressmark import records
from pressmark.commands.output import put_article, read_lines, say, write_answers
from pressmark.errors import FileUnreadable
from pressmark.indexing.counts import OutletCounts
from pressmark.indexing.line_keys import PageKeys, page_keys
from pressmark.reading import formats
from pressmark.reading.article import read_article
from pressmark.reading.decode import harmless, lines_of
from pressmark.reading.folder import read_bytes
from pressmark.values import Decoded, Source

PAGE = "page.html"  # what a page of a batch is called


def run(options: Namespace) -> int:
    """`pressmark clean FILE...`, or `--batch`."""
    if options.batch:
        return write_answers(_clean_alone() if options.alone else _clean_together())
    status = 0
    for name in options.files:
        try:
            page = formats.read(_content(name), name)
            article = read_article(page, Path(name).name)
        except FileUnreadable as error:
            say(str(error) if name in str(error) else f"{name}: {error}")
            status = 1
        else:
            put_article(name, article, as_json=options.json, links=page.links, pictures=page.pictures)
    return status


def _content(name: str) -> bytes:
    """Return the bytes of a file that the person named; it may be reached over links."""
    real = Path(os.path.realpath(name))
    if not os.path.lexists(real):
        raise FileUnreadable(f"{name} is not there. Check its name.")
    return read_bytes(real.parent, Source(name, os.fsencode(real.name), 0, 0))


def _clean_alone() -> Iterator[records.Record]:
    """Clean each page as it comes, by itself."""
    for page in read_lines():
        yield _cleaned(page, _decoded(page), None)


def _clean_together() -> Iterator[records.Record]:
    """Read all pages, count what each site repeats, then clean them."""
    pages = [(page, _decoded(page)) for page in read_lines()]
    keys = [page_keys(lines_of(harmless(text.text))) for _, text in pages]
    sites: dict[str, list[PageKeys]] = {}
    for (page, _), own in zip(pages, keys, strict=True):
        sites.setdefault(records.text_of(page, "site"), []).append(own)
    counts = {site: OutletCounts(members) for site, members in sites.items()}
    for (page, text), own in zip(pages, keys, strict=True):
        yield _cleaned(page, text, counts[records.text_of(page, "site")].others(own))


def _decoded(page: Mapping[str, object]) -> Decoded:
    """Return a page of the batch: its text as it stands, or the bytes of a saved page; one without text is empty."""
    if "html_b64" not in page:
        return Decoded(records.text_of(page, "text"), "", "")
    try:
        return formats.read(base64.b64decode(records.text_of(page, "html_b64")), PAGE)
    except (FileUnreadable, ValueError) as error:
        return Decoded("", "", str(error))


def _cleaned(
    page: Mapping[str, object], text: Decoded, repeats: Callable[[str], int] | None
) -> records.Record:
    record = records.cleaned_page_record if "html_b64" in page else records.cleaned_record
    return record(records.text_of(page, "id"), read_article(text, "", repeats))
