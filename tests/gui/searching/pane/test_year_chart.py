"""Hits over time."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPixmap
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
    assert chart.accessibleDescription() == "Articles by year. 2001: 5, 2002: 7"


def test_the_bar_under_the_pointer_is_shown(chart: YearChart, qtbot: QtBot) -> None:
    chart.show_years(((2001, 5), (2002, 7)))
    qtbot.mouseMove(chart, QPoint(10, 10))
    pixmap = QPixmap(chart.size())
    pixmap.fill(QColor("#ffffff"))
    chart._over = 1
    chart.render(pixmap)
    image = pixmap.toImage()
    assert image.pixelColor(round(chart.width() * 0.75), 30).name().upper() == LIGHT.accent
