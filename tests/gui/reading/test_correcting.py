"""Corrections in the window; tests/journeys/test_correcting_journey.py drives them whole."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from driver import Driver
from gui.samples import article
from pressmark.gui.actions import ACTIONS
from pressmark.gui.reading.correcting import CHOOSE, NO_REASON, _words
from pressmark.values import Scope, StoredArticle

ECHO = StoredArticle(1, ("a.txt",), "d", 9, article(3))


def taken_back(driver: Driver) -> None:
    correcting = driver.window.correcting
    correcting.undo()
    driver.until(lambda: not correcting.can_undo and not correcting.busy)
    correcting._undone.clear()


@pytest.mark.parametrize(
    ("blocks", "keep", "scope", "words"),
    [
        ((0,), True, Scope.ARTICLE, "Marked as article text in this article."),
        ((6,), False, Scope.ARTICLE, "Set aside in this article."),
        ((6, 7), False, Scope.ARTICLE, "2 lines set aside in this article."),
        ((0, 1), True, Scope.OUTLET, "2 lines marked as article text on every page of The Riverton Echo."),
    ],
)
def test_what_is_said(blocks: tuple[int, ...], keep: bool, scope: Scope, words: str) -> None:
    assert _words(ECHO, blocks, keep=keep, scope=scope) == words


def test_without_a_line_in_focus_the_first_one_is_shown(driver: Driver) -> None:
    driver.open_first("verhofstadt")
    view, correcting = driver.window.reader.view, driver.window.correcting
    driver.key(Qt.Key.Key_N)
    assert view.line is not None
    assert driver.window.reader.undo_bar.text == CHOOSE
    assert not correcting.busy


def test_why(driver: Driver) -> None:
    driver.open_first("verhofstadt")
    view = driver.window.reader.view
    view.set_focus(next(e.block for e in view.entries if e.kind.name == "TEXT"))
    driver.key(Qt.Key.Key_W)
    assert driver.window.reader.undo_bar.text == NO_REASON


def test_the_words_on_a_correction_go_with_its_archive(driver: Driver, archive) -> None:
    driver.open_first("verhofstadt")
    driver.window.reader.view.step_line(1)
    driver.key(Qt.Key.Key_T)
    driver.until(lambda: driver.window.correcting.can_undo)
    assert driver.window.reader.undo_bar.isVisible()
    seeds = driver.window.archive.root
    driver.window.open_archive(archive({"one.txt": "The ferry sailed at noon.\n" * 9}))
    assert not driver.window.reader.undo_bar.isVisible(), "its Undo would be of the other archive"
    assert not driver.window.correcting.can_undo
    driver.until_indexed()
    driver.window.open_archive(seeds)
    driver.until_indexed()


def test_without_an_article_nothing_happens(driver: Driver) -> None:
    for one in ACTIONS:
        if one.group == "Correct":
            driver.window.actions_by_name[one.name].trigger()
    assert not driver.window.correcting.busy
    words = [action.text() for action in driver.article_menu().actions() if action.text()]
    assert words[0].startswith("Copy"), words


def test_the_menu_comes_where_it_is_wanted(driver: Driver) -> None:
    driver.open_first("verhofstadt")
    driver.window.reader.view.menu_wanted.emit(driver.window.mapToGlobal(QPoint(400, 300)))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_undo_is_the_search_bars_own_while_one_types(driver: Driver) -> None:
    driver.search("nato")
    driver.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert driver.window.top.search.text() != "nato"


def test_the_menu_needs_no_second_word_for_the_line_it_is_about(driver: Driver) -> None:
    driver.open_first("verhofstadt")
    view, correcting = driver.window.reader.view, driver.window.correcting
    view.step_line(1)
    view.menu_wanted.emit(driver.window.mapToGlobal(QPoint(400, 300)))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
    driver.window.actions_by_name["text_outlet"].trigger()
    driver.until(lambda: correcting.can_undo and not correcting.busy)
    taken_back(driver)


def test_the_question_names_its_lines_and_a_click_says_yes(driver: Driver) -> None:
    driver.open_first("verhofstadt")
    view, correcting, bar = (
        driver.window.reader.view,
        driver.window.correcting,
        driver.window.reader.undo_bar,
    )
    view.step_line(1)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    driver.key(Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
    assert bar.asks
    assert "and 12 more lines be article text on every page of BBC News" in bar.text
    assert view._is_shown(view.line), "the line that is meant is in view"
    driver.key(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert not correcting.busy, "another key is another question"
    driver.key(Qt.Key.Key_T, Qt.KeyboardModifier.ShiftModifier)
    bar.sure.emit()
    driver.until(lambda: correcting.can_undo and not correcting.busy)
    taken_back(driver)
