"""Where the words of a query stand in a text: the same normaliser as the index, so that a hit is a hit."""

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from pressmark.search.query_terms import Term, Terms, fits
from pressmark.values import Span
from pressmark.words import Form, finds, raw_words, read

_MARKERS = 16
"""Queries whose words are remembered as found, for the next article."""
_TEXTS = 64
"""Texts whose words are remembered as counted, for the next letter of the query; some 20 kB each."""

Spot = tuple[int, int, int]
"""Start, end and the number of the query word."""


class _Seen(NamedTuple):
    """What a raw word means for a query: its places, its hits, and its forms that belong to a phrase."""

    width: int
    hits: tuple[Spot, ...]
    forms: tuple[Form, ...]


class _Placed(NamedTuple):
    """A form of a word in a text that belongs to a phrase: its end in places and its characters."""

    stem: str
    after: int
    start: int
    end: int


def marks(text: str, terms: Terms) -> tuple[Span, ...]:
    """Return the hits in a text in order, none within another; the kind is the number of the query word."""
    return tuple(Span(start, end, str(number)) for start, end, number in spots(text, terms))


def spots(text: str, terms: Terms) -> list[Spot]:
    """Return the same as plain numbers."""
    return _outermost(_marker(terms).find(text)) if terms.terms else []


def count(text: str, terms: Terms) -> int:
    """Return how many hits a text has; quicker than to find them, and much quicker for the same text again."""
    if any(term.row for term in terms.terms):
        return len(spots(text, terms))
    marker = _marker(terms)
    return sum(times * marker.hits_in(raw) for raw, times in _word_counts(text).items())


@lru_cache(maxsize=_TEXTS)
def _word_counts(text: str) -> Counter[str]:
    """Return how often each raw word stands in a text: what the next letter of a query asks of it again."""
    return Counter(raw_words(text))


def _outermost(found: list[Spot]) -> list[Spot]:
    """Return the hits in order without those that begin within another one."""
    found.sort(key=lambda spot: (spot[0], -spot[1], spot[2]))
    kept: list[Spot] = []
    for spot in found:
        if not kept or spot[0] >= kept[-1][1]:
            kept.append(spot)
    return kept


@lru_cache(maxsize=_MARKERS)
def _marker(terms: Terms) -> "_Marker":
    return _Marker(terms)


class _Marker:
    """Finds the words of one query; remembers what each raw word means for it."""

    def __init__(self, terms: Terms) -> None:
        self._single = [term for term in terms.terms if not term.row]
        self._phrases = [term for term in terms.terms if term.row]
        self._phrase_stems = {
            stem for term in self._phrases for element in term.row for option in element for stem in option
        }
        self._known: dict[str, _Seen] = {}

    def find(self, text: str) -> list[Spot]:
        found: list[Spot] = []
        places: dict[int, list[_Placed]] = {}
        place = 0
        known = self._known
        for start, raw in finds(text):
            seen = known.get(raw) or self._look(raw)
            if seen.hits:
                found += [(start + low, start + high, number) for low, high, number in seen.hits]
            for form in seen.forms:
                after = place + (seen.width if form.whole else form.at + 1)
                placed = _Placed(form.stem, after, start + form.start, start + form.end)
                places.setdefault(place + form.at, []).append(placed)
            place += seen.width
        for term in self._phrases if places else ():
            found += _near(term, places) if term.near else _in_order(term, places)
        return found

    def hits_in(self, raw: str) -> int:
        """Return how many hits a raw word has, wherever it stands."""
        seen = self._known.get(raw) or self._look(raw)
        return len(seen.hits) if len(seen.hits) < 2 else len(_outermost(list(seen.hits)))

    def _look(self, raw: str) -> _Seen:
        width, forms = read(raw)
        hits = [
            (form.start, form.end, term.number)
            for form in forms
            for term in self._single
            if _is_hit(term, form)
        ]
        seen = _Seen(width, tuple(hits), tuple(form for form in forms if form.stem in self._phrase_stems))
        if len(raw) < 64:
            self._known[raw] = seen
        return seen


def _is_hit(term: Term, form: Form) -> bool:
    return (
        form.stem in term.stems
        or form.word in term.words
        or (term.beginning != "" and form.word.startswith(term.beginning))
        or (term.pattern != "" and fits(term.pattern).fullmatch(form.word) is not None)
    )


def _in_order(term: Term, places: dict[int, list[_Placed]]) -> list[Spot]:
    """Return the whole phrase wherever its words stand in this order."""
    found = []
    for place, row in places.items():
        for first in row:
            end = _followed(term.row, place, places)
            if end:
                found.append((first.start, end, term.number))
                break
    return found


def _followed(
    row: tuple[tuple[tuple[str, ...], ...], ...], place: int, places: dict[int, list[_Placed]]
) -> int:
    """Return the character after the phrase that begins at a place, or 0."""
    ends = {place: 0}
    for element in row:
        reached: dict[int, int] = {}
        for at in ends:
            for option in element:
                reached |= _option(option, at, places)
        ends = reached
        if not ends:
            return 0
    return max(ends.values())


def _option(option: tuple[str, ...], place: int, places: dict[int, list[_Placed]]) -> dict[int, int]:
    """Return where a row of stems that begins at a place ends: place after it -> character after it."""
    ends = {place: 0}
    for stem in option:
        ends = {form.after: form.end for at in ends for form in places.get(at, ()) if form.stem == stem}
    return ends


def _near(term: Term, places: dict[int, list[_Placed]]) -> list[Spot]:
    """Return the words one by one where all of them stand within `near` places of the first."""
    rows = [
        sorted(
            (at, form.start, form.end)
            for at, forms in places.items()
            for form in forms
            if any(form.stem in option for option in element)
        )
        for element in term.row
    ]
    found: set[Spot] = set()
    for at, start, end in rows[0]:
        beside = [[spot for spot in row if 0 < abs(spot[0] - at) <= term.near] for row in rows[1:]]
        if all(beside):
            found.add((start, end, term.number))
            found |= {(low, high, term.number) for row in beside for _, low, high in row}
    return list(found)
