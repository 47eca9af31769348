"""The results pane."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.samples import answer, hit
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import LIGHT
from pressmark.gui.searching.pane.results_pane import ResultsPane
from pressmark.values import ArticleKey, Sort

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pane(fonts: Fonts, qtbot: QtBot) -> ResultsPane:
    made = ResultsPane(fonts, LIGHT)
    qtbot.addWidget(made)
    made.resize(348, 600)
    made.show()
    qtbot.waitExposed(made)
    made.show_answer(answer(tuple(hit(number) for number in range(30))))
    return made


def test_it_says_how_many_and_how_it_was_searched(pane: ResultsPane) -> None:
    assert pane._total.text() == "30 articles · 3 ms"
    assert pane.notices_text == "Articles with riverton."
    pane.show_answer(answer((hit(1),), notices=("“xyz:” is no field.",), complete=False))
    assert pane._total.text() == "1 article · 3 ms"
    assert pane.notices_text.split("\n")[1:] == [
        "“xyz:” is no field.", "The index is still being built: there may be more.",
    ]  # fmt: skip
    pane.show_answer(answer((hit(1),), total=0, divider=0))
    assert pane._total.text() == "No article has all the words · 3 ms"
    pane.show_answer(answer(()))
    assert pane._total.text() == "0 articles · 3 ms"
    pane.show_answer(None)
    assert (pane._total.text(), pane.notices_text, pane.model.rowCount()) == ("", "", 0)


def test_enter_opens_the_row(pane: ResultsPane, qtbot: QtBot) -> None:
    pane.enter()
    assert pane.list.currentIndex().row() == 0
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    for modifier, new_tab in ((Qt.KeyboardModifier.NoModifier, False), (CONTROL, True)):
        with qtbot.waitSignal(pane.article_chosen) as caught:
            qtbot.keyClick(pane.list, Qt.Key.Key_Return, modifier)
        assert caught.args == [ArticleKey("1.txt"), new_tab]


def test_a_click_opens_the_row(pane: ResultsPane, qtbot: QtBot) -> None:
    place = pane.list.visualRect(pane.model.index(2)).center()
    with qtbot.waitSignal(pane.article_chosen) as caught:
        qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [ArticleKey("2.txt"), False]


@pytest.mark.parametrize(
    ("button", "modifier"),
    [(Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier), (Qt.MouseButton.LeftButton, CONTROL)],
)
def test_a_middle_click_opens_a_new_tab(
    pane: ResultsPane, qtbot: QtBot, button: Qt.MouseButton, modifier: Qt.KeyboardModifier
) -> None:
    place = pane.list.visualRect(pane.model.index(2)).center()
    with qtbot.waitSignal(pane.article_chosen) as caught:
        qtbot.mouseClick(pane.list.viewport(), button, modifier, place)
    assert caught.args == [ArticleKey("2.txt"), True]
    assert pane.list.currentIndex().row() == 2


def test_a_click_that_ends_elsewhere_is_none(pane: ResultsPane, qtbot: QtBot) -> None:
    view = pane.list
    with qtbot.assertNotEmitted(pane.article_chosen):
        qtbot.mousePress(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(pane.model.index(0)).center()
        )
        qtbot.mouseRelease(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(pane.model.index(2)).center()
        )
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.RightButton, pos=view.visualRect(pane.model.index(1)).center()
        )


@pytest.mark.parametrize("reason", [QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard])
def test_the_menu_is_that_of_the_row(
    pane: ResultsPane, qtbot: QtBot, reason: QContextMenuEvent.Reason
) -> None:
    pane.activateWindow()
    pane.enter()
    qtbot.waitUntil(pane.list.hasFocus)
    place = pane.list.visualRect(pane.model.index(2)).center()
    with qtbot.waitSignal(pane.list.menu_wanted) as caught:
        QApplication.sendEvent(pane.list.viewport(), QContextMenuEvent(reason, place, place))
    by_mouse = reason is QContextMenuEvent.Reason.Mouse
    row = 2 if by_mouse else 0
    assert pane.list.currentIndex().row() == row
    assert pane.pointed == pane.model.rows()[row].hit
    shown = pane.list.viewport().mapFromGlobal(caught.args[0])
    assert pane.list.visualRect(pane.model.index(row)).contains(shown)


def test_up_on_the_first_row_leaves(pane: ResultsPane, qtbot: QtBot) -> None:
    pane.enter()
    with qtbot.waitSignal(pane.left_upwards):
        qtbot.keyClick(pane.list, Qt.Key.Key_Up)
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(pane.left_upwards):
        qtbot.keyClick(pane.list, Qt.Key.Key_Up)
    assert pane.list.currentIndex().row() == 0


def test_letters_are_the_windows(pane: ResultsPane, qtbot: QtBot) -> None:
    pane.enter()
    qtbot.keyClicks(pane.list, "HJKr")
    assert pane.list.currentIndex().row() == 0


@pytest.mark.parametrize(("step", "chosen"), [(1, ["1.txt"]), (-1, []), (99, [])])
def test_next_and_previous_result(pane: ResultsPane, step: int, chosen: list[str]) -> None:
    pane.select("0.txt")
    told = []
    pane.article_chosen.connect(lambda key, _: told.append(key.path))
    pane.choose(step)
    assert told == chosen


def test_choosing_without_a_selection_is_the_first_and_nothing_without_rows(
    pane: ResultsPane, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pane.article_chosen) as caught:
        pane.choose_selected(True)
    assert caught.args == [ArticleKey("0.txt"), True]
    pane.show_answer(answer(()))
    with qtbot.assertNotEmitted(pane.article_chosen):
        pane.choose_selected(False)


def test_more_is_wanted_near_the_end(pane: ResultsPane, qtbot: QtBot) -> None:
    bar = pane.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    with qtbot.waitSignal(pane.more_wanted):
        bar.setValue(bar.maximum())


def test_more_of_the_same_leaves_the_list_where_it_is(pane: ResultsPane, qtbot: QtBot) -> None:
    bar = pane.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 400)
    bar.setValue(300)
    pane.show_answer(answer(tuple(hit(number) for number in range(60))))
    assert bar.value() == 300
    pane.show_answer(answer(tuple(hit(number) for number in range(100, 130))))
    assert bar.value() == 0


def test_a_new_answer_is_shown_from_its_best_hit_on_and_the_open_article_is_marked(pane: ResultsPane) -> None:
    hits = tuple(hit(number) for number in range(50, 80))
    pane.show_answer(answer(hits), opened="75.txt")
    assert not pane.list.currentIndex().isValid()
    assert pane.list.verticalScrollBar().value() == 0
    assert pane.model.open_row == 25
    pane.select("75.txt")
    assert pane.list.currentIndex().row() == 25
    place = pane.list.verticalScrollBar().value()
    assert place > 0
    pane.show_answer(answer(hits), opened="75.txt")
    assert (pane.list.currentIndex().row(), pane.list.verticalScrollBar().value()) == (25, place)
    pane.select("")
    assert not pane.list.currentIndex().isValid()
    assert pane.model.open_row == -1


def test_rows_have_the_height_of_the_width_they_are_shown_at(pane: ResultsPane, qtbot: QtBot) -> None:
    pane.show_answer(
        answer(tuple(hit(number, "A harbour wall that is too long for one line " * 2) for number in range(9)))
    )
    for width in (640, 300, 900, 360):
        pane.resize(width, 500)
        qtbot.waitUntil(lambda width=width: pane.list.viewport().width() > width - 40)

        def gaps() -> list[int]:
            rects = [pane.list.visualRect(pane.model.index(row)) for row in range(9)]
            hints = [pane.list.sizeHintForIndex(pane.model.index(row)).height() for row in range(9)]
            return [rect.height() - hint for rect, hint in zip(rects, hints, strict=True)]

        qtbot.waitUntil(lambda gaps=gaps: gaps() == [0] * 9)


@pytest.mark.parametrize("sort", Sort)
def test_the_order_is_chosen_in_a_menu(pane: ResultsPane, qtbot: QtBot, sort: Sort) -> None:
    action = next(action for action in pane.sort.menu().actions() if action.data() == sort)
    with qtbot.waitSignal(pane.sort_chosen) as caught:
        action.trigger()
    assert caught.args == [sort]
    pane.show_sort(sort)
    assert [one.data() for one in pane.sort.menu().actions() if one.isChecked()] == [sort]


def test_a_list_that_does_not_fill_its_room_asks_for_more(qtbot: QtBot, pane: ResultsPane) -> None:
    pane.resize(400, 2000)
    pane.show()
    with qtbot.waitSignal(pane.more_wanted, timeout=5000):
        pane.show_answer(answer((hit(1),)))
