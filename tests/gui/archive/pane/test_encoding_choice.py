"""The encoding of a file: nothing is read anew before it is applied."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.samples import record
from pressmark.gui.archive.pane.encoding_choice import ENCODINGS, EncodingChoice

CHOSEN = "chosen by you"


@pytest.fixture
def choice(qtbot: QtBot) -> EncodingChoice:
    made = EncodingChoice()
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.show_file(record("a.txt"))
    return made


def turn_wheel(choice: EncodingChoice) -> None:
    place = QPointF(5, 5)
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    begin = Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(
        choice.box, QWheelEvent(place, place, QPoint(), QPoint(0, -120), no_button, no_key, begin, False)
    )


def test_arrows_and_wheel_only_show_first_lines(choice: EncodingChoice, qtbot: QtBot) -> None:
    wanted: list[tuple[str, str]] = []
    choice.preview_wanted.connect(lambda *args: wanted.append(args))
    choice.lines.setFocus()
    turn_wheel(choice)
    assert choice.box.currentData() == "", "the wheel passes over it"
    choice.box.setFocus()
    qtbot.waitUntil(choice.box.hasFocus)
    with qtbot.assertNotEmitted(choice.applied):
        qtbot.keyClick(choice.box, Qt.Key.Key_Down)
        turn_wheel(choice)
    assert wanted == [("a.txt", "utf-8"), ("a.txt", "windows-1252")]
    choice.show_preview("a.txt", "utf-8", "late")
    assert choice.lines.toPlainText() == "", "an answer to what is no longer chosen"
    choice.show_preview("a.txt", "windows-1252", "Der Rat")
    assert choice.lines.toPlainText() == "Der Rat"


def test_it_is_applied_and_undone(choice: EncodingChoice, qtbot: QtBot) -> None:
    assert not choice.apply.isEnabled()
    assert not choice.undo.isVisible()
    choice.box.setCurrentIndex(choice.box.findData("cp850"))
    with qtbot.waitSignal(choice.applied) as caught:
        qtbot.mouseClick(choice.apply, Qt.MouseButton.LeftButton)
    assert caught.args == ["a.txt", "cp850"]
    choice.show_file(record("a.txt", encoding="cp850", encoding_reason=CHOSEN))
    assert choice.box.currentData() == "cp850"
    assert not choice.apply.isEnabled()
    with qtbot.waitSignal(choice.applied) as caught:
        qtbot.mouseClick(choice.undo, Qt.MouseButton.LeftButton)
    assert caught.args == ["a.txt", ""]
    choice.show_file(record("a.txt"))
    assert not choice.undo.isVisible()


def test_what_is_being_chosen_stays_while_the_files_are_counted_anew(choice: EncodingChoice) -> None:
    choice.box.setCurrentIndex(3)
    choice.show_preview("a.txt", choice.box.currentData(), "Der Rat")
    choice.show_file(record("a.txt"))
    assert choice.box.currentIndex() == 3
    assert choice.lines.toPlainText() == "Der Rat"
    choice.show_file(record("d.txt", encoding="shift_jis", encoding_reason=CHOSEN))
    assert choice.box.currentData() == "shift_jis"
    assert choice.lines.toPlainText() == ""
    choice.show_file(record("b.txt", size=0))
    assert not choice.box.isEnabled(), "an empty file has no encoding"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_offered_is_one(encoding: str) -> None:
    assert "Riverton".encode(encoding).decode(encoding) == "Riverton"
