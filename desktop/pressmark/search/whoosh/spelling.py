"""Terms of a vocabulary that are spelled nearly like a word, or fit a pattern with wildcards."""

import re
from collections.abc import Iterator

import numpy as np

from pressmark.search.query_terms import fits
from pressmark.search.whoosh.arrays import Vocabulary

MOST_CANDIDATES = 20_000
"""Terms compared letter by letter for one word; keeps a one-letter half from reading the whole vocabulary."""

RARE = 3
"""Letters in a row that stand in few enough terms to look at each of these."""


def near_words(vocabulary: Vocabulary, word: str, distance: int) -> Iterator[tuple[int, str, int]]:
    """Yield (number, term, distance) of terms that share a half with the word and differ in few letters."""
    half = max(1, len(word) // 2)
    low, high = len(word) - distance, len(word) + distance
    for encoded in _candidates(vocabulary, word[:half].encode(), word[-half:].encode()):
        term = encoded.decode()
        if low <= len(term) <= high:
            apart = edits(word, term, distance)
            if apart <= distance:
                yield vocabulary.find(encoded), term, apart


def fitting(vocabulary: Vocabulary, pattern: str) -> list[int]:
    """Return the numbers of the terms that fit a pattern, in order."""
    letters = [part.encode() for part in re.split(r"[?*]+", pattern)]
    first, last = vocabulary.beginning(letters[0]) if letters[0] else (0, len(vocabulary))
    wanted = max(letters, key=len)
    if len(wanted) < RARE and wanted is not letters[0]:
        return _lines(vocabulary, pattern, first, last)
    whole = fits(pattern)
    numbers = range(first, last) if wanted is letters[0] else _numbers_with(vocabulary, wanted, first, last)
    return [number for number in numbers if whole.fullmatch(vocabulary[number].decode())]


def _numbers_with(vocabulary: Vocabulary, part: bytes, first: int, last: int) -> list[int]:
    """Return the numbers in [first, last) of the terms that have a part."""
    return _numbers_at(vocabulary, re.compile(re.escape(part)), first, last)


def _lines(vocabulary: Vocabulary, pattern: str, first: int, last: int) -> list[int]:
    """Look at each term in turn, as a line: two letters stand in too many for a look at each of those."""
    parts = {"?": rb"[^\n\x80-\xbf][\x80-\xbf]*", "*": rb"[^\n]*"}  # one letter in UTF-8, any number
    line = b"".join(parts.get(part, re.escape(part.encode())) for part in pattern)
    return _numbers_at(vocabulary, re.compile(rb"^" + line + rb"$", re.MULTILINE), first, last)


def _numbers_at(vocabulary: Vocabulary, wanted: re.Pattern[bytes], first: int, last: int) -> list[int]:
    start = int(vocabulary.ends[first - 1]) if first else 0
    end = int(vocabulary.ends[last - 1]) if last else 0
    places = [start + found.start() for found in wanted.finditer(vocabulary.blob[start:end])]
    numbers: list[int] = np.unique(np.searchsorted(vocabulary.ends, places, side="right")).tolist()
    return numbers


def _candidates(vocabulary: Vocabulary, head: bytes, tail: bytes) -> Iterator[bytes]:
    first, last = vocabulary.beginning(head)
    last = min(last, first + MOST_CANDIDATES)
    yield from vocabulary.slice(first, last)
    blob = bytes(vocabulary.blob)
    ending = tail + b"\n"
    at = blob.find(ending)
    for _ in range(MOST_CANDIDATES):
        if at < 0:
            return
        start = blob.rfind(b"\n", 0, at) + 1
        term = blob[start : at + len(tail)]
        if not term.startswith(head):
            yield term
        at = blob.find(ending, at + len(ending))


def edits(one: str, other: str, most: int) -> int:
    """Return how many letters are put in, left out, changed or swapped; `most` + 1 when more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    one, other = _middles(one, other)
    if not one or not other:
        return max(len(one), len(other))
    if most == 1:
        return 1 if len(one) == len(other) == 1 or (len(one) == 2 and one == other[::-1]) else 2
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        current = [i]
        for j, another in enumerate(other, 1):
            cost = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (letter != another))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == another:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return most + 1
        before, row = row, current
    return row[-1]


def _middles(one: str, other: str) -> tuple[str, str]:
    """Return what is left of two words without the beginning and the end they share."""
    shortest = min(len(one), len(other))
    head = 0
    while head < shortest and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < shortest - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    return one[head : len(one) - tail], other[head : len(other) - tail]
