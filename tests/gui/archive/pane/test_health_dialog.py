"""The health dialog: filters and wishes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.samples import record
from pressmark.gui.archive.pane.file_detail import NONE
from pressmark.gui.archive.pane.health_dialog import SHOWN, HealthDialog
from pressmark.values import ArticleKey, FileState, Totals

RECORDS = (
    record("a.txt"),
    record("b.txt", FileState.UNREADABLE, size=0, encoding="", encoding_reason=""),
    record("c.txt", FileState.DUPLICATE),
    record("d.txt", encoding="shift_jis", encoding_reason="chosen by you"),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> HealthDialog:
    made = HealthDialog()
    qtbot.addWidget(made)
    made.show_files(RECORDS, Totals(4, 2, 1, 1))
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(dialog: HealthDialog) -> list[str]:
    return [found.path for row in range(99) if (found := dialog.model.row(row))]


def button(dialog: HealthDialog, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def test_every_file_is_accounted_for(dialog: HealthDialog) -> None:
    assert dialog._sum.text() == "4 files = 2 articles + 1 duplicate + 1 not read"
    assert shown(dialog) == ["a.txt", "b.txt", "c.txt", "d.txt"]


@pytest.mark.parametrize(
    ("which", "files"),
    [(0, ["a.txt", "b.txt", "c.txt", "d.txt"]), (1, ["a.txt", "d.txt"]), (2, ["b.txt"]), (3, ["c.txt"])],
)
def test_the_files_of_a_state(dialog: HealthDialog, which: int, files: list[str]) -> None:
    dialog._which.setCurrentIndex(which)
    assert shown(dialog) == files
    assert len(SHOWN) == dialog._which.count() == 6


def test_the_filter(dialog: HealthDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog._filter, "shift")
    assert shown(dialog) == ["d.txt"]
    dialog._filter.clear()
    assert len(shown(dialog)) == 4


def test_the_selected_file_says_everything_beside_the_table(dialog: HealthDialog) -> None:
    assert dialog.detail.text == NONE
    assert not button(dialog, "Open the article").isEnabled()
    dialog.table.selectRow(3)
    assert dialog.detail.text == "d.txt\narticle · 1,200 bytes\nRead as shift_jis: chosen by you."
    dialog.table.selectRow(1)
    assert dialog.detail.text == "b.txt\nnot read · 0 bytes\nThe file is empty."
    assert not button(dialog, "Open the article").isEnabled()


def test_wishes(dialog: HealthDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.preview_wanted) as caught:
        dialog.table.selectRow(0)
    assert caught.args == ["a.txt", ""]
    with qtbot.waitSignal(dialog.article_chosen) as caught:
        qtbot.mouseClick(button(dialog, "Open the article"), Qt.MouseButton.LeftButton)
    assert caught.args == [ArticleKey("a.txt")]
    with qtbot.waitSignal(dialog.retry_wanted):
        qtbot.mouseClick(button(dialog, "Look at the folder again"), Qt.MouseButton.LeftButton)
    dialog.detail.encoding.box.setCurrentIndex(2)
    with qtbot.waitSignal(dialog.encoding_chosen) as caught:
        qtbot.mouseClick(button(dialog, "Apply"), Qt.MouseButton.LeftButton)
    assert caught.args == ["a.txt", "windows-1252"]
    with qtbot.waitSignal(dialog.rejected):
        qtbot.mouseClick(button(dialog, "Close"), Qt.MouseButton.LeftButton)


def test_what_is_said_is_copied_from_the_table_too(dialog: HealthDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    dialog.table.selectRow(2)
    dialog.table.setFocus()
    qtbot.waitUntil(dialog.table.hasFocus)
    qtbot.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("c.txt\nduplicate · 1,200 bytes\nThe same as a.txt.")


def test_a_file_that_is_no_article_opens_nothing(dialog: HealthDialog, qtbot: QtBot) -> None:
    dialog.table.selectRow(1)
    with qtbot.assertNotEmitted(dialog.article_chosen):
        dialog.table.doubleClicked.emit(dialog.table.currentIndex())


def test_the_selection_stays_when_the_files_are_read_anew(dialog: HealthDialog) -> None:
    dialog.table.selectRow(2)
    dialog.show_files((record("0.txt"), *RECORDS), Totals(5, 3, 1, 1))
    assert dialog.table.currentIndex().row() == 3
    dialog.show_files((), Totals())
    assert dialog.detail.text == NONE
