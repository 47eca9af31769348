"""From a list of results onward: by the keyboard, by the mouse, and by what stands above the list."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from driver import Driver
from texts import article

Open = Callable[..., Driver]
Write = Callable[..., Path]


def test_a_year_is_chosen_by_the_keyboard_alone(open_window: Open, archive: Write) -> None:
    driver = open_window(archive({f"{number}.txt": article(number) for number in range(20)}))
    driver.search("Elsing")
    for _ in range(12):
        if QApplication.focusWidget() is driver.named("Hits over time"):
            break
        driver.key(Qt.Key.Key_Tab)
    driver.key(Qt.Key.Key_Right)
    driver.key(Qt.Key.Key_Return)
    driver.until(lambda: driver.window.searching.query == "date:2001 Elsing")
    driver.until(lambda: driver.window.searching.answer.total == 3)  # type: ignore[union-attr]


def test_results_by_the_mouse_alone(open_window: Open, archive: Write) -> None:
    driver = open_window(archive({f"{number}.txt": article(number) for number in range(9)}))
    driver.search("Elsing")
    view = driver.window.results.list
    first, second = (view.visualRect(view.model().index(row, 0)).center() for row in (0, 1))
    driver.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    driver.until(lambda: driver.window.reading.stored is not None)
    one = driver.headline
    driver.qtbot.mouseClick(view.viewport(), Qt.MouseButton.MiddleButton, pos=second)
    driver.until(lambda: driver.headline != one)
    assert [tab.title for tab in driver.window.reader.tabs] == [one, driver.headline]
    driver.qtbot.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=first)
    QApplication.sendEvent(
        view.viewport(),
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, first, view.viewport().mapToGlobal(first)),
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text().startswith("Copy headline")).trigger()
    menu.close()
    assert QGuiApplication.clipboard().text().startswith(f"“{one}”, ")
