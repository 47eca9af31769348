"""Feeds, RSS and Atom, with the texts in them: each entry a member under its number."""

import re
from collections.abc import Iterator
from typing import BinaryIO, Final
from xml.etree import ElementTree

from pressmark.reading.formats.records import day_in
from pressmark.reading.formats.xml_source import ParseError, local_name, parsed
from pressmark.reading.formats.zip_archive import LARGEST
from pressmark.values import Member, Metadata, Stated

_ROOT: Final = re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
TEXTS: Final = ("encoded", "content", "description", "summary")


def fits(head: bytes, _path: str) -> bool:
    """Tell whether a file is a feed, by its first element."""
    match = _ROOT.search(head[:2_000])
    return match is not None and head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(
        (b"<?xml", b"<rss", b"<feed", b"<rdf")
    )


def members(file: BinaryIO, _path: str, start: int) -> Iterator[tuple[int, Member]]:
    """Yield the entries of a feed that have a text."""
    data = file.read(LARGEST + 1)
    problem = ""
    if len(data) > LARGEST:
        problem = f"The feed is larger than {LARGEST >> 20} MB. Split it up."
    try:
        root = None if problem else parsed(data)
    except ParseError as error:
        root, problem = None, f"The feed is damaged: {error}. Have it made once more, then try again."
    if root is None:
        yield 0, Member("", problem=problem)
        return
    outlet = next((_plain(node) for node in root.iter() if local_name(node) == "title" and _plain(node)), "")
    entries = [node for node in root.iter() if local_name(node) in ("item", "entry")]
    for number, entry in enumerate(entries):
        member = _member(entry, outlet, str(number + 1))
        if number >= start and member is not None:
            yield number + 1, member
    if not entries:
        yield 0, Member("", problem="The feed has no entries.")


def _member(entry: ElementTree.Element, outlet: str, name: str) -> Member | None:
    said: dict[str, str] = {}
    names: list[str] = []
    for node in entry:
        kind = local_name(node)
        value = node.get("href") or _plain(node) if kind == "link" else _plain(node)
        if kind in ("creator", "author"):
            inner = next((_plain(one) for one in node if local_name(one) == "name"), value)
            names.append(re.sub(r"^\S+@\S+\s*\((.*)\)$", r"\1", inner))
        elif kind != "link" or node.get("rel", "alternate") == "alternate":
            said.setdefault(kind, value)
    text = next((said[kind] for kind in TEXTS if len(said.get(kind, "").split()) > 4), "")
    if not text:
        return None
    day = next(
        (
            found
            for kind in ("pubDate", "published", "date", "updated", "issued")
            if (found := day_in(said.get(kind, "")))
        ),
        "",
    )
    metadata = Metadata(
        headline=_stated(said.get("title", ""), "title"), day=_stated(day, "date"),
        names=tuple(Stated(one, "the entry's author") for one in names if one and "@" not in one),
        outlet=_stated(outlet, "feed"), section=_stated(said.get("category", ""), "category"),
        address=_stated(next((one for one in (said.get("link"), said.get("id")) if one and one[:4] == "http"), ""), "link"),
    )  # fmt: skip
    head = f"<h1>{said.get('title', '')}</h1>" if said.get("title") else ""
    page = f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><article>{head}{text}</article></body></html>"
    return Member(name, page.encode("utf-8", "replace"), metadata=metadata, reads="entry.html")


def _stated(value: str | None, where: str) -> Stated | None:
    return (
        Stated(value, f"the feed's {where}" if where == "feed" else f"the entry's {where}") if value else None
    )


def _plain(node: ElementTree.Element) -> str:
    """Return the text of an element; where there are elements in it, these as they stand."""
    if len(node) and local_name(node) in TEXTS:
        return "".join(ElementTree.tostring(child, encoding="unicode") for child in node)
    return (node.text or "").strip()
