"""The table of all corrections."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pressmark.gui.reading.pane.corrections_dialog import COLUMNS, NONE_YET, CorrectionsDialog, cells, when
from pressmark.values import Correction, ListedCorrection, Scope

NOON = "2026-05-03T12:00:00+00:00"
OWN = ListedCorrection(
    Correction(Scope.ARTICLE, "d1", "k1", "Send us your pictures", False, NOON, "echo/1.txt"),
    "Riverton votes",
)
GENERAL = ListedCorrection(
    Correction(Scope.OUTLET, "The Riverton Echo", "k2", "The pier is safe", True, NOON, "echo/2.txt"), ""
)
GONE = ListedCorrection(Correction(Scope.ARTICLE, "d3", "k3", "Comments", False, "long ago", ""), "")


@pytest.fixture
def dialog(qtbot: QtBot) -> CorrectionsDialog:
    made = CorrectionsDialog()
    qtbot.addWidget(made)
    made.show_corrections((OWN, GENERAL, GONE))
    made.show()
    return made


def test_what_is_said_of_each(dialog: CorrectionsDialog) -> None:
    assert dialog._sum.text() == "3 corrections, the newest first"
    assert cells(OWN)[1:] == ("Send us your pictures", "not article text", "Riverton votes")
    assert cells(GENERAL)[1:] == ("The pier is safe", "article text", "every page of The Riverton Echo")
    assert cells(GONE) == ("long ago", "Comments", "not article text", "")
    assert when(NOON).startswith("3 May 2026, ")
    model = dialog.model
    shown = [model.data(model.index(0, column)) for column in range(model.columnCount())]
    assert shown == list(cells(OWN))
    names = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert names == list(COLUMNS)


def test_going_to_one_and_taking_one_back(dialog: CorrectionsDialog, qtbot: QtBot) -> None:
    dialog.table.selectRow(1)
    for act in (dialog._go.click, lambda: qtbot.keyClick(dialog.table, Qt.Key.Key_Return)):
        with qtbot.waitSignal(dialog.place_wanted) as caught:
            act()
        assert caught.args == [GENERAL.correction]
    for act in (dialog._take_back.click, lambda: qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)):
        with qtbot.waitSignal(dialog.unwanted) as caught:
            act()
        assert caught.args == [GENERAL.correction]
    dialog.table.selectRow(2)
    assert not dialog._go.isEnabled(), "nobody knows where that was"
    assert dialog._take_back.isEnabled()


def test_the_next_one_is_selected_when_one_is_gone(dialog: CorrectionsDialog) -> None:
    dialog.table.selectRow(1)
    dialog.show_corrections((OWN, GONE))
    assert dialog.table.currentIndex().row() == 1
    dialog.show_corrections((OWN,))
    assert dialog._sum.text() == "1 correction"
    assert dialog.table.currentIndex().row() == 0
    dialog.show_corrections(())
    assert dialog._sum.text() == NONE_YET
    assert not dialog.table.isVisible()
    assert not dialog._take_back.isEnabled()
