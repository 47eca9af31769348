"""The notice bar."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pressmark.gui.look.theme import LIGHT
from pressmark.gui.reading.pane.state_page import Way
from pressmark.gui.window.notice_bar import NoticeBar


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    made = NoticeBar()
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    return made


def test_sentences_come_under_each_other_the_last_three_once_each(bar: NoticeBar) -> None:
    assert bar.isHidden()
    for sentence in ("One.", "Two.", "Two.", "One.", "Three.", "Four."):
        bar.say(sentence)
    assert bar.text == "Two.\nThree.\nFour."
    assert bar.isVisible()


def test_closed_it_forgets(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.say("One.")
    assert bar._close.accessibleName() == "Close the notice"
    qtbot.mouseClick(bar._close, Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    bar.say("Two.")
    assert bar.text == "Two."


def test_a_sentence_is_text(bar: NoticeBar) -> None:
    bar.say("<b>name.txt</b> cannot be read.")
    assert bar._label.textFormat() is Qt.TextFormat.PlainText


def test_what_is_the_case_stands_until_it_is_no_more(bar: NoticeBar, qtbot: QtBot) -> None:
    looked: list[str] = []
    bar.stand("The folder is not there.", (Way("Look again", "F5", lambda: looked.append("again")),))
    bar.say("One.")
    qtbot.mouseClick(bar._close, Qt.MouseButton.LeftButton)
    assert bar.isVisible()
    assert bar.case == "The folder is not there."
    button = bar._ways.itemAt(0).widget()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert looked == ["again"]
    bar.stand("The folder is not there.")
    assert bar._ways.itemAt(0).widget() is button, "the same is not made anew under the pointer"
    bar.stand("")
    assert bar.isHidden()


def test_what_was_said_stays_when_the_case_is_over(bar: NoticeBar) -> None:
    bar.stand("The folder is not there.")
    bar.say("One.")
    bar.stand("")
    assert bar.isVisible()
    assert bar.text == "One."
    bar.clear()
    assert bar.isHidden()
