"""What is painted around the text."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import DARK, LIGHT, Theme
from pressmark.gui.reading.pane.decorations import PILL_GAP, Decorator, Mark
from pressmark.gui.reading.pane.entries import Entry, EntryKind
from pressmark.values import BlockKind, RelationKind

COLUMN = QRectF(100, 0, 600, 400)
RECT = QRectF(100, 50, 600, 60)


def painted(paint, theme: Theme = LIGHT) -> QImage:
    """Return what a painting does to a sheet of paper."""
    image = QImage(900, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.paper))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def touched(image: QImage, theme: Theme = LIGHT) -> tuple[int, int]:
    """Return the leftmost and the rightmost column that is not paper, or (-1, -1)."""
    paper = QColor(theme.paper).rgb()
    columns = [
        x for x in range(image.width()) if any(image.pixel(x, y) != paper for y in range(image.height()))
    ]
    return (columns[0], columns[-1]) if columns else (-1, -1)


@pytest.mark.parametrize("zoom", [0.6, 1.0, 1.6, 3.0])
@pytest.mark.parametrize("count", [1, 12, 1234])
def test_the_pill_is_never_over_text(fonts: Fonts, zoom: float, count: int) -> None:
    pill = Decorator(LIGHT, fonts, zoom).pill_rect(Mark(RelationKind.QUOTATION, count), RECT, COLUMN)
    assert pill.left() >= COLUMN.right() + PILL_GAP
    assert pill.height() >= 20


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("kind", RelationKind)
def test_the_pill_is_painted_within_its_place(fonts: Fonts, theme: Theme, kind: RelationKind) -> None:
    decorator, mark = Decorator(theme, fonts, 1), Mark(kind, 128)
    pill = decorator.pill_rect(mark, RECT, COLUMN)
    for focused in (True, False):
        image = painted(lambda p, focused=focused: decorator.pill(p, mark, pill, focused=focused), theme)
        left, right = touched(image, theme)
        assert pill.left() - 2 <= left
        assert right <= pill.right() + 2


@pytest.mark.parametrize(
    ("entry", "something"),
    [
        (Entry(EntryKind.TEXT, "text", 1), False),
        (Entry(EntryKind.TEXT, "text", 1, BlockKind.PULL_QUOTE), True),
        (Entry(EntryKind.TEXT, "text", 1, BlockKind.CAPTION), True),
        (Entry(EntryKind.TEXT, "text", 1, BlockKind.LIST_ITEM), True),
        (Entry(EntryKind.META, "3 October"), True),
        (Entry(EntryKind.COLLAPSED, "3 lines set aside", 1), True),
        (Entry(EntryKind.ASIDE, "menu", 1, note="repeated on other pages of this outlet"), True),
        (Entry(EntryKind.HEADLINE, "Headline", 1), False),
    ],
)
def test_what_an_entry_has_around_it(fonts: Fonts, entry: Entry, something: bool) -> None:
    left, right = touched(painted(lambda p: Decorator(LIGHT, fonts, 1).above(p, entry, RECT, COLUMN)))
    assert (left >= 0) is something
    if something:
        assert COLUMN.left() - 1 <= left
        assert right <= COLUMN.right() + 1


def test_the_flash_fades(fonts: Fonts) -> None:
    decorator = Decorator(LIGHT, fonts, 1)
    assert touched(painted(lambda p: decorator.below(p, RECT, COLUMN, 0.0))) == (-1, -1)
    strong, weak = (
        painted(lambda p, flash=flash: decorator.below(p, RECT, COLUMN, flash)).pixelColor(400, 80)
        for flash in (1.0, 0.3)
    )
    assert strong.name().upper() == LIGHT.accentbg
    assert strong.red() < weak.red() < 255


def test_the_focus_is_marked_left_of_the_column(fonts: Fonts) -> None:
    left, right = touched(painted(lambda p: Decorator(LIGHT, fonts, 1).focus(p, RECT, COLUMN)))
    assert 0 <= left <= right < COLUMN.left()
