"""An outlet that the program did not know: told by the person, for an article and for a folder, and taken back."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton

from driver import Driver
from texts import article

Open = Callable[..., Driver]
Write = Callable[..., Path]


def until_dialog(driver: Driver) -> None:
    """Wait until the dialog has the keyboard."""
    driver.until(
        lambda: (
            (window := QApplication.activeWindow()) is not None
            and window.accessibleName() == "Outlet of this article"
        )
    )


def button(driver: Driver, text: str) -> QPushButton:
    dialog = driver.window.archive.outlets.dialog
    assert dialog is not None
    return next(one for one in dialog.findChildren(QPushButton) if text in one.text())


def outlet(driver: Driver) -> str:
    stored = driver.window.reading.stored
    return stored.article.outlet if stored else ""


def test_tell_an_outlet(open_window: Open, archive: Write) -> None:
    root = archive({f"saved/{number}.txt": article(number, "saved") for number in range(1, 7)})
    before = {path: path.read_bytes() for path in root.rglob("*.txt")}
    driver = open_window(root)
    driver.open_first("number3")
    assert outlet(driver) == "Saved"
    driver.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    until_dialog(driver)
    driver.type("Elsing Herald")
    driver.key(Qt.Key.Key_Return)
    driver.until(lambda: outlet(driver) == "Elsing Herald")
    assert "Elsing Herald" in driver.text
    assert driver.headline.endswith("3"), "the same article is open"

    view = driver.window.reader.view
    middle = view.viewport().width() // 2
    places = [QPoint(middle, y) for y in range(0, view.viewport().height(), 3)]
    source = next(at for at in places if (view._target(at.toPointF()) or ("",))[0] == "outlet")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=source)
    until_dialog(driver)
    dialog = driver.window.archive.outlets.dialog
    assert dialog is not None
    assert "Chosen by you, for this article." in dialog._why.text()
    next(one for one in dialog.findChildren(QRadioButton) if "folder" in one.text()).click()
    driver.key(Qt.Key.Key_Return)
    driver.until(lambda: driver.window.isActiveWindow() and QApplication.focusWidget() is not None)
    driver.search("outlet:elsing")
    driver.until(lambda: (found := driver.window.searching.answer) is not None and found.total == 6)

    driver.open_first("number3")
    driver.window.actions_by_name["outlet"].trigger()
    until_dialog(driver)
    button(driver, "Use what the page says").click()
    driver.until(lambda: "for the folder" in evidence(driver))
    driver.window.actions_by_name["outlet"].trigger()
    until_dialog(driver)
    button(driver, "Use what the page says").click()
    driver.until(lambda: outlet(driver) == "Saved")
    assert {path: path.read_bytes() for path in root.rglob("*.txt")} == before


def evidence(driver: Driver) -> str:
    stored = driver.window.reading.stored
    return stored.article.outlet_evidence if stored else ""
