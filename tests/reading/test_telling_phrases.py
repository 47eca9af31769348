"""Furniture is known by its phrases; sentences of articles are not taken for it."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pressmark.reading.shapes import shape
from pressmark.reading.telling_phrases import phrase_of
from pressmark.reading.word_lists import lines_of_list
from pressmark.values import Reason

ANYWHERE = [line.partition(" :: ")[2] for line in lines_of_list("phrases.txt") if " :: " in line]


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


@given(st.sampled_from(ANYWHERE).flatmap(lambda pattern: st.from_regex(pattern, fullmatch=True)))
def test_a_phrase_anywhere_is_found_by_its_telling_words(said: str) -> None:
    assume(said == said.lower().strip() and "\xa0" not in said)
    assert phrase_of(said, 1)


def test_where_a_phrase_may_stand_anywhere_its_telling_words_are_named() -> None:
    sections = "\n".join(lines_of_list("phrases.txt")).split("\n[")
    anywhere = [section.splitlines()[1:] for section in sections if "where=anywhere" in section]
    assert sorted(line.partition(" :: ")[2] for lines in anywhere for line in lines) == sorted(ANYWHERE)
