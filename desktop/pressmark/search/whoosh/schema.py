"""What the index is made of: the document as it is given, the fields, and the stock Whoosh schema on disk."""

import datetime

from pressmark.dates import PartialDate
from pressmark.search.whoosh.analyzer import WordAnalyzer, stock_analyzer
from pressmark.search.whoosh.whoosh_parts import Fields, Schema

SCHEMA_VERSION = 3
"""Raised whenever an index written before can no longer be searched as it should."""
VERSION_FILE = "pressmark-index-version"
INDEX_NAME = "MAIN"

PLACED_FIELDS = ("aside", "author", "outlet", "section", "text", "title")
"""Fields with the places of their words, so that phrases can be found; they are compared by stem."""
WORD_FIELDS = {"text": "word", "aside": "asideword"}
"""Fields whose words are also kept unstemmed, for beginnings, misspellings and offers."""
QUERY_FIELDS = ("outlet", "title", "author", "section")
"""Fields a query can name."""


def stock_schema(*, exact: bool = False) -> Schema:
    """Return the schema as Whoosh keeps it: stock classes only, so that any Whoosh opens the index and asks it in words.

    An `exact` one normalises just as the index does: for `open_dir(folder, schema=stock_schema(exact=True))`.
    """
    make = WordAnalyzer if exact else stock_analyzer
    stems, words = make(stemmed=True), make(stemmed=False)
    placed = {name: Fields.TEXT(analyzer=stems, phrase=True) for name in PLACED_FIELDS}
    plain = {name: Fields.ID(analyzer=words) for name in WORD_FIELDS.values()}
    return Fields.Schema(
        id=Fields.ID(stored=True, unique=True),
        date=Fields.ID(stored=True),
        date_end=Fields.STORED(),
        outlet_name=Fields.STORED(),
        **placed,
        **plain,
    )


def first_day(date: str) -> int:
    """Return the first day of an ISO date as yyyymmdd, 0 when it is no date ("2001-10" -> 20011001)."""
    known = _date(date)
    return _number(known.first_day) if known else 0


def last_day(date: str) -> int:
    """Return the last day of an ISO date as yyyymmdd, 0 when it is no date ("2001-10" -> 20011031)."""
    known = _date(date)
    return _number(known.last_day) if known else 0


def _date(text: str) -> PartialDate | None:
    """Read a date; a time after it does not count."""
    return PartialDate.parse(text.strip().partition("T")[0])


def _number(day: datetime.date) -> int:
    return (day.year * 100 + day.month) * 100 + day.day
