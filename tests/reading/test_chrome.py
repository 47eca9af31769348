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
    assert details[-3].startswith('stands under "related stories"; ')
    assert details[-3].endswith("% likely to be article text")
    assert all(details[number] for number, reason in enumerate(found) if reason)


def test_a_text_without_prose_is_kept() -> None:
    assert reasons(["Tin 12", "Copper 14", "Lead 3"]) == [None] * 3


def test_what_an_outlet_repeats() -> None:
    appeal = "You read this for nothing, and we can only go on if our readers give what they can each month."
    lines = [*ARTICLE[:4], appeal, *ARTICLE[4:]]

    def many(line: str) -> int:
        return 7 if line in (appeal, ARTICLE[0], ARTICLE[1], ARTICLE[3]) else 0

    found = label(lines, many)
    assert [line.number for line in found if line.set_aside] == [4]
    assert (found[4].reason, found[4].detail) == (
        Reason.REPEATED,
        "repeated on at least 7 other pages of this outlet",
    )


BACKGROUND = "The wall was built by hand in 1871 after a storm, and has been raised two times since the war."


def everywhere(line: str) -> int:
    return 10


def test_a_sentence_amid_kept_prose_is_no_furniture_for_standing_elsewhere() -> None:
    for at in (2, 3, 4, 5, 6):
        lines = [*ARTICLE[:at], BACKGROUND, *ARTICLE[at:]]
        found = label(lines, lambda line: 10 if line == BACKGROUND else 0)
        assert not [line.text for line in found if line.set_aside]


def test_no_page_loses_all_its_text_to_what_others_say() -> None:
    for lines in (ARTICLE, ARTICLE[:3], ["Tin 12", "Copper 14", "Lead 3"], [*MENU, *ARTICLE, *FOOT]):
        alone = [line.text for line in label(lines) if not line.set_aside]
        with_others = [line.text for line in label(lines, everywhere) if not line.set_aside]
        assert with_others == alone


def test_comments_end_the_article_and_boxes_do_not() -> None:
    comments = ["Comments", "I live beside that wall and it has never been of any use to me or to my goats."]
    assert reasons([*ARTICLE, *comments])[6:] == [Reason.COMMENTS] * 2
    box = ["Related stories", "Mill fire was no accident", "Ferry fares to rise"]
    page = [*MENU, *ARTICLE[:3], "", *box, "", *ARTICLE[4:], "", *FOOT]
    assert reasons(page)[5:15] == [None] * 4 + [Reason.LINKS] * 3 + [None] * 3


def test_a_few_doubtful_lines_are_kept_on_a_page_that_is_clean() -> None:
    assert reasons(["Harbour", *ARTICLE, "Town"]) == [None] * 8
    assert reasons(["Share this article", *ARTICLE, "Town"]) == [Reason.SHARE, *[None] * 7]


@given(st.lists(st.sampled_from([*MENU, *ARTICLE, *FOOT, "", "x"]), max_size=30))
def test_every_line_keeps_its_place_and_text(lines: list[str]) -> None:
    found = label(lines)
    assert [(line.number, line.text) for line in found] == list(enumerate(lines))
    assert all(line.set_aside == (line.reason is not None) for line in found)


def kept(lines: list[str]) -> list[str]:
    return [line.text for line in label(lines) if not line.set_aside]


SENTENCES = [
    "The harbour wall at Port Ellery will be raised by two feet after the floods of last winter.",
    "The council said that the work on the wall is to begin in June and will last until the autumn.",
    "Most of the money for it will come from the county, which has paid for two other walls before.",
    "Fishermen have asked for a ramp beside the ice house, but the engineer thinks that the quay is too narrow for one.",
    '"We have waited for this since the storm of 1953," said Mrs Vane, who keeps the chandlery on the front.',
    "The ferry will use the outer pier while the stones are laid, and the market will move to the old rope walk.",
    "A second wall, farther up the river, was refused by the same council in the spring of last year.",
]
paragraphs = st.lists(st.sampled_from(SENTENCES), min_size=5, max_size=7, unique=True)
heads = st.lists(st.sampled_from(MENU), max_size=5, unique=True)
feet = st.lists(st.sampled_from(FOOT), max_size=4, unique=True)


@given(paragraphs, heads, feet)
def test_cleaning_what_was_cleaned_takes_no_article_text(
    body: list[str], head: list[str], foot: list[str]
) -> None:
    """Of furniture that is kept, one page in four hundred of these, the second look may see what it is."""
    once = kept([*head, "", "Harbour wall to be raised", "", *body, "", *foot])
    twice = kept(once)
    assert [line for line in once if line not in twice and line not in head and line not in foot] == []
    assert [line for line in twice if line not in once] == []


@given(paragraphs, heads, feet)
def test_furniture_at_head_and_foot_takes_away_no_article_text(
    body: list[str], head: list[str], foot: list[str]
) -> None:
    before = kept(["Harbour wall to be raised", "", *body])
    after = kept([*head, "", "Harbour wall to be raised", "", *body, "", *foot])
    assert [line for line in before if line not in after] == []
