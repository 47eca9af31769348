"""A segment's Whoosh files -> its arrays, for when the companion file is missing."""

from typing import Any

import numpy as np

from pressmark.errors import IndexDamaged
from pressmark.search.whoosh.arrays import FieldArrays, Ints, SegmentArrays, Vocabulary
from pressmark.search.whoosh.schema import PLACED_FIELDS, WORD_FIELDS, stock_schema
from pressmark.search.whoosh.whoosh_parts import Segment, SegmentReader


def arrays_of(storage: Any, segment: Segment) -> SegmentArrays:
    """Read a segment through Whoosh's public interface: slow (30 s for 20,000 articles), rarely needed."""
    try:
        reader = SegmentReader(storage, stock_schema(), segment)
    except Exception as error:  # damaged files raise anything at all
        raise IndexDamaged(f"A part of the index is damaged ({error}): it is being built again.") from error
    try:
        return _read(reader)
    except Exception as error:
        raise IndexDamaged(f"A part of the index is damaged ({error}): it is being built again.") from error
    finally:
        reader.close()


def _read(reader: Any) -> SegmentArrays:
    stored = [reader.stored_fields(doc) for doc in range(reader.doc_count_all())]
    outlets = tuple(dict.fromkeys(row["outlet_name"] for row in stored))
    number = {outlet: at for at, outlet in enumerate(outlets)}
    names = (*PLACED_FIELDS, *WORD_FIELDS.values())
    return SegmentArrays(
        np.array([int(row["id"]) for row in stored], dtype=np.int64),
        np.array([int(row["date"]) for row in stored], dtype=np.int32),
        np.array([int(row["date_end"]) for row in stored], dtype=np.int32),
        np.array([number[row["outlet_name"]] for row in stored], dtype=np.int32),
        outlets,
        {name: _field(reader, name, len(stored)) for name in names},
    )


def _field(reader: Any, name: str, count: int) -> FieldArrays:
    placed = name in PLACED_FIELDS
    terms: list[bytes] = []
    starts, docs, weights, counts, firsts, positions = [0], [], [], [], [0], []
    lengths: Ints = np.zeros(count, dtype=np.int64)
    for term in reader.lexicon(name):
        terms.append(term)
        matcher = reader.postings(name, term)
        while matcher.is_active():
            docs.append(matcher.id())
            weights.append(int(matcher.weight()))
            if placed:
                found = matcher.value_as("positions")
                positions += found
                counts.append(len(found))
            matcher.next()
        starts.append(len(docs))
        firsts.append(len(positions))
    doc_of = np.array(docs, dtype=np.int32)
    np.add.at(lengths, doc_of, weights)
    none: Ints = np.zeros(0, dtype=np.int32)
    return FieldArrays(
        Vocabulary.of(terms),
        np.array(starts, dtype=np.int64),
        doc_of,
        np.array(weights, dtype=np.uint16),
        np.array(counts, dtype=np.int32) if placed else none,
        np.array(firsts, dtype=np.int64) if placed else none,
        np.array(positions, dtype=np.int32) if placed else none,
        lengths.astype(np.int32),
    )
