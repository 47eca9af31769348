"""The formats of files that can be read: one reader a file, one table of readers."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from pressmark.reading.formats import html, text
from pressmark.values import Decoded


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


# The first that fits reads the file; plain text stays last in line, because it takes what is left.
READERS: tuple[Reader, ...] = (
    Reader("web page", 2, html.fits, html.read),
    Reader("plain text", 1, text.fits, text.read),
)


def read(data: bytes, path: str, override: str = "") -> Decoded:
    """Read a file's bytes with the reader of its format."""
    reader = next((reader for reader in READERS if reader.fits(data, path)), READERS[-1])
    return replace(reader.read(data, path, override), reader=name_of(reader))


def name_of(reader: Reader) -> str:
    """Return by what it is known that this version of a reader read a file."""
    return f"{reader.name} {reader.version}"
