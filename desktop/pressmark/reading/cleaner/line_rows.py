"""Small steps over the lines of a page: what stands before and after each, and how far away."""

import numpy as np
from numpy.typing import NDArray

Row = NDArray[np.float64]


def shifted(row: NDArray[np.generic], by: int, fill: float) -> Row:
    """Return the row moved down by `by` lines (up where it is negative), with `fill` where nothing comes in."""
    moved = np.full(len(row), fill, np.float64)
    if by > 0:
        moved[by:] = row[:-by]
    elif -len(row) < by:
        moved[: len(row) + by] = row[-by:]
    return moved


def running(rows: NDArray[np.generic]) -> Row:
    """Return the sums of what stands before each line, and at the end the sum of all; for one row or for several."""
    sums = np.zeros((*rows.shape[:-1], rows.shape[-1] + 1))
    np.cumsum(rows, axis=-1, dtype=np.float64, out=sums[..., 1:])
    return sums


def summed(sums: Row, first: int, last: int) -> Row:
    """Return the sum over the lines from `first` to `last` (inclusive) beside each line; `sums` is `running(rows)`."""
    at = np.arange(sums.shape[-1] - 1)
    until, before = at + (last + 1), at + first
    return np.asarray(sums.take(until, axis=-1, mode="clip") - sums.take(before, axis=-1, mode="clip"))


def lines_since(flags: NDArray[np.bool_], most: float) -> Row:
    """Return how many lines above each one the nearest flagged line stands, at most `most`."""
    at = np.arange(len(flags), dtype=np.float64)
    latest = shifted(np.maximum.accumulate(np.where(flags, at, -np.inf)), 1, -np.inf)
    return np.minimum(at - latest, most)


def signed_log(row: NDArray[np.generic]) -> Row:
    """Return the logarithm of 1 + the size of each number, with its sign."""
    return np.asarray(np.sign(row) * np.log1p(np.abs(row)), np.float64)


def best_run(gains: NDArray[np.generic]) -> tuple[int, int]:
    """Return [first, after) of the lines whose gains add up to most; (0, 0) where there is no gain."""
    sums = running(gains)
    least = np.minimum.accumulate(sums)
    after = int(np.argmax(sums - least))
    if sums[after] <= least[after]:
        return 0, 0
    return int(np.flatnonzero(sums[: after + 1] == least[after])[-1]), after
