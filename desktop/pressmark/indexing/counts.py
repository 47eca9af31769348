"""On how many pages of an outlet each line stands."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pressmark.reading import repeats

Keys = NDArray[np.int64]


def line_keys(lines: Iterable[str]) -> Keys:
    """Return the distinct keys of a page's lines, sorted; lines that do not count have none."""
    return np.array(sorted({key for line in lines if (key := _key(line)) is not None}), dtype=np.int64)


class RepeatCounts:
    """Counts of (outlet, line): a sorted array of keys beside their counts, so that millions fit in memory."""

    def __init__(self, pages: Iterable[tuple[str, bytes]] = ()) -> None:
        """Start with the pages already known, as (outlet, packed line keys)."""
        self._keys: Keys = np.empty(0, np.int64)
        self._counts: NDArray[np.int32] = np.empty(0, np.int32)
        self._pages: Counter[str] = Counter()
        self.add((outlet, np.frombuffer(packed, np.int64)) for outlet, packed in pages)

    def add(self, pages: Iterable[tuple[str, Keys]]) -> None:
        """Count more pages."""
        mixed = []
        for outlet, keys in pages:
            self._pages[outlet] += 1
            mixed.append(keys ^ np.int64(repeats.salt(outlet)))
        if not mixed:
            return
        fresh, counts = np.unique(np.concatenate(mixed), return_counts=True)
        at, known = self._find(fresh)
        self._counts[at[known]] += counts[known].astype(np.int32)
        self._keys = np.insert(self._keys, at[~known], fresh[~known])
        self._counts = np.insert(self._counts, at[~known], counts[~known].astype(np.int32))

    def pages(self, outlet: str) -> int:
        """Return how many pages of an outlet were counted."""
        return self._pages[outlet]

    def others(self, outlet: str, keys: Keys) -> Callable[[str], int]:
        """Return the function that tells on how many other pages of the outlet a line of a counted page stands.

        `keys` are those of the page's lines.
        """
        at, known = self._find(keys ^ np.int64(repeats.salt(outlet)))
        others = self._counts[at[known]] - 1
        counts: dict[int | None, int] = dict(zip(keys[known].tolist(), others.tolist(), strict=True))
        return lambda line: counts.get(_key(line), 0)

    def _find(self, mixed: Keys) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        """Return where each key stands or would stand, and whether it does."""
        at = np.searchsorted(self._keys, mixed)
        known = at < len(self._keys)
        known[known] = self._keys[at[known]] == mixed[known]
        return at, known


def _key(line: str) -> int | None:
    return _kept_key(line) if len(line) <= repeats.LOOKED_AT else repeats.key(line)


# A line is asked for twice a page, and what an outlet repeats on each of its pages; 200 bytes an entry.
_kept_key = lru_cache(maxsize=1 << 15)(repeats.key)
