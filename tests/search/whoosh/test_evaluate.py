"""Scores: BM25 by hand on the invented archive."""

import math
from pathlib import Path

import pytest

from pressmark.search.query_parser import parse
from pressmark.search.whoosh.evaluate import Evaluator, Stopped
from pressmark.search.whoosh.open_index import OpenIndex


def test_bm25(archive: Path) -> None:
    index = OpenIndex(archive)
    found = Evaluator(index, lambda: False).evaluate(parse("budget").tree)
    [doc] = found.mask.nonzero()[0].tolist()
    lengths, mean = index.lengths("text")
    idf = math.log(1 + (index.size - 1 + 0.5) / 1.5)
    count = 3
    expected = idf * (1.8 + 1) * count / (count + 1.8 * (1 - 0.9 + 0.9 * lengths[doc] / mean))
    assert found.scores[doc] == pytest.approx(expected, rel=1e-5)


def test_a_hit_in_set_aside_text_counts_a_tenth(archive: Path) -> None:
    index = OpenIndex(archive)
    found = Evaluator(index, lambda: False).evaluate(parse("timetable").tree)
    [doc] = found.mask.nonzero()[0].tolist()
    lengths, mean = index.lengths("aside")
    idf = math.log(1 + (index.size - 1 + 0.5) / 1.5)
    expected = 0.1 * idf * 2.8 / (1 + 1.8 * (0.1 + 0.9 * lengths[doc] / mean))
    assert found.scores[doc] == pytest.approx(expected, rel=1e-5)


def test_stop_is_asked(archive: Path) -> None:
    with pytest.raises(Stopped):
        Evaluator(OpenIndex(archive), lambda: True).evaluate(parse("a b").tree)
