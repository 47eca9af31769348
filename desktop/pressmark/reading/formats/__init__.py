"""The formats of files that can be read: one reader a file, one table of readers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from pressmark.errors import FileUnreadable
from pressmark.reading.formats import (
    compressed,
    documents,
    epub,
    exports,
    feeds,
    html,
    mail,
    mailbox,
    markdown,
    mhtml,
    news_xml,
    pdf,
    records,
    rich_text,
    tar_archive,
    text,
    web_archive,
    zip_archive,
)
from pressmark.values import Decoded, Member


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name, whether a file is of it (by name and content), and how it becomes text.

    `read` takes the bytes, the path and the encoding chosen by the person (or ""); it raises FileUnreadable. What an
    earlier `version` read is read again at the next look, and what no reader could read.
    """

    name: str
    version: int
    fits: Callable[[bytes, str], bool]
    read: Callable[[bytes, str, str], Decoded]
    by_encoding: bool = False  # its letters are read by an encoding, which the person may know better


# The first that fits reads the file; plain text stays last in line, because it takes what is left.
READERS: tuple[Reader, ...] = (
    Reader("web page in one file", 1, mhtml.fits, mhtml.read),
    Reader("mail", 1, mail.fits, mail.read),
    Reader("PDF document", 1, pdf.fits, pdf.read),
    Reader("document", 1, documents.fits, documents.read),
    Reader("rich text", 1, rich_text.fits, rich_text.read),
    Reader("news in XML", 1, news_xml.fits, news_xml.read),
    Reader("web page", 2, html.fits, html.read, by_encoding=True),
    Reader("Markdown", 1, markdown.fits, markdown.read, by_encoding=True),
    Reader("plain text", 1, text.fits, text.read, by_encoding=True),
)


@dataclass(frozen=True, slots=True)
class Container:
    """A format of files in which others are: its name, whether a file is of it (by its beginning and name), and its members.

    `members` takes the file, its path and where to begin, 0 at first; it yields each member with where to go on after it.
    """

    name: str
    fits: Callable[[bytes, str], bool]
    members: Callable[[BinaryIO, str, int], Iterator[tuple[int, Member]]]


HEAD = 8_192  # bytes by which a container is known
CONTAINERS: tuple[Container, ...] = (
    Container("ZIP archive", zip_archive.fits, zip_archive.members),
    Container("tar archive", tar_archive.fits, tar_archive.members),
    Container("crawl", web_archive.fits, web_archive.members),
    Container("packed file", compressed.fits, compressed.members),
    Container("e-book", epub.fits, epub.members),
    Container("mailbox", mailbox.fits, mailbox.members),
    Container("JSON Lines", records.fits_lines, records.members_of_lines),
    Container("JSON", records.fits_json, records.members_of_json),
    Container("table", records.fits_table, records.members_of_table),
    Container("feed", feeds.fits, feeds.members),
)


def fits_container(head: bytes, path: str) -> bool:
    """Tell whether others are in a file, by its beginning alone; of an export that cannot be told."""
    return any(one.fits(head, path) for one in CONTAINERS)


def container_of(file: BinaryIO, path: str) -> Container | None:
    """Return the format of an opened file in which others are, None where it is no such file."""
    head = file.read(HEAD)
    file.seek(0)
    found = next((one for one in CONTAINERS if one.fits(head, path)), None)
    return EXPORT if found is None and _is_export(file, head, path) else found


def _is_export(file: BinaryIO, head: bytes, path: str) -> bool:
    """Tell whether a document is an export of many articles, which its text tells; only what may be one is read for it."""
    may_be = (
        documents.fits(head, path) or rich_text.fits(head, path) or any(name in head for name in EXPORTERS)
    )
    if not may_be:
        return False
    data = file.read(MOST_OF_EXPORT + 1)
    file.seek(0)
    try:
        return len(data) <= MOST_OF_EXPORT and exports.is_export(read(data, path).text)
    except FileUnreadable:
        return False


def _of_export(file: BinaryIO, path: str, start: int) -> Iterator[tuple[int, Member]]:
    """Yield the articles of an export from number `start` on."""
    for number, member in enumerate(exports.members(read(file.read(), path).text), 1):
        if number > start:
            yield number, member


EXPORTERS = (b"Factiva", b"factiva", b"Nexis", b"LexisNexis", b"Documents (")
MOST_OF_EXPORT = 40_000_000  # bytes
EXPORT = Container("database's export", lambda *_: False, _of_export)


def reader_of(data: bytes, path: str) -> Reader:
    """Return the reader of a file."""
    return next((reader for reader in READERS if reader.fits(data, path)), READERS[-1])


def read(data: bytes, path: str, override: str = "") -> Decoded:
    """Read a file's bytes with the reader of its format."""
    reader = reader_of(data, path)
    return replace(reader.read(data, path, override), reader=name_of(reader))


def name_of(reader: Reader) -> str:
    """Return by what it is known that this version of a reader read a file."""
    return f"{reader.name} {reader.version}"
