"""The search bar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from pressmark.gui.look.theme import DARK
from pressmark.gui.searching.pane.search_bar import LONGEST_QUERY, SearchBar

CONTROL, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def bar(qtbot: QtBot) -> SearchBar:
    made = SearchBar()
    qtbot.addWidget(made)
    made.set_look(DARK, 1.0)
    return made


def test_every_letter_is_told(bar: SearchBar, qtbot: QtBot) -> None:
    asked = []
    bar.asked.connect(asked.append)
    qtbot.keyClicks(bar, "pier")
    qtbot.keyClick(bar, Qt.Key.Key_Backspace)
    assert asked == ["p", "pi", "pie", "pier", "pie"]


@pytest.mark.parametrize(
    ("key", "modifier", "new_tab"),
    [(Qt.Key.Key_Return, PLAIN, False), (Qt.Key.Key_Enter, PLAIN, False), (Qt.Key.Key_Return, CONTROL, True)],
)
def test_enter(
    bar: SearchBar, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, new_tab: bool
) -> None:
    with qtbot.waitSignal(bar.entered) as caught:
        qtbot.keyClick(bar, key, modifier)
    assert caught.args == [new_tab]


def test_down_and_escape_are_handed_on(bar: SearchBar, qtbot: QtBot) -> None:
    bar.show_query("pier")
    with qtbot.waitSignal(bar.down_pressed):
        qtbot.keyClick(bar, Qt.Key.Key_Down)
    with qtbot.waitSignal(bar.escaped):
        qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.text() == "pier"


def test_a_pasted_text_is_cut_to_the_longest_query(bar: SearchBar, qtbot: QtBot) -> None:
    asked = []
    bar.asked.connect(asked.append)
    QGuiApplication.clipboard().setText("pier " * 10_000)
    bar.paste()
    assert len(bar.text()) == LONGEST_QUERY
    assert asked == [bar.text()]


def test_a_query_is_shown_without_asking_it(bar: SearchBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.asked):
        bar.show_query("pier")
    assert bar._clear.isVisible()


def test_the_cross_clears_and_is_there_only_when_it_can(bar: SearchBar, qtbot: QtBot) -> None:
    assert not bar._clear.isVisible()
    qtbot.keyClicks(bar, "pier")
    with qtbot.waitSignal(bar.asked) as caught:
        bar._clear.trigger()
    assert caught.args == [""]
    assert not bar._clear.isVisible()
