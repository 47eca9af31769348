"""From a list of results onward: by the keyboard, by the mouse, and by what stands above the list."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

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
    driver.until(lambda: driver.window.searching.answer.total in (2, 3))  # type: ignore[union-attr]
