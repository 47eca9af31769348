"""Keys of lines are stable, and count only where they mean something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.reading.repeats import is_evidence, key, keys_of, salt

# The key must be the same on every machine and in every run: catalogs hold it.
KNOWN = 3707457178324319361


def test_keys() -> None:
    assert key("Front Page") == KNOWN
    assert key("Front  page!") == key("front page")
    assert key("12 comments") == key("345 Comments")
    assert key("Front Page") != key("Middle East")
    assert key("") is None
    assert key(" 12 | 3a ") is None


@given(st.text(max_size=100))
def test_keys_fit_a_database(line: str) -> None:
    found = key(line)
    assert found is None or -(2**63) <= found < 2**63


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("3 May 1987", "29 October 2001", None),
        ("Posted 3 May 1987, 10:34", "Posted 29 October 2001, 22:01", True),
        ("Last updated: 7 mai 2003", "Last updated: 18 juin 2004", True),
        ("Net 1.2 mln vs 1.1 mln", "Net 4.3 mln vs 2.2 mln", False),
        ("Page 2", "Page 11", True),
    ],
)
def test_numbers(one: str, other: str, same: bool | None) -> None:
    """A number or a date changes from page to page; a line of several numbers is a table's."""
    assert (key(one) is None and key(other) is None) if same is None else (key(one) == key(other)) == same


def test_grams() -> None:
    line = "Dear Ann, you have read your free articles for this month and we hope that you go on with us"
    found, other = keys_of(line), keys_of(line.replace("Ann", "Joan"))
    assert found is not None
    assert other is not None
    assert found.key != other.key
    assert len(found.grams) >= 6
    assert set(found.grams) & set(other.grams)
    assert list(found.grams) == sorted(set(found.grams))
    for text in ("a short line of words", "word of a long paragraph " * 20):
        assert keys_of(text)[2] == ()  # type: ignore[index]
    assert keys_of(" | ") is None


def test_words_of_writing_without_blanks() -> None:
    found = keys_of("漢字" * 30)
    assert found is not None
    assert found.words == 10


def test_evidence() -> None:
    assert is_evidence(2, 3, within=False)
    assert not is_evidence(2, 2, within=False)
    assert not is_evidence(4, 50, within=True)
    assert not is_evidence(12, 3, within=True)
    assert is_evidence(12, 5, within=True)


def test_outlets_are_kept_apart_and_fit_into_64_bits() -> None:
    salts = {salt(name) for name in ("BBC News", "Reuters", "", "\udcff")}
    assert len(salts) == 4
    assert all(-(1 << 63) <= number < 1 << 63 for number in salts)
