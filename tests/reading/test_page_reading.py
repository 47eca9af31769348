"""The main run of prose and the headline are found among menus and comments."""

from pressmark.reading.page_reading import read_page

PAGE = [
    "Home",
    "News",
    "Sport",
    "Ferry fares to rise next week",
    "Two held after fire at mill",
    "6 May 1999",
    "Harbour wall to be raised",
    "By Ada Quill",
    "The harbour wall at Port Ellery will be raised by two feet after the floods of last winter.",
    "The council said that the work on the wall is to begin in June and will last until the autumn.",
    "Comments",
    "I think you are all wrong about my wall and you should ask me and your mother about it.",
    "I do not think so and I say to you that your wall is my wall and you know it.",
]


def test_body_and_headline() -> None:
    page = read_page(PAGE)
    assert page.body == (8, 10)
    assert page.headline == 6
    assert page.dated[5]


def test_pages_without_prose() -> None:
    page = read_page(["ELLERY TIN", "4 March 1987", "Shr 13 cts"])
    assert page.body == (0, 0)
    assert page.headline == 0
    assert read_page([]).headline is None


def test_the_first_line_over_a_date_line_is_the_headline_of_a_plain_file() -> None:
    page = read_page(["A QUIET TITLE", "4 March 1987", "", *["Some words here"] * 60, *PAGE[8:10]])
    assert page.headline == 0
