"""From the bar to the results."""

import dataclasses

import pytest

from driver import Driver
from pressmark.values import Sort


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
