"""What is kept over another archive or a catalog made anew: tabs, closed tabs and the way back show what they showed."""

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from driver import Driver
from pressmark import paths
from texts import article

Open = Callable[..., Driver]
Write = Callable[..., Path]
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def shows(driver: Driver, path: str) -> None:
    """Wait until an article is the open one."""
    driver.until(lambda: (stored := driver.window.reading.stored) is not None and stored.path == path)


def open_file(driver: Driver, path: str) -> None:
    driver.window.reading.open_at(path, with_related=False)
    shows(driver, path)


def test_a_closed_tab_opens_again_in_its_own_archive_only(open_window: Open, archive: Write) -> None:
    alpha = archive({"alpha.txt": article(1), "beta.txt": article(2)}, "first")
    omega = archive({"omega.txt": article(3), "psi.txt": article(4)}, "second")
    driver = open_window(alpha)
    open_file(driver, "alpha.txt")
    driver.window.open_archive(omega)
    driver.until_indexed()
    driver.key(Qt.Key.Key_T, CONTROL | SHIFT)
    assert not driver.window.reading._articles.busy
    assert driver.window.reading.stored is None, "no tab of this archive was closed"
    open_file(driver, "psi.txt")
    driver.window.open_archive(alpha)
    driver.until_indexed()
    driver.key(Qt.Key.Key_T, CONTROL | SHIFT)
    shows(driver, "alpha.txt")


def test_a_catalog_made_anew_changes_no_tab_and_no_way_back(open_window: Open, archive: Write) -> None:
    """The files had their numbers in the order in which they came; made anew, they have them in that of their names."""
    root = archive({"m.txt": article(1)})
    driver = open_window(root)
    for number, name in ((2, "d.txt"), (3, "a.txt")):
        (root / name).write_text(article(number))
        driver.window.archive.look_again()
        driver.until(lambda number=number: driver.window.archive.totals.articles == number)
    open_file(driver, "m.txt")
    driver.window.reading.tabs.new()
    open_file(driver, "d.txt")
    driver.window.reading.tabs.new()
    open_file(driver, "a.txt")
    driver.key(Qt.Key.Key_W, CONTROL)
    shows(driver, "d.txt")
    library = driver.window.archive.holder.library()
    numbers = {path: library.article_at(path).id for path in ("m.txt", "d.txt", "a.txt")}

    with contextlib.closing(sqlite3.connect(paths.archive_data(root) / "catalog.sqlite3")) as catalog:
        catalog.execute("PRAGMA user_version=99")
    (root / "d.txt").rename(root / "e.txt")
    driver.window.archive.look_again()
    driver.until(lambda: driver.window.notice.isVisible() and "set aside" in driver.window.notice.text)
    shows(driver, "e.txt")
    assert library.article_at("m.txt").id != numbers["m.txt"]
    driver.key(Qt.Key.Key_T, CONTROL | SHIFT)
    shows(driver, "a.txt")
    driver.key(Qt.Key.Key_Tab, CONTROL)
    shows(driver, "m.txt")
    driver.key(Qt.Key.Key_Left, ALT)
    shows(driver, "a.txt")
    driver.key(Qt.Key.Key_Left, ALT)
    shows(driver, "e.txt")
