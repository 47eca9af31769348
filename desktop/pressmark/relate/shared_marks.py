"""The characters of two passages that are the same, and those that differ within the stretch they share."""

from collections.abc import Sequence
from itertools import pairwise

from pressmark.relate.align import Alignment
from pressmark.relate.weighed_words import WeighedWord, WeighedWords
from pressmark.values import Span

SHARED, DIFFERS = "shared", "differs"
Spans = tuple[Span, ...]


def of_stretch(here: WeighedWords, there: WeighedWords, alignment: Alignment) -> tuple[Spans, Spans]:
    """Return the spans of an aligned stretch in the two passages."""
    own, other = of_pairs(here, there, list(alignment.pairs()))
    more, others = list(own), list(other)
    for one, two in pairwise(alignment.runs):
        _add_gap(more, here.words[one.here + one.length : two.here])
        _add_gap(others, there.words[one.there + one.length : two.there])
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
        kind = SHARED if looks_same(here, one, there, two) else DIFFERS
        if (i, j) == (last[0] + 1, last[1] + 1) and own[-1].kind == kind == SHARED:
            own[-1] = Span(own[-1].start, one.end, kind)
            other[-1] = Span(other[-1].start, two.end, kind)
        else:
            own.append(Span(one.start, one.end, kind))
            other.append(Span(two.start, two.end, kind))
        last = (i, j)
    return _ordered(own), _ordered(other)


def looks_same(here: WeighedWords, one: WeighedWord, there: WeighedWords, two: WeighedWord) -> bool:
    """Tell whether two words are printed the same, but for a capital at the beginning."""
    own, other = printed(here, one), printed(there, two)
    return own == other or (own[1:] == other[1:] and own[:1].lower() == other[:1].lower())


def printed(wording: WeighedWords, word: WeighedWord) -> str:
    """Return a word as it is printed, with straight apostrophes."""
    return wording.text[word.start : word.end].replace("’", "'")


def _add_gap(spans: list[Span], words: Sequence[WeighedWord]) -> None:
    if words:
        spans.append(Span(words[0].start, words[-1].end, DIFFERS))


def _ordered(spans: Sequence[Span]) -> Spans:
    return tuple(sorted(spans, key=lambda span: span.start))
