"""The size of the letters."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QListView, QTextBrowser, QVBoxLayout, QWidget

from driver import Driver
from pressmark.gui.window.session import LARGEST_ZOOM, SMALLEST_ZOOM, Session
from pressmark.gui.window.zoom import LARGEST_LISTS, NOTCH, SMALLEST_LISTS, Zoom

CONTROL = Qt.KeyboardModifier.ControlModifier


def turn(widget: QWidget, by: int, modifier: Qt.KeyboardModifier = CONTROL) -> None:
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place, widget.mapToGlobal(place), QPoint(), QPoint(0, by), Qt.MouseButton.NoButton, modifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)


@pytest.fixture
def panes(parent: QWidget) -> tuple[QTextBrowser, QWidget]:
    """A text, and a pane with a list in it."""
    text, pane = QTextBrowser(parent), QWidget(parent)
    QVBoxLayout(pane).addWidget(QListView())
    return text, pane


@pytest.mark.parametrize(("step", "bound"), [(1, LARGEST_ZOOM), (-1, SMALLEST_ZOOM)])
def test_it_keeps_to_its_bounds_and_is_remembered(
    panes: tuple[QTextBrowser, QWidget], tmp_path: Path, step: int, bound: float
) -> None:
    session = Session(tmp_path / "settings.json")
    zoom, told = Zoom(session, panes[0], (panes[1],)), list[float]()
    zoom.changed.connect(told.append)
    for _ in range(40):
        zoom.step(step)
    assert zoom.factor == session.settings.zoom == told[-1] == bound
    zoom.reset()
    assert zoom.factor == told[-1] == 1.0
    session.close()
    assert Session(tmp_path / "settings.json").settings.zoom == 1.0


def test_the_wheel_acts_on_what_is_under_the_pointer(
    panes: tuple[QTextBrowser, QWidget], tmp_path: Path
) -> None:
    session = Session(tmp_path / "settings.json")
    text, pane = panes
    zoom = Zoom(session, text, (pane,))
    turn(text.viewport(), NOTCH)
    assert (round(zoom.factor, 2), zoom.lists_factor) == (1.1, 1.0)
    for _ in range(4):
        turn(pane.findChild(QListView).viewport(), -NOTCH // 4)
    assert (round(zoom.factor, 2), round(zoom.lists_factor, 2)) == (1.1, 0.91), (
        "a touch pad tells less at a time"
    )
    turn(pane, NOTCH)
    assert round(zoom.lists_factor, 2) == 1.0
    turn(text.viewport(), NOTCH, Qt.KeyboardModifier.NoModifier)
    assert round(zoom.factor, 2) == 1.1
    for by, bound in ((NOTCH, LARGEST_LISTS), (-NOTCH, SMALLEST_LISTS)):
        for _ in range(30):
            turn(pane, by)
        assert zoom.lists_factor == session.settings.lists_zoom == bound
    session.close()


def test_the_keys_act_on_what_has_the_keyboard(driver: Driver) -> None:
    window = driver.window
    driver.open_first("verhofstadt")
    driver.until_related()
    driver.key(Qt.Key.Key_Plus, CONTROL)
    assert (round(window.zoom.factor, 2), window.zoom.lists_factor) == (1.1, 1.0)
    view = window.results.list
    row, sort = view.sizeHintForRow(0), window.results.sort.sizeHint().height()
    window.results.enter()
    for _ in range(5):
        driver.key(Qt.Key.Key_Plus, CONTROL)
    assert (round(window.zoom.factor, 2), round(window.zoom.lists_factor, 2)) == (1.1, 1.6)
    assert view.sizeHintForRow(0) > 1.4 * row
    assert window.results.sort.sizeHint().height() > sort
    window.relating.enter()
    card = window.related.list.sizeHintForRow(0)
    driver.key(Qt.Key.Key_0, CONTROL)
    assert (round(window.zoom.factor, 2), window.zoom.lists_factor) == (1.1, 1.0)
    assert view.sizeHintForRow(0) == row
    assert window.related.list.sizeHintForRow(0) < card
    window.reader.take_focus()
    driver.key(Qt.Key.Key_0, CONTROL)
    assert window.zoom.factor == 1.0
