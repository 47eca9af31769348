"""Merging segments gives what indexing all at once gives."""

import numpy as np
import pytest

from pressmark.search.engine import Document
from pressmark.search.whoosh.arrays import SegmentArrays
from pressmark.search.whoosh.inverting import Batch
from pressmark.search.whoosh.merge import merged, to_merge


def segment(documents: list[Document]) -> SegmentArrays:
    batch = Batch()
    for document in documents:
        batch.add(document)
    return batch.arrays()


def test_the_same_as_at_once(documents: list[Document]) -> None:
    parts = [segment(documents[:5]), segment(documents[5:9]), segment(documents[9:])]
    alive = [np.ones(len(part), dtype=bool) for part in parts]
    alive[1][2] = False
    result = merged(parts, alive)
    whole = segment([document for document in documents if document.id != documents[7].id])
    assert result.ids.tolist() == whole.ids.tolist()
    assert [result.outlets[at] for at in result.outlet_of] == [whole.outlets[at] for at in whole.outlet_of]
    for name, field in whole.fields.items():
        other = result.fields[name]
        assert bytes(field.vocabulary.blob) == bytes(other.vocabulary.blob)
        for part in ("starts", "docs", "weights", "counts", "firsts", "positions", "lengths"):
            assert np.array_equal(getattr(field, part), getattr(other, part)), (name, part)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([], []),
        ([(5, 0)] * 4, []),
        ([(5, 0)] * 5, list(range(5))),
        ([(90_000, 0)] * 4 + [(1, 0)], []),  # one new article does not have 90,000 written again
        ([(90_000, 0), *[(3_000, 0)] * 5, *[(20, 0)] * 4], list(range(1, 6))),
        ([(249, 0)] * 3 + [(250, 0)] * 4, []),
        ([*[(9_000, 0)] * 5, *[(20, 0)] * 5], list(range(5, 10))),
        ([(1, 199)], [0]),
        ([(700, 300), (600, 400), (500, 500)], [2]),
        ([(700, 300)], []),
        ([(0, 0)], []),
    ],
)
def test_what_is_merged(sizes: list[tuple[int, int]], expected: list[int]) -> None:
    assert to_merge(sizes) == expected


def test_each_article_is_written_few_times() -> None:
    """100,000 commits of one article: a segment a tier, and each article written once a tier and in the smallest."""
    segments: list[int] = []
    written = 0
    for _ in range(100_000):
        segments.append(1)
        while places := to_merge([(size, 0) for size in segments]):
            size = sum(segments[place] for place in places)
            written += size
            segments = [*(one for at, one in enumerate(segments) if at not in places), size]
    assert sum(segments) == 100_000
    assert len(segments) <= 4 * 6
    assert written < 45 * 100_000
