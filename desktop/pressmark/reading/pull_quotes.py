"""Pull quotes: short lines whose words all stand, in order, in another paragraph."""

from collections import defaultdict
from collections.abc import Sequence

from pressmark.reading.page_reading import PageReading

# Words of a pull quote; in the paragraph it is taken from, other words may stand between, up to this share.
FEWEST, MOST = 5, 60
STRETCHED = 1.6
# Paragraphs that are compared with one line at most.
COMPARED = 50

_MARKS = frozenset('"“”„«»')


def pull_quotes(page: PageReading, kept: Sequence[int]) -> list[int]:
    """Return the stretches among those kept that repeat words of another one."""
    candidates = [number for number in kept if _may_be(page, number)]
    if not candidates:
        return []
    words = {number: page.shapes[number].tokens for number in kept}
    wanted = {token for number in candidates for token in words[number]}
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, tokens in words.items():
        for token in wanted.intersection(tokens):
            holders[token].append(number)
    return [number for number in candidates if _repeats(number, words, holders)]


def _may_be(page: PageReading, number: int) -> bool:
    if not page.body[0] <= number < page.body[1] or number == page.headline:
        return False
    return FEWEST <= page.shapes[number].words <= MOST and not _MARKS & set(page.stretches[number].text[:600])


def _repeats(number: int, words: dict[int, tuple[str, ...]], holders: dict[str, list[int]]) -> bool:
    own = words[number]
    if not own:
        return False
    rarest = min(own, key=lambda token: len(holders[token]))
    for other in holders[rarest][:COMPARED]:
        if other != number and len(words[other]) >= len(own) + 2 and _stands_in(own, words[other]):
            return True
    return False


def _stands_in(own: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether the words stand in the other text in order, with few words between."""
    reach = int(len(own) * STRETCHED) + 2
    starts = (start for start, token in enumerate(other) if token == own[0])
    return any(_in_order(own, other[start : start + reach]) for start in starts)


def _in_order(own: Sequence[str], window: Sequence[str]) -> bool:
    rest = iter(window)
    return all(token in rest for token in own)
