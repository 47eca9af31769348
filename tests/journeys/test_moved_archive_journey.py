"""The folder of an archive goes away, comes back, or has another place: said once, and nothing is lost."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from driver import Driver
from pressmark import paths
from pressmark.gui.window.session import Session
from texts import article

Open = Callable[..., Driver]
Write = Callable[..., Path]
PLACE = "Choose the folder’s new place…"


@pytest.fixture
def root(archive: Write) -> Path:
    """An archive of three articles."""
    return archive({f"echo/{number}.txt": article(number, "Riverton Echo") for number in range(3)})


def told(driver: Driver) -> list[str]:
    """Return every text of the window that says that the folder is not there."""
    labels = [label for label in driver.window.findChildren(QLabel) if label.isVisible()]
    return [label.accessibleName() for label in labels if "is not there." in label.text()]


def until_gone(driver: Driver) -> None:
    driver.window.archive.look_again()
    driver.until(lambda: driver.window.archive.is_gone)


def test_it_is_said_once_and_goes_by_itself(open_window: Open, root: Path, tmp_path: Path) -> None:
    driver = open_window(root)
    driver.open_first("number1")
    shutil.move(root, tmp_path / "away")
    until_gone(driver)
    driver.until(lambda: driver.window.notice.isVisible())
    assert told(driver) == ["What is the case"], "over an article, in the bar"
    driver.window.reading.tabs.close()
    driver.until(lambda: not driver.window.reader.shows_article)
    assert len(told(driver)) == 1, "without one, on the page"
    assert not driver.window.notice.isVisible()
    driver.open_first("number2")
    driver.until(lambda: driver.window.notice.isVisible())
    shutil.move(tmp_path / "away", root)
    driver.until(lambda: not driver.window.archive.is_gone)
    assert not driver.window.notice.isVisible()
    assert told(driver) == []
    assert driver.window.status.index_text == "Index up to date"


def everything_followed(driver: Driver, new: Path, line: str) -> Iterator[bool]:
    """Yield whether what was made, read and left open is there again."""
    window = driver.window
    driver.until(lambda: window.archive.root == new and window.archive.ready)
    driver.until(lambda: window.reading.stored is not None and window.reader.shows_article)
    yield window.reading.stored.path == "echo/1.txt"  # type: ignore[union-attr]
    yield window.searching.query == "number1"
    blocks = window.reading.stored.article.blocks  # type: ignore[union-attr]
    yield any(block.set_aside and block.text == line for block in blocks)
    settings = Session(paths.settings_file()).settings
    yield (settings.archive, settings.recent_archives[0]) == (str(new), str(new))
    yield settings.recent_in(str(new)) == ("number1",)


@pytest.mark.parametrize("where", ["the page", "the notice"])
def test_the_new_place_keeps_all_that_was_made(
    open_window: Open, root: Path, tmp_path: Path, where: str
) -> None:
    driver = open_window(root)
    driver.open_first("number1")
    block = next(
        b
        for b in driver.window.reading.stored.article.blocks
        if b.text.startswith("The ") and len(b.text) > 80
    )  # type: ignore[union-attr]
    driver.window.reader.view.set_focus(driver.window.reading.stored.article.blocks.index(block))  # type: ignore[union-attr]
    driver.key(Qt.Key.Key_N)
    driver.until(lambda: driver.window.correcting.can_undo)
    driver.until_indexed()
    new = tmp_path / "elsewhere"
    shutil.move(root, new)
    until_gone(driver)
    if where == "the page":
        driver.window.reading.tabs.new()
        driver.until(lambda: not driver.window.reader.shows_article)
    else:
        driver.until(lambda: driver.window.notice.isVisible())
    driver.qtbot.mouseClick(driver.named(PLACE), Qt.MouseButton.LeftButton)
    dialog = driver.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(new))
    dialog.reject()
    assert all(everything_followed(driver, new, block.text))
    assert driver.window.archive.problem == ""
    assert str(root) not in driver.window.session.settings.recent_archives


def test_the_searches_offered_are_those_of_the_archive(open_window: Open, root: Path, archive: Write) -> None:
    other = archive({"other.txt": article(9)}, "other")
    driver = open_window(root)
    driver.open_first("number1")
    driver.window.open_archive(other)
    driver.until_indexed()
    page = driver.window.reader.page
    driver.until(lambda: page.title == "1 article to search")
    assert "number1" not in page.offered
    driver.window.open_archive(root)
    driver.until(lambda: page.offered == ("number1",))
