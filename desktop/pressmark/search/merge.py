"""Several segments -> one, on their arrays; and which segments are worth it."""

from collections.abc import Sequence

import numpy as np

from pressmark.search.arrays import FieldArrays, Ints, SegmentArrays, Vocabulary, ragged

MOST_SEGMENTS = 8
"""Segments an index may have after a commit; a search looks at each."""
MERGED_AT_ONCE = 5
"""How many of the smallest become one when there are more: each article is written log(n) times in all."""


def to_merge(sizes: Sequence[int]) -> list[int]:
    """Return the places of the segments to merge, given how many living articles each has; mostly none."""
    if len(sizes) <= MOST_SEGMENTS:
        return []
    by_size = sorted(range(len(sizes)), key=lambda at: sizes[at])
    return sorted(by_size[: max(MERGED_AT_ONCE, len(sizes) - MOST_SEGMENTS + 1)])


def merged(segments: Sequence[SegmentArrays], alive: Sequence[Ints]) -> SegmentArrays:
    """Put segments together; `alive` says for each document of each whether it is kept."""
    outlets = tuple(dict.fromkeys(outlet for one in segments for outlet in one.outlets))
    number = {outlet: at for at, outlet in enumerate(outlets)}
    outlet_of = [
        np.array([number[name] for name in one.outlets] or [0], dtype=np.int32)[one.outlet_of]
        for one in segments
    ]
    return SegmentArrays(
        np.concatenate([one.ids[lives] for one, lives in zip(segments, alive, strict=True)]),
        np.concatenate([one.first_days[lives] for one, lives in zip(segments, alive, strict=True)]),
        np.concatenate([one.last_days[lives] for one, lives in zip(segments, alive, strict=True)]),
        np.concatenate([row[lives] for row, lives in zip(outlet_of, alive, strict=True)]),
        outlets,
        {name: _merged_field([one.fields[name] for one in segments], alive) for name in segments[0].fields},
    )


def _merged_field(fields: Sequence[FieldArrays], alive: Sequence[Ints]) -> FieldArrays:
    """Concatenate the postings, sort them by term and document, and gather their positions in that order."""
    vocabularies = [one.vocabulary.slice(0, len(one.vocabulary)) for one in fields]
    names = sorted(set().union(*vocabularies))
    rank = {name: at for at, name in enumerate(names)}
    total = sum(int(lives.sum()) for lives in alive)
    keys, weights, runs, counts, offset, base = [], [], [], [], 0, 0
    for one, terms, lives in zip(fields, vocabularies, alive, strict=True):
        new_number = np.cumsum(lives) - 1 + offset
        ranks = np.array([rank[term] for term in terms], dtype=np.int64)
        kept = lives[one.docs]
        term_of = np.repeat(ranks, np.diff(one.starts))[kept]
        keys.append(term_of * max(total, 1) + new_number[one.docs[kept]])
        weights.append(one.weights[kept])
        if one.placed:
            runs.append(one.places[:-1][kept] + base)
            counts.append(np.diff(one.places)[kept])
            base += len(one.positions)
        offset += int(lives.sum())
    key = np.concatenate(keys)
    order = np.argsort(key, kind="stable")
    key = key[order]
    used, starts = np.unique(key // max(total, 1), return_index=True)
    none: Ints = np.zeros(0, dtype=np.int32)
    places, positions = none, none
    if runs:
        count = np.concatenate(counts)[order]
        positions = np.concatenate([one.positions for one in fields])[
            ragged(np.concatenate(runs)[order], count)
        ]
        places = np.concatenate(([0], np.cumsum(count))).astype(np.int64)
    return FieldArrays(
        Vocabulary.of([names[term] for term in used.tolist()]),
        np.append(starts, len(key)).astype(np.int64),
        (key % max(total, 1)).astype(np.int32),
        np.concatenate(weights)[order],
        places,
        positions,
        np.concatenate([one.lengths[lives] for one, lives in zip(fields, alive, strict=True)]),
    )
