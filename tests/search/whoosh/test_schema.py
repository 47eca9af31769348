"""Dates as the index keeps them, and a schema of stock parts only."""

import pickle

import pytest

from pressmark.search.whoosh.schema import first_day, last_day, stock_schema


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2001", 20010101, 20011231),
        ("2001-10", 20011001, 20011031),
        ("2001-10-03", 20011003, 20011003),
        ("2001-10-03T20:46", 20011003, 20011003),
        ("2001-02-29", 0, 0),
        ("2004-02", 20040201, 20040229),
        ("2001-04", 20010401, 20010430),
        ("", 0, 0),
        ("soon", 0, 0),
        ("20011003", 0, 0),
    ],
)
def test_days(date: str, first: int, last: int) -> None:
    assert (first_day(date), last_day(date)) == (first, last)


def test_the_schema_needs_nothing_of_ours_to_be_read() -> None:
    assert b"pressmark" not in pickle.dumps(stock_schema())
