"""The article's accessible interface, asked in the process; tests/journeys/test_screen_reader.py asks over the bus."""

import pytest
import shiboken6
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.samples import article, blocks_of
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import LIGHT
from pressmark.gui.reading.pane.article_view import ArticleView
from pressmark.values import BlockKind, Reason, Span

SHOWN = article(
    blocks=blocks_of(
        (BlockKind.CHROME, "Home", Reason.MENU),
        (BlockKind.HEADLINE, "Riverton votes", None),
        (BlockKind.PARAGRAPH, "A 😀 ferry, the ferry and a Ferry", None),
        (BlockKind.SUBHEADING, "Later", None),
        (BlockKind.LIST_ITEM, "One pier", None),
    )
)
MARKS = ((), (), (Span(4, 9, "0"), Span(15, 20, "0"), Span(27, 32, "0")), (), ())


@pytest.fixture
def view(view: ArticleView) -> ArticleView:
    view.show_article(SHOWN, marks=MARKS)
    return view


def spoken(view: ArticleView) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(view)
    assert found is not None
    return found


def parts(view: ArticleView) -> list[QAccessibleInterface]:
    whole = spoken(view)
    return [whole.child(number) for number in range(whole.childCount())]


def test_it_is_a_document_of_headings_and_paragraphs(view: ArticleView) -> None:
    whole = spoken(view)
    assert whole.role() == QAccessible.Role.Document
    assert whole.text(QAccessible.Text.Name) == "Article"
    assert whole.state().readOnly
    assert whole.textInterface().characterCount() == len(view.toPlainText()) + 1, "the emoji has two units"
    roles = [part.role() for part in parts(view)]
    assert roles == [
        QAccessible.Role.Button, QAccessible.Role.Paragraph, QAccessible.Role.Heading, QAccessible.Role.Paragraph,
        QAccessible.Role.Paragraph, QAccessible.Role.Heading, QAccessible.Role.ListItem,
    ]  # fmt: skip
    for number, part in enumerate(parts(view)):
        assert whole.indexOfChild(part) == number
        assert part.parent() is whole
        assert part.isValid()
        assert part.childCount() == 0
        assert part.child(0) is None
        assert part.rect().width() > 0
        centre = part.rect().center()
        assert whole.childAt(centre.x(), centre.y()) is part
        assert not part.state().offscreen
    assert whole.child(99) is None


def test_its_hits_and_reasons_are_beside_it(view: ArticleView) -> None:
    described = [part.text(QAccessible.Text.Description) for part in parts(view)]
    assert described[4] == "3 hits: ferry, Ferry."
    assert "opens and folds" in described[0]
    assert described[5] == ""
    view.set_aside_shown(True)
    assert parts(view)[1].text(QAccessible.Text.Description).startswith("Set aside: menu")


def test_a_run_is_turned(view: ArticleView) -> None:
    run = parts(view)[0]
    assert run.state().collapsed
    action = run.actionInterface()
    assert action.keyBindingsForAction(action.actionNames()[0]) == ["Return"]
    action.doAction(action.actionNames()[0])
    assert not shiboken6.isValid(run), "other entries stand there now"
    assert parts(view)[0].state().expanded
    assert parts(view)[3].actionInterface() is None


def test_words_and_the_caret_have_their_offsets(view: ArticleView) -> None:
    text = parts(view)[4].textInterface()
    assert text.text(5, 10) == "ferry"
    assert text.text(0, -1) == "A 😀 ferry, the ferry and a Ferry"
    view.go_to_hit(1)
    assert text.cursorPosition() == 5
    assert parts(view)[5].textInterface().cursorPosition() == -1
    rect = text.characterRect(5)
    assert text.offsetAtPoint(rect.center()) in (5, 6)
    text.setCursorPosition(16)
    assert view.textCursor().positionInBlock() == 16
    text.setSelection(0, 5, 10)
    assert view.textCursor().selectedText() == "ferry"
    text.removeSelection(0)
    assert not view.textCursor().hasSelection()
    text.scrollToSubstring(0, 3)
    assert text.selectionCount() == 0


def test_it_goes_with_its_view(fonts: Fonts, qtbot: QtBot) -> None:
    first = ArticleView(fonts, LIGHT)
    first.show_article(SHOWN)
    whole, part = spoken(first), parts(first)[2]
    first.deleteLater()
    QApplication.sendPostedEvents(first, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(whole)
    assert not part.isValid()
    second = ArticleView(fonts, LIGHT)
    qtbot.addWidget(second)
    assert spoken(second).role() == QAccessible.Role.Document
    assert not shiboken6.isValid(part), "what nobody can ask any more is let go"
