"""The article as one reads it: clicks, keys and the pointer."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QTextCursor
from pytestqt.qtbot import QtBot

from gui.samples import article
from pressmark.gui.reading.pane.article_view import ArticleView
from pressmark.gui.reading.pane.decorations import Mark
from pressmark.gui.reading.pane.entries import EntryKind
from pressmark.values import BlockKind, Link, Picture, RelationKind


def text_blocks(view: ArticleView) -> list[int]:
    return [e.block for e in view.entries if e.kind is EntryKind.TEXT and e.block is not None]


def kinds(view: ArticleView) -> list[str]:
    return [entry.kind.name for entry in view.entries if entry.is_run or entry.kind is EntryKind.ASIDE]


def rect(view: ArticleView, number: int) -> QRectF:
    return view._rect(view.document().findBlockByNumber(number))


def test_a_click_on_a_mark_chooses_its_passage(view: ArticleView, qtbot: QtBot) -> None:
    view.show_article(article(12))
    first = text_blocks(view)[0]
    view.set_passages({first: Mark(RelationKind.QUOTATION, 3)})
    shown = [(block.blockNumber(), view._rect(block)) for block in view._in_view()]
    ((_, pill),) = view._pills(shown, view.column())
    with qtbot.waitSignal(view.passage_chosen) as caught:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=pill.center().toPoint())
    assert caught.args == [first]


@pytest.mark.parametrize("aside_shown", [False, True])
def test_a_click_on_the_outlet_wants_it_told(view: ArticleView, qtbot: QtBot, aside_shown: bool) -> None:
    view.set_aside_shown(aside_shown)
    view.show_article(article(3))
    before = view.entries
    number = next(n for n, entry in enumerate(before) if entry.kind is EntryKind.SOURCE)
    with qtbot.waitSignal(view.outlet_wanted):
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=rect(view, number).center().toPoint()
        )
    assert view.entries == before, "no run is turned by it"


def test_a_click_on_a_run_opens_it_alone_and_folds_it(view: ArticleView, qtbot: QtBot) -> None:
    view.show_article(article(3))
    for wanted in (["OPENED", "ASIDE", "ASIDE", "ASIDE", "COLLAPSED"], ["COLLAPSED", "COLLAPSED"]):
        place = rect(view, 0).center().toPoint()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert kinds(view) == wanted
    with qtbot.assertNotEmitted(view.passage_chosen):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 300))
    assert kinds(view) == ["COLLAPSED", "COLLAPSED"]


def test_the_menu_is_wanted_for_the_line_pointed_at(view: ArticleView, qtbot: QtBot) -> None:
    view.show_article(article(12))
    place = rect(view, 6).center().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.mapToGlobal(place))
    with qtbot.waitSignal(view.menu_wanted):
        view.contextMenuEvent(event)
    assert view.line == 6


def test_space_turns_pages(view: ArticleView, qtbot: QtBot) -> None:
    view.show_article(article(30))
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert bar.value() == bar.pageStep() - 40
    qtbot.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0


def led(view: ArticleView) -> list[Link]:
    """Show an article whose first paragraphs lead elsewhere, and have a picture."""
    shown = article(6)
    at, block = next(
        (n, b) for n, b in enumerate(shown.blocks) if b.kind is BlockKind.PARAGRAPH and not b.set_aside
    )
    words = block.text.split()
    links = [
        Link(block.first_line, " ".join(words[:2]), "https://echo.example/a", "a.txt"),
        Link(block.first_line, words[4], "https://echo.example/b"),
        Link(block.first_line, "words that are not there", "https://echo.example/c"),
    ]
    view.show_article(shown, links=links, pictures=[Picture(block.first_line, "a.png", "A ferry", "/a.png")])
    assert view.entry_at is not None and at >= 0
    return links


def point_of(view: ArticleView, address: str) -> QPoint:
    """Return a point of the view on what leads to an address of the document."""
    block = view.document().begin()
    while block.isValid():
        for piece in block.textFormats():
            if piece.format.anchorHref() == address:
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + piece.start + 1)
                return view.cursorRect(cursor).center() - QPoint(2, 0)
        block = block.next()
    raise AssertionError(address)


@pytest.mark.parametrize(
    ("button", "modifier", "in_new_tab"),
    [
        (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, False),
        (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, True),
        (Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, True),
    ],
)
def test_a_click_on_a_link_follows_it(
    view: ArticleView, qtbot: QtBot, button: Qt.MouseButton, modifier: Qt.KeyboardModifier, in_new_tab: bool
) -> None:
    links = led(view)
    with qtbot.waitSignal(view.link_followed) as followed:
        qtbot.mouseClick(view.viewport(), button, modifier, point_of(view, "link:0"))
    assert followed.args == [links[0], in_new_tab]


def test_the_pointer_is_told_where_a_link_leads(view: ArticleView, qtbot: QtBot) -> None:
    led(view)
    point = point_of(view, "link:1")
    here, none = QPointF(point), Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, here, here, none, none, Qt.KeyboardModifier.NoModifier)
    view.mouseMoveEvent(moved)
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    lead = view._lead_at(QPointF(point))
    assert lead is not None
    assert view._told_lead(lead) == "https://echo.example/b\nA click copies this address."
    assert view._told_lead(("link", 0)) == "Opens a.txt"
    assert "shows it large" in view._told_lead(("picture", 0))


def test_the_menu_is_for_the_link_pointed_at_else_for_those_of_the_line(view: ArticleView) -> None:
    links = led(view)
    point = point_of(view, "link:1")
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, point))
    assert view.meant_links == [links[1]]
    view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, point, point))
    assert view.meant_links == links[:2], "the third stands nowhere in the text"


def test_a_click_or_enter_on_a_picture_wants_it_large(view: ArticleView, qtbot: QtBot) -> None:
    led(view)
    with qtbot.waitSignal(view.picture_wanted) as wanted:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point_of(view, "picture:0"))
    assert wanted.args == [0]
    assert view.line is not None
    assert view.entries[view.line].kind is EntryKind.PICTURES
    with qtbot.waitSignal(view.picture_wanted):
        qtbot.keyClick(view, Qt.Key.Key_Return)
