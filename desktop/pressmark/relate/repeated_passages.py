"""Which passages are furniture: what an outlet, or everyone, prints again and again."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from pressmark.reading import repeats

SAME_OUTLET = 3  # articles of one outlet with the same passage make it furniture ...
ANYWHERE = 8  # ... and so many articles of any outlet
DISSIMILAR = 0.25  # two articles of an outlet less alike than this that share a passage share furniture

Keys = NDArray[np.int64]


class Repeats:
    """How many articles have each line that more than one has."""

    def __init__(self, articles: Iterable[tuple[str, bytes]]) -> None:
        """Count the packed line keys of all articles, given with their outlet."""
        everywhere, outlets = bytearray(), bytearray()
        for outlet, packed in articles:
            everywhere += packed
            outlets += (np.frombuffer(packed, np.int64) ^ np.int64(repeats.salt(outlet))).tobytes()
        self._anywhere = _repeated(everywhere, ANYWHERE)
        self._of_outlet = _repeated(outlets, SAME_OUTLET)

    def is_furniture(self, text: str, outlet: str) -> bool:
        """Tell whether a passage of an article of this outlet is printed too often to mean anything."""
        key = repeats.key(text)
        if key is None:
            return True
        if outlet and _has(self._of_outlet, np.int64(key) ^ np.int64(repeats.salt(outlet))):
            return True
        return _has(self._anywhere, np.int64(key))


def _repeated(packed: bytearray, least: int) -> Keys:
    """Return the keys that stand at least so many times, sorted; sorts them where they lie."""
    keys = np.frombuffer(packed, np.int64)
    keys.sort()
    last = keys[least - 1 :]
    return np.unique(last[last == keys[: len(last)]])


def _has(keys: Keys, key: np.int64) -> bool:
    at = int(np.searchsorted(keys, key))
    return at < len(keys) and bool(keys[at] == key)
