"""The query language: every text is a query, and a half-typed one reads as well as it can."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.search import query_parser as language
from pressmark.search.explain import explain, unparse
from pressmark.search.query_parser import UNCLOSED_QUOTE, parse
from pressmark.search.query_tree import (
    All,
    Any,
    Dated,
    Field,
    Fuzzy,
    Node,
    Not,
    Nothing,
    OfOutlet,
    ParsedQuery,
    Phrase,
    Prefix,
    Wildcard,
    Word,
)

A, B, C = Word("a"), Word("b"), Word("c")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", Nothing()),
        ("nato", Word("nato")),
        ("a b", All((A, B))),
        ("a AND b", All((A, B))),
        ('"cold war"', Phrase("cold war")),
        ("“cold war”", Phrase("cold war")),
        ('"cold war"~5', Phrase("cold war", 5)),
        ("a OR b c", All((Any((A, B)), C))),
        ("a (b OR c)", All((A, Any((B, C))))),
        ("(a b) OR c", Any((All((A, B)), C))),
        ("a -b", All((A, Not(B)))),
        ("a NOT b", All((A, Not(B)))),
        ('-"a b"', Not(Phrase("a b"))),
        ("-(a b)", Not(All((A, B)))),
        ("expan*", Prefix("expan")),
        ("fer?y", Wildcard("fer?y")),
        ("*gesellschaft", Wildcard("*gesellschaft")),
        ("col*r ?erry", All((Wildcard("col*r"), Wildcard("?erry")))),
        ("ferr?*", Wildcard("ferr?*")),
        ("fer*:", Prefix("fer")),
        ("title:(fer?y)", Field("title", Wildcard("fer?y"))),
        ("-fer?y", Not(Wildcard("fer?y"))),
        ("co-oper*ion!", Wildcard("co-oper*ion")),
        ("expansoin~", Fuzzy("expansoin")),
        ("expansoin~2", Fuzzy("expansoin", 2)),
        ("outlet:bbc", Field("outlet", Word("bbc"))),
        ('OUTLET:"BBC News"', Field("outlet", Phrase("BBC News"))),
        ("title:(a b)", Field("title", All((A, B)))),
        ("-section:arts", Not(Field("section", Word("arts")))),
        ("date:2001-10", Dated("2001-10", "2001-10")),
        ("date:2001..2003", Dated("2001", "2003")),
        ("date:2001..", Dated("2001", "")),
        ("date:..2003-1-2", Dated("", "2003-01-02")),
        ("before:2002", Dated("", "<2002")),
        ("after:2002-03-04", Dated(">2002-03-04", "")),
        ("W-2", Word("W-2")),
        ("C++ s/s 9/11 3.5%", All((Word("C++"), Word("s/s"), Word("9/11"), Word("3.5%")))),
        ("bbc.co.uk", Phrase("bbc co uk")),
        ("Russia: talks", All((Word("Russia"), Word("talks")))),
    ],
)
def test_what_a_query_says(text: str, tree: Node) -> None:
    assert parse(text).tree == tree
    assert not parse(text).notices


@pytest.mark.parametrize(
    ("text", "tree", "notice"),
    [
        ('"cold war', Phrase("cold war"), language.UNCLOSED_QUOTE),
        ('"fer?y sinks"', Phrase("fer y sinks"), language.IN_QUOTES),
        ("*a*", Nothing(), language.TOO_OPEN),
        (
            "a ?b?",
            All((A, B)),
            'The ? after "b" was read as punctuation: b?* leaves letters open.',
        ),
        (
            "who is he?",
            All((Word("who"), Word("is"), Word("he"))),
            'The ? after "he" was read as punctuation: he?* leaves letters open.',
        ),
        (
            "news?id=5",
            All((Word("news"), Phrase("id 5"))),
            'The wildcards in "news?id=5" were left out: they work in single words.',
        ),
        ("(a b", All((A, B)), language.UNCLOSED_GROUP),
        ("a) b", All((A, B)), language.STRAY_GROUP),
        ("a OR", A, language.LONE_OR),
        ("OR a", A, language.LONE_OR),
        ("a OR OR b", Any((A, B)), language.LONE_OR),
        ("a -", A, language.LONE_NOT),
        ("a NOT", A, language.LONE_NOT),
        ("()", Nothing(), language.EMPTY_GROUP),
        ('a ""', A, language.EMPTY_QUOTE),
        ("*", Nothing(), language.LONE_STAR),
        ("outlet:", Nothing(), "Nothing stood after outlet: so it was left out."),
        ("outlet:=", Nothing(), "Nothing stood after outlet:= so it was left out."),
        ('outlet:="The Times', OfOutlet("The Times"), UNCLOSED_QUOTE),
        (
            "auther:smith",
            All((Word("auther"), Word("smith"))),
            'There is no field "auther" (author: is one): searched as words.',
        ),
        (
            "note:this",
            All((Word("note"), Word("this"))),
            'There is no field "note": searched as words.',
        ),
        ("date:soon", Nothing(), '"soon" is no date (2001, 2001-10, 2001-10-03 or 2001..2003): left out.'),
        (
            "date:2001-13",
            Nothing(),
            '"2001-13" is no date (2001, 2001-10, 2001-10-03 or 2001..2003): left out.',
        ),
        (
            "date:2001-02-29",
            Nothing(),
            '"2001-02-29" is no date (2001, 2001-10, 2001-10-03 or 2001..2003): left out.',
        ),
    ],
)
def test_a_half_typed_query(text: str, tree: Node, notice: str) -> None:
    parsed = parse(text)
    assert parsed.tree == tree
    assert notice in parsed.notices


def test_a_pasted_book_and_a_wall_of_parentheses() -> None:
    assert language.TOO_LONG in parse("word " * 100_000).notices
    assert language.TOO_DEEP in parse("(" * 100_000 + "a").notices
    assert isinstance(parse("-" * 100_000).tree, Nothing)
    assert parse('"' * 50_001).tree == Nothing()


PIECES = [
    "a",
    "nato",
    "OR",
    "NOT",
    "AND",
    "-",
    "(",
    ")",
    '"',
    "*",
    "?",
    "x?y",
    "~",
    "~5",
    "~2",
    ":",
    "outlet:",
    "outlet:=",
    'outlet:="',
    "date:",
    "before:",
]
PIECES += [
    "2001",
    "2001-10",
    "..",
    " ",
    " ",
    "W-2",
    "C++",
    "北京",
    "“",
    "é",
    "x.y",
    "title:(",
    "auther:",
    "'s",
    "&",
    "|",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=25).map("".join)))
def test_any_text_is_a_query_and_reads_back(text: str) -> None:
    parsed = parse(text)
    assert parse(unparse(parsed.tree)).tree == parsed.tree
    assert explain(parsed.tree)
    assert all(notice.endswith(".") for notice in parsed.notices)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ('outlet:="The Times"', OfOutlet("The Times")),
        ("outlet:=Tribune", OfOutlet("Tribune")),
        ('OUTLET:="Il ""Sole"" 24"', OfOutlet('Il "Sole" 24')),
        ('outlet:="„Der Tag“" ferry', All((OfOutlet("„Der Tag“"), Word("ferry")))),
        (
            '-outlet:="A b" (ferry OR outlet:="C d")',
            All((Not(OfOutlet("A b")), Any((Word("ferry"), OfOutlet("C d"))))),
        ),
    ],
)
def test_an_outlet_letter_by_letter(text: str, tree: Node) -> None:
    assert parse(text) == ParsedQuery(tree)


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("harb", Word("harb", begun=True)),
        ("the harb", All((Word("the"), Word("harb", begun=True)))),
        ("harb,", Word("harb")),
        ('"the harbour mas', Phrase("the harbour mas", begun=True)),
        ('ferry "the harbour mas', All((Word("ferry"), Phrase("the harbour mas", begun=True)))),
        ('"the', Phrase("the", begun=True)),
        ('"the harbour"', Phrase("the harbour")),
        ('-"the harbour mas', Not(Phrase("the harbour mas"))),
        ("ferry -harb", All((Word("ferry"), Not(Word("harb"))))),
        ('title:"the har', Field("title", Phrase("the har", begun=True))),
        ("outlet:tim", Field("outlet", Word("tim", begun=True))),
        ("ferry OR pie", Any((Word("ferry"), Word("pie", begun=True)))),
        ("expan*", Prefix("expan")),
        ("bbc.co.u", Phrase("bbc co u")),
        ("date:2", Dated("2000", "2999")),
        ("date:20", Dated("2000", "2099")),
        ("date:200", Dated("2000", "2009")),
        ("date:2001", Dated("2001", "2001")),
        ("date:2001-", Dated("2001", "2001")),
        ("date:2001-1", Dated("2001", "2001")),
        ("date:2001-10-", Dated("2001-10", "2001-10")),
        ("date:2001-10-3", Dated("2001-10", "2001-10")),
        ("date:2001..", Dated("2001", "")),
        ("date:2001..20", Dated("2001", "2099")),
        ("ferry outlet:", Word("ferry")),
        ("ferry date:", Word("ferry")),
        ("ferry before:20", Word("ferry")),
        ("ferry outlet:=", Word("ferry")),
        ('ferry outlet:="Th', All((Word("ferry"), OfOutlet("Th")))),
        ("ferry OR", Word("ferry")),
        ("ferry -", Word("ferry")),
        ("ferry (", Word("ferry")),
        ('ferry "', Word("ferry")),
        ("outlet:", Nothing()),
        ("", Nothing()),
    ],
)
def test_what_is_being_typed_is_read_as_what_it_is_going_to_be(typed: str, tree: Node) -> None:
    assert parse(typed, typing=True) == ParsedQuery(tree)


def test_what_is_wrong_before_the_caret_is_said_while_typing() -> None:
    assert parse("date:nonsense ferr", typing=True).notices
    assert parse("( ferr", typing=True).notices == ()
    assert parse(") ferr", typing=True).notices


@given(st.text(max_size=60))
def test_any_text_can_be_half_typed(text: str) -> None:
    assert explain(parse(text, typing=True).tree)
