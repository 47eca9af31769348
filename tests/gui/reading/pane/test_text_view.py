"""An article set as text that knows its places; more of it is tested through the view that is used."""

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from gui.samples import article
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import LIGHT
from pressmark.gui.reading.pane.entries import EntryKind, entries
from pressmark.gui.reading.pane.text_view import Spot, TextView


@pytest.fixture
def view(fonts: Fonts, qtbot: QtBot) -> TextView:
    made = TextView(fonts, LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def put(view: TextView, *, shown: bool) -> None:
    plain = article(20)
    view._set(entries(plain, aside_shown=shown, date_words=""), plain)


def test_every_entry_is_found_again_by_its_spot(view: TextView) -> None:
    for shown in (True, False):
        put(view, shown=shown)
        for number, entry in enumerate(view.entries):
            spot = view.spot_of(number)
            assert (spot is None) is (not entry.blocks)
            if spot is not None:
                assert view.entry_at(spot) == number
    assert view.entry_at(Spot(999, False)) is None


def test_a_line_that_is_folded_away_is_found_in_its_run(view: TextView) -> None:
    put(view, shown=False)
    assert view.entry_at(Spot(2, False)) == 0


def test_the_entry_under_a_point(view: TextView) -> None:
    put(view, shown=False)
    for number, entry in enumerate(view.entries[:8]):
        rect = view._rect(view.document().findBlockByNumber(number))
        if entry.text:
            assert view.entry_under(QPointF(rect.center())) == number
    assert view.entry_under(QPointF(10, -500)) is None


@pytest.mark.parametrize("value", [0, 100, 500, 1500])
def test_what_is_at_the_top_is_held_still(view: TextView, value: int) -> None:
    put(view, shown=False)
    view.verticalScrollBar().setValue(value)
    first = next(b for b in view._in_view() if view._rect(b).top() >= 0 and view.spot_of(b.blockNumber()))
    spot, top = view.spot_of(first.blockNumber()), view._rect(first).top()
    assert spot is not None
    assert view.entries[first.blockNumber()].kind is not EntryKind.ASIDE
    for shown in (True, False):
        with view.held_still():
            put(view, shown=shown)
        number = view.entry_at(spot)
        assert number is not None
        assert view._rect(view.document().findBlockByNumber(number)).top() == pytest.approx(top, abs=1)


def test_an_empty_view_is_held_still(view: TextView) -> None:
    with view.held_still():
        put(view, shown=False)
    assert view.verticalScrollBar().value() == 0
