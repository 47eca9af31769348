"""The window as a whole: its controls' names, its panes, its keys."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QWidget,
)

from driver import Driver

CONTROLS = (QLineEdit, QAbstractButton, QAbstractItemView, QComboBox)


def nameless(window: QWidget) -> list[str]:
    """Return the visible controls that an assistive tool cannot name."""
    controls = [w for kind in CONTROLS for w in window.findChildren(kind) if w.isVisible()]
    assert len(controls) > 5
    return [
        repr(control)
        for control in controls
        if not isinstance(control, QHeaderView)
        and not control.accessibleName()
        and not (isinstance(control, QAbstractButton) and control.text())
    ]


def test_every_control_has_a_name(driver: Driver) -> None:
    assert nameless(driver.window) == [], "the welcome"
    driver.open_first("nato expansion")
    driver.until_related()
    driver.window.actions_by_name["new_tab"].trigger()
    driver.window.reading.tabs.step(1)
    driver.window.reader.open_find()
    driver.window.relating.enter()
    driver.window.notice.say("A notice.")
    driver.window.status.show_busy(True)
    try:
        assert nameless(driver.window) == [], "an article"
    finally:
        driver.window.status.show_busy(False)
    driver.window.archive.show_health()
    health = driver.window.archive.health_dialog
    assert health is not None
    driver.until(lambda: health.model.rowCount() == 2)
    assert nameless(health) == []
    health.reject()
    driver.window.activateWindow()
    driver.until(lambda: QApplication.focusWidget() is not None)
    driver.search("zzzz xxxx")
    assert nameless(driver.window) == [], "nothing found"


@pytest.mark.parametrize("step", [1, -1])
def test_the_panes_are_gone_through_in_a_round(driver: Driver, step: int) -> None:
    driver.open_first("nato")
    driver.until_related()
    window = driver.window
    window.relating.step(1)
    window.searching.focus()
    round_trip = [window.top.search, window.results.list, window.reader.view, window.related.list]
    for pane in [*round_trip[::step][1 if step > 0 else 0 :], window.top.search][:4]:
        window.folding.next_pane(step)
        assert QApplication.focusWidget() is pane


@pytest.mark.parametrize("name", ["help", "about"])
def test_a_dialog_is_let_go_when_it_is_closed(driver: Driver, name: str) -> None:
    window = driver.window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    before = len(window.findChildren(QDialog))
    for _ in range(5):
        window.actions_by_name[name].trigger()
        (dialog,) = (one for one in window.findChildren(QDialog) if one.isVisible())
        dialog.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert len(window.findChildren(QDialog)) == before


def test_the_selection_is_searched(driver: Driver) -> None:
    driver.open_first("nato")
    view = driver.window.reader.view
    cursor = view.document().find("closer security cooperation")
    cursor = view.document().find("security") if cursor.isNull() else cursor
    view.setTextCursor(cursor)
    words = cursor.selectedText()
    driver.window.actions_by_name["search_selection"].trigger()
    assert driver.window.searching.query == f'"{words}"'


def test_escape_goes_back_one_thing_at_a_time(driver: Driver) -> None:
    driver.open_first("nato")
    window = driver.window
    window.reader.open_find()
    driver.key(Qt.Key.Key_Escape)
    assert not window.reader.find_bar.isVisible()
    assert window.reader.view.hasFocus()
    window.searching.focus()
    driver.key(Qt.Key.Key_Escape)
    assert window.reader.view.hasFocus()
    assert window.top.search.text() == "nato"


def test_find_says_when_a_text_is_not_there(driver: Driver) -> None:
    driver.open_first("nato")
    driver.window.reader.open_find()
    driver.type("zeppelin")
    driver.key(Qt.Key.Key_F3)
    assert driver.window.reader.find_bar._count.text() == "not in this article"
