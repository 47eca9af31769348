"""Marks in a text: what is a hit, and what is not."""

import time

import pytest

from pressmark.search.hit_marks import count, marks
from pressmark.search.query_parser import parse
from pressmark.search.query_terms import terms_of


def marked(query: str, text: str, *, typing: bool = False) -> list[str]:
    spans = marks(text, terms_of(parse(query, typing=typing).tree))
    return [f"{text[span.start : span.end]}/{span.kind}" for span in spans]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("nato expansion", "NATO's expansions", ["NATO/0", "expansions/1"]),
        ("cooperation", "security co-operation", ["co-operation/0"]),
        ("co-operation", "security cooperation", ["cooperation/0"]),
        ("operation", "security co-operation", ["operation/0"]),
        ("organisation", "an organization’s", ["organization/0"]),
        ('"cold war"', "cold: the cold war, war", ["cold war/0"]),
        ('"short term loan"', "a short-term loan, a short loan", ["short-term loan/0"]),
        ('"short-term loan"', "a short term loan", ["short term loan/0"]),
        ("short-term", "short term and short-term, short", ["short term/0", "short-term/0"]),
        ('"a b"~2', "a x b, x x x a x x x b", ["a/0", "b/0"]),
        ("ferry -harbour", "ferry harbour", ["ferry/0"]),
        ("title:ferry pier", "ferry pier", ["pier/0"]),
        ("exp*", "expand experts exit", ["expand/0", "experts/0"]),
        ("fer?y", "Ferry ferries fery, ferny", ["Ferry/0", "ferny/0"]),
        ("*schiff c*fé", "das Luftschiff im café", ["Luftschiff/0", "café/1"]),
        ("co*ion", "a co-operation, cohesive", ["co-operation/0"]),
        ("W-2", "W-2 w2 W 2", ["W-2/0", "w2/0"]),
        ("3.5%", "3.5% 3.5", ["3.5%/0"]),
        ("3.5", "3.5%", ["3.5/0"]),
        ("C++", "C++ C", ["C++/0"]),
        ("cafe", "Cafe\u0301 café", ["Cafe\u0301/0", "café/0"]),
        ("東京", "東京で京", ["東京/0"]),
        ("ferry ferry", "ferry", ["ferry/0"]),
        ("", "ferry", []),
    ],
)
def test_marks(query: str, text: str, expected: list[str]) -> None:
    assert marked(query, text) == expected


def test_a_word_being_typed_marks_what_begins_so() -> None:
    assert marked("nato expa", "expand expansion ex", typing=True) == ["expand/1", "expansion/1"]


def test_a_huge_text_is_marked_in_time() -> None:
    started = time.process_time()
    assert len(marked('"a b" c', "a b c " * 50_000)) == 100_000
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "query", ["nato", "co-operation operation", "organ*", "natto~", '"cold war" war', "9/11 c++", "o"]
)
def test_counted_as_found(query: str) -> None:
    text = (
        "NATO's co-operation, cooperation: the cold war, war; an organisation’s 9/11 in C++. O'Brien of NATO"
    )
    terms = terms_of(parse(query, typing=True).tree)
    assert count(text, terms) == len(marks(text, terms))
