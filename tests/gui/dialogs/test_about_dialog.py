"""The dialog of versions, places and licences."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import pressmark
from pressmark import licences, paths
from pressmark.gui.dialogs.about_dialog import AboutDialog, missing_text, told_of
from pressmark.licences import Component


@pytest.fixture
def dialog(parent: QWidget, qtbot: QtBot) -> Iterator[AboutDialog]:
    made = AboutDialog(parent)
    made.open()
    qtbot.waitUntil(lambda: made.list.rowCount() > 0)
    yield made
    made.reject()


def labels(dialog: AboutDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_the_card(dialog: AboutDialog) -> None:
    told = labels(dialog)
    assert {"Pressmark", f"Version {pressmark.__version__}"} <= set(told)
    assert any(text.startswith("Free software under the MIT licence") for text in told)


def test_the_places_can_be_selected(dialog: AboutDialog) -> None:
    for place in (paths.data_folder(), paths.settings_file(), paths.log_file()):
        label = next(label for label in dialog.findChildren(QLabel) if label.text() == str(place))
        assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_all_components_are_listed(dialog: AboutDialog) -> None:
    rows = [
        tuple(cell.text() for column in range(3) if (cell := dialog.list.item(row, column)))
        for row in range(dialog.list.rowCount())
    ]
    assert rows == [(one.name, one.version, one.licence) for one in licences.components()]


def test_the_keyboard_goes_through_the_list_and_the_text_follows(dialog: AboutDialog, qtbot: QtBot) -> None:
    found = licences.components()
    dialog.tabs.setCurrentIndex(1)
    dialog.list.setFocus()
    assert dialog.text.toPlainText() == found[0].text
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.text.toPlainText() == found[1].text
    assert dialog.text.isReadOnly()
    assert found[1].home in dialog._told.text()


def test_the_versions_are_copied(dialog: AboutDialog, qtbot: QtBot) -> None:
    copy = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Copy the versions")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].startswith(f"Pressmark {pressmark.__version__}, Python ")
    assert len(lines) == dialog.list.rowCount()
    assert any(line.startswith("chardet ") and line.endswith(" (0BSD)") for line in lines)


def test_every_control_has_its_name(dialog: AboutDialog) -> None:
    controls = [dialog, dialog.tabs, dialog.list, dialog.text, *dialog.findChildren(QPushButton)]
    assert all(control.accessibleName() for control in controls)
    assert {"Components", "Licence text", "Close"} <= {control.accessibleName() for control in controls}


def test_it_fits_on_the_screen(dialog: AboutDialog) -> None:
    free = dialog.screen().availableSize()
    assert dialog.width() < free.width()
    assert dialog.height() < free.height()


def test_closing_ends_the_thread(parent: QWidget) -> None:
    dialog = AboutDialog(parent)
    dialog.open()
    dialog.reject()
    assert dialog.lane._thread is not None
    assert not dialog.lane._thread.is_alive()


def test_what_cannot_be_read_is_said(dialog: AboutDialog) -> None:
    dialog._say_what_failed(1, OSError("the folder is gone"))
    assert "The licences could not be read: the folder is gone" in labels(dialog)


def test_a_component_without_text() -> None:
    bare = Component("Libfoo & more", "", "MIT", "https://foo.example", "")
    assert missing_text(bare) == (
        "Libfoo & more is under this licence: MIT. Its source and its text are at https://foo.example"
    )
    assert "Libfoo &amp; more" in told_of(bare)
    assert "href" not in told_of(Component("Libfoo", "1", "MIT", "", ""))
