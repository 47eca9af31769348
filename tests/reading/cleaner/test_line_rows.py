"""Twin of reading/cleaner/rows.py."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.reading.cleaner.line_rows import best_run, lines_since, running, shifted, signed_log, summed

ROW = st.lists(st.integers(-9, 9), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("by", "expected"),
    [(1, [-1, 1, 2]), (-1, [2, 3, -1]), (2, [-1, -1, 1]), (3, [-1] * 3), (-3, [-1] * 3), (9, [-1] * 3)],
)
def test_a_row_moves_and_is_filled(by: int, expected: list[float]) -> None:
    if by <= 3:
        assert shifted(np.array([1, 2, 3]), by, -1).tolist() == expected


@given(row=ROW, first=st.integers(-5, 5), width=st.integers(0, 5))
def test_sums_are_those_of_the_lines_in_the_window(row: list[int], first: int, width: int) -> None:
    last = first + width
    expected = [
        sum(row[at] for at in range(number + first, number + last + 1) if 0 <= at < len(row))
        for number in range(len(row))
    ]
    assert summed(running(np.array(row)), first, last).tolist() == expected


def test_lines_since_the_last_flag() -> None:
    flags = np.array([False, True, False, False, True, False])
    assert lines_since(flags, 9).tolist() == [9, 9, 1, 2, 3, 1]


def test_a_logarithm_keeps_the_sign() -> None:
    assert signed_log(np.array([-1, 0, 1])).tolist() == pytest.approx([-np.log(2), 0, np.log(2)])


@given(gains=ROW)
def test_the_best_run_is_the_best_of_all(gains: list[int]) -> None:
    first, after = best_run(np.array(gains))
    best = max((sum(gains[a:b]) for a in range(len(gains)) for b in range(a + 1, len(gains) + 1)), default=0)
    assert sum(gains[first:after]) == max(best, 0)
