"""Twin of reading/verdicts.py: what the rules say of a page."""

import pytest

from pressmark.reading.page_reading import read_page
from pressmark.reading.verdicts import Standing, standing, verdicts_of
from pressmark.values import Reason

MENU = ["Front Page", "Middle East", "South Asia", "UK Politics", "Talking Point"]
ARTICLE = [
    "Harbour wall to be raised",
    "3 May 1999",
    "The harbour wall at Port Ellery will be raised by two feet after the floods of last winter.",
    "A quiet town",
    "The council said that the work on the wall is to begin in June and will last until the autumn.",
    "Most of the money for it will come from the county, which has paid for two other walls before.",
]
FOOT = ["Related stories", "Mill fire was no accident", "Ferry fares to rise", "© 1999 The Ellery Post"]


def reasons(lines: list[str]) -> list[Reason | None]:
    return [verdict and verdict[0] for verdict in verdicts_of(read_page(lines))]


def test_menu_article_and_foot() -> None:
    verdicts = verdicts_of(read_page([*MENU, *ARTICLE, *FOOT]))
    assert [verdict and verdict[0] for verdict in verdicts] == [
        *[Reason.MENU] * 5, *[None] * 6, *[Reason.LINKS] * 3, Reason.LEGAL,
    ]  # fmt: skip
    assert verdicts[-2] == (Reason.LINKS, 'stands under "related stories"')


def test_without_prose_only_phrases_speak() -> None:
    assert reasons(["Tin 12", "Copper 14", "Share this article"]) == [None, None, Reason.SHARE]


def test_without_prose_a_heading_speaks_for_what_stands_under_it() -> None:
    assert reasons(["Metal prices", "Tin 12", "See also", "Copper 14"]) == [
        None,
        None,
        Reason.LINKS,
        Reason.LINKS,
    ]
    assert reasons(["See also", "Tin 12"]) == [Reason.LINKS, None]


def test_comments_end_the_article_and_boxes_do_not() -> None:
    comments = ["Comments", "I live beside that wall and it has never been of any use to me or to my goats."]
    assert reasons([*ARTICLE, *comments])[6:] == [Reason.COMMENTS] * 2
    box = ["Related stories", "Mill fire was no accident"]
    assert reasons([*ARTICLE[:3], *box, *ARTICLE[4:]]) == [None] * 3 + [Reason.LINKS] * 2 + [None] * 2


def test_an_appeal_goes_on_as_long_as_it_speaks_to_the_reader() -> None:
    reader = "We need you, and you need us: your help keeps our paper going, and we thank you for it."
    appeal = ["Please support our work.", reader]
    assert reasons([*ARTICLE[:3], *appeal, *ARTICLE[4:]])[3:5] == [Reason.APPEAL] * 2


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Mill fire was no accident", Standing.SAID),
        ("Related stories", Standing.SURE),
        ("Share this article", Standing.SAID_BRIEFLY),
        ("© 1999 The Ellery Post, all of it, every word and every picture, and none of it may be used again", Standing.SAID),
        ("Please support our work.", Standing.SURE),
        ("Front Page", Standing.ASIDE),
        (ARTICLE[2], Standing.KEPT),
    ],
)  # fmt: skip
def test_what_the_rules_make_of_a_line(line: str, expected: Standing) -> None:
    page = read_page([*MENU, *ARTICLE, "Share this article", *FOOT[:3], "Please support our work.", line])
    number = next(number for number, part in enumerate(page.stretches) if part.text == line)
    assert standing(page, number, verdicts_of(page)[number]) == expected
