"""What a query marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.search.query_parser import parse
from pressmark.search.query_terms import first_form, fits, pattern_of, stemmed_pattern, terms_of


def test_terms_are_numbered_by_distinct_words() -> None:
    terms = terms_of(parse('nato "cold war" nato exp* typo~ -not').tree, spelled={"typo": ("typos",)}).terms
    assert [(term.number, term.label) for term in terms] == [
        (0, "nato"),
        (1, "cold war"),
        (2, "exp*"),
        (3, "typo"),
    ]
    assert terms[1].row == ((("cold",),), (("war",),))
    assert (terms[2].beginning, terms[3].words) == ("exp", {"typo", "typos"})


def test_the_last_word_being_typed_is_a_beginning_too() -> None:
    assert [term.beginning for term in terms_of(parse("a b", typing=True).tree).terms] == ["", "b"]


def test_first_form() -> None:
    assert first_form("Co-operation") == ("cooperation", "cooper")
    assert first_form("…") == ("…", "…")


@pytest.mark.parametrize(
    ("pattern", "stemmed"),
    [("trib?ne", "trib?n"), ("f?rry", "f?rri"), ("*ship", "*ship"), ("votes", "vote"), ("", ""), ("?", "?")],
)
def test_a_pattern_as_stems_have_it(pattern: str, stemmed: str) -> None:
    assert stemmed_pattern(pattern) == stemmed


@given(st.text(alphabet="abésingey?*", max_size=12))
def test_any_pattern_has_one(pattern: str) -> None:
    assert fits(stemmed_pattern(pattern)).pattern is not None
    assert pattern_of(pattern_of(pattern)) == pattern_of(pattern)
