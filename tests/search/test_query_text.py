"""A query's text, changed as a person would change it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.search.query_parser import parse
from pressmark.search.query_text import as_phrase, narrowed, widened
from pressmark.search.query_tree import Nothing, Phrase


@pytest.mark.parametrize(
    ("query", "addition", "wanted"),
    [
        ("", "date:2001", "date:2001 "),
        ("nato", "date:2001", "date:2001 nato"),
        ("nato ", "date:2001", "date:2001 nato "),
        ("nato date:2000 talks", "date:2001", "date:2001 nato talks"),
        ('nato outlet:"BBC NEWS" talks', 'outlet:="The Echo"', 'outlet:="The Echo" nato talks'),
        ('outlet:="Il ""Sole"" 24" talks', "outlet:=Echo", "outlet:=Echo talks"),
        ("nato outlet:“BBC NEWS” talks", "outlet:=Echo", "outlet:=Echo nato talks"),
        ('"date:2000 is a phrase" x', "date:2001", 'date:2001 "date:2000 is a phrase" x'),
        ("“date:2000 is a phrase” x", "date:2001", "date:2001 “date:2000 is a phrase” x"),
        ('"nato expansion', "date:2001", 'date:2001 "nato expansion'),
        ("(nato date:2000) date:1999", "date:2001", "date:2001 (nato date:2000) "),
    ],
)
def test_a_filter_takes_the_place_of_an_older_one(query: str, addition: str, wanted: str) -> None:
    assert narrowed(query, addition) == wanted


@given(st.text(alphabet='ab":-(=o ', max_size=30))
def test_narrowing_twice_is_narrowing_once(query: str) -> None:
    once = narrowed(query, "date:2001")
    assert narrowed(once, "date:2001") == once
    assert once.startswith("date:2001 ")


@pytest.mark.parametrize(
    "text", ["the ferry", "he said “no” today", '"', 'a "b', "OR", "date:2001", "-x", "a*", "b~2"]
)
def test_a_selection_is_one_phrase(text: str) -> None:
    parsed = parse(as_phrase(text))
    assert isinstance(parsed.tree, Phrase if any(letter.isalnum() for letter in text) else Nothing)
    assert not (parsed.notices and isinstance(parsed.tree, Phrase))


@pytest.mark.parametrize(
    ("query", "field", "wanted"),
    [
        ('outlet:="The Times" ferry pier', "outlet", "ferry pier"),
        ("ferry date:2001 pier ", "date", "ferry pier "),
        ('ferry "date:2001 x"', "date", 'ferry "date:2001 x"'),
        ("outlet:bbc", "outlet", ""),
    ],
)
def test_a_filter_is_taken_out(query: str, field: str, wanted: str) -> None:
    assert widened(query, field) == wanted
