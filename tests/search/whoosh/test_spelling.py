"""Words spelled nearly alike."""

import fnmatch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.search.whoosh.arrays import Vocabulary
from pressmark.search.whoosh.spelling import edits, fitting, near_words


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("abc", "abc", 0),
        ("abc", "abd", 1),
        ("abc", "ab", 1),
        ("abc", "acb", 1),
        ("abcd", "badc", 2),
        ("abc", "xyz", 3),
    ],
)
def test_edits(one: str, other: str, apart: int) -> None:
    assert edits(one, other, 3) == edits(other, one, 3) == apart
    assert edits(one, other, 1) == min(apart, 2)


@given(
    st.sets(st.text(alphabet="abé", min_size=1, max_size=5), max_size=30),
    st.text(alphabet="abé?*", max_size=5),
)
def test_fitting(words: set[str], pattern: str) -> None:
    terms = sorted(words, key=str.encode)
    found = fitting(Vocabulary.of([term.encode() for term in terms]), pattern)
    assert [terms[number] for number in found] == [
        term for term in terms if fnmatch.fnmatchcase(term, pattern)
    ]


def test_near_words() -> None:
    vocabulary = Vocabulary.of(sorted([b"expansion", b"expansions", b"xepansion", b"mansion", b"experts"]))
    found = {term: apart for _, term, apart in near_words(vocabulary, "expantion", 2)}
    assert found == {"expansion": 1, "expansions": 2}
    assert all(
        vocabulary[number].decode() == term for number, term, _ in near_words(vocabulary, "expansion", 2)
    )
