"""What the clipboard takes of a selection."""

import pytest
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from gui.samples import article, blocks_of
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import DARK
from pressmark.gui.reading.pane.copied import copied
from pressmark.gui.reading.pane.document import Setter
from pressmark.gui.reading.pane.entries import Entry, entries
from pressmark.values import BlockKind, Reason

SHOWN = article(
    blocks=blocks_of(
        (BlockKind.CHROME, "Home", Reason.MENU),
        (BlockKind.CHROME, "News & weather", Reason.MENU),
        (BlockKind.HEADLINE, "Riverton votes", None),
        (BlockKind.PARAGRAPH, "The ferry <sails> 😀 at noon; see http://ferry.example/a?b=1&c=2.", None),
        (BlockKind.PULL_QUOTE, "It sails", None),
        (BlockKind.LIST_ITEM, "One pier", None),
        (BlockKind.LIST_ITEM, "Two piers", None),
        (BlockKind.SUBHEADING, "Later", None),
        (BlockKind.PARAGRAPH, "صوت المجلس على العبارة", None),
    )
)


@pytest.fixture
def document(qapp: QApplication) -> QTextDocument:
    return QTextDocument()


def set_in(
    document: QTextDocument, fonts: Fonts, *, shown: bool = False
) -> tuple[tuple[Entry, ...], QTextDocument]:
    made = entries(SHOWN, aside_shown=shown, date_words="3 October 2001")
    Setter(fonts, DARK, 1.0).set(document, made, SHOWN)
    return made, document


def span(document: QTextDocument, first: str, last: str) -> tuple[int, int]:
    return document.find(first).selectionStart(), document.find(last).selectionEnd()


def test_paragraphs_lists_italics_and_links(document: QTextDocument, fonts: Fonts) -> None:
    made, _ = set_in(document, fonts)
    plain, rich = copied(made, document, 0, document.characterCount() - 1)
    assert "lines of menu" not in plain
    assert plain.endswith("at noon; see http://ferry.example/a?b=1&c=2.\n\nIt sails\n\nOne pier\nTwo piers\n\nLater\n\n"
                          "صوت المجلس على العبارة")  # fmt: skip
    assert "<h1>Riverton votes</h1>" in rich
    assert (
        "&lt;sails&gt; 😀 at noon; see "
        '<a href="http://ferry.example/a?b=1&amp;c=2">http://ferry.example/a?b=1&amp;c=2</a>.' in rich
    )
    assert "<blockquote><p><i>It sails</i></p></blockquote>" in rich
    assert "<ul><li>One pier</li><li>Two piers</li></ul><h2>Later</h2>" in rich
    assert '<p dir="rtl">' in rich


def test_a_part_of_a_paragraph_is_just_that(document: QTextDocument, fonts: Fonts) -> None:
    made, _ = set_in(document, fonts)
    assert copied(made, document, *span(document, "ferry <sails>", "at noon")) == (
        "ferry <sails> 😀 at noon",
        "ferry &lt;sails&gt; 😀 at noon",
    )


def test_set_aside_text_is_copied_where_it_is_shown(document: QTextDocument, fonts: Fonts) -> None:
    made, _ = set_in(document, fonts, shown=True)
    plain, rich = copied(made, document, *span(document, "Home", "weather"))
    assert plain == "Home\nNews & weather"
    assert rich == "<p>Home</p><p>News &amp; weather</p>"


def test_words_of_ours_are_copied_where_nothing_else_is_selected(
    document: QTextDocument, fonts: Fonts
) -> None:
    made, _ = set_in(document, fonts)
    assert copied(made, document, 0, 7)[0] == "2 lines"
    assert copied(made, document, 3, 3) == ("", "")
