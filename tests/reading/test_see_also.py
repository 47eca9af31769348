"""Entries of see-also lists are told from other lines with a date."""

import pytest

from pressmark.reading.chrome import label_page
from pressmark.reading.page_reading import read_page
from pressmark.reading.see_also import entries, is_entry_head


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("01 Oct 01\u00a0|\u00a0UK Politics", True),
        ("3 October 2001 | Europe", True),
        ("3. Oktober 2001", False),
        ("3 octobre 2001 | Europe", True),
        ("3 März 2001 | Politik", True),
        ("3 maybe 2001 | Europe", False),
        ("03 Oct 01", False),
        ("3 October 2001, 20:46 GMT", False),
        ("Europe | 3 October 2001", False),
    ],
)
def test_heads(text: str, expected: bool) -> None:
    assert is_entry_head(text) is expected


def test_only_what_is_set_aside_is_an_entry() -> None:
    prose = "The harbour wall at Port Ellery will be raised by two feet after the floods of last winter."
    more = "The council said that the work on the wall is to begin in June and will last until the autumn."
    page = read_page(
        [
            "Harbour wall to rise",
            prose,
            more,
            prose,
            "See also:",
            "01 Oct 01 | Europe",
            "Mill fire",
            "Boats",
            "Fish",
        ]
    )
    assert entries(page, label_page(page)) == {5}
    assert entries(page, label_page(read_page([*[""] * 9]))) == set()
