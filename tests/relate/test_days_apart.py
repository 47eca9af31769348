"""How many days lie between two articles."""

import pytest

from pressmark.relate.days_apart import days_apart
from pressmark.values import ArticleDate


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2001-10-03", "2001-10-03", 0),
        ("2001-10-03", "2001-10-05", 2),
        ("2001-10-05", "2001-10-03", 2),
        ("2001-10", "2001-10-31", 0),
        ("2001-10", "2001-11-02", 2),
        ("2000-02", "2000-03-01", 1),
        ("2001", "2002", 1),
        (None, "2002", None),
        ("2002", None, None),
    ],
)
def test_days_apart(one: str | None, other: str | None, expected: int | None) -> None:
    assert days_apart(ArticleDate(one), ArticleDate(other)) == expected


def test_an_inferred_range_counts_from_its_nearer_end() -> None:
    assert days_apart(ArticleDate("2001-10-03", "2001-10-04"), ArticleDate("2001-10-06")) == 2
