"""The explanation line and the query that a tree reads as."""

import pytest

from pressmark.search.explain import explain, filters_of, unparse
from pressmark.search.query_parser import parse

KNOWN = {"expansion": ("expand", "expanded"), "exp*n": ("expansion",)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", "Nothing to look for yet"),
        ("nato expansion", "All of: nato, expansion (also expand, expanded)"),
        ('"cold war" -nato', "All of: the words “cold war” in this order, not nato"),
        ("a OR b", "any of (a, b)"),
        (
            "exp* typo~2",
            "All of: words that begin with exp, words spelled like typo (up to 2 letters different)",
        ),
        ("fer?y", "words that fit fer?y, where ? is one letter and * any number"),
        ("exp*n", "words that fit exp*n, where ? is one letter and * any number (expansion)"),
        ('"a b"~5', "the words “a b” within 5 words"),
        ("outlet:bbc date:2001..2003", "All of: outlet with bbc, dated 2001 to 2003"),
        ("before:2001 after:1999", "All of: dated before 2001, dated after 1999"),
        ("date:2001.. ", "dated 2001 or later"),
        ('outlet:="The Times" ferry', "All of: the outlet “The Times”, ferry"),
    ],
)
def test_plain_words(query: str, expected: str) -> None:
    assert explain(parse(query).tree, KNOWN) == expected


@pytest.mark.parametrize(
    "query",
    [
        "a b OR c -d",
        "fer?y -*schiff title:a*e",
        'title:(a b) -"x y"~3',
        "-(a OR b)",
        "before:2001",
        "date:2001-10",
        'outlet:="The ""Times"""',
    ],
)
def test_a_tidy_query_is_kept(query: str) -> None:
    assert unparse(parse(query).tree) == query


def test_the_filters_of_a_query() -> None:
    tree = parse('ferry outlet:="The Times" date:2001..2003 before:2002').tree
    assert filters_of(tree) == (("outlet", "The Times"), ("date", "2001 to 2003"))
    assert filters_of(parse("outlet:bbc date:2001").tree) == (("outlet", "bbc"), ("date", "2001"))
    assert filters_of(parse("ferry -outlet:bbc (date:2001 OR x)").tree) == ()
