"""Boosted trees, all evaluated at once: which leaf a line falls into is found with bit masks (QuickScorer)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Leaves of a tree: one bit of a mask each.
MOST_LEAVES = 16
# Lines that are evaluated at once, so that what is in between stays in the processor's cache.
AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees of the same number of leaves L, each with L-1 splits in order; shorter ones are padded.

    `features`, `limits` and `closed` have a row a tree and a column a split: a line whose feature is above the limit
    cannot fall into the leaves whose bits are in `closed` (those left of the split). `leaves` are log-odds, a row a
    tree. Lucchese et al., QuickScorer, SIGIR 2015.
    """

    features: NDArray[np.int64]
    limits: NDArray[np.float32]
    closed: NDArray[np.uint16]
    leaves: NDArray[np.float32]
    bias: float

    def log_odds(self, table: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the sum of the trees for each line of a table of (lines, features)."""
        parts = [self._some(table[start : start + AT_ONCE]) for start in range(0, len(table), AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros(0, np.float32)

    def _some(self, table: NDArray[np.float32]) -> NDArray[np.float32]:
        trees, splits = self.features.shape
        by_feature = np.ascontiguousarray(table.T)
        shut = np.zeros((trees, len(table)), np.uint16)
        for split in range(splits):  # one of all trees at a time: what is in between stays small
            above = by_feature.take(self.features[:, split], axis=0) > self.limits[:, split, None]
            shut |= above * self.closed[:, split, None]
        leaf = _FIRST_OPEN.take(shut) + np.arange(trees, dtype=np.int64)[:, None] * self.leaves.shape[1]
        return np.asarray(self.leaves.take(leaf).sum(0) + np.float32(self.bias), np.float32)


def _lowest_clear(masks: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Return, for each mask, the number of its lowest bit that is not set."""
    clear = ~masks & (masks + np.uint32(1))
    return np.log2(clear).astype(np.int64)


_FIRST_OPEN = _lowest_clear(np.arange(1 << MOST_LEAVES, dtype=np.uint32))
