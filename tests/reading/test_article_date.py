"""The article's own date is taken, with its evidence, and no other."""

import pytest

from pressmark.reading.article_date import date_of
from pressmark.reading.chrome import label_page
from pressmark.reading.page_reading import read_page
from pressmark.values import ArticleDate, Certainty

PROSE = [
    "The harbour wall at Port Ellery will be raised by two feet after the floods of last winter.",
    "It was on 4 March 1980 that the sea last came over the wall, and it is feared that it will again.",
]


def date(lines: list[str], path: str = "a.txt") -> ArticleDate:
    page = read_page(lines)
    return date_of(page, label_page(page), path)


def test_a_date_line_at_the_headline() -> None:
    found = date(["Harbour wall to be raised", "3 May 1999", "", *PROSE])
    assert (found.start, found.end, found.certainty) == ("1999-05-03", "1999-05-03", Certainty.PRINTED)
    assert found.evidence == 'printed on line 2: "3 May 1999"'


def test_dates_in_prose_and_in_see_also_entries_are_not_its_own() -> None:
    found = date(["Harbour wall to be raised", "", *PROSE, "See also:", "01 Oct 01 | Europe", "Another wall"])
    assert found == ArticleDate()


def test_published_beats_updated() -> None:
    found = date(["Harbour wall to be raised", "Updated 5 May 1999", "Published 3 May 1999", "", *PROSE])
    assert found.start == "1999-05-03"


def test_the_path_says_it_where_the_page_does_not() -> None:
    found = date(["Harbour wall to be raised", *PROSE], "post/2001-10-03-wall.txt")
    assert (found.start, found.certainty) == ("2001-10-03", Certainty.INFERRED)
    assert "file name" in found.evidence
    assert date(PROSE, "post/2001/10/x.txt").start == "2001-10"
    assert date(PROSE, "post/20011003.txt").start == "2001-10-03"
    assert date(PROSE, "post/20019903.txt").start is None


def test_a_printed_day_without_its_year_takes_the_year_of_the_path() -> None:
    lines = ["Harbour wall to be raised", "3 October", "", *PROSE]
    assert date(lines).start is None
    found = date(lines, "post/2001/10/x.txt")
    assert (found.start, found.certainty) == ("2001-10-03", Certainty.INFERRED)
    assert date(lines, "post/2001/11/x.txt").start == "2001-11"


@pytest.mark.parametrize(
    ("path", "start"),
    [
        ("post/2001/x.txt", "2001"),
        ("post/2001/02/x.txt", "2001-02"),
        ("post/2001-02-28.txt", "2001-02-28"),
        ("post/1900/x.txt", "1900"),
    ],
)
def test_a_year_that_lacks_the_printed_day_gives_no_day(path: str, start: str) -> None:
    found = date(["Harbour wall to be raised", "29 February", "", *PROSE], path)
    assert (found.start, found.certainty) == (start, Certainty.INFERRED)
    assert found.evidence.endswith(
        f'"; printed on line 2: "29 February", a day that {start[:4]} does not have'
    )


def test_a_leap_year_has_it() -> None:
    found = date(["Harbour wall to be raised", "29 February", "", *PROSE], "post/2004/x.txt")
    assert (found.start, found.certainty) == ("2004-02-29", Certainty.INFERRED)


@pytest.mark.parametrize(
    ("path", "start"),
    [("20010229.txt", None), ("2001-02-29.txt", "2001-02"), ("20010229-20010301.txt", "2001-03-01")],
)
def test_a_path_with_a_day_that_does_not_exist(path: str, start: str | None) -> None:
    assert date(["Harbour wall to be raised", "", *PROSE], path).start == start
