"""E-books (EPUB): a chapter a member, in the order in which they are read."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, Final
from urllib.parse import unquote
from xml.etree import ElementTree

from pressmark.reading.file_signatures import EPUB, kind_of
from pressmark.reading.formats.xml_source import ParseError, local_name, parsed
from pressmark.reading.formats.zip_archive import DAMAGED, LARGEST
from pressmark.values import Member, Metadata, Stated

LEAST_WORDS: Final = 40  # of a chapter; a title page has fewer
_TAGS: Final = re.compile(rb"<[^<>]*>")


def fits(head: bytes, _path: str) -> bool:
    """Tell whether a file is an e-book."""
    return kind_of(head) == EPUB


def members(file: BinaryIO, _path: str, start: int) -> Iterator[tuple[int, Member]]:
    """Yield the chapters from number `start` on; cover, contents and title page are none."""
    try:
        with zipfile.ZipFile(file) as book:
            folder, package = _package(book)
            metadata = _said(package)
            for number, path in enumerate(_chapters(package, folder)):
                if number < start or path not in book.namelist() or book.getinfo(path).file_size > LARGEST:
                    continue
                data = book.read(path)
                if len(_TAGS.sub(b" ", data).split()) >= LEAST_WORDS:
                    yield number + 1, Member(path, data, metadata=metadata, reads="chapter.xhtml")
    except (*DAMAGED, KeyError, StopIteration, ParseError) as error:
        problem = f"The e-book is damaged, or protected: {error}. Have it made once more, then try again."
        yield start, Member("", problem=problem)


def _package(book: zipfile.ZipFile) -> tuple[str, ElementTree.Element]:
    """Return the folder of the book's list of parts, and this list."""
    container = parsed(book.read("META-INF/container.xml"))
    path = next(node.get("full-path", "") for node in container.iter() if local_name(node) == "rootfile")
    return posixpath.dirname(path), parsed(book.read(path))


def _chapters(package: ElementTree.Element, folder: str) -> Iterator[str]:
    items = {
        node.get("id", ""): node
        for node in package.iter()
        if local_name(node) == "item" and "nav" not in (node.get("properties") or "").split()
    }
    for node in package.iter():
        item = items.get(node.get("idref", "")) if local_name(node) == "itemref" else None
        if item is not None and node.get("linear") != "no" and "html" in (item.get("media-type") or ""):
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))


def _said(package: ElementTree.Element) -> Metadata:
    """Return what the book says of itself: its title is the outlet of its chapters."""
    said: dict[str, str] = {}
    for node in package.iter():
        name = local_name(node)
        if node.text and node.text.strip():
            said.setdefault(name, node.text.strip())
    day = re.match(r"\d{4}-\d\d-\d\d", said.get("date", ""))
    return Metadata(
        outlet=Stated(said["title"], "the e-book's title") if said.get("title") else None,
        day=Stated(day[0], "the e-book's date") if day else None,
    )
