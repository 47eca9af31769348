"""The first lines of a file as they would read in an encoding: for the eye, before anything is chosen."""

import os
import re
from itertools import islice
from pathlib import Path

from pressmark.errors import FileUnreadable
from pressmark.indexing.member_bytes import bytes_of
from pressmark.reading import formats
from pressmark.reading.decode import harmless, lines_of
from pressmark.values import Source

MOST_BYTES, MOST_LINES = 64_000, 40
TELLS_ITSELF = "A file of this kind tells itself how its letters are written."
_SHOWN_BYTE = re.compile(rb"\\x([0-9a-f]{2})")  # how a byte that is no UTF-8 stands in a path


def preview(root: Path, path: str, encoding: str) -> str:
    """Return the first lines of a file read in an encoding, "" for the one that is recognised; else why there are none."""
    raw = os.fsencode(path)
    if not os.path.lexists(os.path.join(os.fsencode(root), raw)):  # noqa: PTH118  bytes are no path of pathlib's
        raw = _SHOWN_BYTE.sub(lambda found: bytes([int(found[1], 16)]), raw)
    try:
        data, name = bytes_of(root, Source(path, raw, 0, 0))
        if not formats.reader_of(data, name).by_encoding:
            return TELLS_ITSELF
        if encoding:
            data = data[
                :MOST_BYTES
            ]  # recognising an encoding needs all of it, reading the first lines does not
        text = formats.read(data, name, encoding).text
    except FileUnreadable as error:
        return str(error)
    lines = (harmless(line) for line in lines_of(text) if line.strip())
    return "\n".join(islice(lines, MOST_LINES))
