"""Lines are counted once a story, told in classes, and the same counts give the same evidence."""

import numpy as np
import pytest

from pressmark.indexing.counts import OutletCounts, RunningCounts, evidence
from pressmark.indexing.line_keys import PageKeys, page_keys
from pressmark.reading.repeats import CLASSES

MENU = ["Home page", "World news"]
BACKGROUND = "The strait has been closed to tankers since the two sides failed to agree on tolls last spring."


def page(*lines: str) -> PageKeys:
    return page_keys([*MENU, *lines])


def outlet(count: int, *lines: str) -> list[PageKeys]:
    return [page(f"Story of the {number * 'x'}", *lines) for number in range(1, count + 1)]


@pytest.mark.parametrize(("pages", "told"), [(3, 0), (4, 3), (5, 3), (6, 5), (10, 5), (11, 10), (40, 10)])
def test_counts_are_told_as_at_least_so_many_others(pages: int, told: int) -> None:
    known = outlet(pages)
    others = OutletCounts(known).others(known[0])
    assert [others(line) for line in ("Home page", "HOME  page!", "World news")] == [told] * 3
    assert [others(line) for line in ("Story of the x", "", "12", "Unknown line")] == [0] * 4
    assert told in (0, *CLASSES)


def test_a_page_that_was_not_counted() -> None:
    known = outlet(3)
    counts = OutletCounts(known)
    assert counts.others(page("A fresh story"), counted=False)("Home page") == 3
    assert OutletCounts([]).others(page(), counted=False)("Home page") == 0


@pytest.mark.parametrize(("stories", "told"), [(4, 0), (5, 0), (6, 5)])
def test_a_sentence_needs_more_pages_than_a_menu(stories: int, told: int) -> None:
    """An agency's background paragraph in a few stories is the stories' own."""
    known = outlet(stories, BACKGROUND)
    assert OutletCounts(known).others(known[0])(BACKGROUND) == told


def test_versions_count_as_one_page() -> None:
    """What stands in twelve versions of one story, and nowhere else, is the story."""
    body = [
        f"In part {number * 'i'} of the report the council of Port Elsing names the ferry."
        for number in range(9)
    ]
    story = [page(f"Ferry latest {number * 'x'}", *body) for number in range(12)]
    counts = OutletCounts([*story, *outlet(9)])
    told = counts.others(story[0])
    assert {told(line) for line in body} == {0}
    assert told("Home page") == 5, "on nine other pages: the versions are no evidence against each other"
    assert counts.others(page("Another"), counted=False)("Home page") == 10


def test_most_of_a_lines_4_grams() -> None:
    """A line that varies from page to page is known by the words around what varies."""
    said = (
        "Dear {}, you have read your free articles for this month, so sign up to go on "
        "with the ferry, the loan, the treaty and much more"
    )
    names = ["Ann", "Joan", "Omar", "Lin", "Petra", "Igor", "Maya"]
    known = [page(f"Story of {name}", said.format(name)) for name in names]
    assert OutletCounts(known).others(known[0])(said.format("Ann")) == 5
    alone = [page(f"Story of {name}") for name in names[1:]]
    assert OutletCounts([known[0], *alone]).others(known[0])(said.format("Ann")) == 0


def test_phrases_that_prose_is_made_of_prove_nothing() -> None:
    """Each 4-gram of these sentences stands on many pages, and some on far more than the others."""
    openings = ["At the end of the day", "On the eve of the vote", "In the middle of the night"]
    middles = ["the council of Port Elsing met", "the owners of the ferry met", "nobody in the town had met"]
    ends = ["to talk of the new treaty", "to speak about the old loan", "to hear of the long strike"]
    ways = [f"{one} {two} {three} and that was that" for one in openings for two in middles for three in ends]
    known = [page(f"Story of {number * 'x'}", ways[number % 27]) for number in range(54)]
    told = [OutletCounts(known).others(one)(ways[number]) for number, one in enumerate(known[:27])]
    assert set(told) == {0}


def test_evidence_changes_with_a_class_and_with_nothing_else() -> None:
    first = outlet(30)[0]

    def told(pages: int, name: str = "Echo") -> bytes:
        counts = OutletCounts(outlet(pages))
        return evidence(name, first, counts.classes(first))

    assert told(4) == told(5)
    assert told(11) == told(29)
    assert len({told(3), told(4), told(6), told(11), told(11, "Tribune")}) == 5
    assert told(3) == evidence("Echo", page("other"), np.zeros(3, np.uint8))


def test_running_counts_grow_with_the_pages() -> None:
    asked: list[str] = []

    def known(name: str) -> list[PageKeys]:
        asked.append(name)
        return outlet(8) if name == "Echo" else []

    running = RunningCounts(known)
    counts, counted = running.add("Echo", [page("Ninth")])
    assert (counts.pages, counted) == (9, True)
    assert running.add("Echo", [page("Tenth")]) == (counts, False)
    counts, counted = running.add("Echo", [page("Eleventh"), page("Twelfth")])
    assert (counts.pages, counted) == (10, True), "the catalog of this test has not learned of the tenth"
    assert running.add("Tribune", [])[0].pages == 0
    assert asked == ["Echo", "Echo", "Tribune"]


def test_a_few_new_pages_of_a_large_outlet_do_not_have_it_counted() -> None:
    asked: list[str] = []

    def known(outlet: str) -> list[PageKeys]:
        asked.append(outlet)
        return [page(f"Story {number}") for number in range(300)]

    counts = RunningCounts(known, lambda _: 300)
    made, counted = counts.add("Echo", [page("New"), page("Newer")])
    assert (asked, made.pages, counted) == ([], 0, False)
    made, counted = counts.add("Echo", [page("Newest")])
    assert (asked, made.pages, counted) == (["Echo"], 301, True)
