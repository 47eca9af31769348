"""The dates of a query, whole and half typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.dates import PartialDate
from pressmark.search.query_dates import dated
from pressmark.search.query_tree import Dated


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("date", "2001", Dated("2001", "2001")),
        ("date", "2001-10..2003", Dated("2001-10", "2003")),
        ("date", "..2003", Dated("", "2003")),
        ("before", "2001-10", Dated("", "<2001-10")),
        ("after", "2001", Dated(">2001", "")),
        ("after", "2001..2002", None),
        ("date", "20", None),
        ("date", "2001-02-29", None),
        ("date", "..", None),
    ],
)
def test_a_whole_date(name: str, value: str, wanted: Dated | None) -> None:
    assert dated(name, value) == wanted


@given(st.dates().map(lambda day: day.isoformat()), st.integers(1, 10))
def test_a_half_typed_date_has_the_whole_one_among_its_days(day: str, typed: int) -> None:
    found = dated("date", day[:typed], begun=True)
    if not day.startswith("0"):  # a year before 1000 is no year one searches for
        assert found is not None
        first, last = PartialDate.parse(found.first), PartialDate.parse(found.last)
        assert first is not None
        assert last is not None
        assert first.first_day.isoformat() <= day <= last.last_day.isoformat()
