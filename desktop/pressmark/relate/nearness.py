"""How many days lie between two articles, as far as their dates are known."""

import calendar
from datetime import date

from pressmark.values import ArticleDate


def days_apart(one: ArticleDate, other: ArticleDate) -> int | None:
    """Return how many days lie at least between two articles, or None if one has no date."""
    if one.start is None or other.start is None:
        return None
    first, first_end = _day(one.start, last=False), _day(one.end or one.start, last=True)
    second, second_end = _day(other.start, last=False), _day(other.end or other.start, last=True)
    return max(0, (second - first_end).days, (first - second_end).days)


def _day(iso: str, *, last: bool) -> date:
    """Return the first or last day of an ISO date that may lack its day or month."""
    parts = [int(part) for part in iso.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else (12 if last else 1)
    day = parts[2] if len(parts) > 2 else (calendar.monthrange(year, month)[1] if last else 1)
    return date(year, month, day)
