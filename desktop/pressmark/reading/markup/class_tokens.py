"""The class words and element names around each line as numbers, told apart by how far up they stand."""

from zlib import crc32

import numpy as np

from pressmark.reading.cleaner.grams import BUCKETS
from pressmark.reading.markup.class_words import numbers_of
from pressmark.reading.markup.elements import Elements, Flags, Numbers

_ONE, _TWO = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_HIGH_BITS, _LOW, _HALF = np.uint64(40), np.uint64(0xFFFFFFFF), np.uint64(32)
# Where a word stands to a line: anywhere around it, two steps up or more, below what also holds the headline, ...
_ANY, _FAR, _BELOW, _TAG, _PAIR, _OWN, _ABOVE = (kind << 32 for kind in range(1, 8))


def class_tokens(elements: Elements, at: Numbers, cut: Flags) -> tuple[Numbers, Numbers]:
    """Return (line, bucket) of all words around each line; `at` is the element of each.

    What stands at an element that is `cut`, or above it, says nothing of a line: it is around the headline and the main
    text as well.
    """
    chains = _Chains(elements, cut)
    made: dict[int, list[int]] = {}  # by path: the items of a list stand on the same one
    paths: list[int] = []
    for element in at.tolist():
        path = chains.path(element)
        paths.append(path)
        if path not in made:
            made[path] = chains.tokens(element)
    mixed = np.array([token for tokens in made.values() for token in tokens], np.uint64)
    mixed = (mixed & _LOW) * _ONE ^ (mixed >> _HALF) * _TWO
    buckets = (mixed * _ONE >> _HIGH_BITS).astype(np.int64) % BUCKETS
    order = {path: number for number, path in enumerate(made)}
    length = np.array([len(tokens) for tokens in made.values()], np.int64)
    of_line = np.array([order[path] for path in paths], np.int64)
    owners = np.repeat(np.arange(len(paths)), length[of_line])
    # The tokens of a line are a stretch of those of all paths: where it begins, and how far into it one is.
    begins = (np.cumsum(length) - length)[of_line]
    lengths = length[of_line]
    into = np.arange(len(owners)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return owners, buckets[np.repeat(begins, lengths) + into]


class _Chains:
    """The words of the elements around one, each chain made once."""

    def __init__(self, elements: Elements, cut: Flags) -> None:
        self._parent, self._keys, self._tags = elements.parent.tolist(), elements.keys, elements.tags
        self._cut = cut.tolist()
        self._known: dict[int, tuple[list[int], list[int]]] = {-1: ([], [])}
        self._path = {-1: -1}
        self._paths: dict[tuple[int, str, str, bool], int] = {}

    def path(self, element: int) -> int:
        """Return a number that elements share around which the same words and names stand, in the same order."""
        way = []
        while element not in self._path:
            way.append(element)
            element = self._parent[element]
        found = self._path[element]
        for one in reversed(way):
            place = (found, self._tags[one], self._keys[one], self._cut[one])
            found = self._path[one] = self._paths.setdefault(place, len(self._paths))
        return found

    def tokens(self, element: int) -> list[int]:
        """Return all words and names around an element."""
        anywhere, below = self._around(element)
        above = self._parent[element]
        further = self._parent[above] if above >= 0 else -1
        own, around = self._tags[element], self._tags[above] if above >= 0 else ""
        kinds = (
            (_ANY, dict.fromkeys(anywhere)), (_BELOW, dict.fromkeys(below)), (_FAR, dict.fromkeys(self._around(further)[0])),
            (_OWN, self._words(element)), (_ABOVE, self._words(above) if above >= 0 else ()),
        )  # fmt: skip
        found = [word | kind for kind, words in kinds for word in words]
        return [*found, crc32(own.encode()) | _TAG, crc32(f"{own}<{around}".encode()) | _PAIR]

    def _words(self, element: int) -> tuple[int, ...]:
        return numbers_of(self._keys[element]) if self._keys[element] else ()

    def _around(self, element: int) -> tuple[list[int], list[int]]:
        """Return the words of an element and all around it, and of these those below the cut."""
        way = []
        while element not in self._known:
            way.append(element)
            element = self._parent[element]
        anywhere, below = self._known[element]
        for one in reversed(way):
            words = self._words(one)
            anywhere = [*anywhere, *words]
            below = [] if self._cut[one] else [*below, *words]
            self._known[one] = anywhere, below
        return anywhere, below
