"""Dates in a line of text, in the many ways in which they are printed."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pressmark.dates import PartialDate
from pressmark.reading.months import ANY_MONTH, month_of

# No line of more characters is looked at beyond them.
LOOKED_AT = 400
# Years that a news archive can hold.
FIRST_YEAR, LAST_YEAR = 1700, 2100
# Without its year a day exists if one with all days has it.
LEAP_YEAR = 2000
# A year of two digits from here on belongs to the last century.
PIVOT = 50

_MONTH = rf"(?P<month>{ANY_MONTH})\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"(?P<year>(?:1[789]|20)\d\d)(?!\d)"
_FLAGS = re.IGNORECASE

_DAY_MONTH = re.compile(
    rf"(?<![\d.,:/-]){_DAY}(?: of| de| d[ei])?[ \-]{{0,2}}{_MONTH},?"
    rf"(?:[ \-](?:de |del )?(?:{_YEAR}|'?(?P<short>\d\d)(?![\d:.])))?",
    _FLAGS,
)
_MONTH_DAY = re.compile(
    rf"\b{_MONTH} {{0,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:(?:,|,? (?:at )?){_YEAR})?",
    _FLAGS,
)
_MONTH_YEAR = re.compile(rf"\b{_MONTH},? (?:de )?{_YEAR}", _FLAGS)
_ISO = re.compile(
    r"(?<![\d/.-])(?P<year>(?:1[789]|20)\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"
)
_DOTTED = re.compile(
    r"(?<![\d.])(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?"
    r"(?P<year>(?:1[789]|20)\d\d|(?<=\d\d\.\d\d\.)\d\d)(?!\d|\.\d)"
)
_SLASHED = re.compile(
    r"(?<![\d/-])(?P<one>\d{1,2})(?P<mark>[/-])(?P<two>\d{1,2})(?P=mark)(?P<year>(?:1[789]|20)?\d\d)(?![\d/])"
)
_CJK = re.compile(r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]")


@dataclass(frozen=True, slots=True)
class Day:
    """A date found in a line: `year` is None when it is not printed, `day` when only the month is known."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None

    @property
    def date(self) -> PartialDate | None:
        """The date; None without a year."""
        return None if self.year is None else self.in_year(self.year)

    def in_year(self, year: int) -> PartialDate | None:
        """Return the date in a year, or None where that year has no such day: 29 February."""
        return PartialDate.made(year, self.month, self.day)


@lru_cache(maxsize=1024)
def dates_in(text: str) -> tuple[Day, ...]:
    """Return the dates that a line prints, in order; parts of a longer one are left out."""
    text = text[:LOOKED_AT].replace("\xa0", " ")
    found: list[Day] = []
    for pattern in (_ISO, _CJK, _DAY_MONTH, _MONTH_DAY, _DOTTED, _SLASHED, _MONTH_YEAR):
        for match in pattern.finditer(text):
            day = _day_of(match)
            if day is not None and all(day.end <= other.start or day.start >= other.end for other in found):
                found.append(day)
    return tuple(sorted(found, key=lambda day: day.start))


def _day_of(match: re.Match[str]) -> Day | None:
    """Make a date of a match, or None where no such day is."""
    groups = match.groupdict()
    year = _year_of(groups.get("year") or groups.get("short"))
    if "one" in groups:
        return _slashed(match, year)
    named = groups["month"].rstrip(".")
    month = month_of(named) or int(named)
    day = int(groups["day"]) if groups.get("day") else None
    if not _exists(year, month, day):
        return None
    if (
        groups.get("short")
        and year is not None
        and named.casefold() in ("mai", "mar", "may", "nov")
        and not match[0][:1].isdigit()
    ):
        return None
    return Day(match.start(), match.end(), year, month, day)


def _slashed(match: re.Match[str], year: int | None) -> Day | None:
    """Read 3/10/2001: the day is known only where one figure can be no month, or both are the same."""
    one, two = int(match["one"]), int(match["two"])
    if year is None:
        return None
    if one > 12 or one == two:
        day, month = one, two
    elif two > 12:
        day, month = two, one
    else:
        return None
    return Day(match.start(), match.end(), year, month, day) if _exists(year, month, day) else None


def _year_of(text: str | None) -> int | None:
    if not text:
        return None
    year = int(text)
    if len(text) == 2:
        year += 1900 if year >= PIVOT else 2000
    return year


def _exists(year: int | None, month: int, day: int | None) -> bool:
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return False
    return PartialDate.made(year or LEAP_YEAR, month, day) is not None
