"""The row of tabs: closed, moved, chosen, and its menu."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QTabBar
from pytestqt.qtbot import QtBot

from gui.samples import LONG_HEADLINE
from pressmark.gui.look.theme import DARK, LIGHT
from pressmark.gui.reading.pane.tab_row import TITLE_LENGTH, Tab, TabRow
from pressmark.values import ArticleKey

ONE = ArticleKey("1.txt")
RIGHT = QTabBar.ButtonPosition.RightSide


@pytest.fixture
def row(qtbot: QtBot) -> TabRow:
    made = TabRow(LIGHT)
    qtbot.addWidget(made)
    made.resize(900, 34)
    made.show()
    qtbot.waitExposed(made)
    return made


def fill(row: TabRow, number: int) -> list[ArticleKey]:
    keys = [ArticleKey(f"{n}.txt") for n in range(number)]
    row.show_in_tab(keys[0], "Article 0")
    for n in range(1, number):
        row.add(Tab(keys[n], f"Article {n}"))
    return keys


def middle(row: TabRow, number: int) -> QPoint:
    return row.bar.tabRect(number).center()


def test_forty_tabs(row: TabRow) -> None:
    keys = fill(row, 40)
    assert len(row.tabs) == row.bar.count() == 40
    assert row.tab.article == keys[39]
    assert row.width() == 900, "forty tabs make the window no wider"
    assert row.bar.tabRect(39).intersects(row.bar.rect()), "the one in front can be seen"
    for number in range(40):
        row.choose(number)
        assert row.tab.article == keys[number]
    assert [row.close_tab(0).article for _ in range(40)] == keys
    assert (len(row.tabs), row.bar.count(), row.tab.article) == (1, 1, None)


def test_only_the_persons_own_choice_is_told(row: TabRow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(row.chosen):
        row.add(Tab(ONE, "One"))
        row.choose(0)
        row.close_tab(1)
        row.add(Tab(ArticleKey("2.txt"), "Two"))
    with qtbot.waitSignal(row.chosen) as caught:
        qtbot.mouseClick(row.bar, Qt.MouseButton.LeftButton, pos=middle(row, 0) - QPoint(20, 0))
    assert caught.args == [0]


def test_one_tab_needs_no_row(row: TabRow) -> None:
    row.add(Tab())
    assert row.isVisible()
    row.close_tab(0)
    assert not row.isVisible()


def test_each_tab_has_a_cross_of_its_own(row: TabRow, qtbot: QtBot) -> None:
    fill(row, 3)
    row.set_theme(DARK)
    closed: list[int] = []
    row.closed.connect(closed.append)
    crosses = [row.bar.tabButton(n, RIGHT) for n in range(3)]
    assert [cross.accessibleName() for cross in crosses] == [f"Close Article {n}" for n in range(3)]
    assert all(cross.isVisible() for cross in crosses)
    qtbot.mouseClick(crosses[1], Qt.MouseButton.LeftButton)
    row.close_tab(0)
    qtbot.mouseClick(crosses[1], Qt.MouseButton.LeftButton)
    assert closed == [1, 0]


def test_a_middle_click_closes_and_a_double_click_does_not(row: TabRow, qtbot: QtBot) -> None:
    fill(row, 2)
    closed: list[int] = []
    row.closed.connect(closed.append)
    qtbot.mouseDClick(row.bar, Qt.MouseButton.LeftButton, pos=middle(row, 0))
    beside = QPoint(row.bar.tabRect(1).right() + 60, row.bar.height() // 2)
    qtbot.mouseClick(row.bar, Qt.MouseButton.MiddleButton, pos=beside)
    assert closed == []
    qtbot.mouseClick(row.bar, Qt.MouseButton.MiddleButton, pos=middle(row, 1))
    assert closed == [1]


def test_a_tab_that_is_moved_takes_its_article_along(row: TabRow) -> None:
    keys = fill(row, 3)
    row.bar.moveTab(2, 0)
    assert [tab.article for tab in row.tabs] == [keys[2], keys[0], keys[1]]
    assert row.tab.article == keys[2]
    assert row.bar.isMovable()


def test_the_menu_of_a_tab(row: TabRow, qtbot: QtBot) -> None:
    fill(row, 2)
    said: list[object] = []
    row.closed.connect(lambda n: said.append(("close", n)))
    row.others_closed.connect(lambda n: said.append(("others", n)))
    row.all_closed.connect(lambda: said.append("all"))
    row.reopen_wanted.connect(lambda: said.append("reopen"))
    row.path_wanted.connect(lambda n: said.append(("path", n)))
    menu = row.menu(1)
    actions = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.isEnabled() for action in actions] == [True, True, True, False, True]
    row.can_reopen = True
    for action in row.menu(1).actions():
        action.trigger()
    assert said == [("close", 1), ("others", 1), "all", "reopen", ("path", 1)]


def test_the_menu_comes_by_mouse_and_by_key(row: TabRow, qtbot: QtBot) -> None:
    fill(row, 3)
    wanted: list[int] = []
    row.bar.menu_wanted.disconnect()
    row.bar.menu_wanted.connect(lambda number, place: wanted.append(number))
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        QApplication.sendEvent(row.bar, QContextMenuEvent(reason, middle(row, 0), QPoint()))
    assert wanted == [0, 2]


@pytest.mark.parametrize(
    ("title", "shown"),
    [("", "New tab"), ("Salt & Ash", "Salt && Ash"), ("Short", "Short"), (LONG_HEADLINE, None)],
)
def test_titles(row: TabRow, title: str, shown: str | None) -> None:
    row.show_in_tab(ONE, title)
    text = row.bar.tabText(0)
    assert text == shown if shown else (text.endswith("…") and len(text) <= TITLE_LENGTH)
    assert row.bar.tabToolTip(0) == (title or "New tab")
