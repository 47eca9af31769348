"""One pane at a time: what a key finds is shown, and the way back passes through the list."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from driver import Driver

Open = Callable[..., Driver]
ALT = Qt.KeyboardModifier.AltModifier


def panes(driver: Driver) -> str:
    window = driver.window
    shown = {"list": window.results, "text": window.reader, "cards": window.related}
    return " ".join(name for name, pane in shown.items() if pane.isVisible())


def narrow(driver: Driver, width: int) -> None:
    driver.window.resize(width, 480)
    driver.until(lambda: driver.window.width() == width)


@pytest.mark.parametrize(("width", "found"), [(640, "cards"), (1000, "text cards")])
def test_the_next_passage_shows_what_was_found_and_enter_goes_there(
    open_window: Open, seeds: Path, width: int, found: str
) -> None:
    driver = open_window(seeds)
    narrow(driver, width)
    driver.open_first("nato")
    driver.until_related()
    headline = driver.headline
    driver.key(Qt.Key.Key_J)
    driver.until(lambda: panes(driver) == found)
    assert driver.window.related.model.rowCount() > 0
    driver.key(Qt.Key.Key_J)
    assert panes(driver) == found
    if width == 1000:
        driver.window.related.enter()
    assert QApplication.focusWidget() is driver.window.related.list
    card = next(
        row for row in range(driver.window.related.model.rowCount())
        if (one := driver.window.related.model.card(row)) is not None
        and one.relation.other_path != driver.window.reading.stored.path
    )  # fmt: skip
    driver.window.related.list.setCurrentIndex(driver.window.related.model.index(card))
    driver.key(Qt.Key.Key_Return)
    driver.until(lambda: driver.headline != headline)
    driver.until(lambda: "text" in panes(driver) and "cards" not in panes(driver))
    driver.until(lambda: driver.window.reader.view.hasFocus())


def test_the_way_back_passes_through_the_list(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    narrow(driver, 640)
    driver.open_first("nato")
    driver.until(lambda: panes(driver) == "text")
    driver.key(Qt.Key.Key_Left, ALT)
    driver.until(lambda: panes(driver) == "list")
    assert QApplication.focusWidget() is driver.window.results.list
    assert driver.window.reading.stored is not None
    driver.key(Qt.Key.Key_Return)
    driver.until(lambda: panes(driver) == "text")
    driver.key(Qt.Key.Key_Left, ALT)
    driver.until(lambda: panes(driver) == "list")
    for _ in range(
        4
    ):  # the place one came from is the same article, higher up; before each article stands the list
        driver.key(Qt.Key.Key_Left, ALT)
        driver.until(lambda: not any(lane.busy for lane in driver.window.reading.lanes()))
    assert driver.window.reading.stored is None


def test_the_menu_fits_on_a_small_screen(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    narrow(driver, 640)
    driver.window.top.menu.popup(driver.window.mapToGlobal(driver.window.rect().topRight()))
    driver.until(driver.window.top.menu.isVisible)
    room = driver.window.screen().availableGeometry()
    assert driver.window.top.menu.height() <= room.height()
    driver.window.top.menu.close()
