"""ZIP archives: each file in one is a member."""

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

from pressmark.reading.file_signatures import ZIP, kind_of
from pressmark.values import Member

LARGEST: Final = 64 * 1024 * 1024  # bytes of a member
# A member that unpacks to so many times what it takes, and to more than so much, is there to fill disks.
MOST_TIMES: Final = 500
CRAWLS: Final = "archive/"
WACZ: Final = "datapackage.json"
SUSPICIOUS: Final = 20 * 1024 * 1024


# What unpacking raises where an archive is damaged, locked, or packed in a way that is not known.
DAMAGED: Final = (
    zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError, zlib.error, lzma.LZMAError
)  # fmt: skip


def fits(head: bytes, _path: str) -> bool:
    """Tell whether a file is a ZIP archive, and no document that is packed as one."""
    return kind_of(head) == ZIP


def members(file: BinaryIO, _path: str, start: int) -> Iterator[tuple[int, Member]]:
    """Yield the files in the archive from number `start` on, each with the number of the next one."""
    try:
        archive = zipfile.ZipFile(file)
    except DAMAGED as error:
        yield (
            0,
            Member("", problem=f"The archive is damaged: {error}. Have it made once more, then try again."),
        )
        return
    seen: dict[str, int] = {}
    with archive:
        # Of a crawl that is packed so (WACZ) the rest is its table of contents.
        is_crawl = any(name.startswith(CRAWLS) for name in archive.namelist()) and WACZ in archive.namelist()
        for number, entry in enumerate(archive.infolist()):
            if entry.is_dir() or (is_crawl and not entry.filename.startswith(CRAWLS)):
                continue
            seen[entry.filename] = seen.get(entry.filename, 0) + 1
            name = entry.filename + (f" ({seen[entry.filename]})" if seen[entry.filename] > 1 else "")
            if number >= start:
                yield number + 1, _member(archive, entry, name)


def _member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> Member:
    if entry.flag_bits & 1:
        return Member(
            name, problem="It is locked by a password. Unlock the archive, and put the files beside it."
        )
    if entry.file_size > LARGEST:
        return Member(name, problem=f"It is too large for an article ({entry.file_size / 1_048_576:.0f} MB).")
    if entry.file_size > SUSPICIOUS and entry.file_size > MOST_TIMES * max(entry.compress_size, 1):
        return Member(
            name, problem="It unpacks to hundreds of times its size, as no article does: not unpacked."
        )
    try:
        with archive.open(entry) as opened:
            data = opened.read(LARGEST + 1)
    except DAMAGED as error:
        return Member(name, problem=f"It cannot be unpacked: {error}. Have the archive made once more.")
    return Member(name, data)
