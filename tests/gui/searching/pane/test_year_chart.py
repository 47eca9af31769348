"""Hits over time."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import LIGHT
from pressmark.gui.searching.pane.year_chart import MOST_BARS, YearChart

Years = tuple[tuple[int, int], ...]


@pytest.fixture
def chart(fonts: Fonts, qtbot: QtBot) -> YearChart:
    made = YearChart(fonts, LIGHT)
    qtbot.addWidget(made)
    made.resize(300, made.height())
    return made


@pytest.mark.parametrize("years", [(), ((2001, 5),)])
def test_fewer_than_two_years_are_no_chart(chart: YearChart, years: Years) -> None:
    chart.show_years(((2000, 1), (2001, 2)))
    chart.show_years(years)
    assert chart.isHidden()


@pytest.mark.parametrize("span", [2, 39, 40, 41, 80, 81, 200, 1200])
def test_any_span_fits_and_counts_every_article(chart: YearChart, span: int) -> None:
    years = tuple((1800 + number, number + 1) for number in range(span))
    chart.show_years(years)
    assert not chart.isHidden()
    assert len(chart._bars) <= MOST_BARS
    assert sum(bar[2] for bar in chart._bars) == sum(total for _, total in years)
    assert (chart._bars[0][0], chart._bars[-1][1]) == (1800, 1800 + span - 1)
    chart.render(QPixmap(chart.size()))


@pytest.mark.parametrize(
    ("years", "share", "chosen"),
    [
        (((2000, 3), (2002, 1)), 0.1, (2000, 2000)),
        (((2000, 3), (2002, 1)), 0.5, (2001, 2001)),
        (((2000, 3), (2002, 1)), 0.999, (2002, 2002)),
        (((1900, 3), (1999, 1)), 0.0, (1900, 1902)),
        (((1900, 3), (1999, 1)), 0.999, (1999, 1999)),
    ],
)
def test_a_click_chooses_the_years_of_its_bar(
    chart: YearChart, qtbot: QtBot, years: Years, share: float, chosen: tuple[int, int]
) -> None:
    chart.show_years(years)
    with qtbot.waitSignal(chart.years_chosen) as caught:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(int(chart.width() * share), 20))
    assert tuple(caught.args) == chosen


def test_it_says_what_it_shows(chart: YearChart) -> None:
    chart.show_years(((2001, 5), (2002, 7)))
    assert chart.accessibleName() == "Hits over time"
    assert chart.accessibleDescription().startswith("2001: 5 articles. ")
    told = QAccessible.queryAccessibleInterface(chart)
    assert told.role() is QAccessible.Role.Slider
    value = told.valueInterface()
    assert [value.minimumValue(), value.currentValue(), value.maximumValue()] == [2001, 2001, 2002]
    chart.setValue(2002)
    assert (value.currentValue(), chart.accessibleDescription()[:17]) == (2002, "2002: 7 articles.")


def test_the_arrows_go_from_year_to_year_and_enter_chooses(chart: YearChart, qtbot: QtBot) -> None:
    chart.show_years(((2000, 3), (2002, 1), (2009, 4)))
    seen = []
    for key in ["Left", "Right", "Right", "Right", "Left", "Home", "End"]:
        qtbot.keyClick(chart, Qt.Key[f"Key_{key}"])
        seen.append(chart.value())
    assert seen == [2000, 2002, 2009, 2009, 2002, 2000, 2009], "years without articles are passed over"
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(chart.years_chosen) as caught:
            qtbot.keyClick(chart, key)
        assert caught.args == [2009, 2009]
    chart.show_years(((2000, 3), (2004, 1)))
    assert chart.value() == 2004, "another answer: the nearest year that has articles"
    chart.show_years(tuple((1900 + number, 1) for number in range(100)))
    qtbot.keyClick(chart, Qt.Key.Key_End)
    with qtbot.waitSignal(chart.years_chosen) as caught:
        qtbot.keyClick(chart, Qt.Key.Key_Enter)
    assert caught.args == [1999, 1999]


def test_neither_the_wheel_nor_letters_are_for_the_chart(chart: YearChart, qtbot: QtBot) -> None:
    chart.show_years(((2001, 5), (2002, 7)))
    wheel = QWheelEvent(
        QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    letter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_H, Qt.KeyboardModifier.NoModifier, "h")
    for event in (wheel, letter):
        QApplication.sendEvent(chart, event)
        assert not event.isAccepted()
    assert chart.value() == 2001


def test_the_bar_under_the_pointer_is_shown(chart: YearChart, qtbot: QtBot) -> None:
    chart.show_years(((2001, 5), (2002, 7)))
    qtbot.mouseMove(chart, QPoint(10, 10))
    pixmap = QPixmap(chart.size())
    pixmap.fill(QColor("#ffffff"))
    chart._over = 1
    chart.render(pixmap)
    image = pixmap.toImage()
    assert image.pixelColor(round(chart.width() * 0.75), 30).name().upper() == LIGHT.accent
