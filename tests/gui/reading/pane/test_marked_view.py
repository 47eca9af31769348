"""The article as one reads it: places, hits, marks."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from pytestqt.qtbot import QtBot

from gui.samples import article
from pressmark.gui.look.theme import DARK, LIGHT
from pressmark.gui.reading.pane.article_view import ArticleView
from pressmark.gui.reading.pane.decorations import PILL_GAP, Mark
from pressmark.gui.reading.pane.entries import EntryKind
from pressmark.values import Article, BlockKind, Reason, RelationKind, Span


def marks_at(shown: Article, word: str) -> tuple[tuple[Span, ...], ...]:
    return tuple(
        (Span(at, at + len(word), "0"),) if (at := b.text.find(word)) >= 0 else () for b in shown.blocks
    )


def text_blocks(view: ArticleView) -> list[int]:
    return [e.block for e in view.entries if e.kind is EntryKind.TEXT and e.block is not None]


@pytest.mark.parametrize("zoom", [0.6, 1.0, 1.6])
def test_every_place_is_come_back_to(view: ArticleView, zoom: float) -> None:
    view.show_article(article(30))
    view.set_look(LIGHT, zoom)
    bar = view.verticalScrollBar()
    for block in text_blocks(view):
        for offset in (0, 17):
            view.go_to(block, offset)
            if bar.value() < bar.maximum():
                assert view.place() == (block, pytest.approx(offset, abs=1 if zoom < 1 else 0))
            place, value = view.place(), bar.value()
            view.go_to(0, 0)
            view.go_to(*place)
            assert abs(bar.value() - value) <= 1, (block, offset)
            assert view.place() == place


def test_the_place_stays_when_the_window_or_the_text_changes(view: ArticleView, qtbot: QtBot) -> None:
    view.show_article(article(30))
    for block in text_blocks(view)[2:25:4]:
        view.go_to(block, 0)
        view.resize(620, 500)
        assert view.place()[0] == block
        view.set_look(DARK, 1.6)
        assert view.place()[0] == block
        view.set_look(LIGHT, 1.0)
        view.set_aside_shown(True)
        assert view.place()[0] == block
        view.set_passages({block: Mark(RelationKind.FACT, 2)})
        assert view.place()[0] == block
        view.set_aside_shown(False)
        view.set_passages({})
        view.resize(900, 600)
        assert view.place()[0] == block


@pytest.mark.parametrize("width", [340, 620, 900, 1600])
@pytest.mark.parametrize("zoom", [0.6, 1.0, 1.6])
def test_the_column_is_centred_and_the_marks_have_room(view: ArticleView, width: int, zoom: float) -> None:
    view.show_article(article(12))
    view.resize(width, 600)
    view.set_look(LIGHT, zoom)
    view.set_passages({block: Mark(RelationKind.QUOTATION, 128) for block in text_blocks(view)})
    column, room = view.column(), view.viewport().width()
    assert column.left() >= 0
    assert column.width() <= 600 * zoom + 1
    shown = [(block.blockNumber(), view._rect(block)) for block in view._in_view()]
    pills = [pill for _, pill in view._pills(shown, column)]
    assert pills
    assert all(column.right() + PILL_GAP <= pill.left() and pill.right() <= room for pill in pills)
    if room > column.width() + 300:
        assert abs(column.center().x() - room / 2) <= 1


def kinds(view: ArticleView) -> list[str]:
    return [entry.kind.name for entry in view.entries if entry.is_run or entry.kind is EntryKind.ASIDE]


def rect(view: ArticleView, number: int) -> QRectF:
    return view._rect(view.document().findBlockByNumber(number))


def test_h_opens_all_runs_and_folds_all_again(view: ArticleView) -> None:
    view.show_article(article(3))
    view.turn_run(0)
    view.set_aside_shown(True)
    assert kinds(view) == ["OPENED", "ASIDE", "ASIDE", "ASIDE", "OPENED", "ASIDE"]
    view.turn_run(0)
    assert kinds(view) == ["COLLAPSED", "OPENED", "ASIDE"]
    view.set_aside_shown(False)
    assert kinds(view) == ["COLLAPSED", "COLLAPSED"]


@pytest.mark.parametrize("value", [0, 40, 300, 900])
def test_nothing_jumps_when_runs_open_or_lines_are_corrected(view: ArticleView, value: int) -> None:
    shown = article(30)
    view.show_article(shown)
    view.verticalScrollBar().setValue(value)

    def still(change: Callable[[], None]) -> None:
        """Change something; the first line wholly in view stays where it is."""
        numbers = [block.blockNumber() for block in view._in_view() if view._rect(block).top() >= 0]
        first = next(number for number in numbers if view.spot_of(number))
        spot, top = view.spot_of(first), rect(view, first).top()
        assert spot is not None
        change()
        number = view.entry_at(spot)
        assert number is not None
        assert rect(view, number).top() == pytest.approx(top, abs=1)

    still(lambda: view.set_aside_shown(True))
    still(lambda: view.set_aside_shown(False))
    for number, block in enumerate(shown.blocks):
        if block.kind is BlockKind.PARAGRAPH:
            blocks = [*shown.blocks]
            blocks[number] = replace(block, kind=BlockKind.CHROME, set_aside=True, reason=Reason.YOU)
            corrected = replace(shown, blocks=tuple(blocks))
            still(lambda corrected=corrected: view.show_corrected(corrected, "", ()))
            still(lambda: view.show_corrected(shown, "", ()))


def test_a_run_stays_open_when_a_line_in_it_becomes_text(view: ArticleView) -> None:
    shown = article(3)
    view.show_article(shown)
    view.turn_run(0)
    blocks = [*shown.blocks]
    blocks[1] = replace(
        blocks[1], kind=BlockKind.PARAGRAPH, set_aside=False, reason=None, detail="marked by you"
    )
    view.show_corrected(replace(shown, blocks=tuple(blocks)), "3 March 2001", ())
    meta = next(entry.text for entry in view.entries if entry.kind is EntryKind.META)
    assert meta.endswith("3 March 2001"), "a date that was found meanwhile is shown, too"
    assert kinds(view) == ["OPENED", "ASIDE", "OPENED", "ASIDE", "COLLAPSED"]


def test_a_hit_in_a_folded_run_is_counted_and_reached(view: ArticleView) -> None:
    shown = article(30)
    view.show_article(shown, marks=marks_at(shown, "rights"))
    assert (view.hit_count, view.hits_aside) == (1, 1)
    told = []
    view.hit_changed.connect(lambda current, total: told.append((current, total)))
    view.go_to_hit(1)
    assert told == [(1, 1)]
    assert kinds(view) == ["COLLAPSED", "OPENED", "ASIDE"]
    assert view.is_in_view(len(shown.blocks) - 1)
    (selection,) = view.extraSelections()
    assert selection.cursor.selectedText() == "rights"


def test_the_first_hit_is_one_of_the_text_if_there_is_any(view: ArticleView) -> None:
    shown = article(30)
    both = tuple(a or b for a, b in zip(marks_at(shown, "Menu"), marks_at(shown, "council"), strict=True))
    view.show_article(shown, marks=both)
    assert (view.hit_count, view.hits_aside) == (33, 3)
    told = []
    view.hit_changed.connect(lambda current, total: told.append(current))
    view.go_to_first_hit()
    view.go_to_hit(-1)
    assert told == [4, 3]
    assert kinds(view)[0] == "OPENED"
    view.show_article(shown, marks=marks_at(shown, "Menu"))
    view.go_to_first_hit()
    assert told[-1] == 1


def test_after_a_step_to_a_hit_the_line_in_focus_is_that_of_the_hit(view: ArticleView) -> None:
    shown = article(30)
    view.show_article(shown, marks=marks_at(shown, "18"))
    view.go_to_hit(1)
    assert view.line is None, "a step to a hit marks no line"
    view.step_line(1)
    assert view.line is not None
    assert "18" in view.entries[view.line].text
    view.step_line(1)
    assert "18" not in view.entries[view.line].text


def test_the_line_in_focus(view: ArticleView, qtbot: QtBot) -> None:
    shown = article(30)
    view.show_article(shown)
    assert view.line is None
    assert view.chosen() == ()
    view.step_line(1)
    assert view.line == 0
    assert view.chosen() == (0, 1, 2), "a folded run is all its lines"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert kinds(view)[0] == "OPENED"
    view.step_line(1)
    assert view.chosen() == (0,)
    for _ in range(60):
        view.step_line(1)
    assert view.line == len(view.entries) - 1
    assert view._is_shown(view.line)
    for _ in range(60):
        view.step_line(-1)
    assert view.line == 0
    text = view.entries[8]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect(view, 8).center().toPoint())
    assert view.chosen() == (text.block,)
    view.grab()


def test_a_selection_chooses_all_lines_it_touches(view: ArticleView) -> None:
    shown = article(4)
    view.show_article(shown)
    numbers = [n for n, entry in enumerate(view.entries) if entry.kind is EntryKind.TEXT]
    cursor, document = view.textCursor(), view.document()
    cursor.setPosition(document.findBlockByNumber(numbers[1]).position() + 3)
    cursor.setPosition(document.findBlockByNumber(numbers[2]).position() + 3, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    assert view.chosen() == (view.entries[numbers[1]].block, view.entries[numbers[2]].block)
    view.selectAll()
    wanted = [n for n, b in enumerate(shown.blocks) if b.kind is not BlockKind.BLANK]
    assert sorted(view.chosen()) == wanted


def test_why_a_line_is_set_aside_is_told(view: ArticleView) -> None:
    shown = article(3)
    blocks = [*shown.blocks]
    blocks[0] = replace(blocks[0], detail="stands above the headline")
    view.show_article(replace(shown, blocks=tuple(blocks)))
    assert "3 lines of menu" in view.told(0)
    view.turn_run(0)
    assert view.told(1) == "Set aside: menu; stands above the headline (line 1 of the file)."
    view.set_focus(0)
    assert view.tell_line() == view.told(1)
    view.set_focus(text_blocks(view)[0])
    assert view.tell_line() == ""
    place = rect(view, 1).center().toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    assert view.viewportEvent(event)


def test_stepping_through_hits_brings_each_into_view(view: ArticleView, qtbot: QtBot) -> None:
    shown = article(30)
    view.show_article(shown, marks=marks_at(shown, "council"))
    assert view.hit_count == 30
    told = []
    view.hit_changed.connect(lambda current, total: told.append((current, total)))
    for number in range(31):
        view.go_to_hit(1)
        block = shown.blocks.index(next(b for b in shown.blocks if f"Paragraph {number % 30} " in b.text))
        assert view.is_in_view(block)
    assert told[0] == (1, 30)
    assert told[29:] == [(30, 30), (1, 30)]


def test_find_while_the_set_aside_lines_are_toggled(view: ArticleView) -> None:
    """The document gets shorter: what was found in the longer one must not be asked for in it."""
    view.show_article(article(1))
    view.set_aside_shown(True)
    assert view.find_text("rights reserved") == 1
    view.set_aside_shown(False)
    assert (view.hit_count, view.hits_aside) == (1, 1), "it is counted where it is folded"
    assert view.extraSelections() == []
    view.go_to_hit(1)
    assert view.extraSelections()[0].cursor.selectedText() == "rights reserved"


def test_a_passage_is_shown_and_flashed(view: ArticleView) -> None:
    view.show_article(article(30))
    block = text_blocks(view)[20]
    assert not view.is_in_view(block)
    view.show_passage(block)
    assert view.is_in_view(block)
    assert view._flash.state() == view._flash.State.Running
    assert view.first_block_in_view() <= block


@pytest.mark.parametrize("block", [-1, 0, 999_999])
def test_a_place_that_is_not_there_is_harmless(view: ArticleView, block: int) -> None:
    view.go_to(block, 5)
    view.show_passage(block)
    view.show_article(article(3))
    view.go_to(block, 5)
    view.show_passage(block)
    view.set_focus(block)
    assert view.block_at_cursor() is not None or view.entries[0].block is None


def test_no_article_is_an_empty_view(view: ArticleView) -> None:
    view.show_article(article(3), marks=marks_at(article(3), "council"))
    view.show_article(None)
    assert view.toPlainText() == ""
    assert (view.place(), view.hit_count, view.entries) == ((0, 0), 0, ())
    view.go_to_hit(1)
    view.grab()


def test_the_current_hit_stays_where_a_better_read_query_has_it_too(view: ArticleView) -> None:
    shown = article(3)
    block = next(n for n, b in enumerate(shown.blocks) if "council" in b.text)
    at = shown.blocks[block].text.index("council")

    def marks(*spans: Span) -> tuple[tuple[Span, ...], ...]:
        return tuple(spans if n == block else () for n in range(len(shown.blocks)))

    view.show_article(shown, marks=marks(Span(0, 3, "0"), Span(at, at + 7, "0")))
    view.go_to_hit(1)
    view.go_to_hit(1)
    view.set_marks(marks(Span(at, at + 7, "0")))
    assert (view.current_hit, view.hit_count) == (1, 1)
    view.set_marks(marks(Span(0, 3, "0")))
    assert (view.current_hit, view.hit_count) == (0, 1)
