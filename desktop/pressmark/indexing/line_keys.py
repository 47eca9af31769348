"""The keys of a page's lines and of the word 4-grams in them, as arrays and as the catalog keeps them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pressmark.reading import repeats

Keys = NDArray[np.int64]
Bytes = NDArray[np.uint8]
Grams = NDArray[np.uint32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class PageKeys:
    """The distinct lines of a page, sorted by key: `words` of each, and how many of `grams` are its own, in order.

    `ends` tells which of them end as sentences do.
    """

    keys: Keys
    words: Bytes
    ends: Flags
    grams_of: Bytes
    grams: Grams

    def packed(self) -> tuple[bytes, bytes]:
        """Return the catalog's columns line_keys and line_grams."""
        ends = np.packbits(self.ends)
        rest = (self.words, self.grams_of, ends, self.grams)
        return self.keys.tobytes(), b"".join(part.tobytes() for part in rest)


def page_keys(lines: Iterable[str]) -> PageKeys:
    """Return the keys of a page's lines; lines that do not count have none."""
    found = sorted({known for line in lines if (known := line_keys(line)) is not None})
    found = [known for at, known in enumerate(found) if at == 0 or known.key != found[at - 1].key]
    return PageKeys(
        np.array([known.key for known in found], np.int64),
        np.array([known.words for known in found], np.uint8),
        np.array([known.ends for known in found], np.bool_),
        np.array([len(known.grams) for known in found], np.uint8),
        np.array([gram for known in found for gram in known.grams], np.uint32),
    )


def unpacked(line_keys: bytes, line_grams: bytes) -> PageKeys:
    """Return what PageKeys.packed made into bytes."""
    keys = np.frombuffer(line_keys, np.int64)
    count = len(keys)
    ends = np.frombuffer(line_grams, np.uint8, (count + 7) // 8, 2 * count)
    return PageKeys(
        keys,
        np.frombuffer(line_grams, np.uint8, count),
        np.unpackbits(ends, count=count).astype(np.bool_),
        np.frombuffer(line_grams, np.uint8, count, count),
        np.frombuffer(line_grams[2 * count + len(ends) :], np.uint32),
    )


def line_keys(line: str) -> repeats.LineKeys | None:
    """Return the keys of one line, kept for a while."""
    return _kept_keys(line) if len(line) <= repeats.LOOKED_AT else repeats.keys_of(line)


# A line is asked for twice a page, and what an outlet repeats on each of its pages; 600 bytes an entry.
_kept_keys = lru_cache(maxsize=1 << 14)(repeats.keys_of)
