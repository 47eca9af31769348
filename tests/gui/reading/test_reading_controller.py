"""The desk: articles, tabs, the way back."""

from dataclasses import replace

from driver import Driver
from pressmark.values import ArticleKey, Opened


def keys(driver: Driver) -> list[ArticleKey]:
    driver.search("nato")
    return [ArticleKey(row.hit.path) for row in driver.window.results.model.rows()]


def opened(driver: Driver, key: ArticleKey) -> None:
    driver.until(lambda: driver.window.reading.stored is not None and key.means(driver.window.reading.stored))


def test_back_and_forward_over_articles(driver: Driver) -> None:
    first, second = keys(driver)
    desk = driver.window.reading
    for key in (first, second):
        desk.open(key, query="nato")
        opened(driver, key)
    driver.window.reader.view.go_to(12, 3)
    place = driver.window.reader.view.place()
    desk.back()
    opened(driver, first)
    desk.forward()
    opened(driver, second)
    assert driver.window.reader.view.place() == place


def test_putting_everything_away_drops_answers_still_to_come(driver: Driver) -> None:
    first, _ = keys(driver)
    desk = driver.window.reading
    desk.open(first, query="nato")
    desk.clear()
    assert not any(lane.busy for lane in desk.lanes())
    assert desk.stored is None
    assert not desk.trail.can_go_back
    driver.search("expansion")
    assert desk.stored is None, "the article asked for before does not come"


def test_an_article_is_opened_by_its_file(driver: Driver, seeds) -> None:
    name = min(path.name for path in seeds.glob("*.txt"))
    driver.window.reading.open_at(name, with_related=False)
    driver.until(lambda: driver.window.reading.stored is not None)
    assert driver.window.reading.stored.path == name


def test_a_file_that_is_not_there_is_said(driver: Driver) -> None:
    driver.window.reading.open_at("gone.txt", with_related=False)
    driver.until(lambda: driver.window.notice.isVisible())
    assert "gone.txt" in driver.window.notice.text


def test_the_hits_are_said(driver: Driver) -> None:
    first, _ = keys(driver)
    driver.window.reading.open(first, query="nato")
    opened(driver, first)
    total = driver.window.reader.view.hit_count
    assert driver.window.status.hits_text == f"hit 1 of {total}"
    driver.window.reading.show_query("zzzz")
    driver.until(lambda: driver.window.status.hits_text == "")


def test_the_open_article_is_shown_again_and_no_other(driver: Driver) -> None:
    first, second = keys(driver)
    desk, view = driver.window.reading, driver.window.reader.view
    desk.open(first, query="nato")
    opened(driver, first)
    library = driver.window.archive.holder.library()
    stored = library.article_of(second)
    desk.show_again(Opened(stored, ()))
    assert first.means(desk.stored)
    place = view.place()
    stored = library.article_of(first)
    named = replace(stored, article=replace(stored.article, headline="Another headline"))
    desk.show_again(Opened(named, library.marks(stored, "nato")))
    assert driver.window.reader.tab.title == "Another headline"
    assert view.place() == place


def test_an_article_judged_anew_is_shown_anew_without_a_jump(driver: Driver) -> None:
    desk, view = driver.window.reading, driver.window.reader.view
    driver.open_first("verhofstadt")
    driver.until_related()  # their marks take room beside the text
    view.go_to(30, 5)
    number = view.first_block_in_view()
    was = desk.stored
    top = view._rect(view._text_block(number)).top()
    blocks = was.article.blocks
    at = next(n for n, b in enumerate(blocks) if b.set_aside and blocks[n + 1].set_aside)
    assert at < number
    joined = replace(blocks[at], last_line=blocks[at + 1].last_line)
    fewer = replace(was, article=replace(was.article, blocks=(*blocks[:at], joined, *blocks[at + 2 :])))
    desk.show_again(Opened(fewer, ()))
    driver.until_related()
    assert desk.stored is fewer
    assert view._rect(view._text_block(number - 1)).top() == top, "its block has another number now"
    driver.window.archive.finished.emit()
    driver.until(lambda: desk.stored is not fewer)
    assert desk.stored.article == was.article
    assert view._rect(view._text_block(number)).top() == top
    same = desk.stored
    desk.read_again()
    driver.until(lambda: not desk._again.busy)
    assert desk.stored is same, "what has not changed is not shown anew"
