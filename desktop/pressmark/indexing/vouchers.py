"""Which dated articles share words in a row with an undated one: looked for by keys, before anything is compared."""

from collections.abc import Iterable, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

# A run of words in more articles than this is a formula; one in few tells something by itself, else it takes two.
FORMULA, RARE, ENOUGH = 200, 20, 2
# Articles that may vouch for one: those with most runs in common.
MOST = 12
AT_ONCE = 4_000  # articles whose keys are looked up in one step
_BITS = 22  # of a key, for a first look: nearly all keys are of no undated article

Keys = NDArray[np.uint32]
Numbers = NDArray[np.int64]


def vouchers(asked: Sequence[bytes], dated: Iterable[tuple[int, bytes]]) -> list[list[tuple[int, int]]]:
    """Return, for each undated article, (number, runs in common) of the dated ones that share enough with it.

    Articles are given by the packed keys of their runs of words.
    """
    parts = [np.frombuffer(packed, np.uint32) for packed in asked]
    keys = np.concatenate([np.empty(0, np.uint32), *parts])
    owners = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    order = np.argsort(keys, kind="stable")
    owners = owners[order]
    known, starts, sizes = np.unique(keys[order], return_index=True, return_counts=True)
    which, numbers = _found(known, dated)
    shared = np.bincount(which, minlength=len(known))
    telling = (shared <= FORMULA) & (sizes <= FORMULA)
    held = telling[which]
    which, numbers = which[held], numbers[held]
    pairs = np.repeat(np.arange(len(which)), sizes[which])
    within = np.arange(len(pairs)) - np.repeat(np.cumsum(sizes[which]) - sizes[which], sizes[which])
    who = owners[starts[which[pairs]] + within]
    return _enough(len(parts), who, numbers[pairs], shared[which[pairs]] <= RARE)


def _found(known: Keys, dated: Iterable[tuple[int, bytes]]) -> tuple[Numbers, Numbers]:
    """Return where each key of a dated article stands among the known ones, and the article's number."""
    seen = np.zeros(1 << _BITS, np.bool_)
    seen[known & np.uint32((1 << _BITS) - 1)] = True
    places: list[Numbers] = [np.empty(0, np.int64)]
    numbers: list[Numbers] = [np.empty(0, np.int64)]
    rows = iter(dated)
    while len(known) and (part := list(islice(rows, AT_ONCE))):
        keys = np.frombuffer(b"".join(packed for _, packed in part), np.uint32)
        sizes = np.array([len(packed) // keys.itemsize for _, packed in part])
        maybe = np.flatnonzero(seen[keys & np.uint32((1 << _BITS) - 1)])
        at = np.minimum(np.searchsorted(known, keys[maybe]), len(known) - 1)
        same = known[at] == keys[maybe]
        row = np.searchsorted(np.cumsum(sizes), maybe[same], side="right")
        places.append(at[same])
        numbers.append(np.array([number for number, _ in part], np.int64)[row])
    return np.concatenate(places), np.concatenate(numbers)


def _enough(
    count: int, who: Numbers, numbers: Numbers, rare: NDArray[np.bool_]
) -> list[list[tuple[int, int]]]:
    """Return for each undated article the dated ones that share two runs with it, or a rare one."""
    found: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    if not len(who):
        return found
    pairs, at, common = np.unique(
        np.stack((who, numbers), axis=1), axis=0, return_inverse=True, return_counts=True
    )
    telling = np.bincount(at.ravel(), rare, len(pairs)) > 0
    for (one, number), runs in zip(
        pairs[(common >= ENOUGH) | telling].tolist(),
        common[(common >= ENOUGH) | telling].tolist(),
        strict=True,
    ):
        found[one].append((number, runs))
    return found
