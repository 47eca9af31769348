"""Versions of one story are told from pages that share their outlet's furniture."""

import random
from collections.abc import Sequence

from pressmark.indexing.line_keys import PageKeys, page_keys
from pressmark.indexing.story_versions import versions
from texts import WORDS

APPEAL = [
    "Independent reporting costs money, and we can only go on if our readers help us to pay for it.",
    "Give what you can today: every contribution, large or small, keeps this newsroom alive and free.",
]


def sentences(seed: str, count: int) -> list[str]:
    """Return invented paragraphs of some twenty words each, the same for the same seed."""
    chance = random.Random(seed)
    return [f"The {' '.join(chance.choices(WORDS, k=18))} said {seed}." for _ in range(count)]


def stories(pages: Sequence[list[str]]) -> list[int]:
    keys: list[PageKeys] = [page_keys(lines) for lines in pages]
    return versions(keys).tolist()


def test_small_edits_make_versions() -> None:
    body = sentences("ferry", 8)
    pages = [[f"Ferry latest {at}", *body[:at], f"Edited {at}.", *body[at + 1 :]] for at in range(5)]
    pages += [["Loan agreed", *sentences("loan", 8)]]
    assert stories(pages) == [0, 0, 0, 0, 0, 5]


def test_a_story_that_grows() -> None:
    body = sentences("ferry", 12)
    others = [sentences(f"story {number}", 9) for number in range(10)]
    assert stories([body[:4], body[:8], body, *others])[:4] == [0, 0, 0, 3]


def test_a_background_paragraph_makes_no_versions() -> None:
    background = sentences("background", 1)
    assert stories([[*sentences(f"story {n}", 5), *background] for n in range(4)]) == [0, 1, 2, 3]


def test_an_appeal_on_each_page_makes_no_versions() -> None:
    assert stories([[*APPEAL, *sentences(f"story {n}", 6)] for n in range(9)]) == list(range(9))


def test_briefs_under_much_furniture_are_told_apart_once_there_are_many() -> None:
    furniture = [*APPEAL, *sentences("furniture", 6)]
    assert stories([[*furniture, *sentences(f"brief {n}", 1)] for n in range(30)]) == list(range(30))


def test_few_pages() -> None:
    assert stories([]) == []
    assert stories([["One page"]]) == [0]
    assert stories([[], [""]]) == [0, 1]


def test_copies_are_one_story_however_many_there_are() -> None:
    furniture = [*APPEAL, *sentences("furniture", 2)]
    body = sentences("ferry", 6)
    copies = [[*furniture, f"Visited {n * 'x'}", *body] for n in range(60)]
    others = [[*furniture, *sentences(f"story {n}", 6)] for n in range(40)]
    for pages in ([*copies, *others], [*others, *copies], copies):
        found = stories(pages)
        first = pages.index(copies[0])
        assert found[first : first + 60] == [first] * 60
        assert len(set(found)) == len(pages) - 59


def test_copies_that_were_edited_here_and_there() -> None:
    body = sentences("ferry", 12)
    pages = [[*body[: at % 12], *sentences(f"edit {at}", 1), *body[at % 12 + 1 :]] for at in range(30)]
    assert set(stories(pages)) == {0}


def test_a_story_that_grows_thirty_times() -> None:
    body = sentences("ferry", 30)
    found = stories([body[: at + 1] for at in range(30)])
    assert len(set(found)) <= 5, "but for the first short ones, too few to make furniture of a sentence"


def test_copies_of_what_has_no_sentences() -> None:
    table = [f"{word} of Port Elsing {other}" for word in WORDS[:6] for other in WORDS[6:10]]
    verse = [f"{other} and {word} by the sea" for word in WORDS[:6] for other in WORDS[6:10]]
    pages = [[f"Seen {n * 'x'}", *lines] for n in range(30) for lines in (table, verse)]
    assert stories(pages) == [0, 1] * 30
