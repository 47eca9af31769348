"""The reader pane: tabs, find, the page."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.samples import LONG_HEADLINE, article
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import LIGHT
from pressmark.gui.reading.pane.reader_pane import TAB_TITLE_LENGTH, ReaderPane, Tab
from pressmark.values import ArticleKey, Span

ONE = ArticleKey("1.txt")


@pytest.fixture
def pane(fonts: Fonts, qtbot: QtBot) -> ReaderPane:
    made = ReaderPane(fonts, LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_forty_tabs(pane: ReaderPane, qtbot: QtBot) -> None:
    keys = [ArticleKey(f"{number}.txt") for number in range(40)]
    pane.show_in_tab(keys[0], "Article 0")
    for number in range(1, 40):
        pane.add_tab(Tab(keys[number], f"Article {number}"))
    assert len(pane.tabs) == pane.bar.count() == 40
    assert pane.tab.article == keys[39]
    assert pane.width() == 900, "forty tabs make the window no wider"
    assert pane.bar.tabRect(39).intersects(pane.bar.rect()), "the one in front can be seen"
    for number in range(40):
        pane.choose_tab(number)
        assert pane.tab.article == keys[number]
    assert [pane.close_tab(0).article for _ in range(40)] == keys
    assert (len(pane.tabs), pane.bar.count(), pane.tab.article) == (1, 1, None)


def test_tabs_tell_only_of_the_persons_own_choice(pane: ReaderPane, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pane.tab_chosen):
        pane.add_tab(Tab(ONE, "One"))
        pane.choose_tab(0)
        pane.close_tab(1)
        pane.add_tab(Tab(ArticleKey("2.txt"), "Two"))
    with qtbot.waitSignal(pane.tab_chosen) as caught:
        qtbot.mouseClick(pane.bar, Qt.MouseButton.LeftButton, pos=pane.bar.tabRect(0).center())
    assert caught.args == [0]


def test_one_tab_needs_no_row(pane: ReaderPane) -> None:
    assert not pane.bar.isVisible()
    pane.add_tab(Tab())
    assert pane.bar.isVisible()
    pane.close_tab(0)
    assert not pane.bar.isVisible()


def test_a_double_click_closes_the_tab_under_it_and_none_beside_the_tabs(
    pane: ReaderPane, qtbot: QtBot
) -> None:
    pane.add_tab(Tab(ONE, "One"))
    closed = []
    pane.tab_closed.connect(closed.append)
    beside = QPoint(pane.bar.tabRect(1).right() + 60, pane.bar.height() // 2)
    qtbot.mouseDClick(pane.bar, Qt.MouseButton.LeftButton, pos=beside)
    assert closed == []
    qtbot.mouseDClick(pane.bar, Qt.MouseButton.LeftButton, pos=pane.bar.tabRect(0).center())
    assert closed == [0]


@pytest.mark.parametrize(
    ("title", "shown"),
    [("", "New tab"), ("Salt & Ash", "Salt && Ash"), ("Short", "Short"), (LONG_HEADLINE, None)],
)
def test_titles(pane: ReaderPane, title: str, shown: str | None) -> None:
    pane.show_in_tab(ONE, title)
    text = pane.bar.tabText(0)
    assert text == shown if shown else (text.endswith("…") and len(text) <= TAB_TITLE_LENGTH)
    assert pane.bar.tabToolTip(0) == (title or "New tab")


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
