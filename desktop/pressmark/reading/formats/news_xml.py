"""XML of agencies and libraries: NITF, NewsML-G2 with NITF or XHTML in it, TEI, and ALTO, pages of scanned newspapers."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree

from pressmark.errors import FileUnreadable
from pressmark.reading.formats.records import day_in
from pressmark.reading.formats.xml_source import ParseError, local_name, parsed
from pressmark.values import Decoded, Metadata, Stated

ROOT: Final = re.compile(rb"<(?:\w+:)?(?P<name>nitf|newsItem|newsMessage|TEI(?:\.2)?|alto)\b", re.IGNORECASE)
PARAGRAPHS: Final = frozenset(
    ("p", "head", "hl1", "hl2", "h1", "h2", "h3", "li", "item", "l", "ab", "quote", "media-caption", "tr")
)
# What of such a file is no text of the article: what describes it, for machines.
HEADS: Final = frozenset(
    ("body.head", "teiheader", "itemmeta", "contentmeta", "catalogref", "header", "docdata", "fw")
)


def fits(data: bytes, _path: str) -> bool:
    """Tell whether a file is such XML, by its first element."""
    head = data[:4_000]
    return b"<?xml" in head[:200] and ROOT.search(head) is not None


def read(data: bytes, _path: str, _override: str = "") -> Decoded:
    """Read the paragraphs of an article, and what the file says of it."""
    try:
        root = parsed(data)
    except ParseError as error:
        raise FileUnreadable(
            f"The XML is damaged: {error}. Have it made once more, then try again."
        ) from error
    is_scan = local_name(root).lower() == "alto"
    lines = list(_blocks(root)) if is_scan else [line for line in _paragraphs(root) if line]
    text = "\n\n".join(lines)
    if not text.strip():
        raise FileUnreadable("The file has no text of an article in it.")
    said = _said(root)
    if said.headline and said.headline.value not in lines[:3]:
        text = f"{said.headline.value}\n\n{text}"
    return Decoded(text, "utf-8", "XML declares it", None, said)


def _plain(node: ElementTree.Element) -> str:
    return " ".join("".join(node.itertext()).split())


def _paragraphs(node: ElementTree.Element) -> Iterator[str]:
    """Yield the paragraphs of the text; a paragraph within one is a part of it."""
    for child in node:
        name = local_name(child).lower()
        # A head may be what describes the file (NITF), or a heading (TEI).
        if name in HEADS or (
            name == "head" and any(local_name(one) in ("title", "docdata") for one in child)
        ):
            continue
        if name in PARAGRAPHS:
            yield _plain(child)
        else:
            yield from _paragraphs(child)


def _blocks(root: ElementTree.Element) -> Iterator[str]:
    """Yield the blocks of a scanned page, their lines as printed; a word cut at the end of a line is whole again."""
    for block in root.iter():
        if local_name(block) != "TextBlock":
            continue
        lines: list[str] = []
        for line in block.iter():
            if local_name(line) == "TextLine":
                words = [_word(one) for one in line if local_name(one) == "String"]
                lines.append(" ".join(word for word in words if word))
        yield "\n".join(line for line in lines if line)


def _word(node: ElementTree.Element) -> str:
    """Return a word: the whole one where its first half stands, nothing where its second does."""
    kind = node.get("SUBS_TYPE")
    if kind == "HypPart2":
        return ""
    return node.get("SUBS_CONTENT" if kind == "HypPart1" else "CONTENT") or node.get("CONTENT") or ""


def _said(root: ElementTree.Element) -> Metadata:
    """Return headline, day, names, outlet and address, from the elements that the formats have for them."""
    found: dict[str, str] = {}
    names: list[str] = []
    for node in root.iter():
        name, value = local_name(node).lower(), _plain(node)
        if name in ("hl1", "headline") or (name == "title" and "headline" not in found and value):
            found.setdefault("hl1" if name != "title" else "title", value)
        elif name in ("date.issue", "story.date", "date.release"):
            found.setdefault("day", day_in(node.get("norm") or value))
        elif name in ("versioncreated", "firstcreated", "contentcreated", "date", "published"):
            found.setdefault("later day", day_in(node.get("when") or value))
        elif name in ("byline", "by", "author"):
            persons = [_plain(one) for one in node.iter() if local_name(one) in ("person", "persName")] or [
                value
            ]
            names += [re.sub(r"^(?:by|von|par|por|di)\s+", "", one, flags=re.IGNORECASE) for one in persons]
        elif name == "doc.copyright":
            found.setdefault("outlet", node.get("holder") or "")
        elif name in ("publisher", "infosource", "provider"):
            found.setdefault("later outlet", value or node.get("literal") or "")

    def said(*keys: str) -> Stated | None:
        return next((Stated(found[key], "the file's own data") for key in keys if found.get(key)), None)

    return Metadata(
        headline=said("hl1", "title"), day=said("day", "later day"), outlet=said("outlet", "later outlet"),
        names=tuple(Stated(one, "the file's own data") for one in dict.fromkeys(names) if one),
    )  # fmt: skip
