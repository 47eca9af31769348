"""Where the hits stand in the document, and stepping through them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from gui.samples import article, blocks_of
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import LIGHT
from pressmark.gui.reading.pane.document import Setter
from pressmark.gui.reading.pane.entries import Entry, entries
from pressmark.gui.reading.pane.hits import MOST_COLOURED, NONE, HitPlace, Hits
from pressmark.values import BlockKind, Reason, Span

ALL = (0, 1_000_000)
Set = tuple[QTextDocument, tuple[Entry, ...]]


def set_texts(fonts: Fonts, *texts: str, aside_shown: bool = True, reason: Reason | None = None) -> Set:
    blocks = blocks_of(*((BlockKind.PARAGRAPH, text, reason) for text in texts))
    shown = article(blocks=blocks, headline="Vote", outlet="", section="", byline=())
    document, made = QTextDocument(), entries(shown, aside_shown=aside_shown, date_words="")
    Setter(fonts, LIGHT, 1).set(document, made, shown)
    return document, made


def at(document: QTextDocument, place: HitPlace) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(place.start)
    cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def marks_of(word: str, *texts: str) -> tuple[tuple[Span, ...], ...]:
    return tuple(
        tuple(Span(i, i + len(word), "1") for i in range(len(text)) if text.startswith(word, i))
        for text in texts
    )


@given(
    st.lists(st.text(alphabet="😀𝒳é字 ", max_size=8).map(lambda t: f"{t}pier{t}pier"), min_size=1, max_size=4)
)
@settings(max_examples=30, deadline=None)
def test_hits_stand_on_their_words_also_with_astral_characters(fonts: Fonts, texts: list[str]) -> None:
    document, made = set_texts(fonts, *texts)
    hits = Hits()
    hits.collect(document, made, marks_of("pier", *texts))
    assert [at(document, place) for place in hits.places] == ["pier"] * 2 * len(texts)
    assert {place.word for place in hits.places} == {1}
    assert hits.find(document, made, "PIER") == 2 * len(texts)
    assert [at(document, place) for place in hits.places] == ["pier"] * 2 * len(texts)


@pytest.mark.parametrize(
    ("wanted", "found", "whole"),
    [
        ("art", 4, 1), ("Art", 4, 1), ("artist", 2, 2), ("the art", 2, 1), (" art ", 1, 1), ("artist’s", 1, 1), ("9", 1, 0),
        ("19", 1, 1), ("-art", 1, 0), ("caf", 1, 0), ("café", 1, 1), ("会議", 1, 1),
    ],
)  # fmt: skip
def test_whole_words_are_cut_out_of_no_other(fonts: Fonts, wanted: str, found: int, whole: int) -> None:
    document, made = set_texts(
        fonts, "The artist’s café of 19 sees the art of an artist, pop-artful", "市の会議は三日に始まる"
    )
    hits = Hits()
    assert hits.find(document, made, wanted) == found
    assert hits.find(document, made, wanted, whole=True) == whole
    hits.collect(document, made, ())
    assert len(hits.places) == whole, "also when the article is set anew"


def test_stepping_goes_round(fonts: Fonts) -> None:
    document, made = set_texts(fonts, "pier pier", "pier")
    hits = Hits()
    hits.collect(document, made, marks_of("pier", "pier pier", "pier"))
    places = hits.places
    assert [hits.step(1, 0) for _ in range(4)] == [*places, places[0]]
    assert [hits.step(-1, 0) for _ in range(2)] == [places[2], places[1]]


def test_the_first_step_begins_at_the_top_of_the_view(fonts: Fonts) -> None:
    document, made = set_texts(fonts, "pier pier", "pier")
    for step, top, wanted in ((1, 0, 0), (1, "second", 1), (1, 10_000, 0), (-1, 0, 2)):
        hits = Hits()
        hits.collect(document, made, marks_of("pier", "pier pier", "pier"))
        start = hits.places[0].end if top == "second" else int(top)
        assert hits.step(step, start) is hits.places[wanted], (step, top)


def test_nothing_to_step_to() -> None:
    hits = Hits()
    assert hits.step(1, 0) is None
    assert hits.current == NONE
    assert hits.shares(0) == []


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Pier and PIER", "pier", ["Pier", "PIER"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("İstanbul and the Pier", "pier", ["Pier"]),
        ("İstanbul, İSTANBUL", "İstanbul", ["İstanbul", "İSTANBUL"]),
        ("a\nb a\nb", "b a", ["b a"]),
        ("Straße", "STRASSE", []),
        ("anything", "", []),
    ],
)
def test_find_is_in_any_case(fonts: Fonts, text: str, wanted: str, found: list[str]) -> None:
    document, made = set_texts(fonts, text)
    hits = Hits()
    assert hits.find(document, made, wanted) == len(found)
    assert [at(document, place) for place in hits.places] == found


def test_the_find_bar_goes_before_the_query_and_gives_it_back(fonts: Fonts) -> None:
    document, made = set_texts(fonts, "pier and ferry")
    hits = Hits()
    hits.collect(document, made, marks_of("pier", "pier and ferry"))
    assert hits.find(document, made, "ferry") == 1
    assert [at(document, place) for place in hits.places] == ["ferry"]
    assert hits.find(document, made, "zeppelin") == 0
    assert hits.places == [], "the query's hits are not counted as those of a text that is not there"
    hits.find(document, made, "")
    assert [at(document, place) for place in hits.places] == ["pier"]


def test_what_is_sought_is_sought_again_in_a_document_set_anew(fonts: Fonts) -> None:
    hits = Hits()
    document, made = set_texts(fonts, "a long line of the menu with a pier", "ferry", reason=None)
    hits.find(document, made, "ferry")
    document, made = set_texts(fonts, "ferry")
    hits.collect(document, made, ())
    assert [at(document, place) for place in hits.places] == ["ferry"]
    assert hits.selections(document, LIGHT, ALL)[0].cursor.selectedText() == "ferry"


def test_hits_in_a_folded_run_are_counted_where_the_run_stands(fonts: Fonts) -> None:
    texts = ("pier menu", "a pier and a pier")
    document, made = set_texts(fonts, *texts, aside_shown=False, reason=Reason.MENU)
    hits = Hits()
    hits.collect(document, made, marks_of("pier", *texts), texts)
    assert [(place.block, place.folded) for place in hits.places] == [(0, True), (1, True), (1, True)]
    assert (hits.aside, hits.in_run((1,)), hits.in_run((0, 1))) == (3, 2, 3)
    assert hits.selections(document, LIGHT, ALL) == []
    assert hits.find(document, made, "line", texts) == 0, "those are our words"
    assert hits.find(document, made, "a PIER", texts) == 2
    hits.find(document, made, "", texts)
    second = hits.step(1, 0), hits.step(1, 0)
    assert second[1] is not None
    document, made = set_texts(fonts, *texts, reason=Reason.MENU)
    hits.collect(document, made, marks_of("pier", *texts), texts)
    assert [at(document, place) for place in hits.places] == ["pier"] * 3
    assert hits.current == 1, "the same hit as before"


def test_the_first_hit_is_one_in_the_text(fonts: Fonts) -> None:
    hits = Hits()
    assert hits.first() is None
    document, made = set_texts(fonts, "pier menu", reason=Reason.MENU)
    hits.collect(document, made, marks_of("pier", "pier menu"))
    assert hits.first() is hits.places[0]
    document, made = set_texts(fonts, "pier", "pier", "pier")
    hits.collect(document, made, marks_of("pier", "pier", "pier", "pier"))
    assert hits.first(hits.places[1].start) is hits.places[1]
    assert hits.first(10_000) is hits.places[0]


def test_of_very_many_hits_those_in_reach_are_coloured(fonts: Fonts) -> None:
    text = "pier " * (MOST_COLOURED + 50)
    document, made = set_texts(fonts, text)
    hits = Hits()
    hits.collect(document, made, marks_of("pier", text))
    assert hits.are_many
    base = hits.places[0].start
    assert len(hits.selections(document, LIGHT, (base, base + 50))) == 10
    hits.step(-1, 0)
    last = hits.places[-1].start
    painted = hits.selections(document, LIGHT, (last - 10, last + 1))
    grounds = [one.format.background().color().name().upper() for one in painted]
    assert grounds[-1] == LIGHT.cur
    assert LIGHT.cur not in grounds[:-1]
    assert len(hits.shares(document.characterCount())) == MOST_COLOURED + 50


def test_shares_are_of_the_whole_length(fonts: Fonts) -> None:
    document, made = set_texts(fonts, "x" * 100, "pier")
    hits = Hits()
    hits.collect(document, made, marks_of("pier", "x" * 100, "pier"))
    (share,) = hits.shares(document.characterCount())
    assert 0.9 < share < 1
