"""Walking a query's tree."""

from pressmark.search.query_parser import parse
from pressmark.search.query_tree import Fuzzy, Phrase, Prefix, Word, is_begun, leaves, without_filter


def test_leaves_leave_out_what_is_not_looked_for_in_the_text() -> None:
    tree = parse('a "b c" d* e~ -f title:g').tree
    assert list(leaves(tree)) == [Word("a"), Phrase("b c"), Prefix("d"), Fuzzy("e")]
    assert list(leaves(tree, fields=True))[-1] == Word("g")


def test_what_is_begun() -> None:
    for query in ("a b OR c", "title:c", '"a b', "x (a b"):
        assert is_begun(parse(query, typing=True).tree)
        assert not is_begun(parse(query).tree)
    for query in ('a "b c"', "", "date:20", "a*", "-a"):
        assert not is_begun(parse(query, typing=True).tree)


def test_what_a_filter_is_put_beside() -> None:
    tree = parse('ferry outlet:="Echo" date:2001 before:2003 -outlet:bbc').tree
    assert without_filter(tree, "outlet") == parse("ferry date:2001 before:2003 -outlet:bbc").tree
    assert without_filter(tree, "date") == parse('ferry outlet:="Echo" before:2003 -outlet:bbc').tree
    assert without_filter(tree, "title") is tree
    assert without_filter(parse("outlet:bbc").tree, "outlet") is None
