"""Keys of runs of words: two articles that share some words in a row share a key, whatever stands around them."""

from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from pressmark.reading.passages import LINKABLE
from pressmark.reading.shapes import TOKEN
from pressmark.values import Article, BlockKind

# Words of a run, and runs of which the one with the least key is kept (winnowing: Schleimer et al., SIGMOD 2003): so
# any 8 words in a row that two articles share give both the same key, and two runs in five are kept.
RUN, WINDOW = 5, 4
# Characters of an article that are looked at.
LOOKED_AT = 100_000

Keys = NDArray[np.uint32]

_TOLD = LINKABLE | {BlockKind.SUBHEADING}
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_NONE = np.uint64(0xFFFFFFFFFFFFFFFF)


def run_keys(article: Article) -> Keys:
    """Return the keys of the runs of words in an article's text, distinct and sorted; no run crosses two blocks."""
    words: list[int] = []
    ends: list[int] = []
    left = LOOKED_AT
    for block in article.blocks:
        if not block.set_aside and block.kind in _TOLD and left > 0:
            words += [crc32(word.encode()) for word in TOKEN.findall(block.text[:left].casefold())]
            ends.append(len(words))
            left -= len(block.text)
    if len(words) < RUN:
        return np.empty(0, np.uint32)
    runs = _runs(np.array(words, np.uint64), np.array(ends[:-1], np.int64))
    windows = np.lib.stride_tricks.sliding_window_view(runs, min(WINDOW, len(runs)))
    kept = np.unique(windows.min(axis=1))
    return np.unique((kept[kept != _NONE] >> np.uint64(32)).astype(np.uint32))


def _runs(words: NDArray[np.uint64], ends: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Return a hash of each run of words, the greatest number for one that crosses an end."""
    count = len(words) - RUN + 1
    runs = np.zeros(count, np.uint64)
    for at in range(RUN):
        runs = (runs + words[at : at + count]) * _FACTOR
        runs ^= runs >> np.uint64(29)
    crossing = (ends[:, None] - np.arange(1, RUN)).ravel()
    runs[crossing[(crossing >= 0) & (crossing < count)]] = _NONE
    return runs
