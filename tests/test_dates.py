"""Dates of which a part is known, and none that the calendar lacks."""

import calendar
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.dates import PartialDate, days_between

DATES = st.builds(
    PartialDate.made,
    st.integers(1, 9999),
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1, 31),
).filter(lambda date: date is not None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2001-10-03", (2001, 10, 3), (2001, 10, 3)),
        ("2001-10-3", (2001, 10, 3), (2001, 10, 3)),
        ("2001-10", (2001, 10, 1), (2001, 10, 31)),
        ("2001-12", (2001, 12, 1), (2001, 12, 31)),
        ("2000-02", (2000, 2, 1), (2000, 2, 29)),
        ("1900-02", (1900, 2, 1), (1900, 2, 28)),
        ("2001", (2001, 1, 1), (2001, 12, 31)),
        ("9999-12", (9999, 12, 1), (9999, 12, 31)),
    ],
)
def test_what_is_known(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    date = PartialDate.parse(text)
    assert date is not None
    assert (date.first_day, date.last_day) == (datetime.date(*first), datetime.date(*last))
    assert date.is_day is (first == last)


@pytest.mark.parametrize(
    "text",
    ["2001-02-29", "2001-04-31", "2001-13", "2001-00", "2001-01-00", "0000", "201", "20011003", "2001-10-03T20:46",
     "2001-10-03 ", " 2001", "2001-", "２００１", "", "soon"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert PartialDate.parse(text) is None


@given(st.integers(-10, 10_050), st.none() | st.integers(-1, 14), st.none() | st.integers(-1, 33))
def test_only_what_the_calendar_has_can_be_made(year: int, month: int | None, day: int | None) -> None:
    exists = 1 <= year <= 9999 and (
        (month is None and day is None)
        or (
            month is not None
            and 1 <= month <= 12
            and (day is None or 1 <= day <= calendar.monthrange(year, month)[1])
        )
    )
    assert (PartialDate.made(year, month, day) is not None) is exists
    if not exists:
        with pytest.raises(ValueError):
            PartialDate(year, month, day)


@given(DATES)
def test_it_is_written_as_it_is_read(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date
    assert date.first_day <= date.last_day
    one = datetime.timedelta(days=1)
    if not date.is_day:
        assert date.last_day == datetime.date.max or (date.last_day + one).day == 1
    assert PartialDate.parse(str(PartialDate.of(date.first_day))) == PartialDate.of(date.first_day)


@given(st.text(alphabet="0123456789-T: ", max_size=12))
def test_any_text(text: str) -> None:
    date = PartialDate.parse(text)
    assert date is None or str(date)[:4] == text[:4]


@given(DATES, DATES)
def test_days_between(one: PartialDate, other: PartialDate) -> None:
    apart = days_between((one, one), (other, other))
    assert apart == days_between((other, other), (one, one))
    meet = one.first_day <= other.last_day and other.first_day <= one.last_day
    assert (apart == 0) is meet
