"""How the window says numbers and dates."""

from pressmark.counting import count
from pressmark.dates import PartialDate
from pressmark.reading.months import ENGLISH_MONTHS
from pressmark.values import ArticleDate, Certainty

__all__ = ["count", "date_words", "dated"]
MONTHS = ("", *(name.capitalize() for name in ENGLISH_MONTHS))
SHORT = tuple(name[:3] for name in MONTHS)


def date_words(date: ArticleDate, *, long: bool = False) -> str:
    """Return a date as a person writes it: "3 Oct 2001", "3–4 Oct 2001", "Oct 2001", or nothing."""
    known = date.range()
    if known is None:
        return ""
    start, end = known
    names = MONTHS if long else SHORT
    if end == start:
        return _said(start, names)
    if (start.year, start.month) == (end.year, end.month) and start.is_day and end.is_day:
        return f"{start.day}–{_said(end, names)}"
    return f"{_said(start, names)} – {_said(end, names)}"


def _said(date: PartialDate, names: tuple[str, ...]) -> str:
    month = "" if date.month is None else names[date.month]
    return " ".join(str(part) for part in (date.day, month, date.year) if part)


def dated(date: ArticleDate, *, long: bool = False) -> str:
    """Return a date with "inferred" beside it where the source does not print it."""
    words = date_words(date, long=long)
    return f"{words}, inferred" if words and date.certainty is Certainty.INFERRED else words
