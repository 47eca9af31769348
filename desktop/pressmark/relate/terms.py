"""Raw words -> the pieces that are compared: normalised words, hashes of their stems, and what they weigh."""

import re
import zlib
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pressmark.reading.shapes import FUNCTION_WORDS
from pressmark.words import Form, american, raw_words, read

Hashes = NDArray[np.uint32]

MEMO_SIZE = 1 << 17  # raw words whose pieces are remembered; an archive of 20,000 articles has about 150,000

# Words that are function words in one language and tell something in English.
_TELLING = frozenset({"war", "die", "man", "son", "mit", "us"})
# What English needs beside the list that serves to recognise prose.
_MORE = """
about above across again against ago almost along already although always among another around away back because
become began behind both came cannot come despite did done down during each either ever every few further get gets
give go goes going gone got had having herself himself however itself keep last least less let like made make makes
making many me mine much myself near neither never next now off often once onto others ours own per perhaps put rather
really same saw say saying see seem shall since still take taken takes therefore though through thus together too
toward towards under unless until upon very via want well went whatever whether whose why within without yes yet your
yours isnt dont didnt doesnt cant wont couldnt wouldnt shouldnt wasnt werent hasnt havent hadnt im ive id ill hes shes
its thats theres theyre weve youre ve re ll
"""
FUNCTION = (FUNCTION_WORDS | set(_MORE.split())) - _TELLING

# What news is full of: in an archive of a few articles nothing else tells that these words are common.
_COMMON = """
according added agency announced april asked august called chief city comment conference country daily day days december
department early european evening february five foreign four friday general government group head help hold home hour
hours international issue january july june key late lead leader leaders local major march meeting member members million
minister minutes monday money month months morning move national news night note november number october office officer
official officials old opposition order part party people percent place plan policy position president press prime public
question report reported reportedly reporter reporters reports right saturday secretary senior september service set
show spokesman spokeswoman start state statement support sunday talks team third three thursday time today told tomorrow
town tuesday use used way wednesday week weeks work world year years yesterday young mr mrs ms dr lord sir
"""

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
    return np.array(sorted({stem for word in _COMMON.split() for stem in telling(word)}), dtype=np.uint32)


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
