"""The find bar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from pressmark.gui.look.theme import LIGHT
from pressmark.gui.reading.pane.find_bar import FindBar

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    made = FindBar()
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    return made


def test_it_opens_with_the_selection_ready_to_be_replaced(bar: FindBar, qtbot: QtBot) -> None:
    assert not bar.isVisible()
    with qtbot.waitSignals([bar.wanted, bar.wanted]) as _:
        bar.open("pier")
    assert bar.isVisible()
    assert bar.field.selectedText() == "pier"
    bar.hide()
    with qtbot.waitSignal(bar.wanted) as caught:
        bar.open("")
    assert caught.args == ["pier", False], "what was sought last"


@pytest.mark.parametrize(
    ("key", "modifier", "step"),
    [(Qt.Key.Key_Return, None, 1), (Qt.Key.Key_Enter, None, 1), (Qt.Key.Key_Return, SHIFT, -1)],
)
def test_enter_steps(
    bar: FindBar, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier | None, step: int
) -> None:
    bar.open("pier")
    with qtbot.waitSignal(bar.stepped) as caught:
        qtbot.keyClick(bar.field, key, modifier or Qt.KeyboardModifier.NoModifier)
    assert caught.args == [step]


def test_escape_and_the_cross_close(bar: FindBar, qtbot: QtBot) -> None:
    bar.open("")
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    cross = next(b for b in bar.findChildren(QToolButton) if b.accessibleName() == "Close the find bar")
    with qtbot.waitSignal(bar.closed):
        cross.click()


def test_the_buttons_step(bar: FindBar, qtbot: QtBot) -> None:
    steps = []
    bar.stepped.connect(steps.append)
    for button in bar.findChildren(QToolButton):
        assert not button.icon().isNull() or button.text()
        if "hit" in button.accessibleName():
            button.click()
    assert sorted(steps) == [-1, 1]


def test_only_whole_words(bar: FindBar, qtbot: QtBot) -> None:
    bar.open("pier")
    bar.activateWindow()
    qtbot.waitUntil(bar.field.hasFocus)
    with qtbot.waitSignal(bar.wanted) as caught:
        qtbot.keyClick(bar.field, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    assert caught.args == ["pier", True]
    with qtbot.waitSignal(bar.wanted) as caught:
        qtbot.keyClicks(bar.field, "s")
    assert caught.args[1] is True, "it stays so"


@pytest.mark.parametrize(
    ("text", "count", "said"),
    [("pier", (2, 5), "2 of 5"), ("pier", (0, 0), "not in this article"), ("", (0, 0), "")],
)
def test_the_count(bar: FindBar, text: str, count: tuple[int, int], said: str) -> None:
    bar.field.setText(text)
    bar.show_count(*count)
    assert bar._count.text() == said
