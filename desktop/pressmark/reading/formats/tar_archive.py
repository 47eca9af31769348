"""Tar archives, packed or not: each file in one is a member."""

import tarfile
from collections.abc import Iterator
from typing import BinaryIO, Final

from pressmark.reading.formats.zip_archive import DAMAGED, LARGEST
from pressmark.values import Member

PACKED: Final = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00")
ENDINGS: Final = (".tar.gz", ".tgz", ".tar.bz2", ".tbz", ".tbz2", ".tar.xz", ".txz")


def fits(head: bytes, path: str) -> bool:
    """Tell whether a file is a tar archive."""
    return head[257:262] == b"ustar" or (head.startswith(PACKED) and path.lower().endswith(ENDINGS))


def members(file: BinaryIO, _path: str, start: int) -> Iterator[tuple[int, Member]]:
    """Yield the files in the archive from number `start` on, each with the number of the next one."""
    number = 0
    seen: dict[str, int] = {}
    try:
        with tarfile.open(fileobj=file, mode="r|*") as archive:
            for number, entry in enumerate(archive):
                if not entry.isfile():
                    continue
                seen[entry.name] = seen.get(entry.name, 0) + 1
                name = entry.name + (f" ({seen[entry.name]})" if seen[entry.name] > 1 else "")
                if number < start:
                    continue
                if entry.size > LARGEST:
                    yield (
                        number + 1,
                        Member(name, problem=f"It is too large for an article ({entry.size >> 20} MB)."),
                    )
                    continue
                opened = archive.extractfile(entry)
                yield number + 1, Member(name, opened.read() if opened is not None else b"")
    except (tarfile.TarError, *DAMAGED) as error:
        problem = f"The archive is damaged from here on: {error}. Have it made once more, then try again."
        yield number + 1, Member("", problem=problem)
