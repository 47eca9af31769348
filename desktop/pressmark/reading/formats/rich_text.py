"""Rich text (RTF)."""

import re
from collections.abc import Callable
from typing import Final

from striprtf.striprtf import rtf_to_text

from pressmark.errors import FileUnreadable
from pressmark.values import Decoded

BEGINS: Final = b"{\\rtf"
LARGEST: Final = 30_000_000  # bytes; a longer one holds pictures
_PAGE: Final = re.compile(rb"\\ansicpg(\d{3,5})")
_PICTURES: Final = re.compile(r"\{\\\*?\\?pict\b[^{}]*\}|\{\\pict[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")


def fits(data: bytes, _path: str) -> bool:
    """Tell whether a file is rich text."""
    return data[:10].lstrip().startswith(BEGINS)


def read(data: bytes, _path: str, override: str = "") -> Decoded:
    """Read the text of such a document; running heads, fonts and pictures are left out."""
    if len(data) > LARGEST:
        raise FileUnreadable(f"The document is larger than {LARGEST >> 20} MB. Save it without its pictures.")
    page = _PAGE.search(data[:2_000])
    encoding = override or (f"cp{int(page[1])}" if page else "cp1252")
    try:
        read_rtf: Callable[..., str] = rtf_to_text
        text = read_rtf(_PICTURES.sub("", data.decode("latin-1")), encoding=encoding, errors="replace")
    except (LookupError, ValueError, IndexError, KeyError, RecursionError) as error:
        raise FileUnreadable(
            f"The document is damaged ({error}). Save it once more, then try again."
        ) from error
    lines = [line.strip() for line in text.replace("\xa0", " ").split("\n")]
    kept = "\n\n".join(line for line in lines if line)
    if not kept:
        raise FileUnreadable("The document has no text.")
    return Decoded(kept, encoding, "the document declares it" if page else "rich text is usually written so")
