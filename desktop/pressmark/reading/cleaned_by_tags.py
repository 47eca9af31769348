"""The lines of a page with tags: kept or set aside by where they stand and what they say, with a reason."""

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from pressmark.reading.cleaner.model import cleaner
from pressmark.reading.markup.places import COMMENTS, HIDDEN
from pressmark.reading.page_reading import PageReading
from pressmark.reading.verdicts import Verdict
from pressmark.values import Reason, Tags

# The log-odds of a line are the mean of those of its place and those of its words, of which the first count so much.
SHARE_OF_TAGS = 0.8
# From these on a line is kept, on English pages and on others. Chosen by cross-validation over publishers, a third of them
# left unread: English pages then lose little text, and the others, of which there are few to learn from, leave little over.
LEAST: Final = {True: -1.4, False: -0.6}
# A line of so many words that the page shows once more is set aside there.
TWICE_WORDS = 8
# What is hidden on the page and what stands among readers' comments is no article, unless hardly anything else is kept.
NEVER: Final = (HIDDEN, COMMENTS)
LEAST_WORDS = 60


def by_tags(page: PageReading, tags: Tags, verdicts: Sequence[Verdict]) -> tuple[list[Verdict], list[float]]:
    """Judge the stretches of a page with tags; beside them the chance of each to be article text."""
    likely = cleaner().likely(page, list(verdicts))
    by_words = likely.chances
    by_place = np.array([tags.odds[part.first] for part in page.stretches])
    with np.errstate(divide="ignore"):
        odds = np.log(by_words) - np.log1p(-by_words)
    odds = np.where(
        np.isnan(by_words), by_place, (1 - SHARE_OF_TAGS) * np.clip(odds, -12, 12) + SHARE_OF_TAGS * by_place
    )
    kept = odds >= LEAST[likely.english]
    words = np.array([look.words for look in page.shapes], np.int64)
    never = np.array([tags.place[part.first] in NEVER for part in page.stretches], np.bool_)
    if words[kept & ~never].sum() >= min(LEAST_WORDS, words[kept].sum()):
        kept &= ~never
    chances = 1 / (1 + np.exp(-odds))
    judged: list[Verdict] = []
    seen: set[str] = set()
    for number, (part, chance) in enumerate(zip(page.stretches, chances.tolist(), strict=True)):
        if number == page.headline:
            judged.append(None)
        elif kept[number]:
            twice = part.text in seen and words[number] >= TWICE_WORDS
            judged.append((Reason.REPEATED, "stands further up on this page, too") if twice else None)
            seen.add(part.text)
        else:
            judged.append(_with_chance(_reason(page, tags, number, verdicts[number]), chance))
    return judged, [
        math.nan if not look.words else chance
        for look, chance in zip(page.shapes, chances.tolist(), strict=True)
    ]


def _reason(page: PageReading, tags: Tags, number: int, verdict: Verdict) -> tuple[Reason, str]:
    """Give the reason that a person sees on the page: its place, else what it says, else its look."""
    place = tags.place[page.stretches[number].first]
    if place is not None:
        return place
    if verdict is not None:
        return verdict
    if page.shapes[number].prose:
        return Reason.LINKS, "stands apart from the article, like the beginning of another story"
    return Reason.MENU, "stands apart from the article's text"


def _with_chance(verdict: tuple[Reason, str], chance: float) -> tuple[Reason, str]:
    reason, detail = verdict
    return reason, f"{detail}; {chance:.0%} likely to be article text"
