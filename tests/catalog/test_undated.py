"""Articles that say nothing of their day, and those that may vouch for them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from catalog_source import source
from pressmark.catalog.catalog import Catalog
from pressmark.catalog.changes import Changes, Read
from pressmark.catalog.undated import statistics, told_of, undated, vouching
from pressmark.values import ArticleDate, Certainty

Make = Callable[..., Read]


@pytest.fixture
def changes(catalog: Catalog) -> Changes:
    return Changes(catalog)


def without_date(read: Read, **more: str) -> Read:
    return replace(read, article=replace(read.article, date=ArticleDate(), **more))


def test_who_waits_and_who_vouches(catalog: Catalog, changes: Changes, read: Make) -> None:
    assert undated(catalog) == []
    assert {number for number, _ in vouching(catalog)} == {1, 2, 3}
    changes.add_article(source("9.txt"), without_date(read(9)))
    (one,) = undated(catalog)
    assert (one.id, one.found_by) == (4, None)
    assert len(one.runs) > 0
    changes.set_date(
        4, ArticleDate("2001-10-03", "2001-10-04", Certainty.INFERRED, "shares a passage"), b"others"
    )
    (one,) = undated(catalog)
    assert one.found_by == b"others"
    assert {number for number, _ in vouching(catalog)} == {1, 2, 3}


def test_one_that_prints_its_day_after_all_waits_no_more(
    catalog: Catalog, changes: Changes, read: Make
) -> None:
    changes.add_article(source("9.txt"), without_date(read(9)))
    changes.set_date(
        4, ArticleDate("2001-10-03", "2001-10-04", Certainty.INFERRED, "shares a passage"), b"others"
    )
    changes.judge_again(4, read(9))
    assert undated(catalog) == []


def test_what_is_told_changes_with_the_text_and_the_day_of_one_that_vouches(
    catalog: Catalog, changes: Changes, read: Make
) -> None:
    before = told_of(catalog, [1, 2, 3])
    assert before[1][0] == "digest-1"
    assert len(before) == 3
    changes.judge_again(1, without_date(read(1)))
    changes.judge_again(2, replace(read(2), words=7))
    after = told_of(catalog, [1, 2, 3])
    assert [before[number] == after[number] for number in (1, 2, 3)] == [False, False, True]
    changes.set_date(1, ArticleDate("2001", "2001", Certainty.INFERRED, "shares a passage"), b"")
    assert told_of(catalog, [1]) == {1: after[1]}, "an inferred day is no part of it"


def test_statistics_come_in_the_order_asked_for(catalog: Catalog) -> None:
    assert list(statistics(catalog, [3, 1])) == [3, 1]


def test_those_that_wait_are_found_without_a_look_at_all_articles(catalog: Catalog) -> None:
    asked: list[str] = []
    catalog.database.connection.set_trace_callback(asked.append)
    undated(catalog)
    catalog.database.connection.set_trace_callback(None)
    (plan,) = catalog.database.connection.execute(f"EXPLAIN QUERY PLAN {asked[0]}")
    assert "articles_undated" in plan[-1]
