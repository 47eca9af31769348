"""Furniture is known by its phrases; sentences of articles are not taken for it."""

import pytest

from pressmark.reading.phrases import phrase_of
from pressmark.reading.shapes import shape
from pressmark.values import Reason


def reason(line: str) -> Reason | None:
    found = phrase_of(line, shape(line).words)
    return found.reason if found else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("See also:", Reason.LINKS),
        ("Related stories", Reason.LINKS),
        ("Most read", Reason.LINKS),
        ("Comments (12)", Reason.COMMENTS),
        ("Leave a reply", Reason.COMMENTS),
        ("3 comments", Reason.COMMENTS),
        ("E-mail this story to a friend", Reason.SHARE),
        ("Facebook Twitter Print", Reason.SHARE),
        ("Sign up for our newsletter", Reason.APPEAL),
        ("Support The Ellery Post!", Reason.APPEAL),
        ("© 2001 The Ellery Post. All rights reserved.", Reason.LEGAL),
        ("Privacy policy", Reason.LEGAL),
        ("ADVERTISEMENT", Reason.ADVERT),
        ("Search", Reason.FORM),
        ("You are in: World", Reason.MENU),
    ],
)
def test_furniture(line: str, expected: Reason) -> None:
    assert reason(line) is expected


@pytest.mark.parametrize(
    "line",
    [
        "The council asked for comments on the plan by Friday, and more than forty people sent theirs.",
        "Print workers walked out of the newspaper on Monday.",
        "He wanted to share the prize with the two others who had found the boat.",
        "Support for the mayor fell by ten points.",
        "Searching for survivors went on all night.",
    ],
)
def test_article_text(line: str) -> None:
    assert reason(line) is None


def test_what_a_phrase_does() -> None:
    heading = phrase_of("See also:", 2)
    assert heading is not None
    assert (heading.closes, heading.words) == (True, "see also")
    weak = phrase_of("Search", 1)
    assert weak is not None
    assert not weak.strong
