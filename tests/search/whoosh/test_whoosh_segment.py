"""The codec's block layout: many postings, read back by Whoosh's own reader."""

import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from pressmark.search.engine import Document
from pressmark.search.whoosh.arrays import FieldArrays, SegmentArrays, Vocabulary
from pressmark.search.whoosh.arrays_from_whoosh import arrays_of
from pressmark.search.whoosh.schema import stock_schema
from pressmark.search.whoosh.storage import create, read_table, segment_arrays
from pressmark.search.whoosh.whoosh_parts import SegmentReader, Storage
from pressmark.search.whoosh.whoosh_segment import PLACED_BLOCK, write_segment
from pressmark.search.whoosh.writer import IndexWriter


@pytest.mark.parametrize("count", [1, PLACED_BLOCK, PLACED_BLOCK + 1, 3 * PLACED_BLOCK + 7])
def test_blocks_of_any_number(tmp_path: Path, count: int) -> None:
    documents = [
        Document(at, "", "word " * (1 + at % 3) + "x " * (at * 7 % 400) + f"w{at}") for at in range(count)
    ]
    with IndexWriter(tmp_path) as writer:
        writer.replace(documents)
        writer.commit()
    [segment] = read_table(tmp_path).segments
    kept, again = segment_arrays(tmp_path, segment), arrays_of(Storage(str(tmp_path)), segment)
    for part in ("starts", "docs", "weights", "counts", "firsts", "positions", "lengths"):
        assert np.array_equal(getattr(kept.fields["text"], part), getattr(again.fields["text"], part)), part


def test_terms_are_written_a_stretch_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressmark.search.whoosh.whoosh_segment.AT_ONCE", 50)
    test_blocks_of_any_number(tmp_path, 140)


def test_writing_a_large_field_takes_little_memory(tmp_path: Path) -> None:
    """700,000 postings: as Python objects all at once they took 76 MB."""
    terms, documents = 1000, 700
    none = np.zeros(0, dtype=np.int32)
    total = terms * documents
    field = FieldArrays(
        Vocabulary.of([b"w%04d" % term for term in range(terms)]),
        np.arange(0, total + 1, documents, dtype=np.int64),
        np.tile(np.arange(documents, dtype=np.int32), terms),
        np.ones(total, dtype=np.uint16),
        np.ones(total, dtype=np.int32),
        np.arange(0, total + 1, documents, dtype=np.int64),
        np.repeat(np.arange(terms, dtype=np.int32), documents),
        np.full(documents, terms, dtype=np.int32),
    )
    zeros = np.zeros(documents, dtype=np.int32)
    arrays = SegmentArrays(np.arange(documents), zeros, zeros, zeros, ("",), {"text": field, "word": field})
    arrays.fields["word"] = FieldArrays(
        field.vocabulary, field.starts, field.docs, field.weights, none, none, none, field.lengths
    )
    storage = Storage(str(tmp_path))
    create(tmp_path)
    schema = read_table(tmp_path).schema
    tracemalloc.start()
    write_segment(storage, schema, arrays)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40_000_000


def test_a_term_of_one_document_takes_no_block(tmp_path: Path) -> None:
    with IndexWriter(tmp_path) as writer:
        writer.replace([Document(1, "", "rare common common"), Document(2, "", "common")])
        writer.commit()
    [segment] = read_table(tmp_path).segments
    reader = SegmentReader(Storage(str(tmp_path)), stock_schema(), segment)
    assert [reader.term_info("text", term).is_inlined() for term in ("rare", "common")] == [True, False]
    matcher = reader.postings("text", "rare")
    assert (matcher.id(), matcher.weight(), list(matcher.value_as("positions"))) == (0, 1.0, [0])
    reader.close()
    assert (tmp_path / segment.make_filename(".pst")).stat().st_size < 600
