"""One file of the archive, told whole."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gui.samples import record
from pressmark.gui.archive.pane.file_detail import NONE, FileDetail
from pressmark.values import FileState

LONG = "the file is too large for an article, " * 12


@pytest.fixture
def detail(qtbot: QtBot) -> FileDetail:
    made = FileDetail()
    qtbot.addWidget(made)
    made.resize(280, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_long_reason_is_readable_whole(detail: FileDetail) -> None:
    path = "a_very_long_folder_name_without_blanks/" * 3 + "report.txt"
    detail.show_file(record(path, FileState.UNREADABLE, reason=LONG))
    label = detail._reason
    needed = label.fontMetrics().boundingRect(
        0, 0, label.width(), 5000, Qt.TextFlag.TextWordWrap, label.text()
    )
    assert label.height() >= needed.height() > 60
    assert detail.width() == 280, "a long path makes it no wider"
    assert detail.text.startswith(path + "\n"), "copied without the places where it may be broken"


def test_it_is_copied(detail: FileDetail, qtbot: QtBot) -> None:
    detail.show_file(record("a.txt", FileState.UNREADABLE, encoding=""))
    qtbot.mouseClick(detail.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "a.txt\nnot read · 1,200 bytes\nThe file is empty."
    detail.show_file(None)
    assert detail.text == NONE
    assert not detail.copy.isEnabled()
    detail.copy_all()
    assert QGuiApplication.clipboard().text() != NONE
