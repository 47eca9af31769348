"""Documents of word processors, DOCX and ODT: their paragraphs; running heads and feet are parts of their own, left out."""

import io
import zipfile
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree

from pressmark.errors import FileUnreadable
from pressmark.reading.file_signatures import OPEN_DOCUMENT, WORD, kind_of
from pressmark.reading.formats.xml_source import ParseError, local_name, parsed
from pressmark.reading.formats.zip_archive import DAMAGED, LARGEST
from pressmark.values import Decoded

PARTS: Final = {WORD: "word/document.xml", OPEN_DOCUMENT: "content.xml"}
# What is no text of the document: what was deleted, remarks beside it, and the older form of what is there already.
PASSED_OVER: Final = frozenset(
    ("Fallback", "tracked-changes", "annotation", "note", "sequence-decls", "del", "moveFrom")
)
PARAGRAPHS: Final = frozenset(("p", "h"))
ROWS: Final = {"tr": "tc", "table-row": "table-cell"}
# Cells of a row that are all so short are one line; longer ones lay a text out.
LONGEST_CELL: Final = 60


def fits(data: bytes, _path: str) -> bool:
    """Tell whether a file is such a document, by what is in it."""
    kind = kind_of(data)
    return kind == WORD or (kind == OPEN_DOCUMENT and b"opendocument.text" in data[:200])


def read(data: bytes, _path: str, _override: str = "") -> Decoded:
    """Read the paragraphs of a document; a locked one is damaged to whoever has no key."""
    kind = kind_of(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(PARTS[kind]).file_size > LARGEST:
                raise FileUnreadable("The document is too large for an article. Split it into its articles.")
            root = parsed(archive.read(PARTS[kind]))
    except (*DAMAGED, KeyError, ParseError) as error:
        raise FileUnreadable(
            f"The document is damaged, or locked by a password ({error}). Save it once more, then try again."
        ) from error
    lines = [line.strip() for line in _lines(root)]
    text = "\n\n".join(line for line in lines if line)
    if not text:
        raise FileUnreadable("The document has no text of its own; pictures in it are not read yet.")
    return Decoded(text, "utf-8", f"{kind} is written so")


def _lines(node: ElementTree.Element) -> Iterator[str]:
    """Yield the paragraphs in an element, those in a box after the one at which it stands."""
    for child in node:
        name = local_name(child)
        if name in PASSED_OVER:
            continue
        if name in PARAGRAPHS:
            yield "".join(_words(child))
            for inner in child.iter():
                if inner is not child and local_name(inner) in ("txbxContent", "text-box"):
                    yield from _lines(inner)
        elif name in ROWS:
            cells = [list(_lines(cell)) for cell in child if local_name(cell) == ROWS[name]]
            short = all(len(cell) <= 1 and len("".join(cell)) <= LONGEST_CELL for cell in cells)
            yield from (
                ["\t".join("".join(cell) for cell in cells)]
                if short
                else [one for cell in cells for one in cell]
            )
        else:
            yield from _lines(child)


def _words(node: ElementTree.Element) -> Iterator[str]:
    """Yield the pieces of a paragraph's text."""
    if local_name(node) in ("t", *PARAGRAPHS, "span", "a"):
        yield node.text or ""
    for child in node:
        name = local_name(child)
        if name == "tab":
            yield "\t"
        elif name in ("br", "cr", "line-break"):
            yield "\n"
        elif name == "s":  # so many blanks
            count = next((value for key, value in child.attrib.items() if key.endswith("}c")), "1")
            yield " " * (int(count) if count.isdecimal() else 1)
        elif name not in PASSED_OVER and name not in ("txbxContent", "text-box", "pPr", "rPr", "instrText"):
            yield from _words(child)
        if local_name(node) in (*PARAGRAPHS, "span", "a"):
            yield child.tail or ""
