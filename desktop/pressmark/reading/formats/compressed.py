"""A single file that is packed: gz, bz2 or xz. It is the only member, under its name without the ending."""

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Final

from pressmark.reading.formats.zip_archive import DAMAGED, LARGEST
from pressmark.values import Member

MAGIC: Final[dict[bytes, Callable[[BinaryIO], Any]]] = {
    b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ\x00": lzma.open,
}  # fmt: skip
ENDINGS: Final = (".gz", ".bz2", ".xz")


def fits(head: bytes, _path: str) -> bool:
    """Tell whether a file is packed."""
    return head.startswith(tuple(MAGIC))


def members(file: BinaryIO, path: str, start: int) -> Iterator[tuple[int, Member]]:
    """Yield what is packed; its name is for the reader of what was in it."""
    if start:
        return
    head = file.read(8)
    file.seek(0)
    unpacker = next(unpacker for magic, unpacker in MAGIC.items() if head.startswith(magic))
    try:
        with unpacker(file) as unpacked:
            data = unpacked.read(LARGEST + 1)
    except DAMAGED as error:
        yield (
            1,
            Member("", problem=f"It cannot be unpacked: {error}. Have it made once more, then try again."),
        )
        return
    if len(data) > LARGEST:
        yield 1, Member("", problem=f"It unpacks to more than {LARGEST >> 20} MB: too large for an article.")
        return
    name = path.rpartition("/")[2]
    yield 1, Member(name.rpartition(".")[0] if name.lower().endswith(ENDINGS) else name, data)
