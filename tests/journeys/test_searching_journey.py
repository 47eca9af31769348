"""Searching at the desk: what is being typed, Enter, orders, filters, and an article that lies open meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from driver import Driver
from pressmark import paths
from pressmark.gui.searching.search_controller import PAUSE_MS
from pressmark.gui.window.session import Session
from texts import article

Open = Callable[..., Driver]
Write = Callable[..., Path]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bushes(archive: Write) -> Path:
    """Articles on bushes and on bushels, of two outlets."""
    files = {
        f"{outlet}/{word}-{number}.txt": f"{word.title()} day {number} at the {outlet}\n\n{number + 1} May 2001\n\n"
        + f"The president looked at a {word} in the garden of Port Elsing, and at street {number} of it, for an hour. "
        * 3
        for outlet, words in (("Echo", "bush bush bushel"), ("Post", "bush bushel bushel"))
        for number, word in enumerate(words.split())
    }
    return archive(files)


def settled(driver: Driver) -> None:
    driver.until(lambda: (answer := driver.window.searching.answer) is not None and not answer.begun)


def total(driver: Driver) -> int:
    answer = driver.window.searching.answer
    assert answer is not None
    return answer.total


def test_closing_after_an_order_was_chosen_saves_the_session(open_window: Open, bushes: Path) -> None:
    driver = open_window(bushes)
    driver.open_first("bush")
    menu = driver.window.results.sort.menu()
    for name in ("Relevance", "Newest first", "Newest first"):
        next(action for action in menu.actions() if action.text() == name).trigger()
        driver.until(lambda: not driver.window.searching.lane.busy)
    assert next(action for action in menu.actions() if action.isChecked()).text() == "Newest first"
    driver.close()
    assert not driver.window.isVisible()
    known = Session(paths.settings_file()).settings
    assert (known.sort, known.query, len(known.tabs)) == ("newest", "bush", 1)


def test_enter_opens_the_first_result_also_when_it_lies_open_already(open_window: Open, seeds: Path) -> None:
    driver = open_window(seeds)
    driver.open_first("putin")
    headline = driver.headline
    driver.search("putin nato")
    driver.until(lambda: driver.window.results.model.rowCount() == 2)
    first = driver.window.results.model.rows()[0].hit.headline
    driver.key(Qt.Key.Key_Return)
    driver.until(lambda: driver.window.reader.view.hasFocus())
    driver.until(lambda: driver.headline == first)
    driver.search(headline)
    driver.key(Qt.Key.Key_Return)
    driver.until(lambda: driver.window.reader.view.hasFocus())
    assert driver.headline == headline
    driver.until(lambda: driver.window.status.hits_text.startswith("hit "))
    before = driver.window.reader.view.verticalScrollBar().value()
    driver.key(Qt.Key.Key_Space)
    assert driver.window.top.search.text() == headline, "the text has the keyboard"
    assert driver.window.reader.view.verticalScrollBar().value() > before


def test_a_new_search_begins_at_its_best_result(open_window: Open, archive: Write) -> None:
    root = archive({f"{number:02}.txt": article(number) for number in range(40)})
    driver = open_window(root)
    driver.open_first("number33")
    driver.search("elsing")
    driver.until(lambda: driver.window.results.model.rowCount() > 7)
    assert driver.window.results.list.verticalScrollBar().value() == 0
    driver.key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is driver.window.results.list
    assert driver.window.results.list.currentIndex().row() == 0
    driver.key(Qt.Key.Key_Return)
    first = driver.window.results.model.rows()[0].hit.path
    driver.until(lambda: driver.window.reading.stored.path == first and driver.window.reader.view.hasFocus())


def test_the_last_word_is_a_beginning_only_while_it_is_typed(open_window: Open, bushes: Path) -> None:
    driver = open_window(bushes)
    driver.search("president bush")
    assert total(driver) == 6
    assert "bush… (also words that begin so)" in driver.window.results.notices_text
    driver.key(Qt.Key.Key_Return)
    settled(driver)
    assert total(driver) == 3
    assert "begin so" not in driver.window.results.notices_text
    driver.until(lambda: driver.window.reading.stored is not None)

    driver.search("president bushel")
    assert total(driver) == 3
    driver.search("president bush")
    assert total(driver) == 6
    settled(driver)  # a pause is enough
    assert total(driver) == 3
    driver.type(" ")
    driver.until(lambda: not driver.window.searching.lane.busy)
    assert total(driver) == 3


@pytest.mark.parametrize(("typed", "found"), [('"president loo', 6), ("president garde", 6)])
def test_a_pause_in_the_middle_of_a_word_leaves_what_begins_so(
    open_window: Open, bushes: Path, typed: str, found: int
) -> None:
    driver = open_window(bushes)
    driver.search(typed)
    assert total(driver) == found
    driver.qtbot.wait(PAUSE_MS)
    driver.until(lambda: not driver.window.searching.lane.busy)
    assert total(driver) == found, "nobody writes half a word"
    assert "…" in driver.window.results.notices_text
    driver.key(Qt.Key.Key_Return)
    driver.until(lambda: driver.window.reading.stored is not None)
    assert total(driver) == found, "Enter opens the first of what is listed"


def test_the_menu_promises_what_choosing_gives(open_window: Open, bushes: Path) -> None:
    driver = open_window(bushes)
    driver.search("president bush")
    menu = driver.window.top.outlets.menu
    menu.aboutToShow.emit()
    settled(driver)
    promised = {action.text().split("  ")[0]: action.text() for action in menu.actions()}
    assert "(2 articles)" in promised["Echo"]
    next(action for action in menu.actions() if action.text().startswith("Echo")).trigger()
    driver.until(lambda: not driver.window.searching.lane.busy)
    assert total(driver) == 2
    assert 'outlet:="Echo"' in driver.window.searching.query


def test_a_chosen_filter_is_a_chip_that_can_be_changed_and_removed(open_window: Open, bushes: Path) -> None:
    driver = open_window(bushes)
    driver.search("president bush ")
    chip = driver.window.top.outlets
    for name, articles in (("Echo", 2), ("Post", 1)):
        next(action for action in chip.menu.actions() if action.text().startswith(name)).trigger()
        driver.until(lambda articles=articles: total(driver) == articles)
        assert chip.button.text().startswith(name)
        assert len(chip.menu.actions()) == 2, "the other one can still be chosen"
    driver.qtbot.mouseClick(driver.named("Remove the filter by outlet"), Qt.MouseButton.LeftButton)
    driver.until(lambda: total(driver) == 3)
    assert driver.window.searching.query == "president bush"
    assert not chip.remove.isVisible()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("date:20", 6), ("bush outlet:", 3), ('"president loo', 6), ("bush date:2001-0", 3), ("zzz", 0)],
)
def test_what_is_half_typed_never_blanks_the_article(
    open_window: Open, bushes: Path, typed: str, found: int
) -> None:
    driver = open_window(bushes)
    driver.open_first("bushel")
    text = driver.text
    driver.key(Qt.Key.Key_K, CONTROL)
    for end in range(1, len(typed) + 1):
        driver.type(typed[end - 1])
        driver.until(lambda end=end: not driver.window.searching.lane.busy)
        assert driver.window.reader.shows_article, typed[:end]
        assert driver.text == text
    assert total(driver) == found
    assert "left out" not in driver.window.results.notices_text
    if not found:
        driver.key(Qt.Key.Key_Return)
        driver.until(lambda: driver.window.reader.page.title == "Nothing found for “zzz”")


def test_an_open_quotation_is_explained_as_one(open_window: Open, bushes: Path) -> None:
    driver = open_window(bushes)
    driver.search('"president look')
    assert driver.window.results.notices_text == "the words “president look…” in this order"
    assert total(driver) == 6
