"""The dates of a query: date:2001, date:2001-10..2003, before:, after:; also one that is still being typed."""

import re

from pressmark.dates import PartialDate
from pressmark.search.query_tree import Dated

_begun_year = re.compile(r"[1-9][0-9]{0,2}")
_begun_part = re.compile(r"([0-9]{4}(?:-[0-9]{2})?)-[0-3]?")


def dated(name: str, value: str, *, begun: bool = False) -> Dated | None:
    """Return the days that name:value asks for, None for what is no date.

    With `begun` its last date may be half typed, and stands for all that begin so: 20 for 2000 to 2099, 2001-1 for 2001.
    """
    first, dots, last = value.partition("..")
    if dots and name != "date":
        return None
    typed = last if dots else first
    span = _begun(typed) if begun and name == "date" else None
    low = _iso(first) if dots or span is None else span[0]
    high = _iso(typed) if span is None else span[1]
    if low is None or high is None or not (low or high):
        return None
    if name == "before":
        return Dated("", f"<{low}")
    return Dated(f">{low}", "") if name == "after" else Dated(low, high)


def _begun(text: str) -> tuple[str, str] | None:
    """Return the first and last year, month or day that begin so; None for what is whole, or no date at all."""
    if _begun_year.fullmatch(text):
        return text.ljust(4, "0"), text.ljust(4, "9")
    part = _begun_part.fullmatch(text)
    return (part[1], part[1]) if part and _iso(part[1]) else None


def _iso(text: str) -> str | None:
    """Return a date as ISO 8601, "" for none, None for what is no date."""
    if not text:
        return ""
    date = PartialDate.parse(text)
    return None if date is None else str(date)
