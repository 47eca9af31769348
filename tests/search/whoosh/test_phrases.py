"""How a word of a phrase can be written, and which numbers stand among others."""

import numpy as np
import pytest

from pressmark.search.query_terms import element_of
from pressmark.search.whoosh.phrases import phrase, positions_of
from pressmark.search.whoosh.searcher import Searcher
from pressmark.words import read


@pytest.mark.parametrize(
    ("raw", "element"),
    [
        ("loans", (("loan",),)),
        ("short-term", (("shortterm",), ("short", "term"))),
        ("W-2", (("w2",),)),
        ("9/11", (("9/11",),)),
    ],
)
def test_elements(raw: str, element: tuple[tuple[str, ...], ...]) -> None:
    assert element_of(read(raw)) == element


def test_positions_of() -> None:
    assert positions_of(np.array([2, 5, 9]), np.array([1, 5, 9, 11])).tolist() == [1, 2]
    assert positions_of(np.array([], dtype=np.int32), np.array([1])).tolist() == []


def test_counts(searcher: Searcher) -> None:
    found = phrase(searcher._index, "text", [(("the",),), (("press",),)], 0)
    assert found.counts.tolist() == [2.0]
