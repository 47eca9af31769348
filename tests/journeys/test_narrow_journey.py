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


@pytest.mark.parametrize("deep", [0, 1, 3, 40])
def test_the_first_hit_is_in_view_when_the_text_takes_the_place_of_the_list(
    open_window: Open, archive: Callable[..., Path], deep: int
) -> None:
    told = (
        "The council of Riverton spoke of the harbour and of its lamps for a long while, and of the winter. "
        * 4
    )
    prose = "\n\n".join([told] * deep + [f"{told}The ferry was late.", *[told] * 9])
    headline = "Council of Riverton meets on harbour, lamps and winter once more before the year ends"
    driver = open_window(archive({"long.txt": f"{headline}\n3 May 2003\n\n{prose}\n"}))
    driver.until(lambda: driver.window.archive.ready)
    narrow(driver, 640)
    driver.search("ferry")
    assert panes(driver) == "list text"
    driver.open_first("ferry")
    driver.until(lambda: panes(driver) == "text")
    view = driver.window.reader.view
    hit = view.hit_places[0]

    def in_view() -> bool:
        cursor = view.textCursor()
        cursor.setPosition(hit.start)
        rect = view.cursorRect(cursor)
        return rect.top() >= 0 and rect.bottom() <= view.viewport().height()

    driver.qtbot.wait(300)
    assert in_view()
    driver.window.resize(1300, 700)
    driver.qtbot.wait(300)
    assert in_view(), "also when the window is made larger"
