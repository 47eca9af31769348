"""Lines are set aside for true reasons, and kept when it is not sure."""

from hypothesis import given
from hypothesis import strategies as st

from pressmark.reading.chrome import label
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


def reasons(lines: list[str], **more: object) -> list[Reason | None]:
    return [line.reason for line in label(lines, **more)]  # type: ignore[arg-type]


def test_menu_article_and_foot() -> None:
    found = reasons([*MENU, *ARTICLE, *FOOT])
    assert found == [*[Reason.MENU] * 5, *[None] * 6, *[Reason.LINKS] * 3, Reason.LEGAL]
    details = [line.detail for line in label([*MENU, *ARTICLE, *FOOT])]
    assert details[-3] == 'stands under "related stories"'
    assert all(details[number] for number, reason in enumerate(found) if reason)


def test_a_text_without_prose_is_kept() -> None:
    assert reasons(["Tin 12", "Copper 14", "Lead 3"]) == [None] * 3


def test_what_an_outlet_repeats() -> None:
    appeal = "This town would have no paper at all if its readers did not pay for it every month."
    lines = [*ARTICLE[:4], appeal, *ARTICLE[4:]]

    def many(line: str) -> int:
        return 7 if line in (appeal, ARTICLE[0], ARTICLE[1], ARTICLE[3]) else 0

    found = label(lines, many)
    assert [line.number for line in found if line.set_aside] == [4]
    assert (found[4].reason, found[4].detail) == (
        Reason.REPEATED,
        "repeated on at least 7 other pages of this outlet",
    )


def test_comments_end_the_article_and_boxes_do_not() -> None:
    comments = ["Comments", "I live beside that wall and it has never been of any use to me or to my goats."]
    assert reasons([*ARTICLE, *comments])[6:] == [Reason.COMMENTS] * 2
    box = ["Related stories", "Mill fire was no accident"]
    assert reasons([*ARTICLE[:3], *box, *ARTICLE[4:]]) == [None] * 3 + [Reason.LINKS] * 2 + [None] * 2


@given(st.lists(st.sampled_from([*MENU, *ARTICLE, *FOOT, "", "x"]), max_size=30))
def test_every_line_keeps_its_place_and_text(lines: list[str]) -> None:
    found = label(lines)
    assert [(line.number, line.text) for line in found] == list(enumerate(lines))
    assert all(line.set_aside == (line.reason is not None) for line in found)
