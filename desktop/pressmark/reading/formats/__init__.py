"""The formats of files that can be read: one reader a file, one table of readers."""

from collections.abc import Callable
from dataclasses import dataclass

from pressmark.reading.formats import html, text
from pressmark.values import Decoded


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name, whether a file is of it (by name and content), and how it becomes text.

    `read` takes the bytes, the path and the encoding chosen by the person (or ""); it raises FileUnreadable.
    """

    name: str
    fits: Callable[[bytes, str], bool]
    read: Callable[[bytes, str, str], Decoded]


# The first that fits reads the file; plain text stays last in line, because it takes what is left.
READERS: tuple[Reader, ...] = (
    Reader("web page", html.fits, html.read),
    Reader("plain text", text.fits, text.read),
)


def read(data: bytes, path: str, override: str = "") -> Decoded:
    """Read a file's bytes with the reader of its format."""
    reader = next((reader for reader in READERS if reader.fits(data, path)), READERS[-1])
    return reader.read(data, path, override)
