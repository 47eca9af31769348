"""The one article that is meant: the selected result, or the article that lies open."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from driver import Driver
from pressmark.gui.window import one_article
from saved_pages import page


@pytest.fixture
def opened_folders(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the folders that the desktop was asked to open; it has no file manager that shows one file of many."""
    asked: list[str] = []
    monkeypatch.setattr(one_article, "FILE_MANAGER", ("false",))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(QUrl.toLocalFile(url)) or True)
    return asked


def test_what_is_copied(driver: Driver) -> None:
    driver.window.actions_by_name["copy_name"].trigger()
    driver.search("verhofstadt")
    driver.window.results.enter()
    driver.window.actions_by_name["copy_name"].trigger()
    of_result = QGuiApplication.clipboard().text()
    assert of_result == "“Russia closes ranks with EU”, BBC News, 3 October 2001"
    QGuiApplication.clipboard().clear()
    driver.open_first("verhofstadt")
    driver.window.actions_by_name["copy_name"].trigger()
    assert QGuiApplication.clipboard().text() == of_result


def test_where_no_file_manager_answers_its_folder_is_opened(
    driver: Driver, opened_folders: list[str], seeds: Path
) -> None:
    driver.open_first("verhofstadt")
    driver.window.actions_by_name["show_file"].trigger()
    driver.until(lambda: opened_folders == [str(seeds)])


def test_a_file_manager_is_asked_for_the_very_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = tmp_path / "asked"
    manager = tmp_path / "manager"
    manager.write_text(f'#!/bin/sh\nprintf "%s" "$1" > {asked}\n')
    manager.chmod(0o755)
    monkeypatch.setattr(one_article, "FILE_MANAGER", (str(manager),))
    file = tmp_path / "a, b.txt"
    file.write_text("x")
    assert one_article._folder_to_open(file) is None
    assert asked.read_text() == f"array:string:file://{tmp_path}/a%2C%20b.txt"
    monkeypatch.setattr(one_article, "FILE_MANAGER", (str(tmp_path / "none"),))
    assert one_article._folder_to_open(file) == tmp_path


def test_a_file_that_is_gone_and_a_desktop_without_folders(
    qtbot: QtBot, archive: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(one_article, "FILE_MANAGER", ("false",))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    root = archive({"one.txt": "A ferry for Riverton\n\nThe council voted for the ferry on Monday.\n"})
    driver = Driver(qtbot, root)
    try:
        driver.until_indexed()
        driver.open_first("ferry")
        driver.window.actions_by_name["show_file"].trigger()
        driver.until(lambda: "No program was found that shows folders" in driver.window.notice.text)
        (root / "one.txt").unlink()
        driver.window.actions_by_name["show_file"].trigger()
        driver.until(lambda: "one.txt is not there any more." in driver.window.notice.text)
    finally:
        driver.close()


def test_the_original_its_path_and_its_address(
    qtbot: QtBot, archive: Callable[..., Path], opened_folders: list[str]
) -> None:
    root = archive(
        {"ferry.html": page(), "pier.txt": "Pier painted\n\nThe pier of Elsing was painted on that day.\n"}
    )
    driver = Driver(qtbot, root)
    try:
        driver.until(lambda: driver.window.archive.ready)
        driver.open_first("ferry sails")
        driver.window.actions_by_name["open_original"].trigger()
        driver.until(lambda: opened_folders == [str(root / "ferry.html")])
        driver.window.actions_by_name["copy_path"].trigger()
        driver.until(lambda: QGuiApplication.clipboard().text() == str(root / "ferry.html"))
        driver.window.actions_by_name["copy_address"].trigger()
        driver.until(lambda: QGuiApplication.clipboard().text() == "https://echo.example/harbour/ferry")
        driver.open_first("painted pier")
        driver.until(lambda: driver.headline == "Pier painted")
        driver.window.actions_by_name["copy_address"].trigger()
        driver.until(lambda: "does not say at which address" in driver.window.notice.text)
    finally:
        driver.close()
