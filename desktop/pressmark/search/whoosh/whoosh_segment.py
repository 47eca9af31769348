"""Arrays -> the files of an ordinary Whoosh segment, written block by block in the codec's own layout."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from pickle import dumps
from struct import Struct
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.system import pack_int, pack_long, pack_uint, pack_ushort
from whoosh.util.numeric import length_to_byte

from pressmark.search.whoosh.arrays import COMPANION, FieldArrays, Ints, SegmentArrays, Vocabulary, save
from pressmark.search.whoosh.schema import INDEX_NAME
from pressmark.search.whoosh.whoosh_parts import (
    BLOCK_MAGIC,
    SMALLEST_COMPRESSED,
    Codec,
    Schema,
    Segment,
    TermInfo,
)

PLACED_BLOCK = 128
"""Postings a block where places are kept: the stock size, since a phrase reads few of them."""
PLAIN_BLOCK = 1024
"""Postings a block where they are not: fewer blocks, half the time."""
AT_ONCE = 200_000
"""Postings held as Python objects at a time, some 135 bytes each: a whole field of 600,000 articles would take 20 GB."""
_COMPRESSION = 3
_PICKLE = 3
"""The pickle protocol of postings: the codec writes 2, which spells each bytes object as a call (a third longer)."""
_term_info: Struct = TermInfo._struct


def write_segment(storage: Any, schema: Schema, arrays: SegmentArrays) -> Segment:
    """Write a segment and its companion file; it counts once a table of contents names it."""
    codec = Codec()
    segment = codec.new_segment(storage, INDEX_NAME)
    _write_documents(codec, storage, segment, schema, arrays)
    _write_terms(codec, storage, segment, schema, arrays)
    segment.set_doc_count(len(arrays))
    save(arrays, Path(storage.folder) / segment.make_filename(COMPANION))
    return segment


def _write_documents(
    codec: Any, storage: Any, segment: Segment, schema: Schema, arrays: SegmentArrays
) -> None:
    """Write what is stored with each document, and the lengths of its fields."""
    writer = codec.per_document_writer(storage, segment)
    lengths = {name: one.lengths.tolist() for name, one in sorted(arrays.fields.items()) if one.placed}
    days = zip(arrays.first_days.tolist(), arrays.last_days.tolist(), strict=True)
    outlets = [arrays.outlets[number] for number in arrays.outlet_of.tolist()]
    for doc, (article, (first, last), outlet) in enumerate(
        zip(arrays.ids.tolist(), days, outlets, strict=True)
    ):
        writer.start_doc(doc)
        stored = {
            "id": str(article),
            "date": f"{first:08d}",
            "date_end": f"{last:08d}",
            "outlet_name": outlet,
        }
        for name, value in stored.items():
            writer.add_field(name, schema[name], value, 0)
        for name, column in lengths.items():
            if column[doc]:
                writer.add_field(name, schema[name], None, column[doc])
        writer.finish_doc()
    writer.close()


def _write_terms(codec: Any, storage: Any, segment: Segment, schema: Schema, arrays: SegmentArrays) -> None:
    every = arrays.fields | {
        "id": _keys([str(number) for number in arrays.ids.tolist()]),
        "date": _keys([f"{day:08d}" for day in arrays.first_days.tolist()]),
    }
    writer = codec.field_writer(storage, segment)
    for number, name in enumerate(sorted(every)):
        writer.start_field(name, schema[name])
        _write_field(writer, number, every[name])
        writer.finish_field()
    writer.close()


def _keys(values: list[str]) -> FieldArrays:
    """Return the postings of a field that has one value a document."""
    rows = sorted((value.encode(), doc) for doc, value in enumerate(values))
    terms = sorted({value for value, _ in rows})
    names = np.array([value for value, _ in rows], dtype=object)
    starts = np.append(np.searchsorted(names, np.array(terms, dtype=object)), len(rows)).astype(np.int64)
    docs = np.array([doc for _, doc in rows], dtype=np.int32)
    none: Ints = np.zeros(0, dtype=np.int32)
    return FieldArrays(
        Vocabulary.of(terms), starts, docs, np.ones(len(rows), dtype=np.uint16), none, none, none, none
    )


def _write_field(writer: Any, number: int, field: FieldArrays) -> None:
    """Write the postings of one field, term by term."""
    prefix = pack_ushort(number)
    block = PLACED_BLOCK if field.placed else PLAIN_BLOCK
    lengths = _length_bytes(field)
    for first, last in _stretches(field.starts):
        _write_terms_of(writer, prefix, block, _part(field, first, last), lengths)


def _stretches(starts: Ints) -> Iterator[tuple[int, int]]:
    """Yield ranges of terms that have AT_ONCE postings together, or one term that has more."""
    first = 0
    while first < len(starts) - 1:
        last = int(np.searchsorted(starts, starts[first] + AT_ONCE, side="right")) - 1
        last = max(last, first + 1)
        yield first, last
        first = last


def _part(field: FieldArrays, first: int, last: int) -> FieldArrays:
    """Return the terms [first, last) of a field as a field; its numbers are copied, so that they fit in little memory."""
    low, high = int(field.starts[first]), int(field.starts[last])
    bounds = field.firsts[first : last + 1].astype(np.int64)
    base, end = (int(bounds[0]), int(bounds[-1])) if field.placed else (0, 0)
    return FieldArrays(
        Vocabulary.of(field.vocabulary.slice(first, last)),
        field.starts[first : last + 1] - low,
        field.docs[low:high],
        field.weights[low:high],
        field.counts[low:high],
        bounds - base,
        field.positions[base:end],
        field.lengths,
    )


def _write_terms_of(
    writer: Any, prefix: bytes, block: int, field: FieldArrays, coded_lengths: NDArray[np.uint8]
) -> None:
    """Write the postings of some terms, one after another."""
    file, index = writer._postfile, writer._tindex
    docs, weights = field.docs.tolist(), field.weights.tolist()
    gaps = np.diff(field.docs, prepend=0).tolist()
    values = encoded_places(field) if field.placed else None
    lengths = coded_lengths[field.docs].tobytes() if len(coded_lengths) else b""
    starts = field.starts.tolist()
    at = file.tell()
    for term, name in enumerate(field.vocabulary.slice(0, len(field.vocabulary))):
        first, last = starts[term], starts[term + 1]
        span, weight = lengths[first:last] or b"\0", weights[first:last]
        info = (sum(weight), last - first, min(span), max(span), max(weight), docs[first], docs[last - 1])
        if last - first == 1:  # as the codec's own writer does with a term of one document
            value = values[first] if values is not None else b""
            inlined = dumps(((docs[first],), (float(weight[0]),), (value,)), _PICKLE)
            index.add(prefix + name, _term_info.pack(1, *info) + inlined)
            continue
        parts = [BLOCK_MAGIC]
        for low in range(first, last, block):
            high = min(low + block, last)
            ids = (docs[low], *gaps[low + 1 : high])
            part = values[low:high] if values is not None else None
            span = lengths[low:high] or b"\0"
            data = _block(ids, weights[low:high], part, docs[high - 1], min(span), max(span), high == last)
            parts.append(data)
        written = b"".join(parts)
        file.write(written)
        index.add(prefix + name, _term_info.pack(0, *info) + pack_long(at) + pack_int(len(written)))
        at += len(written)


def _block(
    ids: tuple[int, ...],
    weights: list[int],
    values: list[bytes] | None,
    last_id: int,
    shortest: int,
    longest: int,
    last: bool,
) -> bytes:
    """Return one block: signed length (negative: the last one), pickled summary, pickled postings."""
    heaviest = max(weights)
    kept: object = tuple(map(float, weights))
    if min(weights) == heaviest:
        kept = None if heaviest == 1 else float(heaviest)
    data = dumps((ids, kept, tuple(values) if values is not None else None), _PICKLE)
    compression = _COMPRESSION if len(data) >= SMALLEST_COMPRESSED else 0
    if compression:
        data = zlib.compress(data, compression)
    summary = dumps((len(ids), last_id, float(heaviest), compression, shortest, longest), 2)
    size = len(summary) + len(data)
    return pack_int(-size if last else size) + summary + data


def _length_bytes(field: FieldArrays) -> NDArray[np.uint8]:
    """Return the length of each document as Whoosh's one-byte approximation; none where no places are kept."""
    if not len(field.lengths) or not field.placed:
        return np.zeros(0, dtype=np.uint8)
    distinct, place = np.unique(field.lengths, return_inverse=True)
    coded = np.array([length_to_byte(int(length)) for length in distinct], dtype=np.uint8)
    return coded[place]


def encoded_places(field: FieldArrays) -> list[bytes]:
    """Return each posting's positions as Whoosh's Positions format has them: a count, pickled differences."""
    first = field.places(0, len(field.vocabulary))[:-1]
    gaps = np.diff(field.positions, prepend=0)
    gaps[first] = field.positions[first]
    steps = gaps.tolist()
    one = pack_uint(1)
    single: dict[int, bytes] = {}
    coded: list[bytes] = []
    at = 0
    for count in field.counts.tolist():
        if count == 1:
            place = steps[at]
            value = single.get(place)
            if value is None:
                value = single[place] = one + dumps([place], 2)
        else:
            value = pack_uint(count) + dumps(steps[at : at + count], 2)
        coded.append(value)
        at += count
    return coded
