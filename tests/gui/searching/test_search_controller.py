"""From the bar to the results."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from driver import Driver
from gui.samples import answer, hit
from pressmark.gui.searching.search_controller import _in_the_order_of
from pressmark.values import Scope, Sort
from texts import article


def test_an_empty_query_empties_the_results(driver: Driver) -> None:
    driver.search("nato")
    assert driver.window.results.model.rowCount() == 2
    with driver.qtbot.waitSignal(driver.window.searching.emptied):
        driver.window.top.search.clear()
    assert driver.window.results.model.rowCount() == 0
    assert driver.window.searching.answer is None
    assert not driver.window.searching.lane.busy


@pytest.mark.parametrize("sort", [Sort.OLDEST, Sort.NEWEST, Sort.RELEVANCE])
def test_another_order_is_asked_for(driver: Driver, sort: Sort) -> None:
    driver.search("nato")
    with driver.qtbot.waitSignal(driver.window.searching.answered):
        driver.window.results.sort_chosen.emit(sort)
    assert driver.window.searching.sort is sort


def test_scrolling_adds_rows_and_asks_for_no_hit_again(archive: Callable[..., Path], qtbot: QtBot) -> None:
    driver = Driver(qtbot, archive({f"{number:03}.txt": article(number) for number in range(70)}))
    driver.until_indexed()
    driver.search("Elsing")
    searching, model = driver.window.searching, driver.window.results.model
    first = model.rows()
    while searching.answer.more_from:
        shown = searching.answer
        searching._more()
        driver.until(lambda shown=shown: searching.answer is not shown)
        assert model.rows()[: len(first)] == first
        assert all(row is known for row, known in zip(model.rows(), first, strict=False)), (
            "they were made anew"
        )
        first = model.rows()
    hits = searching.answer.hits
    assert len({hit.article_id for hit in hits}) == 70
    assert [hit.rank for hit in hits] == list(range(1, 71))
    before = model.rows()
    stale = dataclasses.replace(searching.answer, offset=8, generation=-5)
    with qtbot.waitSignal(searching.answered):
        searching._show(0, stale)  # the index went on meanwhile: all is asked again
    assert [row.hit.article_id for row in model.rows()] == [row.hit.article_id for row in before]
    driver.close()


def test_an_answer_in_the_order_of_the_one_before() -> None:
    before = answer(tuple(hit(number) for number in (1, 2, 3, 4)), divider=2)
    now = answer(tuple(hit(number) for number in (9, 2, 1, 4, 3)), divider=3)
    assert [one.path for one in _in_the_order_of(before, now).hits] == [
        "1.txt",
        "2.txt",
        "9.txt",
        "3.txt",
        "4.txt",
    ]


def test_rows_stay_where_they_are_after_a_correction(qtbot: QtBot, archive: Callable[..., Path]) -> None:
    """The corrected article has fewer hits now; it falls behind only with the next search."""
    texts = {
        f"{number}.txt": f"Harbour day {number}\n\nThe council met on Monday.\n\n"
        + "The harbour of Elsing froze.\n\n" * number
        for number in range(1, 6)
    }
    driver = Driver(qtbot, archive(texts))
    try:
        driver.until_indexed()
        driver.open_first("harbour froze")
        window = driver.window
        before = [row.hit.path for row in window.results.model.rows()]
        stored = window.reading.stored
        blocks = [n for n, block in enumerate(stored.article.blocks) if "froze" in block.text]
        window.archive.holder.library().correct(stored.key, blocks, keep=False, scope=Scope.ARTICLE)
        window.correcting.noted.emit()
        hits = window.results.model.rows()[0].hit.hits
        driver.until(lambda: window.results.model.rows()[0].hit.hits < hits)
        driver.until(lambda: not window.searching.lane.busy)
        assert [row.hit.path for row in window.results.model.rows()] == before
    finally:
        driver.close()


def test_enter_waits_for_the_answer_to_what_was_typed(driver: Driver) -> None:
    driver.search("pildegovics")
    driver.window.top.search.setText("verhofstadt")
    driver.window.searching.enter(False)
    driver.until(lambda: driver.window.reading.stored is not None)
    assert driver.headline == "Russia closes ranks with EU"


def test_enter_on_nothing_opens_nothing(driver: Driver) -> None:
    driver.search("zzzz")
    driver.window.searching.enter(False)
    assert driver.window.reading.stored is None
    driver.window.searching.set_query("")
    driver.window.searching.enter(False)
    assert driver.window.reading.stored is None


def test_enter_on_an_empty_list_waits_while_the_index_is_being_built(driver: Driver) -> None:
    window = driver.window
    driver.search("nato")
    whole = window.searching.answer
    window.searching._show(0, dataclasses.replace(whole, hits=(), total=0, complete=False))
    window.searching.enter(False)
    assert window.reading.stored is None
    window.searching._show(0, whole)
    driver.until(lambda: window.reading.stored is not None)
