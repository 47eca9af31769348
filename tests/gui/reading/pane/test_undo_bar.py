"""The word at the foot of the reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pressmark.gui.reading.pane.undo_bar import UndoBar


@pytest.fixture
def bar(parent: QWidget, qtbot: QtBot) -> UndoBar:
    made = UndoBar()
    layout = QVBoxLayout(parent)
    layout.addWidget(QTextBrowser(), 1)
    layout.addWidget(made)
    parent.resize(700, 400)
    parent.show()
    qtbot.waitExposed(parent)
    return made


def test_it_says_and_offers_the_way_back(bar: UndoBar, qtbot: QtBot) -> None:
    assert bar.isHidden()
    bar.say("Set aside in this article.")
    assert bar.isVisible()
    assert bar.text == "Set aside in this article."
    undo = bar.findChild(QPushButton)
    assert undo.accessibleName() == "Undo the correction"
    with qtbot.waitSignal(bar.undo_wanted):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    bar.say("Undone.", undo=False)
    assert not undo.isVisible()


def test_it_lies_on_no_text(bar: UndoBar, parent: QWidget, qtbot: QtBot) -> None:
    text = parent.findChild(QTextBrowser)
    bar.say("Set aside in this article.")
    qtbot.waitUntil(lambda: bar.geometry().top() > text.geometry().bottom() > 200)


def test_it_asks_first(bar: UndoBar, qtbot: QtBot) -> None:
    bar.ask("Shall it be set aside?", "Set aside")
    assert bar.asks
    do = next(one for one in bar.findChildren(QPushButton) if one.text() == "Set aside")
    with qtbot.waitSignal(bar.sure):
        qtbot.mouseClick(do, Qt.MouseButton.LeftButton)
    bar.say("Set aside.")
    assert not bar.asks
    assert not do.isVisible()


def test_it_goes_by_itself_but_not_under_the_hand(bar: UndoBar, qtbot: QtBot) -> None:
    bar.say("Set aside in this article.")
    bar.window().activateWindow()
    bar.findChild(QPushButton).setFocus()
    qtbot.waitUntil(bar.findChild(QPushButton).hasFocus)
    bar._timer.timeout.emit()
    assert bar.isVisible()
    bar.findChild(QPushButton).clearFocus()
    bar._timer.timeout.emit()
    assert bar.isHidden()
