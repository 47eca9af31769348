"""Tabs in the window: closed, opened again, restored, each where it was left."""

from dataclasses import replace

from PySide6.QtGui import QGuiApplication

from driver import Driver
from pressmark.values import ArticleKey


def two_tabs(driver: Driver) -> tuple[ArticleKey, ArticleKey]:
    driver.search("nato")
    first, second = (ArticleKey(row.hit.path) for row in driver.window.results.model.rows())
    desk = driver.window.reading
    desk.open(first, query="nato")
    opened(driver, first)
    desk.open(second, in_new_tab=True, query="nato")
    opened(driver, second)
    return first, second


def opened(driver: Driver, key: ArticleKey) -> None:
    driver.until(lambda: driver.window.reading.stored is not None and key.means(driver.window.reading.stored))


def test_the_tabs_are_told_and_restored_each_at_its_place(driver: Driver) -> None:
    first, second = two_tabs(driver)
    tabs, view = driver.window.reading.tabs, driver.window.reader.view
    view.go_to(24, 2)
    places = [view.place()]
    tabs.step(1)
    opened(driver, first)
    view.go_to(24, 4)
    places.insert(0, view.place())
    known, front = tabs.left()
    assert (len(known), front) == (2, 0)
    assert [place[1:] for place in known] == places
    driver.window.reading.clear()
    moved = replace(known[1][0], path="moved.txt")
    tabs.restore([known[0], (ArticleKey("gone.txt", "gone"), 3, 0), (moved, *places[1])], 0)
    opened(driver, first)
    assert view.place() == places[0]
    tabs.step(1)
    opened(driver, second)
    assert view.place() == places[1]
    assert len(driver.window.reader.tabs) == 2


def test_a_tab_comes_back_with_its_hit_and_its_card(driver: Driver) -> None:
    first, second = two_tabs(driver)
    tabs, view, related = driver.window.reading.tabs, driver.window.reader.view, driver.window.related
    driver.until_related()
    driver.window.reading.go_to_hit(1)
    driver.window.relating.step(1)
    hit, chosen = view.current_hit, related.chosen
    assert hit > 1
    assert chosen is not None
    tabs.step(1)
    opened(driver, first)
    tabs.step(1)
    opened(driver, second)
    driver.until_related()
    assert view.current_hit == hit
    assert related.chosen == chosen


def test_closing_a_tab_behind_leaves_the_one_in_front_alone(driver: Driver) -> None:
    first, second = two_tabs(driver)
    desk = driver.window.reading
    stored = desk.stored
    driver.window.reader.row.closed.emit(0)
    assert desk.stored is stored
    assert len(driver.window.reader.tabs) == 1
    desk.tabs.reopen()
    opened(driver, first)
    assert second == ArticleKey(driver.window.reader.tabs[0].article.path)


def test_the_open_article_in_a_new_tab_has_its_name_there_too(driver: Driver) -> None:
    _, second = two_tabs(driver)
    driver.window.reading.open(second, in_new_tab=True, query="nato")
    tabs = driver.window.reader.tabs
    assert [tab.title for tab in tabs[1:]] == [driver.headline] * 2
    assert tabs[2].article == driver.window.reading.stored.key


def test_close_the_others_then_all(driver: Driver) -> None:
    first, _ = two_tabs(driver)
    row = driver.window.reader.row
    row.others_closed.emit(0)
    opened(driver, first)
    assert len(row.tabs) == 1
    assert row.can_reopen
    row.all_closed.emit()
    driver.until(lambda: not driver.window.reader.shows_article)
    assert driver.window.status.hits_text == ""
    row.reopen_wanted.emit()
    opened(driver, first)


def test_the_path_of_a_tab_is_copied(driver: Driver, seeds) -> None:
    first, _ = two_tabs(driver)
    driver.window.reader.row.path_wanted.emit(0)
    assert QGuiApplication.clipboard().text() == str(seeds / first.path)
