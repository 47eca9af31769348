"""Raw words -> the pieces that are compared: normalised words, hashes of their stems, and what they weigh."""

import re
import zlib
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pressmark.reading.stop_words import COMPARED, NEWS, PROSE, TELLING, stop_words
from pressmark.words import Form, american, raw_words, read

Hashes = NDArray[np.uint32]

MEMO_SIZE = 1 << 17  # raw words whose pieces are remembered; an archive of 20,000 articles has about 150,000

FUNCTION = (stop_words(PROSE) | stop_words(COMPARED)) - stop_words(TELLING)

# Prefixes that belong to their word: co-operation is cooperation, but Russia-EU is Russia and EU.
_PREFIXES = frozenset({"co", "re", "pre", "non", "anti", "un", "de", "ex", "e", "o", "mc", "mac", "sub"})

_JOINED = re.compile(r"['’&+#%]|\d/\d|\b\w/\w\b")


class Piece(NamedTuple):
    """One word to compare: [start, end) are characters of the raw word; `stem` is a hash of its stem."""

    start: int
    end: int
    word: str
    stem: int
    function: bool
    figure: bool


@lru_cache(maxsize=MEMO_SIZE)
def pieces(raw: str) -> tuple[Piece, ...]:
    """Return what a raw word is compared as: its parts, or the whole of a word with a prefix or an apostrophe."""
    forms = read(raw).forms
    wholes = [form for form in forms if form.whole]
    parts = [form for form in forms if not form.whole]
    if wholes and (
        not parts or parts[0].word in _PREFIXES or _JOINED.search(raw[wholes[0].start : wholes[0].end])
    ):
        parts = wholes[:1]
    return tuple(_piece(form) for form in parts)


@lru_cache(maxsize=MEMO_SIZE)
def telling(raw: str) -> tuple[int, ...]:
    """Return the stems of a raw word's pieces that are no function words."""
    return tuple(piece.stem for piece in pieces(raw) if not piece.function)


@cache
def common() -> Hashes:
    """Return the stems of the words that news is full of, sorted."""
    return np.array(sorted({stem for word in stop_words(NEWS) for stem in telling(word)}), dtype=np.uint32)


def stems(text: str) -> list[int]:
    """Return the stems of a text's content words, in order."""
    return [stem for raw in raw_words(text) for stem in telling(raw)]


def _piece(form: Form) -> Piece:
    word = american(form.word)
    return Piece(
        form.start,
        form.end,
        word,
        zlib.crc32(form.stem.encode("utf-8", "replace")),
        word in FUNCTION or (len(word) == 1 and word.isascii() and word.isalpha()),
        word[:1].isdigit(),
    )
