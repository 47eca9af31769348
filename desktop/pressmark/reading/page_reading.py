"""A page before it is judged: its stretches, how each looks, where its prose and its headline are."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pressmark.reading.bylines import is_byline
from pressmark.reading.printed_dates import dates_in
from pressmark.reading.repeats import MANY
from pressmark.reading.shapes import Shape, shape
from pressmark.reading.telling_phrases import TellingPhrase, phrase_of
from pressmark.reading.unwrap import Stretch, paragraphs, stretches
from pressmark.values import Tags

# What a line adds to the main run, in words: a paragraph at most so many ...
GAIN_AT_MOST = 120
# ... and what is no prose takes away this much and its words (at most so many).
COST, COST_WORDS_AT_MOST = 3, 12
# A heading of readers' comments and a heading of other stories all but end it.
COST_COMMENTS, COST_CLOSING, COST_STRONG = 150, 25, 6

# Once so many words of prose were followed by such a heading, what comes later weighs less.
ENOUGH_SAID, LATER_WEIGHT = 80, 0.5

# Words of comments and appeals; a share of them up to PERSONAL_FREE costs nothing (reports quote people).
PERSONAL = frozenset(
    ("i", "my", "me", "im", "you", "your", "yours", "u", "we", "our", "us", "lol", "thanks", "please")
)
PERSONAL_FREE, PERSONAL_WEIGHT, LEAST_FORMAL = 0.03, 8.0, -0.25

# The headline stands at most so many stretches above the first paragraph.
HEADLINE_REACH = 45
HEADLINE_WORDS = (2, 28)
# A line right above the best one is the headline, and that one its deck, if it scores this share of it.
# What it costs a line to stand one further from the prose, and brings it to stand there twice (title too).
DECK_SHARE = 0.7
# What it costs a line to stand on other pages of the outlet as well.
REPEATED_COST = 3.0
# Words of a date line right under a headline.
DATE_LINE_WORDS = 6
HEADLINE_FALL, REPEATED_HEADLINE = 0.05, 0.3

_FIGURE = re.compile(r"\d")
# What only a caption says.
_CAPTIONED = re.compile(
    r"\((?:left|right|centre|center|l|r|c|pictured|above|below|file|photo)\b|\bphoto(?:graph)? by\b|^photo:",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page read once; the lists run parallel to `stretches`.

    `body` is the main run of prose as [first, last) stretches, empty when there is none. `headline` is the
    number of the stretch that is the headline, or None. `dated` tells which stretches are little but a date,
    `repeated` on how many other pages of the outlet each stands.
    """

    lines: Sequence[str]
    stretches: list[Stretch]
    shapes: list[Shape]
    phrases: list[TellingPhrase | None]
    dated: list[bool]
    repeated: list[int]
    body: tuple[int, int]
    headline: int | None
    tags: Tags | None = None
    title: str = ""


def read_page(
    lines: Sequence[str],
    repeats: Callable[[str], int] | None = None,
    tags: Tags | None = None,
    title: str = "",
) -> PageReading:
    """Look at every line once; `repeats` tells on how many other pages of the outlet a line stands.

    Lines that come with tags are paragraphs; others may have been wrapped. `title` is the headline that the page itself
    names.
    """
    parts = stretches(lines) if tags is None else paragraphs(lines)
    shapes = [shape(part.text) for part in parts]
    phrases = [phrase_of(part.text, look.words) for part, look in zip(parts, shapes, strict=True)]
    dated = [_is_dated(part.text, look) for part, look in zip(parts, shapes, strict=True)]
    repeated = [0 if repeats is None else _repeated(lines, part, repeats) for part in parts]
    return with_repeats(
        PageReading(lines, parts, shapes, phrases, dated, repeated, (0, 0), None, tags, title), repeated
    )


def with_repeats(page: PageReading, repeated: list[int]) -> PageReading:
    """Return a page as it looks when its stretches stand on so many other pages of the outlet."""
    page = replace(page, repeated=repeated, body=_main_run(page.shapes, page.phrases, repeated))
    return replace(page, headline=_headline(page))


def _repeated(lines: Sequence[str], part: Stretch, repeats: Callable[[str], int]) -> int:
    return min(repeats(lines[number]) for number in range(part.first, part.last + 1))


def _is_dated(text: str, look: Shape) -> bool:
    return 0 < look.words <= 16 and bool(_FIGURE.search(text)) and bool(dates_in(text))


def _main_run(
    shapes: list[Shape], phrases: list[TellingPhrase | None], repeated: list[int]
) -> tuple[int, int]:
    """Find the run of stretches with most prose and least else (a maximum-sum segment)."""
    best, best_run, total, start = 0.0, (0, 0), 0.0, 0
    said, weight = 0, 1.0
    for number, (look, phrase) in enumerate(zip(shapes, phrases, strict=True)):
        gain = _gain(look, phrase)
        if repeated[number] >= MANY:
            gain = min(gain, 0.0)
        said += look.words if gain > 0 else 0
        if phrase is not None and phrase.closes and said >= ENOUGH_SAID:
            weight = LATER_WEIGHT
        total += gain * weight if gain > 0 else gain
        if total > best:
            best, best_run = total, (start, number + 1)
        if total <= 0:
            total, start = 0.0, number + 1
    return best_run


def _gain(look: Shape, phrase: TellingPhrase | None) -> float:
    cost = -(min(look.words, COST_WORDS_AT_MOST) + COST)
    if phrase is not None:
        if phrase.closes:
            return -COST_COMMENTS if phrase.reason == "comments" else -COST_CLOSING
        if phrase.strong:
            return cost - COST_STRONG
    return min(look.words, GAIN_AT_MOST) * _formality(look) if look.prose else cost


def _formality(look: Shape) -> float:
    """1 for reporting, down to less than nothing for comments and appeals, which say "I" and "you"."""
    personal = sum(map(PERSONAL.__contains__, look.tokens[:200])) / min(len(look.tokens), 200)
    return max(LEAST_FORMAL, 1.0 - PERSONAL_WEIGHT * max(0.0, personal - PERSONAL_FREE))


def _headline(page: PageReading) -> int | None:
    """Find the line above the prose that says what the prose says; where the page names its headline, that one."""
    start, stop = page.body
    if page.title:
        return _line_of_title(page)
    if start == stop:
        return _headline_without_body(page)
    said = Counter(stem for look in page.shapes[start:stop] for stem in set(look.stems))
    scores: dict[int, float] = {}
    seen = Counter(part.text.strip().casefold() for part in page.stretches[:start])
    near = range(max(0, start - HEADLINE_REACH), min(start + 1, len(page.stretches)))
    for number in near if near.start == 0 else (0, *near):
        score = _headline_score(page, number, said)
        if score <= 0:
            continue
        score += REPEATED_HEADLINE * (seen[page.stretches[number].text.strip().casefold()] > 1)
        score -= HEADLINE_FALL * (start - number) * (number > 0 or not _opens_file(page))
        scores[number] = score - REPEATED_COST * (page.repeated[number] >= MANY)
    best = max(scores, key=lambda number: (scores[number], -number), default=None)
    return best if best is None else _with_its_deck(page, best, scores)


def _line_of_title(page: PageReading) -> int | None:
    """Return the stretch that is the page's own headline, the last one above the prose; None where it is not printed."""
    title = " ".join(page.title.casefold().split())
    found = [
        number
        for number, part in enumerate(page.stretches)
        if len(part.text) < 2 * len(title) + 20 and " ".join(part.text.casefold().split()) == title
    ]
    above = [number for number in found if number <= page.body[0]]
    return above[-1] if above else next(iter(found), None)


def _with_its_deck(page: PageReading, best: int, scores: dict[int, float]) -> int:
    """A deck repeats the prose as the headline does: of lines that follow one another, take the first."""
    for above in (best - 1, best - 2):
        if above in scores and scores[above] >= DECK_SHARE * scores[best] and page.shapes[above].words >= 3:
            return above
    return best


def _headline_score(page: PageReading, number: int, said: Counter[str]) -> float:
    """Return how much speaks for a line as the headline: words of the prose, its place, its shape; 0 for none.

    The figures are set by hand on the given 1,309 pages with a headline of the measuring data; `make bench` says under
    "metadata" how often it is right. Only the order of scores counts.
    """
    look, text = page.shapes[number], page.stretches[number].text
    if not _may_be_headline(page, number):
        return 0.0
    stems = set(look.stems)
    own = 1 if page.body[0] <= number < page.body[1] else 0
    shared = [stem for stem in stems if said[stem] > own]
    score = 2.0 * len(shared) / max(len(stems), 3) + 0.25 * min(len(shared), 4)
    score += 0.9 * _stands_by_date(page, number)
    score += (2.0 if _opens_file(page) else 0.35) * (number == 0)
    score += 0.2 * _stands_alone(page, number)
    score -= 0.8 * text.rstrip().endswith((".", ":", ";", ","))
    score -= 1.5 * bool(_CAPTIONED.search(text))
    score -= 0.6 * any(mark in text for mark in ("»", "|", " > ", " › ", " / "))
    return score


def _may_be_headline(page: PageReading, number: int) -> bool:
    look, phrase = page.shapes[number], page.phrases[number]
    if not HEADLINE_WORDS[0] <= look.words <= HEADLINE_WORDS[1]:
        return False
    if page.dated[number] and not (number == 0 and _opens_file(page)):
        return False
    if look.prose and look.ends:
        return False
    text = page.stretches[number].text
    return not (phrase and (phrase.strong or phrase.closes)) and not is_byline(text)


def _opens_file(page: PageReading) -> bool:
    """Tell whether the file opens with a headline and its date line, as archives write them."""
    if page.dated[1:2] != [True] or page.shapes[1].words > DATE_LINE_WORDS:
        return False
    return "|" not in page.stretches[0].text and page.stretches[1].first == page.stretches[0].last + 1


def _stands_by_date(page: PageReading, number: int) -> float:
    """How near to it stand a date line or a byline: 1 right under it, less above it or further down."""

    def marked(other: int) -> bool:
        if not 0 <= other < len(page.stretches):
            return False
        return page.dated[other] or is_byline(page.stretches[other].text)

    if marked(number + 1):
        return 1.0
    if marked(number - 1):
        return 0.9
    if marked(number + 2):
        return 0.6
    return 0.2 if marked(number + 3) else 0.0


def _stands_alone(page: PageReading, number: int) -> bool:
    part = page.stretches[number]
    above = part.first == 0 or not page.lines[part.first - 1].strip()
    below = part.last + 1 >= len(page.lines) or not page.lines[part.last + 1].strip()
    return above and below


def _headline_without_body(page: PageReading) -> int | None:
    """On a page without prose only a line beside a date, or the first line of a short text, can be one."""
    for number in range(min(len(page.stretches), HEADLINE_REACH)):
        if _may_be_headline(page, number) and number + 1 < len(page.dated) and page.dated[number + 1]:
            return number
    return 0 if page.stretches and len(page.stretches) <= 12 and _may_be_headline(page, 0) else None
