"""Results painted: each within its row."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from gui.samples import INFERRED, LONG_HEADLINE, answer, hit
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import DARK, LIGHT
from pressmark.gui.searching.pane.results_delegate import DIVIDER_HEIGHT, ResultDelegate
from pressmark.gui.searching.pane.results_model import ResultsModel
from pressmark.values import Hit, Snippet, Span

MARGIN = 40


@pytest.fixture
def view(fonts: Fonts, qtbot: QtBot) -> QListView:
    made = QListView()
    qtbot.addWidget(made)
    made.setModel(ResultsModel(made))
    made.setItemDelegate(ResultDelegate(fonts, LIGHT, made))
    made.resize(300, 600)
    made.show()
    return made


LONG = Snippet("pier " * 300, (Span(0, 4, "0"), Span(5, 9, "7"), Span(1490, 9000, "2")), 1)
HITS = {
    "plain": hit(1),
    "long headline": hit(1, LONG_HEADLINE),
    "endless word": hit(1, "w" * 5000),
    "long outlet": hit(1, outlet="The Riverton and Port Elsing Echo of the Harbour " * 4, date=INFERRED, hits=123_456),
    "long snippet": hit(1, snippets=(LONG,)),
    "astral": hit(1, "😀" * 300, snippets=(Snippet("😀" * 50, (Span(3, 9, "1"),), 1),)),
    "arabic": hit(1, "صوت مجلس المدينة على العبارة " * 6),
    "nothing": hit(1, "", outlet="", hits=0, snippets=()),
    "notes": hit(1, hits_set_aside=1204, like_this=("a",) * 99),
}  # fmt: skip


def paint(view: QListView, row: int, height: int, state: QStyle.StateFlag) -> QPixmap:
    width = view.viewport().width()
    pixmap = QPixmap(width + 2 * MARGIN, height + 2 * MARGIN)
    pixmap.fill(QColor("#ff00ff"))
    painter, option = QPainter(pixmap), QStyleOptionViewItem()
    option.rect = QRect(MARGIN, MARGIN, width, height)
    option.state = state
    painter.fillRect(option.rect, QColor(LIGHT.pane))
    view.itemDelegate().paint(painter, option, view.model().index(row, 0))
    painter.end()
    return pixmap


def outside(pixmap: QPixmap) -> int:
    """Return how many pixels beside the row were painted; the softened end of a line may reach one beyond."""
    image, ground = pixmap.toImage(), QColor("#ff00ff").rgb()
    inner = QRect(MARGIN, MARGIN, image.width() - 2 * MARGIN, image.height() - 2 * MARGIN).adjusted(
        -1, -1, 1, 1
    )
    return sum(
        image.pixel(x, y) != ground
        for x in range(image.width())
        for y in range(image.height())
        if not inner.contains(x, y)
    )


@pytest.mark.parametrize("found", HITS.values(), ids=HITS.keys())
def test_nothing_is_painted_outside_the_row(view: QListView, found: Hit) -> None:
    view.model().show(answer((found,)))  # type: ignore[attr-defined]
    index = view.model().index(0, 0)
    height = view.itemDelegate().sizeHint(QStyleOptionViewItem(), index).height()
    assert 30 < height < 220
    states = QStyle.StateFlag.State_Enabled, QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
    for state in states:
        assert outside(paint(view, 0, height, state)) == 0


def test_the_first_row_below_the_divider_is_taller(view: QListView) -> None:
    view.model().show(answer((hit(1), hit(2), hit(3)), divider=1))  # type: ignore[attr-defined]
    heights = [
        view.itemDelegate().sizeHint(QStyleOptionViewItem(), view.model().index(row, 0)).height()
        for row in range(3)
    ]
    assert heights[1] - heights[0] == DIVIDER_HEIGHT
    assert heights[2] == heights[0]
    assert outside(paint(view, 1, heights[1], QStyle.StateFlag.State_Enabled)) == 0


def test_hits_and_selection_have_the_themes_colours(view: QListView, fonts: Fonts) -> None:
    view.model().show(answer((hit(1),)))  # type: ignore[attr-defined]
    for theme in (LIGHT, DARK):
        view.itemDelegate().set_theme(theme)  # type: ignore[attr-defined]
        image = paint(view, 0, 100, QStyle.StateFlag.State_Selected).toImage()
        colours = {
            image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
        }
        assert {theme.h1, theme.h2, theme.sel, theme.accent} <= colours


def test_a_row_keeps_its_height_when_articles_are_read(view: QListView) -> None:
    model = view.model()
    assert isinstance(model, ResultsModel)
    hits = tuple(hit(number, "Pier" if number % 2 else LONG_HEADLINE) for number in range(12))
    model.show(answer(hits))

    def heights() -> list[int]:
        option = QStyleOptionViewItem()
        return [view.itemDelegate().sizeHint(option, model.index(row, 0)).height() for row in range(12)]

    before = heights()
    assert before[0] != before[1]
    for number in (0, 5, 3, 2, 9):
        model.mark_read(f"{number}.txt")
        assert heights() == before
