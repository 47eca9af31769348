"""A button that opens a menu."""

import subprocess
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from driver import Driver

BUTTONS: dict[str, Callable[[Driver], QToolButton]] = {
    "menu": lambda driver: driver.window.top.menu_button,
    "outlet": lambda driver: driver.window.top.outlets.button,
    "sort": lambda driver: driver.window.results.sort,
}


def pointer(place: QPoint, *more: str) -> None:
    """Move the screen's pointer, as a hand would, and do more with it."""
    subprocess.run(["xdotool", "mousemove", str(place.x()), str(place.y()), *more], check=True)


@pytest.mark.parametrize("name", BUTTONS)
def test_it_is_not_lit_when_its_menu_is_gone(driver: Driver, name: str) -> None:
    driver.search("nato")
    button = BUTTONS[name](driver)
    driver.until(button.isVisible)
    QCursor.setPos(button.mapToGlobal(button.rect().center()))
    driver.until(button.underMouse)
    menu, closed = button.menu(), []
    menu.aboutToHide.connect(lambda: closed.append(True))

    def choose_elsewhere() -> None:
        driver.until(menu.isVisible)
        pointer(menu.mapToGlobal(menu.rect().center()))
        driver.until(menu.underMouse)
        QTest.keyClick(menu, Qt.Key.Key_Escape)

    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu, choose_elsewhere))
    pointer(button.mapToGlobal(button.rect().center()), "click", "1")
    driver.until(lambda: bool(closed))
    pointer(driver.window.mapToGlobal(QPoint(700, 500)))
    driver.until(lambda: not button.underMouse())
