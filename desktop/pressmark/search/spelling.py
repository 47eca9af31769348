"""Terms of a vocabulary that are spelled nearly like a word."""

from collections.abc import Iterator

from pressmark.search.arrays import Vocabulary

MOST_CANDIDATES = 20_000
"""Terms compared letter by letter for one word; keeps a one-letter half from reading the whole vocabulary."""


def near_words(vocabulary: Vocabulary, word: str, distance: int) -> Iterator[tuple[int, str, int]]:
    """Yield (number, term, distance) of the terms that share the word's first or last half and differ in few letters."""
    half = max(1, len(word) // 2)
    low, high = len(word) - distance, len(word) + distance
    for number, encoded in _candidates(vocabulary, word[:half].encode(), word[-half:].encode()):
        term = encoded.decode()
        if low <= len(term) <= high:
            apart = edits(word, term, distance)
            if apart <= distance:
                yield number, term, apart


def _candidates(vocabulary: Vocabulary, head: bytes, tail: bytes) -> Iterator[tuple[int, bytes]]:
    first, last = vocabulary.beginning(head)
    last = min(last, first + MOST_CANDIDATES)
    yield from enumerate(vocabulary.slice(first, last), first)
    blob = bytes(vocabulary.blob)
    ending = tail + b"\n"
    at = blob.find(ending)
    for _ in range(MOST_CANDIDATES):
        if at < 0:
            return
        start = blob.rfind(b"\n", 0, at) + 1
        term = blob[start : at + len(tail)]
        if not term.startswith(head):
            yield vocabulary.find(term), term
        at = blob.find(ending, at + len(ending))


def edits(one: str, other: str, most: int) -> int:
    """Return how many letters are put in, left out, changed or swapped with the next; `most` + 1 when more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
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
