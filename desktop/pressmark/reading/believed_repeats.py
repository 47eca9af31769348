"""Which of an outlet's repeats are believed: repetition alone never makes an article's own sentence furniture."""

import re
from collections.abc import Sequence

from pressmark.reading.bylines import is_byline
from pressmark.reading.page_reading import PageReading
from pressmark.reading.repeats import MANY
from pressmark.reading.verdicts import Verdict, speaks_to_reader

# A whole sentence amid kept prose is furniture only where the page by itself makes it so unlikely to be article text,
# and one at the edge of the prose where it does not make it so likely. (Measured on marked pages of 52 outlets:
# furniture that reads as prose has at most 0.85, the paragraphs that stories share 0.95.)
LEAST_AMID, LEAST_AT_EDGE = 0.5, 0.9
# A sentence stands amid prose when there is prose among so many stretches above it, and below it.
BESIDE = 2

_QUOTED = re.compile('["“”„«»]')


def may_be_text(page: PageReading, repeated: Sequence[int]) -> bool:
    """Tell whether one of the stretches that stand on other pages may be the article's own sentence.

    `page` is the page by itself. The question is cheap beside what `believed` needs.
    """
    start, stop = page.body
    if start == stop:
        start, stop = 0, len(repeated)
    return any(
        repeated[number] >= MANY and _is_plain_sentence(page, number) and _has_sentence_beside(page, number)
        for number in range(max(start - BESIDE, 0), min(stop + BESIDE, len(repeated)))
    )


def believed(
    page: PageReading, repeated: Sequence[int], judged: Sequence[Verdict], chances: Sequence[float]
) -> list[int]:
    """Return `repeated`, the other pages on which each stretch stands, with 0 for the article's own sentences.

    `judged` and `chances` are the verdict on each stretch and its chance to be article text (NaN for none), as the
    page by itself gives them.
    """
    kept = [_is_sentence(page, number) and verdict is None for number, verdict in enumerate(judged)]
    found = list(repeated)
    for number, count in enumerate(repeated):
        if not count or not kept[number] or not _is_plain_sentence(page, number):
            continue
        above, below = (any(kept[part]) for part in _beside(number))
        doubted = chances[number] < (LEAST_AMID if above and below else LEAST_AT_EDGE)
        if (above or below) and not doubted:
            found[number] = 0
    return found


def words_of_text(page: PageReading, judged: Sequence[Verdict]) -> int:
    """Return how many words are kept of a page beside its headline, dates and bylines."""
    return sum(
        page.shapes[number].words
        for number, verdict in enumerate(judged)
        if verdict is None
        and number != page.headline
        and not page.dated[number]
        and not is_byline(page.stretches[number].text)
    )


def _beside(number: int) -> tuple[slice, slice]:
    """Return the stretches above and below one that stand beside it."""
    return slice(max(number - BESIDE, 0), number), slice(number + 1, number + 1 + BESIDE)


def _has_sentence_beside(page: PageReading, number: int) -> bool:
    return any(look.prose or look.ends for part in _beside(number) for look in page.shapes[part])


def _is_sentence(page: PageReading, number: int) -> bool:
    look = page.shapes[number]
    return look.prose or look.ends


def _is_plain_sentence(page: PageReading, number: int) -> bool:
    """Tell whether a stretch reads as a sentence, says nothing that furniture says, and asks nothing of the reader."""
    text = page.stretches[number].text
    return (
        _is_sentence(page, number)
        and page.phrases[number] is None
        and (not speaks_to_reader(page, number) or _QUOTED.search(text) is not None)
    )
