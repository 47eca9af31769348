"""The article under the hands: keys scroll and select, and what is copied is the article's text."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from gui.samples import article, blocks_of
from pressmark.gui.look.theme import DARK, LIGHT
from pressmark.gui.reading.pane.article_view import ArticleView
from pressmark.values import BlockKind

NOTHING, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def view(view: ArticleView) -> ArticleView:
    view.show_article(article(60))
    return view


def test_arrows_scroll_a_line_from_where_one_looks(view: ArticleView, qtbot: QtBot) -> None:
    bar = view.verticalScrollBar()
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Space)
    before = bar.value()
    assert before > view.viewport().height()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    line = bar.value() - before
    assert 20 <= line <= 40, "no jump to a caret that nobody sees"
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Up, CONTROL)
    assert bar.value() == before - line
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Right, CONTROL)
    assert bar.value() == before - line


@pytest.mark.parametrize("modifier", [NOTHING, CONTROL])
def test_home_and_end_go_to_the_ends(view: ArticleView, qtbot: QtBot, modifier: Qt.KeyboardModifier) -> None:
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, Qt.Key.Key_End, modifier)
    assert bar.value() == bar.maximum() > 0
    last = view.document().lastBlock()
    assert view._rect(last).bottom() < view.viewport().height()
    qtbot.keyClick(view, Qt.Key.Key_Home, modifier)
    assert bar.value() == 0


def test_selecting_by_keys_begins_where_one_looks(view: ArticleView, qtbot: QtBot) -> None:
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    before = bar.value()
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT | CONTROL)
    cursor = view.textCursor()
    assert cursor.hasSelection()
    assert bar.value() == before
    start = QTextCursor(view.document())
    start.setPosition(cursor.selectionStart())
    assert 0 <= view.cursorRect(start).top() < 60, "the first line wholly in view"
    assert start.positionInBlock() == 0 or view.cursorRect(start).left() <= view.column().left() + 20
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT | CONTROL)
    assert view.textCursor().selectionStart() == cursor.selectionStart()
    assert view.textCursor().selectionEnd() > cursor.selectionEnd()


def test_selecting_goes_on_from_where_one_clicked(view: ArticleView, qtbot: QtBot) -> None:
    point = view.column().center().toPoint()
    clicked = view.cursorForPosition(point).position()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert view.textCursor().selectionStart() == clicked


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_what_is_copied_has_no_counts_and_no_colours(view: ArticleView, theme, qtbot: QtBot) -> None:
    view.set_look(theme, 1.0)
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)
    data: QMimeData = QGuiApplication.clipboard().mimeData()  # type: ignore[assignment]
    shown = article(60)
    assert shown.headline in data.text()
    assert "lines of" not in data.text()
    assert "\n\n" in data.text()
    assert "color" not in data.html()
    assert "<h1>" in data.html()
    assert "<p>" in data.html()


def test_no_caret_is_painted_until_one_selects(view: ArticleView, qtbot: QtBot) -> None:
    blocks = blocks_of((BlockKind.HEADLINE, "رئيس البلدية", None))
    view.show_article(article(outlet="", section="", byline=(), blocks=blocks))
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
    with_focus = view.grab().toImage()
    view.clearFocus()
    assert view.grab().toImage() == with_focus, (
        "a caret in such text has a hook of its own, however thin it is"
    )
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert view.textInteractionFlags() & keyboard
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.column().center().toPoint())
    assert not view.textInteractionFlags() & keyboard


def test_stepping_to_a_line_lets_the_selection_go(view: ArticleView, qtbot: QtBot) -> None:
    view.selectAll()
    assert len(view.chosen()) > 10
    view.step_line(1)
    assert not view.textCursor().hasSelection()
    assert view.chosen() == (0, 1, 2)
    assert view.textCursor().blockNumber() == view.line, "a screen reader reads the line"
