"""Mailboxes: many mails in one file, each a member under its number."""

from collections.abc import Iterator
from typing import BinaryIO, Final

from pressmark.reading.formats.zip_archive import LARGEST
from pressmark.values import Member

BEGINS: Final = b"From "
HEADERS: Final = (b"\nFrom:", b"\nDate:", b"\nSubject:", b"\nReceived:", b"\nMessage-ID:", b"\nReturn-Path:")


def fits(head: bytes, _path: str) -> bool:
    """Tell whether a file is a mailbox: a line of an envelope, and headers under it."""
    return head.startswith(BEGINS) and any(name.lower() in head.lower() for name in HEADERS)


def members(file: BinaryIO, _path: str, start: int) -> Iterator[tuple[int, Member]]:
    """Yield the mails from byte `start` on, each with the byte at which the next one begins.

    A mail is called by the number of the byte at which it begins: that stays when the mailbox grows.
    """
    file.seek(start)
    begun, size = start, 0
    lines: list[bytes] = []
    blank = True
    for line in file:
        if blank and line.startswith(BEGINS) and lines:
            yield begun + size, _mail(lines, begun)
            begun, size, lines = begun + size, 0, []
        size += len(line)
        if size <= LARGEST:
            lines.append(line)
        blank = not line.strip(b"\r\n")
    if lines:
        yield begun + size, _mail(lines, begun)


def _mail(lines: list[bytes], begun: int) -> Member:
    """Return a mail without the line of its envelope; a > before a From in its text goes."""
    rest = [
        line[1:] if line.lstrip(b">").startswith(BEGINS) and line.startswith(b">") else line
        for line in lines[1:]
    ]
    return Member(str(begun), b"".join(rest), reads="mail.eml")
