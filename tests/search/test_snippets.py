"""Snippets: the lines that show why an article was found."""

from hypothesis import given
from hypothesis import strategies as st

from pressmark.search.query_parser import parse
from pressmark.search.query_terms import Terms, terms_of
from pressmark.search.snippets import SNIPPET_LENGTH, count_hits, glance, snippets
from pressmark.values import Block, BlockKind

FILL = "Some filling words stand here and say nothing at all about it. " * 6


def terms(query: str) -> Terms:
    return terms_of(parse(query).tree)


def block(text: str, line: int = 0, *, aside: bool = False, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(kind, text, line, line, aside)


def shown(query: str, *blocks: Block, limit: int = 2) -> list[tuple[str, list[str]]]:
    found = snippets(blocks, terms(query), limit)
    return [(one.text, [one.text[span.start : span.end] for span in one.spans]) for one in found]


def test_the_stretch_with_most_words_is_shown() -> None:
    text = f"A ferry left. {FILL}Then the ferry and the harbour met. {FILL}"
    [(snippet, hits)] = shown("ferry harbour", block(text))
    assert hits == ["ferry", "harbour"]
    assert snippet.startswith("…")
    assert snippet.endswith("…")
    assert len(snippet) <= SNIPPET_LENGTH + 30
    assert snippet.strip("…") in text


def test_two_snippets_show_different_words_in_order() -> None:
    rows = [block("A ferry here.", 1), block("A ferry there.", 2), block("A harbour.", 3)]
    assert [text for text, _ in shown("harbour ferry", *rows)] == ["A ferry here.", "A harbour."]


def test_set_aside_text_only_when_nothing_else_has_hits() -> None:
    rows = [block("Menu ferry", aside=True), block("A ferry.", 1)]
    assert [one.set_aside for one in snippets(rows, terms("ferry"))] == [False]
    assert [one.set_aside for one in snippets(rows, terms("menu"))] == [True]
    assert count_hits(rows, terms("ferry")) == (1, 1)


def test_the_headline_is_shown_only_in_need() -> None:
    rows = [block("Ferry", kind=BlockKind.HEADLINE), block("The ferry left.", 1)]
    assert shown("ferry", *rows) == [("The ferry left.", ["ferry"])]
    assert shown("ferry", rows[0]) == [("Ferry", ["Ferry"])]


def test_without_hits_the_first_paragraph_stands_for_the_article() -> None:
    assert shown("outlet:echo", block("Menu", aside=True), block("First words.", 1)) == [("First words.", [])]
    assert shown("zebra") == []


def test_lines_of_a_long_block() -> None:
    long = Block(BlockKind.PARAGRAPH, f"one\ntwo {FILL}\nthree ferry", 10, 12)
    assert snippets([long], terms("ferry"))[0].first_line == 11


@given(st.text(alphabet="ferry harbou-'\n", max_size=600))
def test_spans_lie_on_hits(text: str) -> None:
    seen = glance([block(text)], terms("ferry harbour*"))
    for one in seen.snippets:
        for span in one.spans:
            assert 0 <= span.start < span.end <= len(one.text)
            assert one.text[span.start].isalpha()
