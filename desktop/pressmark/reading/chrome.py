"""Lines -> lines labelled as article or set aside, each with its reason; when unsure, a line is kept."""

import math
from collections.abc import Callable, Sequence

from pressmark.reading.believed_repeats import believed, may_be_text, words_of_text
from pressmark.reading.bylines import is_byline
from pressmark.reading.cleaned_by_tags import by_tags
from pressmark.reading.cleaner.model import cleaner
from pressmark.reading.page_reading import PageReading, read_page, with_repeats
from pressmark.reading.repeats import MANY, is_evidence
from pressmark.reading.verdicts import Standing, Verdict, standing, verdicts_of
from pressmark.values import Line, Reason, Tags

# Words of an outlet's name.
OUTLET_WORDS = 5
# Dates and bylines so many stretches around the headline and the first paragraph are the article's own.
AROUND_HEAD = 3
# A text without prose, a table or a notice, has to have so many lines before it is judged by what pages look like.
ENOUGH_LINES = 15
# So few lines, of at most this share of the page's words, are no furniture worth setting aside on their look alone.
FEW_LINES, FEW_WORDS = 3, 0.05
# A page of which fewer words of text are left is judged by itself alone.
ENOUGH_TEXT = 8
# A line of at most so many words that nothing else is known of is one of a menu; a longer one leads to a story.
MENU_WORDS = 3


def label(lines: Sequence[str], repeats: Callable[[str], int] | None = None) -> list[Line]:
    """Label each line; `repeats` tells on how many other pages of the outlet a line stands."""
    return read_labelled(lines, repeats)[1]


def read_labelled(
    lines: Sequence[str],
    repeats: Callable[[str], int] | None = None,
    tags: Tags | None = None,
    title: str = "",
) -> tuple[PageReading, list[Line]]:
    """Read a page and label each line; what other pages tell never leaves an article without its text."""
    page = read_page(lines, repeats, tags, title)
    if not any(page.repeated):
        return page, label_page(page)
    alone = with_repeats(page, [0] * len(page.repeated))
    if may_be_text(alone, page.repeated):
        page = with_repeats(page, believed(alone, page.repeated, *_judged(alone)))
    verdicts, _ = _judged(page)
    words = words_of_text(page, verdicts)
    if words < ENOUGH_TEXT:
        by_itself, _ = _judged(alone)
        if words < words_of_text(alone, by_itself):
            page, verdicts = alone, by_itself
    return page, _labelled(page, verdicts)


def label_page(page: PageReading) -> list[Line]:
    """Label each line of a page that was read already."""
    return _labelled(page, _judged(page)[0])


def _labelled(page: PageReading, verdicts: Sequence[Verdict]) -> list[Line]:
    labelled = [Line(number, line) for number, line in enumerate(page.lines)]
    for part, verdict in zip(page.stretches, verdicts, strict=True):
        if verdict is not None:
            for line in range(part.first, part.last + 1):
                labelled[line] = Line(line, page.lines[line], True, *verdict)
    return labelled


def _judged(page: PageReading) -> tuple[list[Verdict], list[float]]:
    """Let the trained cleaner decide, and the rules give the reason; of a few lines without prose only they speak.

    Returned beside the verdicts: the chance of each stretch to be article text, NaN where the cleaner gave none.
    """
    verdicts = verdicts_of(page)
    if page.tags is not None:
        return by_tags(page, page.tags, verdicts)
    if page.body[0] == page.body[1] and len(page.stretches) < ENOUGH_LINES:
        spoken = [verdict or _repeated(page, number) for number, verdict in enumerate(verdicts)]
        return spoken, [math.nan] * len(spoken)
    likely = cleaner().likely(page, verdicts)
    chances: list[float] = likely.chances.tolist()
    judged = [
        _decided(page, number, verdict, chance, likely.least)
        for number, (verdict, chance) in enumerate(zip(verdicts, chances, strict=True))
    ]
    return _without_a_few(page, verdicts, judged), chances


def _without_a_few(page: PageReading, verdicts: list[Verdict], judged: list[Verdict]) -> list[Verdict]:
    """Keep the few lines that only the look of the page speaks against: it is clean already.

    So cleaning what was cleaned changes nothing.
    """
    words = [look.words for look in page.shapes]
    doubtful = [
        number
        for number, verdict in enumerate(judged)
        if verdict is not None
        and verdict[0] is not Reason.REPEATED
        and standing(page, number, verdicts[number]) <= Standing.ASIDE
    ]
    if len(doubtful) > FEW_LINES or sum(words[one] for one in doubtful) > FEW_WORDS * sum(words):
        return judged
    return [
        _repeated(page, number) if number in doubtful else verdict for number, verdict in enumerate(judged)
    ]


def _decided(
    page: PageReading, number: int, verdict: Verdict, chance: float, least: tuple[float, ...]
) -> Verdict:
    """Decide on one stretch.

    `chance` is NaN for one without a word, `least` the chance from which on one is kept, by what the rules make of it.
    """
    if number == page.headline:
        return None
    if math.isnan(chance) or _is_of_head(page, number):
        return verdict
    aside = chance < least[standing(page, number, verdict)]
    if aside and verdict is not None:
        return _with_chance(verdict, chance)
    repeated = _repeated(page, number)
    if repeated is None and aside:
        return _with_chance(_unsaid(page, number), chance)
    return repeated


def _is_of_head(page: PageReading, number: int) -> bool:
    """Tell whether a stretch is a date or a byline beside the headline or the first paragraph."""
    if not page.dated[number] and not is_byline(page.stretches[number].text):
        return False
    places = (page.body[0], page.body[0] if page.headline is None else page.headline)
    return any(abs(number - place) <= AROUND_HEAD for place in places)


def _unsaid(page: PageReading, number: int) -> tuple[Reason, str]:
    """Give the reason for a stretch that no rule sets aside, by its look and what stands above it."""
    look = page.shapes[number]
    comments = any(
        phrase is not None and phrase.reason is Reason.COMMENTS
        for phrase in page.phrases[page.body[0] : number]
    )
    if comments and number >= page.body[0]:
        return Reason.COMMENTS, "stands among readers' comments"
    if look.prose:
        return Reason.LINKS, "reads like the beginning of another story"
    if look.words <= MENU_WORDS:
        return Reason.MENU, "a few words apart from the article's sentences"
    return Reason.LINKS, "reads like a title that leads elsewhere"


def _with_chance(verdict: tuple[Reason, str], chance: float) -> tuple[Reason, str]:
    reason, detail = verdict
    return reason, f"{detail}; {chance:.0%} likely to be article text"


def _repeated(page: PageReading, number: int) -> Verdict:
    """Let what the outlet repeats on other pages speak, where it is evidence."""
    part = page.stretches[number]
    if number == page.headline or page.dated[number] or is_byline(part.text) or _names_outlet(page, number):
        return None
    count = page.repeated[number]
    if count < MANY or not is_evidence(page.shapes[number].words, count, number in range(*page.body)):
        return None
    return Reason.REPEATED, f"repeated on at least {count} other pages of this outlet"


def _names_outlet(page: PageReading, number: int) -> bool:
    """The line between date and prose that names the outlet stands on every page, and belongs there."""
    if (
        page.headline is None
        or not page.headline < number < page.body[0]
        or page.shapes[number].words > OUTLET_WORDS
    ):
        return False
    return page.dated[number - 1] or page.dated[number + 1]
