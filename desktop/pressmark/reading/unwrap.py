"""Lines -> stretches: hard-wrapped lines joined into the paragraph they are a part of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Widths, in characters, to which texts are wrapped by machines and people.
NARROWEST, WIDEST = 40, 100
# Characters by which a line may fall short of the width and still count as full.
SLACK = 4
# Of the breaks in a wrapped text at least these shares are forced by the width and precede a small letter.
FULL_SHARE, LOWER_SHARE = 0.6, 0.4

FIRST_WORD = re.compile(r"\s*(\S{1,40})")
ITEM = re.compile(r"\s{2,}\S|\s*[-*•·–—]\s|\s*\d{1,2}[.)]\s")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that make one paragraph (0-based, inclusive), and their text on one line."""

    first: int
    last: int
    text: str


def paragraphs(lines: Sequence[str]) -> list[Stretch]:
    """Return each line that is not blank as a stretch of its own."""
    texts = [line.strip() for line in lines]
    return [Stretch(number, number, text) for number, text in enumerate(texts) if text]


def stretches(lines: Sequence[str]) -> list[Stretch]:
    """Return the stretches of a text in order; blank lines are in none."""
    texts = [line.strip() for line in lines]
    found: list[Stretch] = []
    start = 0
    for number, text in enumerate((*texts, "")):
        if text:
            continue
        if number > start:
            found += _stretches_of(lines, texts, start, number)
        start = number + 1
    return found


def _stretches_of(lines: Sequence[str], texts: list[str], start: int, stop: int) -> list[Stretch]:
    """Divide a group of lines that has no blank line in it; `texts` are the lines without their margins."""
    ends = _ends(lines, start, stop) if stop - start > 1 else [start]
    found, first = [], start
    for last in ends:
        text = texts[first] if first == last else " ".join(texts[first : last + 1])
        found.append(Stretch(first, last, text))
        first = last + 1
    return found


def _ends(lines: Sequence[str], start: int, stop: int) -> list[int]:
    """Return the last line of each stretch of the group."""
    every = list(range(start, stop))
    width = max(len(lines[number].rstrip()) for number in every)
    if not NARROWEST <= width <= WIDEST:
        return every
    joined = [number for number in every[:-1] if _is_full(lines[number], lines[number + 1], width)]
    small = [number for number in joined if lines[number + 1].lstrip()[:1].islower()]
    breaks = stop - start - 1
    if len(joined) < FULL_SHARE * breaks or len(small) < max(1.0, LOWER_SHARE * len(joined)):
        return every
    inside = set(joined)
    return [number for number in every if number not in inside]


def _is_full(line: str, following: str, width: int) -> bool:
    """Tell whether the line ends only because the next word did not fit."""
    word = FIRST_WORD.match(following)
    if word is None or ITEM.match(following):
        return False
    return len(line.rstrip()) + 1 + len(word[1]) > width - SLACK
