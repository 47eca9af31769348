"""Twin of reading/cleaner/forest.py."""

import numpy as np
import pytest

from pressmark.reading.cleaner.forest import AT_ONCE, MOST_LEAVES, Forest

# Tree 1: x0 <= 1 ? (x1 <= 5 ? 10 : 20) : 30. Tree 2: x1 <= 0 ? 1 : 2, padded.
FOREST = Forest(
    features=np.array([[1, 0], [1, 0]]),
    limits=np.array([[5, 1], [0, np.inf]], np.float32),
    closed=np.array([[0b001, 0b011], [0b01, 0]], np.uint16),
    leaves=np.array([[10, 20, 30], [1, 2, 0]], np.float32),
    bias=0.5,
)


@pytest.mark.parametrize(
    ("row", "expected"), [((1, 5), 12.5), ((1, 6), 22.5), ((2, 5), 32.5), ((2, 9), 32.5), ((0, 0), 11.5)]
)
def test_each_tree_adds_the_leaf_a_line_falls_into(row: tuple[float, float], expected: float) -> None:
    assert FOREST.log_odds(np.array([row], np.float32)).tolist() == [expected]


def test_many_lines_are_evaluated_in_parts() -> None:
    table = np.tile(np.array([[1, 6], [0, 0]], np.float32), (AT_ONCE, 1))
    assert FOREST.log_odds(table).tolist() == [22.5, 11.5] * AT_ONCE
    assert len(FOREST.log_odds(table[:0])) == 0


def test_it_agrees_with_walking_down_the_trees() -> None:
    """A tree that is a chain of all its leaves: leaf k is the first whose limit is not exceeded."""
    splits = MOST_LEAVES - 1
    chain = Forest(
        features=np.zeros((1, splits), np.int64),
        limits=np.arange(splits, dtype=np.float32)[None],
        closed=np.array([[(1 << number + 1) - 1 for number in range(splits)]], np.uint16),
        leaves=np.arange(MOST_LEAVES, dtype=np.float32)[None],
        bias=0.0,
    )
    values = np.linspace(-1, splits + 1, 60, dtype=np.float32)[:, None]
    expected = [min(max(int(np.ceil(value)), 0), splits) for value in values.ravel()]
    assert chain.log_odds(values).tolist() == expected
