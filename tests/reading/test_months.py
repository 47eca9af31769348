"""The names of the months."""

import re

import pytest

from pressmark.reading.months import ANY_MONTH, ENGLISH_MONTHS, month_of


def test_the_names_of_the_months() -> None:
    assert (len(ENGLISH_MONTHS), ENGLISH_MONTHS[0], ENGLISH_MONTHS[11]) == (12, "january", "december")
    assert all(
        re.fullmatch(ANY_MONTH, name, re.IGNORECASE) for name in (*ENGLISH_MONTHS, "märz", "kasım", "sept")
    )


@pytest.mark.parametrize(
    ("name", "number"),
    [("Kasım", 11), ("KASIM", 11), ("MÄRZ", 3), ("Auguſt", 8), ("Octobre", 10), ("Monday", None)],
)
def test_a_month_by_its_name(name: str, number: int | None) -> None:
    assert month_of(name) == number
