"""The scroll bar with the hits' marks."""

import pytest
from PySide6.QtGui import QColor, QPixmap
from pytestqt.qtbot import QtBot

from pressmark.gui.reading.pane.hit_bar import HitBar


@pytest.fixture
def bar(qtbot: QtBot) -> HitBar:
    made = HitBar()
    qtbot.addWidget(made)
    made.resize(14, 400)
    made.setRange(0, 1000)
    made.setPageStep(100)
    made.set_colours("#0000ff", "#0000ff", "#ff0000")
    return made


def rows(bar: HitBar, wanted: str) -> list[int]:
    pixmap = QPixmap(bar.size())
    pixmap.fill(QColor("#ffffff"))
    bar.render(pixmap)
    image = pixmap.toImage()
    return [y for y in range(image.height()) if image.pixelColor(7, y) == QColor(wanted)]


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 1.0])
def test_a_mark_stands_at_its_share(bar: HitBar, share: float) -> None:
    bar.set_marks([share])
    found = rows(bar, "#ff0000")
    assert found
    assert abs(found[0] - share * 397) <= 2


def test_without_hits_there_are_no_marks(bar: HitBar) -> None:
    bar.set_marks([0.5])
    bar.set_marks([])
    assert rows(bar, "#ff0000") == []


def test_the_handle_goes_with_the_value_and_is_never_tiny(bar: HitBar) -> None:
    bar.setMaximum(10_000_000)
    top = rows(bar, "#0000ff")
    bar.setValue(bar.maximum())
    bottom = rows(bar, "#0000ff")
    assert len(top) >= 24
    assert top[0] < 8
    assert bottom[-1] > 390


def test_nothing_to_scroll_has_no_handle(bar: HitBar) -> None:
    bar.setRange(0, 0)
    assert rows(bar, "#0000ff") == []


def test_dense_marks_are_one_and_the_rest_stand_apart(bar: HitBar) -> None:
    bar.set_marks([0.9, *(n / 20_000 for n in range(10_000))])
    assert bar.merged() == [(0, pytest.approx(202, abs=2)), (357, 360)]
    assert len(rows(bar, "#ff0000")) == 3, "the long run is paler"
    bar.resize(14, 800)
    assert bar.merged()[-1] == (717, 720)
