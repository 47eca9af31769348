"""The characters of two passages that are the same, are spelled otherwise, or differ within the stretch they share."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pressmark.relate.align import Alignment
from pressmark.relate.weighed_words import WeighedWord, WeighedWords
from pressmark.values import Span

SHARED, SPELLED, DIFFERS = "shared", "spelled", "differs"
# What may stand between the letters of a word, or not: blanks, apostrophes, hyphens and the soft one.
_JOINTS = re.compile(r"[\s'’‘`\-\u00ad\u2010-\u2015]")
Spans = tuple[Span, ...]


def of_stretch(here: WeighedWords, there: WeighedWords, alignment: Alignment) -> tuple[Spans, Spans]:
    """Return the spans of an aligned stretch in the two passages."""
    own, other = of_pairs(here, there, list(alignment.pairs()))
    more, others = list(own), list(other)
    for one, two in pairwise(alignment.runs):
        own_gap = here.words[one.here + one.length : two.here]
        other_gap = there.words[one.there + one.length : two.there]
        kind = SHARED if same_letters(text_of(here, own_gap), text_of(there, other_gap)) else DIFFERS
        _add_gap(more, own_gap, kind)
        _add_gap(others, other_gap, kind)
    return _ordered(more), _ordered(others)


def of_pairs(
    here: WeighedWords, there: WeighedWords, pairs: Sequence[tuple[int, int]]
) -> tuple[Spans, Spans]:
    """Return the spans of pairs of places; words that follow each other on both sides make one span."""
    own: list[Span] = []
    other: list[Span] = []
    last = (-2, -2)
    for i, j in sorted(pairs):
        one, two = here.words[i], there.words[j]
        kind = SHARED if looks_same(here, one, there, two) else SPELLED
        if (i, j) == (last[0] + 1, last[1] + 1) and own[-1].kind == kind == SHARED:
            own[-1] = Span(own[-1].start, one.end, kind)
            other[-1] = Span(other[-1].start, two.end, kind)
        else:
            own.append(Span(one.start, one.end, kind))
            other.append(Span(two.start, two.end, kind))
        last = (i, j)
    return _ordered(own), _ordered(other)


def looks_same(here: WeighedWords, one: WeighedWord, there: WeighedWords, two: WeighedWord) -> bool:
    """Tell whether two words have the same letters."""
    return same_letters(here.text[one.start : one.end], there.text[two.start : two.end])


def same_letters(one: str, other: str) -> bool:
    """Tell whether two texts differ in nothing but capitals, hyphens and apostrophes: "co-operation", "Cooperation"."""
    return _JOINTS.sub("", one).casefold() == _JOINTS.sub("", other).casefold()


def text_of(wording: WeighedWords, words: Sequence[WeighedWord]) -> str:
    """Return words that follow one another as they are printed."""
    return wording.text[words[0].start : words[-1].end] if words else ""


def _add_gap(spans: list[Span], words: Sequence[WeighedWord], kind: str) -> None:
    if words:
        spans.append(Span(words[0].start, words[-1].end, kind))


def _ordered(spans: Sequence[Span]) -> Spans:
    return tuple(sorted(spans, key=lambda span: span.start))
