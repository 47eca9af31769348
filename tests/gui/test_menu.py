"""The menu."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from driver import Driver
from pressmark.gui.actions import ACTIONS
from pressmark.gui.menu import SCHEMES, result_menu


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def submenu(menu: QMenu, name: str) -> QMenu:
    return next(action.menu() for action in menu.actions() if action.text() == name)


def test_what_is_in_it(driver: Driver) -> None:
    names = driver.window.actions_by_name
    shown = texts(driver.window.top.menu)
    for name in (
        "open_folder",
        "open_file",
        "save_file",
        "export_made",
        "look_again",
        "health",
        "find",
        "aside",
        "related",
        "new_tab",
        "quit",
    ):
        assert names[name].text() in shown
    assert len(shown) == len(set(shown))
    correct = texts(submenu(driver.window.top.menu, "Correct"))
    assert correct[1] == "This is not article text\tN"
    assert len(correct) == sum(one.menu == "correct" for one in ACTIONS)
    helps = texts(submenu(driver.window.top.menu, "Help"))
    assert helps == [names[name].text() for name in ("help", "log", "about")]


def test_that_of_a_result(driver: Driver) -> None:
    driver.search("nato")
    driver.window.results.enter()
    menu = result_menu(driver.window.results.list, driver.window.actions_by_name)
    assert texts(menu) == [
        "Open\tEnter", "Open in a new tab\tCtrl+Enter", "Open the original", "Show in its folder",
        "Copy headline, outlet and day", "Copy the path of the file", "Copy the address of the page",
    ]  # fmt: skip
    menu.actions()[1].trigger()
    driver.until(lambda: driver.window.reading.stored is not None)
    assert len(driver.window.reader.tabs) == 2
    driver.window.reading.tabs.close()


@pytest.mark.parametrize(("key", "modifier"), [("F10", "NoModifier"), ("M", "AltModifier")])
def test_a_key_opens_it(driver: Driver, key: str, modifier: str) -> None:
    menu = driver.window.top.menu
    shown: list[bool] = []

    def close() -> None:
        shown.append(menu.isVisible())
        menu.close()

    menu.aboutToShow.connect(
        lambda: QTimer.singleShot(0, menu, close), Qt.ConnectionType.SingleShotConnection
    )
    driver.key(Qt.Key[f"Key_{key}"], Qt.KeyboardModifier[modifier])
    assert shown == [True]


def test_recent_archives_and_the_sample(driver: Driver) -> None:
    window = driver.window
    before = window.session.settings
    try:
        for folder in ("/news/Salt & Ash", "/news/older"):
            window.session.change(lambda known, folder=folder: known.with_archive(folder))
        window._fill_menu()
        recent = submenu(window.top.menu, "Recent archives")
        assert texts(recent) == ["older", "Salt && Ash", "Sample archive"]
        assert recent.actions()[1].toolTip() == str(Path("/news/Salt & Ash"))
    finally:
        window.session.change(lambda _: before)
        window._fill_menu()


def test_filling_it_again_keeps_nothing_of_before(driver: Driver) -> None:
    menu = driver.window.top.menu
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    before = len(menu.findChildren(QObject))
    for _ in range(10):
        driver.window._fill_menu()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(menu.findChildren(QObject)) == before


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_look(driver: Driver, scheme: str) -> None:
    look = submenu(driver.window.top.menu, "Look")
    chosen: QAction = next(action for action in look.actions() if action.text() == SCHEMES[scheme])
    chosen.trigger()
    assert driver.window.session.settings.scheme == scheme
    assert [action.text() for action in look.actions() if action.isChecked()] == [SCHEMES[scheme]]
    driver.window.session.choose_scheme("system")
