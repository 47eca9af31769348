"""Lines are counted by outlet, each once a page."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pressmark.indexing.counts import RepeatCounts, line_keys
from pressmark.reading import repeats

MENU = ["Home page", "World news"]


def page(*lines: str) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    return line_keys([*MENU, *lines])


def test_others() -> None:
    counts = RepeatCounts()
    pages = [page("One story"), page("Another story", "World news"), page("A third")]
    counts.add(("Echo", keys) for keys in pages)
    counts.add([("Tribune", page("One story"))])
    assert (counts.pages("Echo"), counts.pages("Tribune"), counts.pages("None")) == (3, 1, 0)
    others = counts.others("Echo", pages[0])
    assert [others(line) for line in ("Home page", "HOME  page!", "World news", "One story", "", "12")] == [
        2,
        2,
        2,
        0,
        0,
        0,
    ]
    assert counts.others("Tribune", page("One story"))("Home page") == 0


def test_counted_in_one_go_or_from_the_catalog_is_the_same() -> None:
    pages = [("Echo", page(f"Story of the {word}")) for word in ("ferry", "bridge", "loan")]
    at_once, later = RepeatCounts(), RepeatCounts((name, keys.tobytes()) for name, keys in pages)
    for one in pages:
        at_once.add([one])
    for line in (*MENU, "Story of the ferry"):
        assert at_once.others("Echo", pages[0][1])(line) == later.others("Echo", pages[0][1])(line)


def test_a_page_that_was_not_counted_is_no_evidence() -> None:
    counts = RepeatCounts()
    assert counts.others("Echo", page("x y z"))("Home page") == 0
    counts.add([("Echo", page())])
    assert counts.others("Echo", page("Fresh line"))("Fresh line") == 0


@given(st.lists(st.text(max_size=40), max_size=20))
def test_keys_are_distinct_sorted_and_those_of_the_lines(lines: list[str]) -> None:
    keys = line_keys(lines).tolist()
    assert keys == sorted({key for line in lines if (key := repeats.key(line)) is not None})


def test_a_long_line_has_a_key() -> None:
    assert line_keys(["word " * 800_000]).tolist() == [repeats.key("word " * 800_000)]
