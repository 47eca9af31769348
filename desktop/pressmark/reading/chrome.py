"""Lines -> lines labelled as article or set aside, each with its reason; when unsure, a line is kept."""

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from pressmark.reading.bylines import is_byline
from pressmark.reading.page import Page, read_page
from pressmark.reading.phrases import Phrase
from pressmark.reading.repeats import MANY, is_evidence
from pressmark.values import Line, Reason

# Words of an outlet's name.
OUTLET_WORDS = 5
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

# Of the words of an appeal at least this share are "we" and "you" and their kin.
WE_AND_YOU_SHARE = 0.06

_WE_AND_YOU = re.compile(r"\b(?:we|us|our|ours|you|your|yours)\b", re.IGNORECASE)
_QUOTED = re.compile(r"\s*[\"“„«][^\"“”„«»]{8,}[\"”“»]\s*")

Verdict: TypeAlias = tuple[Reason, str] | None


def label(lines: Sequence[str], repeats: Callable[[str], int] | None = None) -> list[Line]:
    """Label each line; `repeats` tells on how many other pages of the outlet a line stands."""
    return label_page(read_page(lines, repeats))


def label_page(page: Page) -> list[Line]:
    """Label each line of a page that was read already."""
    verdicts = _by_place(page)
    verdicts = [_with_repeats(page, number, verdict) for number, verdict in enumerate(verdicts)]
    labelled = [Line(number, line) for number, line in enumerate(page.lines)]
    for part, verdict in zip(page.stretches, verdicts, strict=True):
        if verdict is not None:
            for number in range(part.first, part.last + 1):
                labelled[number] = Line(number, page.lines[number], True, *verdict)
    return labelled


def _by_place(page: Page) -> list[Verdict]:
    """Judge each stretch by what it says and where it stands to the main run of prose."""
    start, stop = page.body
    if start == stop:
        return [_spoken(phrase) if phrase and phrase.strong else None for phrase in page.phrases]
    head = _head(page)
    last = _end(page)
    verdicts: list[Verdict] = [_above(page, number, head) for number in range(head)]
    verdicts += _within(page, head, last)
    return _with_appeals(page, verdicts + _below(page, last))


def _with_appeals(page: Page, verdicts: list[Verdict]) -> list[Verdict]:
    """An appeal goes on in the next paragraphs as long as they speak of "we" and "you" to the reader."""
    for number in range(1, len(verdicts)):
        above, text = verdicts[number - 1], page.stretches[number].text
        if (
            verdicts[number] is None
            and above is not None
            and above[0] is Reason.APPEAL
            and number != page.headline
        ):
            spoken = len(_WE_AND_YOU.findall(text[:2_000]))
            if spoken >= 2 and spoken >= WE_AND_YOU_SHARE * page.shapes[number].words and '"' not in text:
                verdicts[number] = (Reason.APPEAL, "goes on from the appeal above it, speaking to the reader")
    return verdicts


def _head(page: Page) -> int:
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


def _above(page: Page, number: int, head: int) -> Verdict:
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


def _within(page: Page, head: int, last: int) -> list[Verdict]:
    """Judge the article's own stretches; a heading of other stories speaks for the short lines under it."""
    verdicts: list[Verdict] = []
    heading: Phrase | None = None
    for number in range(head, last):
        look, phrase = page.shapes[number], page.phrases[number]
        said = _inside(page, number)
        if phrase is not None and phrase.closes:
            heading = phrase
        elif look.prose or page.headline is None or number <= page.headline:
            heading = None
        elif heading is not None and said is None and look.words <= LINK_WORDS:
            said = heading.reason, f'stands under "{heading.words}"'
        verdicts.append(said)
    return verdicts


def _inside(page: Page, number: int) -> Verdict:
    phrase = page.phrases[number]
    if number == page.headline or phrase is None:
        return None
    within = page.body[0] <= number < page.body[1]
    return _spoken(phrase) if phrase.strong or not within else None


def _end(page: Page) -> int:
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


def _resumes(page: Page, number: int, said: set[str]) -> bool:
    """After a box of links the article goes on where two paragraphs in a row speak of what it spoke of."""
    following = page.shapes[number : number + 2]
    return len(following) == 2 and all(
        look.prose and len(said.intersection(look.stems)) >= RESUME_SHARE * len(set(look.stems))
        for look in following
    )


def _below(page: Page, last: int) -> list[Verdict]:
    """Judge what follows the article; a heading speaks for the lines under it."""
    verdicts: list[Verdict] = []
    heading: Phrase | None = None
    for number in range(last, len(page.stretches)):
        phrase = page.phrases[number]
        if phrase is not None:
            if phrase.closes:
                heading = phrase
            verdicts.append(_spoken(phrase))
        elif heading is not None:
            verdicts.append((heading.reason, f'stands under "{heading.words}"'))
        elif page.dated[number] and number - last < 2:
            verdicts.append(None)
        elif page.shapes[number].prose:
            verdicts.append((Reason.LINKS, "stands apart, after the article's end"))
        else:
            verdicts.append((Reason.MENU, "stands after the article's end, with no sentence near it"))
    return verdicts


def _spoken(phrase: Phrase) -> Verdict:
    return phrase.reason, f'says "{phrase.words}"'


def _with_repeats(page: Page, number: int, verdict: Verdict) -> Verdict:
    """Let what the outlet repeats on other pages speak, where it is evidence."""
    part = page.stretches[number]
    if number == page.headline or page.dated[number] or is_byline(part.text) or _names_outlet(page, number):
        return verdict
    count = page.repeated[number]
    if count < MANY or not is_evidence(page.shapes[number].words, count, number in range(*page.body)):
        return verdict
    return Reason.REPEATED, f"repeated on at least {count} other pages of this outlet"


def _names_outlet(page: Page, number: int) -> bool:
    """The line between date and prose that names the outlet stands on every page, and belongs there."""
    if (
        page.headline is None
        or not page.headline < number < page.body[0]
        or page.shapes[number].words > OUTLET_WORDS
    ):
        return False
    return page.dated[number - 1] or page.dated[number + 1]
