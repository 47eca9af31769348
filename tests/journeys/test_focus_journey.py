"""Every way to go somewhere, and what has the keyboard then: never nothing, and never the status bar."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from driver import Driver

Key, Mod = Qt.Key, Qt.KeyboardModifier
CONTROL, ALT, SHIFT = Mod.ControlModifier, Mod.AltModifier, Mod.ShiftModifier


def places(driver: Driver) -> dict[str, QWidget]:
    window = driver.window
    return {
        "bar": window.top.search,
        "list": window.results.list,
        "text": window.reader.view,
        "cards": window.related.list,
        "find": window.reader.find_bar.field,
    }


def keyboard(driver: Driver) -> str:
    """Return what has the keyboard."""
    focus = QApplication.focusWidget()
    return next((name for name, widget in places(driver).items() if widget is focus), repr(focus))


def click_row(driver: Driver, row: int) -> None:
    results = driver.window.results
    place = results.list.visualRect(results.model.index(row)).center()
    driver.qtbot.mouseClick(results.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def close_dialog(driver: Driver) -> None:
    dialog = next(w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not driver.window)
    driver.qtbot.keyClick(dialog, Key.Key_Escape)


def go_there_by_tab(driver: Driver) -> None:
    """Tab from the cards to the button of the chosen one, and press it."""
    for _ in range(12):
        driver.key(Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None and "Go there" in focus.accessibleName():
            driver.key(Key.Key_Return)
            return
    driver.window.relating.enter()
    driver.key(Key.Key_Return)


# What is done one after the other from an article that was opened by Enter, and what has the keyboard after each step.
WAYS: dict[str, list[tuple[Callable[[Driver], object], str]]] = {
    "the bar and back": [
        (lambda d: d.key(Key.Key_K, CONTROL), "bar"),
        (lambda d: d.key(Key.Key_Escape), "text"),
    ],
    "the list by Down, a result by Enter": [
        (lambda d: d.key(Key.Key_K, CONTROL), "bar"),
        (lambda d: d.key(Key.Key_Down), "list"),
        (lambda d: d.key(Key.Key_Down), "list"),
        (lambda d: d.key(Key.Key_Return), "text"),
    ],
    "the open result by Enter": [
        (lambda d: d.key(Key.Key_K, CONTROL), "bar"),
        (lambda d: d.key(Key.Key_Return), "text"),
    ],
    "a result by a click": [(lambda d: click_row(d, 1), "text"), (lambda d: click_row(d, 1), "text")],
    "next and previous result": [
        (lambda d: d.key(Key.Key_Down, SHIFT), "text"),
        (lambda d: d.key(Key.Key_Up, SHIFT), "text"),
    ],
    "the next passage": [(lambda d: d.key(Key.Key_J), "text"), (lambda d: d.key(Key.Key_K), "text")],
    "the counterpart by Enter, and back, and forward": [
        (lambda d: d.key(Key.Key_J), "text"),
        (lambda d: d.key(Key.Key_J, CONTROL), "cards"),
        (lambda d: d.key(Key.Key_Return), "text"),
        (lambda d: d.key(Key.Key_Left, ALT), "text"),
        (lambda d: d.key(Key.Key_Right, ALT), "text"),
    ],
    "the counterpart by Tab and Enter": [
        (lambda d: d.key(Key.Key_J), "text"),
        (lambda d: d.key(Key.Key_J, CONTROL), "cards"),
        (go_there_by_tab, "text"),
    ],
    "back to the start page and forward again": [
        (lambda d: d.key(Key.Key_Left, ALT), "bar"),
        (lambda d: d.key(Key.Key_Right, ALT), "text"),
    ],
    "back from the cards to the start page": [
        (lambda d: d.key(Key.Key_J, CONTROL), "cards"),
        (lambda d: d.key(Key.Key_Left, ALT), "bar"),
    ],
    "a dialog": [
        (lambda d: d.key(Key.Key_F1), "dialog"),
        (close_dialog, "text"),
        (lambda d: d.window.archive.show_health(), "dialog"),
        (close_dialog, "text"),
    ],
    "tabs": [
        (lambda d: d.key(Key.Key_T, CONTROL), "bar"),
        (lambda d: d.key(Key.Key_Tab, CONTROL), "text"),
        (lambda d: d.key(Key.Key_Tab, CONTROL), "bar"),
        (lambda d: d.key(Key.Key_W, CONTROL), "text"),
        (lambda d: d.key(Key.Key_W, CONTROL), "bar"),
        (lambda d: d.key(Key.Key_T, CONTROL | SHIFT), "text"),
    ],
    "find": [
        (lambda d: d.key(Key.Key_F, CONTROL), "find"),
        (lambda d: d.key(Key.Key_Escape), "text"),
    ],
    "a filter, and without it": [
        (lambda d: d.window.top.filter_chosen.emit('outlet:="BBC News"'), "bar"),
        (lambda d: d.window.top.filter_removed.emit("outlet"), "bar"),
    ],
    "clear the search": [
        (lambda d: d.key(Key.Key_K, CONTROL), "bar"),
        (lambda d: d.key(Key.Key_Delete), "bar"),
        (lambda d: d.key(Key.Key_Escape), "text"),
    ],
}


@pytest.mark.parametrize("way", WAYS)
def test_what_has_the_keyboard(seeds: Path, qtbot: QtBot, way: str) -> None:
    driver = Driver(qtbot, seeds)
    try:
        driver.until_indexed()
        driver.open_first("nato")
        driver.until_related()
        driver.until(lambda: keyboard(driver) == "text")
        for number, (do, wanted) in enumerate(WAYS[way]):
            do(driver)
            driver.until(lambda: not any(lane.busy for lane in driver.window.reading.lanes()))
            if wanted == "dialog":
                driver.until(lambda: QApplication.activeWindow() not in (None, driver.window))
            else:
                driver.until(lambda: QApplication.activeWindow() is driver.window)
                driver.qtbot.wait(50)
                assert keyboard(driver) == wanted, f"step {number}"
    finally:
        driver.close()
