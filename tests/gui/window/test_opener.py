"""What the window opens: folders and archive files, from a later start, a drop, the menu."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from driver import Driver
from pressmark import archive_file, paths
from pressmark.archive_file import SavedArchive
from pressmark.gui.window.opener import dropped
from pressmark.instance import Opening
from pressmark.values import Sort
from texts import article


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Another archive."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number in (1, 2):
        (folder / f"{number}.txt").write_text(article(number), encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def back_to_the_sample(driver: Driver, seeds: Path) -> object:
    """Leave the module's window as it was."""
    yield
    driver.window.searching.choose_sort(Sort.RELEVANCE)
    if driver.window.archive.root != seeds:
        driver.window.open_archive(seeds)
        driver.until_indexed()


def test_an_archive_file_opens_its_folder_with_its_query_and_order(driver: Driver, news: Path) -> None:
    file = news.parent / "news.pressmark"
    archive_file.write(file, SavedArchive(news, "settle", "newest"))
    driver.window.opener.open(file)
    driver.until(lambda: driver.window.archive.root == news)
    assert driver.window.searching.query == "settle"
    assert driver.window.searching.sort is Sort.NEWEST
    driver.until_indexed()
    driver.until(
        lambda: driver.window.searching.answer is not None and driver.window.searching.answer.total == 2
    )


def test_a_file_of_no_use_is_said_and_what_is_open_stays(driver: Driver, tmp_path: Path, seeds: Path) -> None:
    file = tmp_path / "odd.pressmark"
    file.write_text("odd")
    driver.window.opener.open(file)
    driver.until(driver.window.notice.isVisible)
    assert "odd.pressmark is not an archive file" in driver.window.notice.text
    assert driver.window.archive.root == seeds


def test_a_later_start_shows_the_window_and_what_it_wants(driver: Driver, news: Path) -> None:
    window = driver.window
    window.showMinimized()
    driver.until(window.isMinimized)
    window.opener.heard.emit(Opening(str(news), "settle"))
    driver.until(lambda: not window.isMinimized() and window.isActiveWindow())
    assert (window.archive.root, window.searching.query) == (news, "settle")
    window.opener.heard.emit(Opening("", "number2"))
    driver.until(lambda: window.searching.query == "number2")
    assert window.archive.root == news
    window.opener.heard.emit(Opening())
    driver.until_indexed()
    assert (window.archive.root, window.searching.query) == (news, "number2")


def test_what_can_be_dropped(news: Path) -> None:
    data, file = QMimeData(), news.parent / "news.pressmark"
    data.setUrls([QUrl("https://news.invalid/a.pressmark")])
    assert dropped(data) is None
    data.setUrls([*data.urls(), QUrl.fromLocalFile(str(file)), QUrl.fromLocalFile(str(news))])
    assert dropped(data) == file


def test_dropping_a_folder_an_archive_file_and_neither(driver: Driver, news: Path, seeds: Path) -> None:
    window, file, picture = driver.window, news.parent / "sample.pressmark", news.parent / "a.png"
    archive_file.write(file, SavedArchive(seeds))
    picture.touch()
    for place, root in ((news, news), (file, seeds)):
        window.opener.open_dropped(place)
        driver.until(lambda root=root: window.archive.root == root)
    window.opener.open_dropped(picture)
    driver.until(window.notice.isVisible)
    assert f"{picture} is not a folder." in window.notice.text
    assert window.archive.root == seeds


def test_saving_from_the_menu(driver: Driver, seeds: Path, tmp_path: Path) -> None:
    window = driver.window
    window.searching.set_query("nato")
    window.actions_by_name["save_file"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    driver.until(dialog.isVisible)
    file = tmp_path / "summit.pressmark"
    dialog.selectFile(str(file))
    dialog.accept()
    driver.until(window.notice.isVisible)
    assert "double click" in window.notice.text
    assert archive_file.read(file) == SavedArchive(seeds, "nato", "relevance")
    assert json.loads(file.read_text())["pressmark"] == archive_file.VERSION


def test_saving_into_the_archive_is_refused(driver: Driver, news: Path) -> None:
    driver.window.opener.write(news / "own.pressmark", SavedArchive(news))
    driver.until(driver.window.notice.isVisible)
    assert "never writes into an archive" in driver.window.notice.text
    assert sorted(file.name for file in news.iterdir()) == ["1.txt", "2.txt"]


def test_the_log_file(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def no_program(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", no_program)
    driver.window.actions_by_name["log"].trigger()
    assert asked == [str(paths.log_file())]
    driver.until(driver.window.notice.isVisible)
    assert str(paths.log_file()) in driver.window.notice.text


def test_choosing_a_folder_and_a_file(driver: Driver, news: Path) -> None:
    window = driver.window
    file = news.parent / "news.pressmark"
    archive_file.write(file, SavedArchive(news))
    for name, chosen in (("open_folder", news), ("open_file", file)):
        window.open_archive(paths.sample_archive())
        window.actions_by_name[name].trigger()
        dialog = next(found for found in window.findChildren(QFileDialog) if found.isVisible())
        dialog.fileSelected.emit(str(chosen))
        driver.until(lambda: window.archive.root == news)
        assert window.windowTitle() == "news — Pressmark"
        dialog.close()


def test_another_archive_begins_without_the_places_and_hits_of_the_old(driver: Driver, news: Path) -> None:
    window = driver.window
    driver.open_first("nato")
    driver.until(lambda: bool(window.status._hits.text()))
    window.opener.open(news)
    assert window.status._hits.text() == ""
    assert not window.top.back.isEnabled()
    assert not window.top.forward.isEnabled()
