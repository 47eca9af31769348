"""Merging segments gives what indexing all at once gives."""

import numpy as np
import pytest

from pressmark.search.analysis import Batch
from pressmark.search.arrays import SegmentArrays
from pressmark.search.merge import MOST_SEGMENTS, merged, to_merge
from pressmark.search.schema import Document


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
        for part in ("starts", "docs", "weights", "places", "positions", "lengths"):
            assert np.array_equal(getattr(field, part), getattr(other, part)), (name, part)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([], []),
        ([5] * MOST_SEGMENTS, []),
        ([9, 1, 8, 2, 7, 3, 6, 4, 5], [1, 3, 5, 7, 8]),
        ([1] * 20, list(range(13))),
    ],
)
def test_the_smallest_are_merged(sizes: list[int], expected: list[int]) -> None:
    assert to_merge(sizes) == expected
