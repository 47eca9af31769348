"""Versions of one story are told from pages that share their outlet's furniture."""

import random
from collections.abc import Sequence

from pressmark.indexing.linekeys import PageKeys, page_keys
from pressmark.indexing.versions import versions
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
