"""What the rules say of each stretch of a page: article, or set aside and why; the cleaner weighs it with all else."""

import re
from enum import IntEnum
from typing import TypeAlias

from pressmark.reading.bylines import is_byline
from pressmark.reading.page_reading import PageReading
from pressmark.reading.telling_phrases import TellingPhrase
from pressmark.values import Reason

# Prose after the main run is kept as long as no more than this many other stretches stand between.
GAP = 4
# After a box of links the article may go on within so many stretches, in words of which this share was said.
RESUME_GAP, RESUME_SHARE = 12, 0.2
# A line under a heading of links that has more words is a paragraph rather than a link.
LINK_WORDS = 20
# So few lines after the last paragraph, and then the end of the file, are no list.
SHORT_TAIL = 3
# A prose line above the headline is kept when it stands this near to it, in stretches.
NEAR = 2

# A line of at most so many words has no room for more than its phrase says.
BRIEF_WORDS = 14
# Of the words of an appeal at least this share are "we" and "you" and their kin.
WE_AND_YOU_SHARE = 0.06

_WE_AND_YOU = re.compile(r"\b(?:we|us|our|ours|you|your|yours)\b", re.IGNORECASE)
_QUOTED = re.compile(r"\s*[\"“„«][^\"“”„«»]{8,}[\"”“»]\s*")

UNDER, GOES_ON = "stands under", "goes on from"

Verdict: TypeAlias = tuple[Reason, str] | None


def verdicts_of(page: PageReading) -> list[Verdict]:
    """Judge each stretch by what it says and where it stands to the main run of prose."""
    start, stop = page.body
    if start == stop:
        return _without_prose(page)
    head = _head(page)
    last = _end(page)
    verdicts: list[Verdict] = [_above(page, number, head) for number in range(head)]
    verdicts += _within(page, head, last)
    return _with_appeals(page, verdicts + _below(page, last))


def _without_prose(page: PageReading) -> list[Verdict]:
    """Without prose only phrases speak: those in a line, and the heading of links or comments above it."""
    verdicts: list[Verdict] = []
    heading: TellingPhrase | None = None
    for number, phrase in enumerate(page.phrases):
        if phrase is not None and phrase.closes and number > (page.headline or 0):
            heading = phrase
        if phrase is not None and phrase.strong:
            verdicts.append(_spoken(phrase))
        elif heading is not None:
            verdicts.append((heading.reason, f'{UNDER} "{heading.words}"'))
        else:
            verdicts.append(None)
    return verdicts


def _with_appeals(page: PageReading, verdicts: list[Verdict]) -> list[Verdict]:
    """An appeal goes on in the next paragraphs as long as they speak of "we" and "you" to the reader."""
    for number in range(1, len(verdicts)):
        above, text = verdicts[number - 1], page.stretches[number].text
        if (
            verdicts[number] is None
            and above is not None
            and above[0] is Reason.APPEAL
            and number != page.headline
            and speaks_to_reader(page, number)
            and '"' not in text
        ):
            verdicts[number] = (Reason.APPEAL, f"{GOES_ON} the appeal above it, speaking to the reader")
    return verdicts


def speaks_to_reader(page: PageReading, number: int) -> bool:
    """Tell whether a stretch says "we" and "you" as often as an appeal does."""
    spoken = len(_WE_AND_YOU.findall(page.stretches[number].text[:2_000]))
    return spoken >= 2 and spoken >= WE_AND_YOU_SHARE * page.shapes[number].words


def _head(page: PageReading) -> int:
    """The first stretch that belongs to the article: its headline, or a date line right above it."""
    start = page.body[0]
    head = start if page.headline is None else min(page.headline, start)
    while (
        head > 0 and start - head < 60 and (page.dated[head - 1] or is_byline(page.stretches[head - 1].text))
    ):
        if page.headline is not None and head < page.headline - 1:
            break
        head -= 1
    return head


def _above(page: PageReading, number: int, head: int) -> Verdict:
    look, phrase = page.shapes[number], page.phrases[number]
    if phrase is not None:
        return _spoken(phrase)
    if look.prose and head - number <= NEAR:
        return None
    if look.prose:
        return Reason.LINKS, "a sentence among the lines above the headline"
    if page.headline is None and head - number <= NEAR:
        return None
    return Reason.MENU, "stands above the headline, with no sentence near it"


def _within(page: PageReading, head: int, last: int) -> list[Verdict]:
    """Judge the article's own stretches; a heading of other stories speaks for the short lines under it."""
    verdicts: list[Verdict] = []
    heading: TellingPhrase | None = None
    for number in range(head, last):
        look, phrase = page.shapes[number], page.phrases[number]
        said = _inside(page, number)
        if phrase is not None and phrase.closes:
            heading = phrase
        elif look.prose or page.headline is None or number <= page.headline:
            heading = None
        elif heading is not None and said is None and look.words <= LINK_WORDS:
            said = heading.reason, f'{UNDER} "{heading.words}"'
        verdicts.append(said)
    return verdicts


def _inside(page: PageReading, number: int) -> Verdict:
    phrase = page.phrases[number]
    if number == page.headline or phrase is None:
        return None
    within = page.body[0] <= number < page.body[1]
    return _spoken(phrase) if phrase.strong or not within else None


def _end(page: PageReading) -> int:
    """The stretch after the last one of the article: prose that follows the main run still belongs to it."""
    last, gap, closed = page.body[1], 0, False
    said = {stem for look in page.shapes[slice(*page.body)] for stem in look.stems}
    for number in range(last, len(page.stretches)):
        phrase, look = page.phrases[number], page.shapes[number]
        if phrase is not None and phrase.closes:
            if phrase.reason is Reason.COMMENTS:
                break
            closed = True
        if phrase is None and look.prose and (not closed or _resumes(page, number, said)):
            last, gap, closed = number + 1, 0, False
            continue
        if (
            not closed
            and phrase is None
            and number - last <= 1
            and _QUOTED.fullmatch(page.stretches[number].text)
        ):
            last = number + 1
        if not closed and len(page.stretches) - last <= SHORT_TAIL and not any(page.phrases[last:]):
            return len(page.stretches)
        gap += 1
        if gap > (RESUME_GAP if closed else GAP):
            break
    return last


def _resumes(page: PageReading, number: int, said: set[str]) -> bool:
    """After a box of links the article goes on where two paragraphs in a row speak of what it spoke of."""
    following = page.shapes[number : number + 2]
    return len(following) == 2 and all(
        look.prose and len(said.intersection(look.stems)) >= RESUME_SHARE * len(set(look.stems))
        for look in following
    )


def _below(page: PageReading, last: int) -> list[Verdict]:
    """Judge what follows the article; a heading speaks for the lines under it."""
    verdicts: list[Verdict] = []
    heading: TellingPhrase | None = None
    for number in range(last, len(page.stretches)):
        phrase = page.phrases[number]
        if phrase is not None:
            if phrase.closes:
                heading = phrase
            verdicts.append(_spoken(phrase))
        elif heading is not None:
            verdicts.append((heading.reason, f'{UNDER} "{heading.words}"'))
        elif page.dated[number] and number - last < 2:
            verdicts.append(None)
        elif page.shapes[number].prose:
            verdicts.append((Reason.LINKS, "stands apart, after the article's end"))
        else:
            verdicts.append((Reason.MENU, "stands after the article's end, with no sentence near it"))
    return verdicts


def _spoken(phrase: TellingPhrase) -> Verdict:
    return phrase.reason, f'says "{phrase.words}"'


class Standing(IntEnum):
    """How much the rules make of a stretch: the more, the likelier it has to be article text to be kept."""

    KEPT = 0
    ASIDE = 1
    SAID = 2
    SAID_BRIEFLY = 3
    SURE = 4


def standing(page: PageReading, number: int, verdict: Verdict) -> Standing:
    """Tell whether the rules keep a stretch, or set it aside for its place, for what is said of it, or for sure.

    Said: by a phrase in it, by the heading above it, or by standing among comments.
    """
    if verdict is None:
        return Standing.KEPT
    phrase = page.phrases[number]
    if verdict[1].startswith(GOES_ON) or (phrase is not None and (phrase.sure or phrase.closes)):
        return Standing.SURE
    if phrase is not None and phrase.strong:
        return Standing.SAID_BRIEFLY if page.shapes[number].words <= BRIEF_WORDS else Standing.SAID
    if verdict[0] is Reason.COMMENTS or verdict[1].startswith(UNDER):
        return Standing.SAID
    return Standing.ASIDE
