"""The keys of a page's lines and 4-grams survive the catalog."""

from hypothesis import given
from hypothesis import strategies as st

from pressmark.indexing.line_keys import line_keys, page_keys, unpacked
from pressmark.reading import repeats

LINES = st.lists(st.text(alphabet="ab \n9ßИ漢", max_size=80), max_size=20)


@given(LINES)
def test_keys_are_distinct_sorted_and_those_of_the_lines(lines: list[str]) -> None:
    page = page_keys(lines)
    assert page.keys.tolist() == sorted({key for line in lines if (key := repeats.key(line)) is not None})
    assert len(page.words) == len(page.grams_of) == len(page.keys)
    assert int(page.grams_of.sum()) == len(page.grams)


@given(LINES)
def test_packed_and_unpacked(lines: list[str]) -> None:
    page = page_keys(lines)
    again = unpacked(*page.packed())
    for name in ("keys", "words", "ends", "grams_of", "grams"):
        assert getattr(again, name).tolist() == getattr(page, name).tolist()


def test_a_long_line_has_a_key_and_no_grams() -> None:
    page = page_keys(["word " * 800_000])
    assert page.keys.tolist() == [repeats.key("word " * 800_000)]
    assert (page.words.tolist(), page.grams.tolist()) == ([255], [])


def test_the_grams_of_a_line_are_its_own() -> None:
    lines = [" ".join(f"{start}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz") for start in "xyz"]
    page = page_keys(lines)
    at = 0
    for key, count in zip(page.keys.tolist(), page.grams_of.tolist(), strict=True):
        (known,) = [found for line in lines if (found := line_keys(line)) and found.key == key]
        assert tuple(page.grams[at : at + count].tolist()) == known.grams
        at += count
    assert at > 0
