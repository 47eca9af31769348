"""The reader pane: tabs, find, the page."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.samples import article
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import LIGHT
from pressmark.gui.reading.pane.reader_pane import ReaderPane
from pressmark.values import Span


@pytest.fixture
def pane(fonts: Fonts, qtbot: QtBot) -> ReaderPane:
    made = ReaderPane(fonts, LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_find_marks_counts_and_gives_the_query_back(pane: ReaderPane, qtbot: QtBot) -> None:
    shown = article(6)
    pane.view.show_article(shown, marks=((),) * 6 + ((Span(0, 9, "0"),),))
    pane.show_view()
    pane.open_find()
    assert pane.find_bar.isVisible()
    qtbot.keyClicks(pane.find_bar.field, "council")
    assert pane.view.hit_count == 24
    qtbot.keyClicks(pane.find_bar.field, "x")
    assert pane.view.hit_count == 0
    assert pane.find_bar._count.text() == "not in this article"
    qtbot.keyClick(pane.find_bar.field, Qt.Key.Key_Escape)
    assert not pane.find_bar.isVisible()
    assert pane.view.hit_count == 1


def test_there_is_nothing_to_find_on_a_page(pane: ReaderPane) -> None:
    pane.show_page()
    pane.open_find()
    assert not pane.find_bar.isVisible()
    assert not pane.shows_article
