"""Cards painted: each within its row, and what is shared underlined where it stands."""

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from gui.samples import INFERRED, relation
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import DARK, LIGHT, Theme
from pressmark.gui.related.pane.card_delegate import CardDelegate
from pressmark.gui.related.pane.cards import RelatedModel, cards
from pressmark.values import Relation, RelationKind, Span

MARGIN = 30
OUTSIDE = QColor("#ff00ff")


@pytest.fixture
def view(fonts: Fonts, qtbot: QtBot) -> QListView:
    made = QListView()
    qtbot.addWidget(made)
    made.setModel(RelatedModel(made))
    made.setItemDelegate(CardDelegate(fonts, LIGHT, made))
    made.resize(352, 600)
    made.show()
    return made


def show(view: QListView, *relations: Relation) -> None:
    view.model().show(cards(relations, 1))  # type: ignore[attr-defined]


def height(view: QListView, row: int = 0) -> int:
    return view.itemDelegate().sizeHint(QStyleOptionViewItem(), view.model().index(row, 0)).height()


def paint(view: QListView, theme: Theme = LIGHT) -> QImage:
    width, tall = view.viewport().width(), height(view)
    image = QImage(width + 2 * MARGIN, tall + 2 * MARGIN, QImage.Format.Format_RGB32)
    image.fill(OUTSIDE)
    painter, option = QPainter(image), QStyleOptionViewItem()
    option.rect = QRect(MARGIN, MARGIN, width, tall)
    option.state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_HasFocus
    painter.fillRect(option.rect, QColor(theme.pane))
    view.itemDelegate().paint(painter, option, view.model().index(0, 0))
    painter.end()
    return image


LONG = "The ferry will sail, the mayor said on the pier. " * 60
RELATIONS = {
    "plain": relation(),
    "long": relation(
        other_text=LONG, other_spans=(Span(0, len(LONG), "shared"),), reason="Because of it. " * 50
    ),
    "astral": relation(other_text="😀𝒳 " * 80, other_spans=(Span(3, 200, "shared"),)),
    "beyond": relation(other_spans=(Span(10, 99_999, "shared"), Span(50_000, 60_000, "differs"))),
    "arabic": relation(other_text="صوت مجلس المدينة على العبارة " * 6, other_spans=(Span(4, 40, "shared"),)),
    "long outlet": relation(other_outlet="The Riverton and Port Elsing Echo " * 5, other_date=INFERRED),
    "nothing": relation(other_text="", other_outlet="", reason="", other_spans=()),
}


@pytest.mark.parametrize("shown", RELATIONS.values(), ids=RELATIONS.keys())
@pytest.mark.parametrize("selected", [False, True])
def test_nothing_is_painted_outside_the_card(view: QListView, shown: Relation, selected: bool) -> None:
    show(view, shown)
    if selected:
        view.setCurrentIndex(view.model().index(0, 0))
    image = paint(view)
    inner = QRect(MARGIN, MARGIN, image.width() - 2 * MARGIN, image.height() - 2 * MARGIN).adjusted(
        -1, -1, 1, 1
    )
    beside = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if not inner.contains(x, y) and image.pixel(x, y) != OUTSIDE.rgb()
    ]
    assert beside == []
    assert height(view) < 560


def test_the_selected_card_keeps_room_for_its_button(view: QListView) -> None:
    show(view, relation())
    plain = height(view)
    view.setCurrentIndex(view.model().index(0, 0))
    rect = QRectF(0, 0, 352, height(view))
    button = view.itemDelegate().action_rect(rect)  # type: ignore[attr-defined]
    assert height(view) >= plain + button.height()
    assert rect.contains(button)


def underlined(view: QListView) -> tuple[int, int]:
    """Return from where to where something is underlined in the blue of same wording, below the heading."""
    image = paint(view)

    def is_blue(x: int, y: int) -> bool:
        colour = image.pixelColor(min(x, image.width() - 1), y)
        return colour.blue() - colour.red() > 40

    columns = [
        x
        for x in range(MARGIN, image.width() - MARGIN)
        for y in range(MARGIN + 60, image.height() - MARGIN)
        if all(is_blue(x + step, y) for step in range(4))
    ]
    return (min(columns), max(columns)) if columns else (0, 0)


def test_what_is_shared_is_underlined_where_it_stands(view: QListView) -> None:
    """Ten astral characters before the shared words are twenty for Qt."""
    places = []
    for text in ("pier and ferry", "😀" * 10 + "pier and ferry"):
        at = text.index("pier")
        show(view, relation(RelationKind.WORDING, other_text=text, other_spans=(Span(at, at + 4, "shared"),)))
        places.append(underlined(view))
    (plain_from, plain_to), (astral_from, astral_to) = places
    assert plain_to - plain_from > 15
    assert astral_from > plain_from + 50
    assert abs((astral_to - astral_from) - (plain_to - plain_from)) <= 2


def test_both_themes_and_every_kind(view: QListView) -> None:
    for theme in (LIGHT, DARK):
        view.itemDelegate().set_theme(theme)  # type: ignore[attr-defined]
        for kind in RelationKind:
            show(view, relation(kind))
            image = paint(view, theme)
            colours = {
                image.pixelColor(x, y).name().upper()
                for x in range(image.width())
                for y in range(image.height())
            }
            assert {theme.kind(kind), theme.paper, theme.line} <= colours


def test_other_words_have_a_ground_and_another_spelling_only_dots(view: QListView) -> None:
    def grounds_and_line(kind: str) -> tuple[int, int]:
        show(view, relation(RelationKind.WORDING, other_spans=(Span(0, 20, kind),)))
        image = paint(view)
        pixels = [
            image.pixelColor(x, y) for x in range(image.width()) for y in range(MARGIN + 60, image.height())
        ]
        return pixels.count(QColor(LIGHT.diff)), sum(c.blue() - c.red() > 40 for c in pixels)

    shared, spelled, differs = (grounds_and_line(kind) for kind in ("shared", "spelled", "differs"))
    assert shared[0] == spelled[0] == 0 < differs[0]
    assert differs[1] < spelled[1] * 0.9
    assert spelled[1] != shared[1]
