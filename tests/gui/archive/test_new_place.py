"""The folder of an archive has another place: what the person is asked, and what follows."""

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from driver import Driver
from pressmark.gui.archive.new_place import TITLE
from texts import article

Write = Callable[..., Path]


def test_the_person_is_asked_for_the_folder(driver: Driver) -> None:
    driver.window.actions_by_name["new_place"].trigger()
    dialog = driver.window.findChild(QFileDialog)
    assert dialog.windowTitle() == TITLE
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.reject()


def test_a_folder_of_other_articles_is_refused(driver: Driver, archive: Write) -> None:
    other = archive({"other.txt": article(1)}, "other")
    before = driver.window.status.index_text
    driver.window.archive.new_place.take(other)
    driver.until(lambda: "none of the files" in driver.window.notice.text)
    assert driver.window.archive.root != other
    assert driver.window.status.index_text == before


def test_the_status_says_what_is_being_done(qtbot: QtBot, archive: Write) -> None:
    root = archive({"one.txt": article(1)})
    driver = Driver(qtbot, root)
    try:
        driver.until_indexed()
        new = Path(shutil.copytree(root, root.with_name("new")))
        driver.window.archive.new_place.take(new)
        assert "new place" in driver.window.status.index_text
        driver.until(lambda: driver.window.archive.root == new)
        driver.until_indexed()
        assert driver.window.status.index_text == "Index up to date"
    finally:
        driver.close()
