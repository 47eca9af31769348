"""Phrases and nearness: which documents have words side by side, and how often."""

from collections.abc import Sequence

import numpy as np

from pressmark.search.query_terms import Element, Option
from pressmark.search.whoosh.arrays import FieldArrays, Ints, ragged
from pressmark.search.whoosh.open_index import NONE, OpenIndex, Postings

_SHIFT = 22
"""A document and a place are one number: document << 22 | place."""
_WIDEST = 4
"""Places a compound can take: "state-of-the-art agreement" follows its first place by four."""


def phrase(index: OpenIndex, name: str, elements: Sequence[Element], near: int) -> Postings:
    """Return the postings of a phrase in a field; with `near`, words within so many places in any order."""
    found = []
    for field, offset in zip(index.fields(name), index.offsets, strict=True):
        docs, counts = _in_segment(field, elements, near)
        if len(docs):
            found.append(Postings(docs + np.int32(offset), counts))
    if not found:
        return NONE
    return Postings(
        np.concatenate([one.docs for one in found]), np.concatenate([one.counts for one in found])
    )


def _in_segment(field: FieldArrays, elements: Sequence[Element], near: int) -> tuple[Ints, Ints]:
    rows = {
        stem: field.vocabulary.find(stem.encode())
        for element in elements
        for option in element
        for stem in option
    }
    candidates = _candidates(field, elements, rows)
    if not len(candidates):
        return NONE.docs, NONE.counts
    keys = {stem: _keys(field, term, candidates) for stem, term in rows.items()}
    places = _near(elements, keys, near) if near else _in_order(elements, keys)
    docs, counts = np.unique(places >> _SHIFT, return_counts=True)
    return docs.astype(np.int32), counts.astype(np.float32)


def _docs(field: FieldArrays, term: int) -> Ints:
    """Return the documents of a term, given by its number; -1 is a word that the field has not."""
    return field.docs[int(field.starts[term]) : int(field.starts[term + 1])] if term >= 0 else field.docs[:0]


def _candidates(field: FieldArrays, elements: Sequence[Element], rows: dict[str, int]) -> Ints:
    """Return the documents that have every word, wherever; the rarest first."""
    needed = []
    for element in elements:
        options = [_shared([_docs(field, rows[stem]) for stem in option]) for option in element]
        needed.append(np.unique(np.concatenate(options)) if len(options) > 1 else options[0])
    return _shared(needed)


def _shared(rows: list[Ints]) -> Ints:
    shared, *others = sorted(rows, key=len)
    for row in others:
        shared = row[positions_of(row, shared)]
    return shared


def _keys(field: FieldArrays, term: int, candidates: Ints) -> Ints:
    """Return document << 22 | place for every place of a term in the candidates, ascending."""
    docs = _docs(field, term)
    if not len(docs):
        return np.zeros(0, dtype=np.int64)
    at = positions_of(docs, candidates)
    places = field.places(term, term + 1)
    starts, counts = places[at], places[at + 1] - places[at]
    return (np.repeat(docs[at].astype(np.int64), counts) << _SHIFT) | field.positions[ragged(starts, counts)]


def positions_of(docs: Ints, wanted: Ints) -> Ints:
    """Return where in `docs` those of `wanted` stand that are there; both ascending."""
    if not len(docs):
        return np.zeros(0, dtype=np.int64)
    at = np.searchsorted(docs, wanted)
    at[at == len(docs)] = 0
    return np.asarray(at[docs[at] == wanted])


def _among(keys: Ints, wanted: Ints) -> Ints:
    """Return for each key whether it is among the wanted; both ascending."""
    if not len(wanted):
        return np.zeros(len(keys), dtype=bool)
    at = np.searchsorted(wanted, keys)
    at[at == len(wanted)] = 0
    return np.asarray(wanted[at] == keys)


def _in_order(elements: Sequence[Element], keys: dict[str, Ints]) -> Ints:
    """Return the last place of every occurrence."""
    ends: Ints | None = None
    last: Ints = np.zeros(0, dtype=np.int64)
    for element in elements:
        reached = [_after(ends, option, keys) for option in element]
        last = np.unique(np.concatenate(reached)) if len(reached) > 1 else reached[0]
        ends = np.unique(
            np.concatenate(
                [
                    last,
                    *(_widened(row, keys[option[-1]]) for row, option in zip(reached, element, strict=True)),
                ]
            )
        )
        if not len(ends):
            return ends
    return last


def _after(ends: Ints | None, option: Option, keys: dict[str, Ints]) -> Ints:
    """Return where an option ends that begins right after one of `ends`."""
    row = keys[option[0]]
    reached = row if ends is None else row[_among(row - 1, ends)]
    for stem in option[1:]:
        row = keys[stem]
        reached = row[_among(row - 1, reached)]
    return reached


def _widened(reached: Ints, row: Ints) -> Ints:
    """Return the further places that a compound takes."""
    further = [reached]
    for _ in range(_WIDEST - 1):
        reached = row[_among(row - 1, reached)]
        if not len(reached):
            break
        further.append(reached)
    return np.concatenate(further)


def _near(elements: Sequence[Element], keys: dict[str, Ints], near: int) -> Ints:
    """Return the places of the first word that have every other word within `near` places."""
    rows = [
        np.unique(np.concatenate([_after(None, option, keys) for option in element])) for element in elements
    ]
    places = rows[0]
    for at, row in enumerate(rows[1:], 1):
        low = np.searchsorted(row, places - near)
        high = np.searchsorted(row, places + near, side="right")
        needed = 1 + sum(elements[at] == before for before in elements[:at])
        places = places[high - low >= needed]
    return places
