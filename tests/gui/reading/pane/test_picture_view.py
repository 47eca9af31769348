"""A picture over the whole window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pressmark.gui.look.fonts import Fonts
from pressmark.gui.reading.pane.picture_view import GROUND, PictureView


@pytest.fixture
def large(fonts: Fonts, qtbot: QtBot) -> PictureView:
    window, pane = QWidget(), QWidget()
    QVBoxLayout(window).addWidget(pane)
    made = PictureView(fonts, pane)
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.open(3, "The ferry leaves the harbour", 2, 5)
    made.kept = window  # type: ignore[attr-defined]
    return made


def image(width: int, height: int) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(0xFFCC3300)
    return made


def test_it_covers_the_window_and_tells_what_it_shows(large: PictureView) -> None:
    assert large.size() == large.window().size()
    assert large.accessibleName() == "Picture, 2 of 5, The ferry leaves the harbour"
    assert large.hasFocus()


@pytest.mark.parametrize("size", [(4000, 3000), (300, 3000), (3000, 300)])
def test_a_picture_stands_in_the_middle_whole(large: PictureView, size: tuple[int, int]) -> None:
    large.show_image(image(*size))
    shown = large.grab().toImage()
    assert shown.pixelColor(400, 250).name() == "#cc3300"
    assert shown.pixelColor(5, 5).name() == GROUND
    assert shown.pixelColor(795, 5).name() == GROUND


def test_a_small_one_is_not_blown_up(large: PictureView) -> None:
    large.show_image(image(100, 80))
    shown = large.grab().toImage()
    reds = [x for x in range(800) if shown.pixelColor(x, 250).name() == "#cc3300"]
    assert 95 <= len(reds) <= 105


def test_keys_step_and_close(large: PictureView, qtbot: QtBot) -> None:
    for key, step in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1), (Qt.Key.Key_Space, 1)):
        with qtbot.waitSignal(large.stepped) as stepped:
            qtbot.keyClick(large, key)
        assert stepped.args == [step]
    with qtbot.waitSignal(large.closed):
        qtbot.keyClick(large, Qt.Key.Key_Escape)
    assert not large.isVisible()


def test_a_click_closes(large: PictureView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(large.closed):
        qtbot.mouseClick(large, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    assert not large.isVisible()
