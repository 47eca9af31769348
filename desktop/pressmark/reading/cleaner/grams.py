"""The words and word pairs of each line as numbers, and what a learned table makes of them."""

import numpy as np
from numpy.typing import NDArray

from pressmark.reading.cleaner.sheet import Sheet

# Entries of a table: words and pairs are hashed into them, so that no list of words has to be shipped.
BUCKETS = 1 << 17
# Of a longer line so many words at its beginning and its end are looked at.
ENDS = 20
LONGEST_CLASS = 6

# Odd constants that spread the bits (those of xxHash and of the golden ratio).
_ONE, _TWO = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_SALT, _BEGIN, _PAIR, _END = np.uint64(17), np.uint64(3), np.uint64(0x51ED270B), np.uint64(0xABCDEF987)
_HIGH_BITS = np.uint64(40)

Table = NDArray[np.float32]


def grams(sheet: Sheet) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return (line, bucket) of every word, pair of words, last word and class of length of the page's lines."""
    words = sheet.hash + _SALT
    at = np.arange(len(words)) - sheet.start[sheet.line]
    rest = sheet.count[sheet.line] - at
    looked_at = (at < ENDS) | (rest <= ENDS)
    before = np.concatenate(([_BEGIN], words[:-1]))
    before[at == 0] = _BEGIN
    single = words * _ONE
    pairs = (words * _TWO) ^ (before * _ONE + _PAIR)
    last = rest == 1
    ends = (words[last] * _ONE) ^ (np.full(sheet.size, _END) * _TWO)
    lengths = np.minimum(LONGEST_CLASS, np.log2(sheet.count + 1).astype(np.int64)).astype(np.uint64)
    line = sheet.line[looked_at]
    lines = np.concatenate((line, line, sheet.line[last], np.arange(sheet.size)))
    mixed = np.concatenate((single[looked_at], pairs[looked_at], ends, (lengths + np.uint64(1)) * _TWO))
    return lines, (mixed >> _HIGH_BITS).astype(np.int64) % BUCKETS


def scores(
    found: tuple[NDArray[np.int64], NDArray[np.int64]], size: int, table: Table, bias: float
) -> NDArray[np.float32]:
    """Return the learned log-odds of each of `size` lines: the sum of its entries over the root of their number."""
    lines, buckets = found
    number = np.bincount(lines, minlength=size)
    total = np.bincount(lines, table[buckets], minlength=size)
    return (total / np.sqrt(np.maximum(number, 1)) + bias).astype(np.float32)
