"""The passages of the open article and what is related to them."""

import pytest
from PySide6.QtCore import Qt

from driver import Driver
from pressmark.gui.related.pane.related_pane import HINT
from pressmark.gui.related.related_controller import LOOKING, NONE_HERE


@pytest.fixture
def reading(driver: Driver) -> Driver:
    driver.open_first("verhofstadt")
    driver.until_related()
    return driver


def test_marks_stand_beside_the_passages_that_have_counterparts(reading: Driver) -> None:
    passages = reading.window.relating
    marks = reading.window.reader.view._passages
    assert set(marks) == set(passages._relations)
    assert marks
    assert all(mark.count == len(passages._relations[block]) for block, mark in marks.items())
    assert reading.window.related._of.text() in (HINT, LOOKING) or reading.window.related.model.rowCount()


def test_stepping_goes_round_over_all_of_them(reading: Driver) -> None:
    passages = reading.window.relating
    blocks = sorted(passages._relations)
    passages.focus(blocks[0])
    seen = [passages.focused]
    for _ in blocks:
        passages.step(1)
        seen.append(passages.focused)
        assert reading.window.reader.view.is_in_view(passages.focused)
        assert reading.window.related.model.rowCount() > 0
    assert seen == [*blocks, blocks[0]]
    passages.step(-1)
    assert passages.focused == blocks[-1]


def test_a_passage_without_counterparts_says_so(reading: Driver) -> None:
    passages = reading.window.relating
    lonely = next(n for n in range(len(passages._stored.article.blocks)) if n not in passages._relations)
    passages.focus(lonely)
    assert reading.window.related._of.text() == NONE_HERE
    passages.focus(99_999)
    assert passages.focused == lonely


def test_going_there_in_a_new_tab(reading: Driver) -> None:
    window = reading.window
    window.relating.enter()
    here = window.reading.stored
    reading.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    reading.until(lambda: window.reading.stored not in (None, here))
    assert len(window.reader.tabs) == 2
    window.reading.tabs.close()


def test_a_mark_that_is_clicked_is_chosen(reading: Driver) -> None:
    passages = reading.window.relating
    with reading.qtbot.waitSignal(passages.chosen):
        reading.window.reader.view.passage_chosen.emit(min(passages._relations))
    assert passages.focused == min(passages._relations)


def test_asked_again_the_passage_stays_in_focus(reading: Driver) -> None:
    passages = reading.window.relating
    passages.focus(max(passages._relations))
    passages.ask_again()
    reading.until_related()
    assert passages.focused == max(passages._relations)


def test_put_away_nothing_is_left(reading: Driver) -> None:
    passages = reading.window.relating
    passages.clear()
    passages.step(1)
    passages.ask_again()
    assert (passages.focused, reading.window.related.model.rowCount(), passages.lane.busy) == (None, 0, False)


@pytest.mark.parametrize("key", ["next_passage", "related"])
def test_a_key_pressed_before_they_are_known_is_kept(driver: Driver, key: str) -> None:
    window = driver.window
    passages = window.relating
    driver.open_first("verhofstadt")
    passages.clear()
    passages.ask(window.reading.stored)
    assert not passages._relations
    window.actions_by_name[key].trigger()
    driver.until_related()
    driver.until(lambda: passages.focused is not None and window.related.model.rowCount() > 0)
    if key == "related":
        driver.until(window.related.list.hasFocus)
