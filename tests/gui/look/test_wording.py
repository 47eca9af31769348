"""How dates are said."""

import pytest

from pressmark.gui.look.wording import date_words, dated
from pressmark.values import ArticleDate, Certainty


@pytest.mark.parametrize(
    ("start", "end", "short", "long"),
    [
        (None, None, "", ""),
        ("2001-10-03", None, "3 Oct 2001", "3 October 2001"),
        ("2001-10-03", "2001-10-03", "3 Oct 2001", "3 October 2001"),
        ("2001-10-03", "2001-10-04", "3–4 Oct 2001", "3–4 October 2001"),
        ("2001-09-30", "2001-10-03", "30 Sep 2001 – 3 Oct 2001", "30 September 2001 – 3 October 2001"),
        ("2001-10", None, "Oct 2001", "October 2001"),
        ("2001", None, "2001", "2001"),
        ("2001-10", "2001-10", "Oct 2001", "October 2001"),
        ("2001", "2002", "2001 – 2002", "2001 – 2002"),
    ],
)
def test_dates_as_a_person_writes_them(start: str | None, end: str | None, short: str, long: str) -> None:
    date = ArticleDate(start, end, Certainty.PRINTED)
    assert (date_words(date), date_words(date, long=True)) == (short, long)


def test_an_inferred_date_says_so() -> None:
    assert dated(ArticleDate("2001-10", None, Certainty.INFERRED)) == "Oct 2001, inferred"
    assert dated(ArticleDate("2001-10", None, Certainty.PRINTED)) == "Oct 2001"
    assert dated(ArticleDate(None, None, Certainty.INFERRED)) == ""
