"""Each state's page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from driver import Driver
from pressmark.gui.window.empty_states import SAMPLE_ARTICLE, SAMPLE_QUERY
from pressmark.indexing.lock import ArchiveLock
from pressmark.paths import archive_data


def ways(driver: Driver) -> list[str]:
    layout = driver.window.reader.page._ways
    return [layout.itemAt(n).widget().accessibleName() for n in range(layout.count())]


def press(driver: Driver, words: str) -> None:
    layout = driver.window.reader.page._ways
    buttons = [layout.itemAt(n).widget() for n in range(layout.count())]
    next(button for button in buttons if words in button.accessibleName()).click()


def test_the_welcome_has_three_things_to_try(driver: Driver) -> None:
    assert driver.window.reader.page.title == "Welcome to Pressmark"
    assert len(ways(driver)) == 3
    press(driver, SAMPLE_QUERY)
    driver.until(lambda: driver.window.reading.stored is not None)
    assert driver.window.searching.query == SAMPLE_QUERY


def test_the_quotation_is_shown_with_its_counterparts(driver: Driver, seeds: Path) -> None:
    assert (seeds / SAMPLE_ARTICLE).is_file()
    press(driver, "Read a quotation")
    driver.until(lambda: driver.window.related.model.rowCount() > 0)
    assert driver.window.reading.stored.path == SAMPLE_ARTICLE


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("zzzzxx", "This word stands in no article of the archive."),
        ("zzzz xxxx", "No article of this archive has these words together."),
    ],
)
def test_nothing_found_says_why_and_offers_a_way_on(driver: Driver, query: str, sentence: str) -> None:
    driver.search(query)
    page = driver.window.reader.page
    driver.until(lambda: page.title == f"Nothing found for “{query}”")
    assert page._sentence.text() == sentence
    assert ways(driver)[-1] == "Clear the search"


def test_with_results_one_chooses(driver: Driver) -> None:
    driver.search("nato")
    assert (
        driver.window.reader.page._sentence.text()
        == "Choose an article on the left, or press Enter for the first."
    )


def test_the_page_is_filled_only_when_the_state_changes(driver: Driver) -> None:
    driver.window.show_state()
    before = [driver.window.reader.page._ways.itemAt(n).widget() for n in range(3)]
    driver.window.show_state()
    assert [driver.window.reader.page._ways.itemAt(n).widget() for n in range(3)] == before


@pytest.mark.parametrize(
    ("files", "title", "first"),
    [
        ({}, "No articles in this folder", "Open another folder…"),
        ({"empty.txt": b""}, "No articles in this folder", "See why"),
        (None, "The articles are out of reach", "Look again"),
    ],
)
def test_an_archive_without_articles(
    qtbot: QtBot,
    archive: Callable[..., Path],
    tmp_path: Path,
    files: dict[str, bytes] | None,
    title: str,
    first: str,
) -> None:
    root = archive(files) if files is not None else tmp_path / "gone"
    driver = Driver(qtbot, root)
    try:
        driver.until(lambda: driver.window.reader.page.title == title)
        driver.until(lambda: ways(driver)[0] == first)
        assert driver.window.reader.page._sentence.text()
    finally:
        driver.close()


def test_an_archive_that_another_one_indexes_is_searched_as_far_as_it_is(
    qtbot: QtBot, archive: Callable[..., Path]
) -> None:
    root = archive({"a.txt": b"Ferry\n\nThe ferry sails in winter again.\n"})
    with ArchiveLock(archive_data(root)):
        driver = Driver(qtbot, root)
        try:
            driver.until(lambda: "Another Pressmark is indexing" in driver.window.notice.case)
            assert "cannot be read" not in driver.window.reader.page.title
        finally:
            driver.close()
