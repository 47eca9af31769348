"""A date with what is known of it: a day, a month or a year; one that does not exist cannot be made."""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

_PARTS = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day; raises ValueError where the calendar has no such date."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what does not exist."""
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        datetime.date(self.year, *(1 if part is None else part for part in (self.month, self.day)))

    @classmethod
    def made(cls, year: int, month: int | None = None, day: int | None = None) -> "PartialDate | None":
        """Return a date of its parts, or None where there is no such date."""
        try:
            return cls(year, month, day)
        except (ValueError, OverflowError):
            return None

    @classmethod
    def parse(cls, text: str) -> "PartialDate | None":
        """Read "2001-10-03", "2001-10" or "2001" (ISO 8601; a nought in front may lack); None for what is no date."""
        return _parsed(text)

    @classmethod
    def of(cls, day: datetime.date) -> "PartialDate":
        """Return a day of the calendar as a date that is wholly known."""
        return cls(day.year, day.month, day.day)

    @property
    def is_day(self) -> bool:
        """Whether it is known to the day."""
        return self.day is not None

    @property
    def first_day(self) -> datetime.date:
        """The first day that it may mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> datetime.date:
        """The last day that it may mean."""
        if self.month is None:
            return datetime.date(self.year, 12, 31)
        if self.day is not None:
            return self.first_day
        if self.month == 12:
            return datetime.date(self.year, 12, 31)
        return datetime.date(self.year, self.month + 1, 1) - _ONE_DAY

    def __str__(self) -> str:
        """Return it as ISO 8601 with what is known."""
        text = f"{self.year:04d}"
        for part in (self.month, self.day):
            text += "" if part is None else f"-{part:02d}"
        return text


@lru_cache(maxsize=1 << 12)
def _parsed(text: str) -> PartialDate | None:
    match = _PARTS.fullmatch(text)
    if match is None:
        return None
    year, *rest = match.groups()
    month, day = (None if part is None else int(part) for part in rest)
    return PartialDate.made(int(year), month, day)


def days_between(one: tuple[PartialDate, PartialDate], other: tuple[PartialDate, PartialDate]) -> int:
    """Return how many days lie at least between two ranges of dates, 0 where they meet."""
    return max(
        0,
        (other[0].first_day - one[1].last_day).days,
        (one[0].first_day - other[1].last_day).days,
    )
