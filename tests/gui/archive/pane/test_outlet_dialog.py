"""The outlet's dialog: what it shows, and what it tells for what is chosen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.samples import article
from pressmark.gui.archive.pane.outlet_dialog import OutletDialog
from pressmark.values import StoredArticle

Make = Callable[..., OutletDialog]


def at(path: str) -> StoredArticle:
    found = article(outlet="Echo", outlet_evidence="folder name", headline="Ferry returns")
    return StoredArticle(1, (path,), "digest", 90, found)


@pytest.fixture
def make(qtbot: QtBot, parent: QWidget) -> Make:
    def opened(path: str = "echo/2001/a.txt", choice: tuple[str, str] | None = None) -> OutletDialog:
        made = OutletDialog(at(path), ["Echo", "The Elsing Herald"], choice, parent)
        made.told = []  # type: ignore[attr-defined]
        made.chosen.connect(lambda name, folder: made.told.append((name, folder)))  # type: ignore[attr-defined]
        made.show()
        return made

    return opened


def told(dialog: OutletDialog) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = dialog.told  # type: ignore[attr-defined]
    return found


def test_it_shows_the_outlet_and_its_evidence(make: Make) -> None:
    dialog = make()
    assert dialog._name.text() == "Echo"
    assert dialog._why.text() == "Known from: folder name."
    assert dialog._one.isChecked()
    assert not dialog._folders.isEnabled()
    assert not dialog._back.isEnabled()
    assert dialog._name.completer().model().rowCount() == 2


def test_only_this_article(make: Make, qtbot: QtBot) -> None:
    dialog = make()
    qtbot.keyClicks(dialog._name, "  Elsing Herald ")
    qtbot.mouseClick(dialog._ok, Qt.MouseButton.LeftButton)
    assert told(dialog) == [("Elsing Herald", "")]


def test_all_of_a_folder(make: Make, qtbot: QtBot) -> None:
    dialog = make()
    dialog._all.click()
    assert [dialog._folders.itemText(row) for row in range(2)] == ["echo/2001", "echo"]
    assert dialog._folders.currentText() == "echo"
    qtbot.mouseClick(dialog._ok, Qt.MouseButton.LeftButton)
    assert told(dialog) == [("Echo", "echo")]


@pytest.mark.parametrize("folder", ["", "echo/2001", "echo"])
def test_taken_back(make: Make, qtbot: QtBot, folder: str) -> None:
    dialog = make(choice=("Echo", folder))
    assert dialog._all.isChecked() == bool(folder)
    assert not folder or dialog._folders.currentText() == folder
    qtbot.mouseClick(dialog._back, Qt.MouseButton.LeftButton)
    assert told(dialog) == [("", folder)]
    assert not dialog.isVisible()


def test_no_name_and_no_folder(make: Make) -> None:
    dialog = make("a.txt")
    assert not dialog._all.isVisible()
    assert not dialog._folders.isVisible()
    dialog._name.setText("  ")
    assert not dialog._ok.isEnabled()
    dialog.reject()
    assert told(dialog) == []
