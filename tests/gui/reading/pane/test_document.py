"""The article as a text document: one text block an entry, whatever the text holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument

from gui.samples import article, blocks_of
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import DARK, LIGHT
from pressmark.gui.look.utf16 import to_qt
from pressmark.gui.reading.pane.document import Setter
from pressmark.gui.reading.pane.entries import Entry, EntryKind, entries
from pressmark.values import Article, Block, BlockKind, Span

BREAKS = "\n\r\u2028\u2029\x0b\x0c\x1c\x85\x00\ufdd0\ufdd1\ufffc\t😀\u202e"


def set_in(
    fonts: Fonts, shown: Article, zoom: float = 1.0, aside: bool = True
) -> tuple[QTextDocument, tuple[Entry, ...]]:
    document, made = QTextDocument(), entries(shown, aside_shown=aside, date_words="3 October 2001")
    Setter(fonts, LIGHT, zoom).set(document, made, shown)
    return document, made


def test_one_text_block_an_entry(fonts: Fonts) -> None:
    shown = article(5, *blocks_of(*((kind, f"A {kind.value}", None) for kind in BlockKind)))
    for aside in (True, False):
        document, made = set_in(fonts, shown, aside=aside)
        assert document.blockCount() == len(made)
        for number, entry in enumerate(made):
            assert document.findBlockByNumber(number).text() == entry.text


@given(st.text(alphabet=st.sampled_from("ab " + BREAKS), max_size=40))
@settings(max_examples=60, deadline=None)
def test_no_character_breaks_a_text_block(fonts: Fonts, text: str) -> None:
    document, made = set_in(fonts, article(1, Block(BlockKind.PARAGRAPH, text, 40, 41)))
    assert document.blockCount() == len(made)
    for number, entry in enumerate(made):
        assert document.findBlockByNumber(number).length() - 1 == to_qt(entry.text, len(entry.text))


@pytest.mark.parametrize(
    ("text", "right_to_left"),
    [
        ("The harbour of Riverton", False),
        ("صوت مجلس المدينة على العبارة", True),
        ("המועצה הצביעה על המעבורת", True),
        ("東京で会議が開かれた。", False),
        ("", False),
        ("1,204 — 99", False),
        ("NATO قال الرئيس إن الاجتماع", True),
    ],
)
def test_the_script_decides_the_direction(fonts: Fonts, text: str, right_to_left: bool) -> None:
    document, _ = set_in(fonts, article(1, Block(BlockKind.PARAGRAPH, text, 40, 40), aside=False))
    direction = document.lastBlock().blockFormat().layoutDirection()
    assert (direction == Qt.LayoutDirection.RightToLeft) is right_to_left


def test_a_reference_to_another_story_is_set_small(fonts: Fonts) -> None:
    text = "😀 The vote (See story, page 3) was close."
    span = Span(text.index("("), text.index(")") + 1, "story reference")
    document, _ = set_in(
        fonts, article(1, Block(BlockKind.PARAGRAPH, text, 40, 40, spans=(span,)), aside=False)
    )
    parts = {}
    part = document.lastBlock().begin()
    while not part.atEnd():
        parts[part.fragment().text()] = part.fragment().charFormat().font().pixelSize()
        part += 1
    assert parts["(See story, page 3)"] == 14
    assert parts[" was close."] == 17


@pytest.mark.parametrize("zoom", [0.6, 1.0, 3.0])
def test_sizes_follow_the_zoom(fonts: Fonts, zoom: float) -> None:
    document, made = set_in(fonts, article(2), zoom)
    sizes = {
        entry.kind: document.findBlockByNumber(number).charFormat().font().pixelSize()
        for number, entry in enumerate(made)
    }
    assert sizes[EntryKind.TEXT] == round(17 * zoom)
    assert sizes[EntryKind.HEADLINE] == round(31 * zoom)


def test_colours_are_the_themes(fonts: Fonts) -> None:
    document, shown = QTextDocument(), article(2)
    made = entries(shown, aside_shown=True, date_words="")
    Setter(fonts, DARK, 1).set(document, made, shown)
    colours = {
        entry.kind: document.findBlockByNumber(number).charFormat().foreground().color().name().upper()
        for number, entry in enumerate(made)
    }
    assert colours[EntryKind.TEXT] == DARK.ink
    assert colours[EntryKind.ASIDE] == DARK.aside
    assert colours[EntryKind.META] == DARK.soft


def test_html_is_text(fonts: Fonts) -> None:
    text = "<b>bold</b> &amp; <script>alert(1)</script>"
    document, _ = set_in(fonts, article(1, Block(BlockKind.PARAGRAPH, text, 40, 40), aside=False))
    assert document.lastBlock().text() == text
