"""The word at the foot of the reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from pressmark.gui.look.theme import LIGHT
from pressmark.gui.reading.pane.undo_bar import FROM_FOOT, UndoBar


@pytest.fixture
def bar(parent: QWidget, qtbot: QtBot) -> UndoBar:
    parent.resize(700, 400)
    parent.show()
    qtbot.waitExposed(parent)
    made = UndoBar(parent)
    made.set_theme(LIGHT)
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


def test_it_stays_at_the_foot(bar: UndoBar, parent: QWidget) -> None:
    bar.say("Set aside in this article.")
    for width, height in ((700, 400), (500, 300)):
        parent.resize(width, height)
        assert bar.geometry().bottom() + 1 == height - FROM_FOOT
        assert abs(bar.geometry().center().x() - width / 2) <= 1


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
