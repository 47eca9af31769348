"""A passage as a row of words: what each is compared as, where it stands, and what it tells."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

import numpy as np

from pressmark.relate.article_terms import Hashes, pieces
from pressmark.values import Span
from pressmark.words import finds

FUNCTION_WEIGHT = 0.3  # what a function word tells; the rarest words of a large archive tell 8 to 9
MOST_WORDS = 600  # words of a passage that are compared; one of 1,500 characters has about 250

Weigher = Callable[[Hashes], "np.ndarray[tuple[int], np.dtype[np.float32]]"]


class WeighedWord(NamedTuple):
    """A word of a passage; [start, end) are characters of its text."""

    start: int
    end: int
    word: str
    stem: int
    weight: float
    function: bool
    figure: bool
    capital: bool
    opens: bool
    quoted: bool


class WeighedWords:
    """The words of one passage."""

    def __init__(self, text: str, quotations: Iterable[Span], weigh: Weigher) -> None:
        """Read a text; `quotations` are the spans of it that stand between quotation marks."""
        self.text = text
        self.words = _words(text, list(quotations), weigh)
        self.row = [word.word for word in self.words]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each content word stands."""
        found: dict[str, list[int]] = {}
        for place in self.telling:
            found.setdefault(self.row[place], []).append(place)
        return found

    @cached_property
    def telling(self) -> list[int]:
        """The places of the content words."""
        return [place for place, word in enumerate(self.words) if not word.function]

    @cached_property
    def by_stem(self) -> dict[int, WeighedWord]:
        """One content word of each stem."""
        return {self.words[place].stem: self.words[place] for place in self.telling}

    @cached_property
    def names(self) -> frozenset[str]:
        """Words with a capital within a sentence."""
        return frozenset(
            word.word
            for word in self.words
            if word.capital and not word.opens and not word.function and not word.figure
        )

    @cached_property
    def quoted(self) -> bool:
        """Whether anything stands between quotation marks."""
        return any(word.quoted for word in self.words)


def _words(text: str, quotations: list[Span], weigh: Weigher) -> list[WeighedWord]:
    found = []
    for start, raw in finds(text):
        found += [(start + piece.start, start + piece.end, piece) for piece in pieces(raw)]
        if len(found) >= MOST_WORDS:
            break
    weights = weigh(np.array([piece.stem for _, _, piece in found], dtype=np.uint32)).tolist()
    words: list[WeighedWord] = []
    last, at = 0, 0
    for (start, end, piece), weight in zip(found, weights, strict=True):
        while at < len(quotations) and quotations[at].end <= start:
            at += 1
        words.append(
            WeighedWord(
                start,
                end,
                piece.word,
                piece.stem,
                FUNCTION_WEIGHT if piece.function else weight,
                piece.function,
                piece.figure,
                text[start].isupper(),
                not words or _ends_sentence(text[last:start]),
                at < len(quotations) and quotations[at].start <= start,
            )
        )
        last = end
    return words


def _ends_sentence(between: str) -> bool:
    """Tell whether a sentence, or a quotation's, begins after what stands between two words."""
    return len(between) > 1 and any(mark in between for mark in '.!?:…"“„«')
