"""When the article appeared: printed near the headline, else in its path; better none than a wrong one."""

import re

from pressmark.dates import PartialDate
from pressmark.reading.page_reading import PageReading
from pressmark.reading.printed_dates import Day, dates_in
from pressmark.reading.see_also import is_entry_head
from pressmark.values import ArticleDate, Certainty, Line, Stated

# Stretches above and below the headline in which a date is the article's own.
ABOVE, BELOW = 6, 12
# Further up, a date counts when no other stands there; the first lines print the day of the visit.
FAR_ABOVE, MASTHEAD = 60, 4
# A date after the article counts when it follows its last paragraph within so many stretches.
AFTER = 2
# Words of a line that is a date line; a longer one tells a story.
LINE_WORDS = 22
# Characters of a line that are quoted as evidence.
QUOTED = 90

_PUBLISHED = re.compile(
    r"\b(?:published|posted|created|erstellt|veröffentlicht|publié|publicado|опубликовано|date)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:updated?|modified|last edited|aktualisiert|mis à jour|actualizado|aggiornato|обновлено"
    r"|reviewed|accessed|retrieved)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:today is|copyright|©|joined|registered|since|valid|expires|born|ends|deadline|until)\b|\(c\)",
    re.IGNORECASE,
)

_NAME_DAY = re.compile(
    r"(?<!\d)(?P<year>1[89]\d\d|20\d\d)(?P<mark>[-_./]?)(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
_NAME_MONTH = re.compile(r"(?<!\d)(?P<year>1[89]\d\d|20\d\d)[-_/](?P<month>0[1-9]|1[0-2])(?!\d)")
_NAME_YEAR = re.compile(r"(?:^|/)(?P<year>1[89]\d\d|20\d\d)(?=/)")


def date_of(page: PageReading, labelled: list[Line], path: str, stated: Stated | None = None) -> ArticleDate:
    """Return the article's date, how sure it is, and what it is read from; `stated` is the day that its page tells machines.

    A printed day that is one day off is the reader's: the two were written down in different time zones.
    """
    printed = _printed(page, labelled)
    if stated is not None and not _is_next_to(printed, stated):
        return ArticleDate(stated.value, stated.value, Certainty.PRINTED, f'{stated.where}: "{stated.value}"')
    named = _named(path)
    contradiction = ""
    if printed is not None:
        number, day = printed
        if day.date is not None:
            return _dated(day.date, Certainty.PRINTED, _quote(page, number))
        if named is not None and named[0].month in (None, day.month):
            full = day.in_year(named[0].year)
            if full is not None:
                evidence = f"{_quote(page, number)}; the year from the {named[1]}"
                return _dated(full, Certainty.INFERRED, evidence)
            contradiction = f"; {_quote(page, number)}, a day that {named[0].year} does not have"
    if named is not None:
        evidence = f'from the {named[1]} "{named[2]}"{contradiction}'
        return _dated(named[0], Certainty.INFERRED, evidence)
    return ArticleDate()


def _is_next_to(printed: tuple[int, Day] | None, stated: Stated) -> bool:
    """Tell whether a day is printed that is the stated one, or at most one day off."""
    told, day = PartialDate.parse(stated.value), None if printed is None else printed[1].date
    if told is None or day is None or not (told.is_day and day.is_day):
        return False
    return abs((told.first_day - day.first_day).days) <= 1


def _dated(date: PartialDate, certainty: Certainty, evidence: str) -> ArticleDate:
    return ArticleDate(str(date), str(date), certainty, evidence)


def _quote(page: PageReading, number: int) -> str:
    part = page.stretches[number]
    text = part.text.strip().replace("\xa0", " ")
    text = text if len(text) <= QUOTED else text[: QUOTED - 3] + "..."
    return f'printed on line {part.first + 1}: "{text}"'


def _printed(page: PageReading, labelled: list[Line]) -> tuple[int, Day] | None:
    """Find the best date line near the headline: (stretch, date)."""
    start, stop = page.body
    centre = page.headline if page.headline is not None else start
    best: tuple[float, int, Day] | None = None
    for number in _near(page, centre, start, stop):
        look = page.shapes[number]
        if _is_of_another_story(page, labelled, number):
            continue
        if not page.dated[number] and (look.words > LINE_WORDS or look.prose or not look.words):
            continue
        for day in dates_in(page.stretches[number].text):
            score = _score(page, number, day, centre, stop)
            if labelled[page.stretches[number].first].set_aside:
                score -= 1.0
            if score > 0 and (best is None or score > best[0]):
                best = (score, number, day)
    if best is not None and best[2].year is not None and best[2].day is not None:
        return best[1], best[2]
    return _only_one(page, centre, start) or (None if best is None else (best[1], best[2]))


def _only_one(page: PageReading, centre: int, start: int) -> tuple[int, Day] | None:
    """The one full date that stands above the prose on lines of its own, if all of them say the same day."""
    found: list[tuple[int, Day]] = []
    for number in range(max(0, min(centre, start) - FAR_ABOVE), min(start + 2, len(page.stretches))):
        if page.dated[number] and not _OTHER.search(page.stretches[number].text):
            found += [(number, day) for day in dates_in(page.stretches[number].text) if day.year and day.day]
    if found and len({day.date for _, day in found}) == 1 and found[0][0] >= MASTHEAD:
        return found[0]
    return None


def _is_of_another_story(page: PageReading, labelled: list[Line], number: int) -> bool:
    """A see-also entry, or what is set aside after the prose."""
    part = page.stretches[number]
    return is_entry_head(part.text) or (number >= page.body[1] > 0 and labelled[part.first].set_aside)


def _near(page: PageReading, centre: int, start: int, stop: int) -> list[int]:
    """The stretches in which the article's own date may stand."""
    last = min(len(page.stretches), max(centre + BELOW, min(start + 2, stop)))
    after = range(max(stop, last), min(len(page.stretches), stop + AFTER)) if stop > start else range(0)
    return [*range(max(0, centre - ABOVE), last), *after]


def _score(page: PageReading, number: int, day: Day, centre: int, stop: int) -> float:
    """Return how much speaks for this date: nearness to the headline, completeness, the words beside it.

    The figures are set by hand on the given 1,569 pages of the measuring data; `make bench` says under "metadata" how
    often the day is right, so that whoever changes one sees what it does. Only the order of scores counts.
    """
    text = page.stretches[number].text
    score = 3.0 - 0.12 * abs(number - centre) - 0.15 * (number < centre)
    if number >= stop > 0:
        score -= 1.0
    if day.year is None:
        score -= 1.2
    if day.day is None:
        score -= 1.6
    if _OTHER.search(text):
        score -= 2.0
    if _PUBLISHED.search(text, 0, day.start + 1):
        score += 0.6
    elif _UPDATED.search(text, 0, day.start + 1):
        score -= 0.6
    if day.end - day.start < len(text.strip()) / 4:
        score -= 0.8
    return score


def _named(path: str) -> tuple[PartialDate, str, str] | None:
    """Read a date from the path: (date, what it was read from, the part)."""
    folders, _, name = path.rpartition("/")
    for pattern, places in (
        (_NAME_DAY, ((name, "file name"), (path, "folders"))),
        (_NAME_MONTH, ((name, "file name"), (folders, "folders"))),
        (_NAME_YEAR, ((path, "folders"),)),
    ):
        for text, what in places:
            for match in pattern.finditer(text):
                if date := _date_of(match):
                    return date, what, match[0].strip("/")
    return None


def _date_of(match: re.Match[str]) -> PartialDate | None:
    """Return the date of a match, or None where the calendar has no such day."""
    parts = {name: int(part) for name, part in match.groupdict().items() if name != "mark"}
    return PartialDate.made(parts["year"], parts.get("month"), parts.get("day"))
