"""The companion file and the vocabulary."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.errors import IndexDamaged
from pressmark.search.engine import Document
from pressmark.search.whoosh.arrays import Vocabulary, load, ragged, save
from pressmark.search.whoosh.inverting import Batch

TERMS = st.sets(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=5), max_size=30)


@given(TERMS, st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=3))
def test_vocabulary(words: set[str], prefix: str) -> None:
    terms = sorted(word.encode() for word in words)
    vocabulary = Vocabulary.of(terms)
    assert [vocabulary[number] for number in range(len(vocabulary))] == terms
    assert [vocabulary.find(term) for term in terms] == list(range(len(terms)))
    assert vocabulary.find(b"\n") == -1
    first, last = vocabulary.beginning(prefix.encode())
    assert vocabulary.slice(first, last) == [term for term in terms if term.startswith(prefix.encode())]


def test_ragged_runs() -> None:
    assert ragged(np.array([5, 0, 9]), np.array([2, 0, 3])).tolist() == [5, 6, 9, 10, 11]


def test_save_and_load(tmp_path: Path) -> None:
    batch = Batch()
    batch.add(Document(7, "One", "two three", outlet="Écho"))
    arrays = batch.arrays()
    save(arrays, tmp_path / "x")
    again = load(tmp_path / "x")
    assert again.ids.tolist() == [7]
    assert again.outlets == ("Écho",)
    assert again.fields["text"].positions.tolist() == arrays.fields["text"].positions.tolist()
    (tmp_path / "x").write_bytes((tmp_path / "x").read_bytes()[:-8])
    with pytest.raises(IndexDamaged, match="not whole"):
        load(tmp_path / "x")


def test_numbers_take_as_few_bytes_as_they_need(tmp_path: Path) -> None:
    batch = Batch()
    for number in range(300):
        batch.add(Document(number, "", "word " * (1 + number % 2)))
    arrays = batch.arrays()
    save(arrays, tmp_path / "x")
    kept = load(tmp_path / "x").fields["text"]
    assert {part: getattr(kept, part).dtype.name for part in ("docs", "weights", "counts", "firsts", "positions")} == {
        "docs": "uint16", "weights": "uint8", "counts": "uint8", "firsts": "uint16", "positions": "uint8",
    }  # fmt: skip
    for part in ("starts", "docs", "weights", "counts", "firsts", "positions", "lengths"):
        assert np.array_equal(getattr(kept, part), getattr(arrays.fields["text"], part)), part
    starts = np.array([5, 0, 200], dtype=np.uint8)
    assert ragged(starts, np.array([2, 0, 3], dtype=np.uint16)).tolist() == [5, 6, 200, 201, 202]
