"""What is written into the catalog, and what the index is told to learn."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from catalog_source import source
from pressmark.catalog.catalog import Catalog
from pressmark.catalog.changes import NEVER, Changes, Read
from pressmark.errors import NotInArchive
from pressmark.values import ArticleDate, Certainty, FileState


@pytest.fixture
def changes(catalog: Catalog) -> Changes:
    """The write side."""
    return Changes(catalog)


def lacking(changes: Changes) -> list[int]:
    """Return what the index lacks."""
    return [number for _, number in changes.unindexed_after(0, 100)]


def hand_over(changes: Changes) -> None:
    """Have the index know all."""
    changes.indexed([serial for serial, _ in changes.unindexed_after(0, 100)], range(100), 1)
    assert changes.lacking() == 0


def test_what_is_known(changes: Changes) -> None:
    known = changes.known_files()
    assert set(known) == {b"1.txt", b"2.txt", b"3.txt", b"copy.txt", b"void.txt"}
    assert (known[b"1.txt"].size, known[b"1.txt"].mtime_ns, known[b"1.txt"].digest) == (10, 20, "digest-1")
    assert known[b"void.txt"].reason == "The file is empty."
    assert [changes.number_of(f"digest-{number}") for number in (1, 2, 3, 4)] == [1, 2, 3, None]
    assert changes.states_of([b"copy.txt", b"none"]) == [FileState.DUPLICATE]
    assert [found.path for found in changes.sources_of(1)] == ["1.txt", "copy.txt"]
    assert changes.standing_for(1, b"copy.txt") == "1.txt"
    assert changes.standing_for(1, b"1.txt") == ""


def test_the_copy_stands_for_an_article_whose_file_is_gone(catalog: Catalog, changes: Changes) -> None:
    changes.put_file(source("third.txt"), "digest-1", FileState.DUPLICATE, "the same content as 1.txt", 1)
    hand_over(changes)
    changes.forget_files([b"1.txt", b"2.txt"])
    assert changes.drop_articles_without_files() == 1
    assert catalog.article(1).paths == ("copy.txt", "third.txt")
    assert {record.path: record.reason for record in catalog.files()}[
        "third.txt"
    ] == "the same content as copy.txt"
    assert catalog.removed() == [2]
    assert lacking(changes) == []
    with pytest.raises(NotInArchive):
        catalog.article(2)


def test_a_moved_file_keeps_its_article(catalog: Catalog, changes: Changes) -> None:
    changes.forget_files([b"2.txt"])
    assert lacking(changes) == [1, 3]
    changes.put_file(source("moved.txt"), "digest-2", FileState.ARTICLE, "", 2)
    assert changes.drop_articles_without_files() == 0
    assert lacking(changes) == [1, 2, 3]
    assert catalog.number_at("moved.txt") == 2


def test_a_change_after_the_handing_over_is_handed_over_too(
    changes: Changes, read: Callable[..., Read]
) -> None:
    handed = changes.unindexed_after(0, 100)
    changes.change_article(2, read(22, "digest-2"))
    assert changes.unindexed_after(handed[-1][0], 100) == [(handed[-1][0] + 1, 2)]
    changes.indexed([serial for serial, _ in handed], [], 5)
    assert lacking(changes) == [2]


def test_a_lost_index(catalog: Catalog, changes: Changes) -> None:
    hand_over(changes)
    assert catalog.meta("index_generation") == "1"
    changes.distrust_index()
    assert catalog.meta("index_generation") == str(NEVER)
    changes.index_everything()
    assert (lacking(changes), catalog.meta("index_generation", "none")) == ([1, 2, 3], "none")


def test_dates(catalog: Catalog, changes: Changes, read: Callable[..., Read]) -> None:
    hand_over(changes)
    assert changes.dates_due()
    changes.set_meta(dates="done")
    assert not changes.dates_due()
    inferred = ArticleDate("2001-10-03", "2001-10-04", Certainty.INFERRED, "shares a quotation")
    changes.set_date(1, inferred, b"others")
    assert lacking(changes) == [1]
    assert catalog.article(1).article.date.evidence == "shares a quotation"
    hand_over(changes)
    changes.set_date(1, inferred, b"different others")
    assert lacking(changes) == [], "nothing changed that the index knows"
    changes.set_date(1, ArticleDate(), b"no others")
    assert (lacking(changes), catalog.article(1).article.date) == ([1], ArticleDate())
    assert not changes.dates_due()
    for change in (
        lambda: changes.change_article(2, read(2)),
        lambda: changes.set_outlet(2, "Echo", "a guess"),
        lambda: changes.add_article(source("9.txt"), read(9)),
        lambda: (changes.forget_files([b"9.txt"]), changes.drop_articles_without_files()),
    ):
        changes.set_meta(dates="done")
        change()
        assert changes.dates_due()
    changes.set_meta(dates="done")
    changes.drop_articles_without_files()
    assert not changes.dates_due()


def test_all_or_nothing(catalog: Catalog, changes: Changes, read: Callable[..., Read]) -> None:
    with pytest.raises(KeyError), changes.together():
        changes.add_article(source("9.txt"), read(9))
        changes.touch(source("1.txt", 99))
        raise KeyError
    assert changes.number_of("digest-9") is None
    assert changes.known_files()[b"1.txt"].size == 10
    changes.touch(source("1.txt", 99))
    assert changes.known_files()[b"1.txt"].size == 99
    assert catalog.totals().files == 5


def test_published_again(changes: Changes) -> None:
    hand_over(changes)
    assert lacking(changes) == []
    changes.publish_again([2, 3])
    assert lacking(changes) == [2, 3]


def test_outlets_whose_articles_changed(
    catalog: Catalog, changes: Changes, read: Callable[..., Read]
) -> None:
    def stale() -> list[str]:
        found = changes.stale_outlets()
        for outlet in found:
            changes.compared(outlet)
        return found

    assert (stale(), stale()) == (["Echo"], [])
    tribune = replace(read(7), article=replace(read(7).article, outlet="Tribune"))
    changes.change_article(2, tribune)
    assert stale() == ["Echo", "Tribune"], "one lost an article, the other won it"
    changes.judge_again(2, replace(tribune, evidence=b"more"))
    changes.note_evidence(3, b"other")
    assert stale() == []
    assert [(n, told) for n, _, _, told in catalog.pages_of("Tribune")] == [(2, b"more")]
    assert [(n, told) for n, _, _, told in catalog.pages_of("Echo")] == [(1, b""), (3, b"other")]
    changes.forget_files([b"2.txt"])
    assert stale() == ["Tribune"], "another file may stand for it, in another folder"
    changes.drop_articles_without_files()
    assert stale() == ["Tribune"]
    changes.put_file(source("new.txt"), "digest-1", FileState.DUPLICATE, "", 1)
    assert stale() == ["Echo"]


def test_a_batch_costs_the_same_however_many_files_there_are(
    catalog: Catalog, changes: Changes, read: Callable[..., Read]
) -> None:
    """Counted in steps of SQLite's machine, in thousands; with a look at all files there were 20 and more."""
    one = read(4)
    with changes.together():
        for number in range(10, 2_000):
            changes.add_article(source(f"{number}.txt"), replace(one, digest=f"digest-{number}"))
    thousands: list[None] = []
    catalog.database.connection.set_progress_handler(lambda: thousands.append(None), 1_000)
    assert len(changes.unindexed_after(0, 10)) == 10
    catalog.database.connection.set_progress_handler(None, 0)
    assert len(thousands) <= 1
