"""Several segments -> one, on their arrays; and which segments are worth it."""

from collections.abc import Sequence

import numpy as np

from pressmark.search.whoosh.arrays import FieldArrays, Ints, SegmentArrays, Vocabulary, ragged

TIER = 5
"""Segments of about one size that become one, so that each article is written log(n) times in all.

With 8 the words of 20,000 articles stood in 9 segments, in twice the room that they take in one.
"""
SMALLEST = 250
"""Living articles below which all segments count as of one size."""
MOST_DEAD = 1 / 3
"""Share of dead documents from which a segment is written again without them (Lucene's TieredMergePolicy: .2 to .33)."""


def to_merge(sizes: Sequence[tuple[int, int]]) -> list[int]:
    """Return the places of the segments to merge next, mostly none; `sizes` are (living, dead) documents of each.

    The smallest tier that is full is merged; then a segment with many dead documents is written again by itself.
    """
    tiers: dict[int, list[int]] = {}
    for place, (living, _) in enumerate(sizes):
        tiers.setdefault(_tier(living), []).append(place)
    full = [tier for tier, places in tiers.items() if len(places) >= TIER]
    if full:
        return tiers[min(full)]
    shares = [dead / max(living + dead, 1) for living, dead in sizes]
    worst = max(range(len(sizes)), key=shares.__getitem__, default=-1)
    return [worst] if worst >= 0 and shares[worst] > MOST_DEAD else []


def _tier(living: int) -> int:
    """Return 0 for a small segment, and one more for each time it is TIER times as large."""
    tier = 0
    while living >= SMALLEST * TIER**tier:
        tier += 1
    return tier


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
            runs.append(one.places(0, len(one.vocabulary))[:-1][kept] + base)
            counts.append(one.counts[kept])
            base += len(one.positions)
        offset += int(lives.sum())
    key = np.concatenate(keys)
    order = np.argsort(key, kind="stable")
    key = key[order]
    used, starts = np.unique(key // max(total, 1), return_index=True)
    none: Ints = np.zeros(0, dtype=np.int32)
    count, firsts, positions = none, none, none
    if runs:
        count = np.concatenate(counts)[order]
        positions = np.concatenate([one.positions for one in fields])[
            ragged(np.concatenate(runs)[order], count)
        ]
        firsts = np.concatenate(([0], np.cumsum(count, dtype=np.int64)))[np.append(starts, len(key))]
    return FieldArrays(
        Vocabulary.of([names[term] for term in used.tolist()]),
        np.append(starts, len(key)).astype(np.int64),
        (key % max(total, 1)).astype(np.int32),
        np.concatenate(weights)[order],
        count,
        firsts,
        positions,
        np.concatenate([one.lengths[lives] for one, lives in zip(fields, alive, strict=True)]),
    )
