"""Dates in many forms; what is ambiguous or no date is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.reading.printed_dates import dates_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wednesday, 3 October, 2001, 20:46 GMT 21:46 UK", ["2001-10-03"]),
        ("3 October 2001", ["2001-10-03"]),
        ("October 3, 2001", ["2001-10-03"]),
        ("Oct. 3, 2001", ["2001-10-03"]),
        ("3rd of October 2001", ["2001-10-03"]),
        ("2001-10-03T20:46", ["2001-10-03"]),
        ("03.10.2001", ["2001-10-03"]),
        ("3. Oktober 2001", ["2001-10-03"]),
        ("le 3 octobre 2001", ["2001-10-03"]),
        ("3 de octubre de 2001", ["2001-10-03"]),
        ("3 октября 2001", ["2001-10-03"]),
        ("5 Kasım 2001", ["2001-11-05"]),
        ("5 KASIM 2001", ["2001-11-05"]),
        ("3 NİSAN 2001", ["2001-04-03"]),
        ("3 Auguſt 2001", ["2001-08-03"]),
        ("2001年10月3日", ["2001-10-03"]),
        ("01 Oct 01", ["2001-10-01"]),
        ("October 2001", ["2001-10"]),
        ("25/12/2001", ["2001-12-25"]),
        ("12/25/2001", ["2001-12-25"]),
        ("3/10/2001", []),
        ("10/10/2001", ["2001-10-10"]),
        ("31 February 2001", ["2001-02"]),
        ("3 October", [""]),
        ("29 February", [""]),
        ("0 May 2001", ["2001-05"]),
        ("00 May 2001", ["2001-05"]),
        ("2001-05-00", []),
        ("29 February 2001", ["2001-02"]),
        ("29 February 1900", ["1900-02"]),
        ("29.02.2001", []),
        ("2001年2月29日", []),
        ("version 3.10.12", []),
        ("192.168.10.20", []),
        ("May we go?", []),
        ("3 Oct 2001 | updated 4 Oct 2001", ["2001-10-03", "2001-10-04"]),
    ],
)
def test_dates(text: str, expected: list[str]) -> None:
    assert [str(day.date or "") for day in dates_in(text)] == expected


@given(st.text(alphabet="0123456789/.- Octmay,", max_size=60))
def test_any_text(text: str) -> None:
    end = 0
    for day in dates_in(text):
        assert end <= day.start < day.end
        assert day.year is None or day.date is not None
        end = day.end
