"""The one object a front end holds, on an indexed archive."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from calls import calls
from pressmark.catalog.changes import Changes
from pressmark.errors import IndexDamaged, NotInArchive
from pressmark.indexing.pipeline import index
from pressmark.library import Library
from pressmark.search.query_parser import parse
from pressmark.values import ArticleKey, Correction, Filters, Reason, Scope, Sort, Totals
from texts import article

Write = Callable[..., Path]


@pytest.fixture
def library(archive: Write, tmp_path: Path) -> Iterator[Library]:
    """Twelve articles, a copy, and an empty file."""
    files = {f"echo/{number:02}.txt": article(number) for number in range(12)}
    root = archive(
        files
        | {"copy.txt": article(3), "void.txt": "", "cp.txt": "Bürgermeister höflich größer".encode("cp1252")}
    )
    list(index(root, tmp_path / "data"))
    made = Library(root, tmp_path / "data")
    yield made
    made.close()


def test_search(library: Library) -> None:
    answer = library.search("number3")
    assert (answer.total, answer.complete, answer.divider) == (1, True, 1)
    (hit,) = answer.hits
    assert {hit.path, *hit.like_this} == {"copy.txt", "echo/03.txt"}
    assert all("number3" in s.text[span.start : span.end] for s in hit.snippets for span in s.spans)
    assert not hit.read
    library.open_article(ArticleKey(hit.path), "number3")
    assert library.search("number3").hits[0].read


def test_corrections_are_listed_with_where_they_were_made(library: Library) -> None:
    stored = library.article_at("echo/05.txt")
    number = next(n for n, block in enumerate(stored.article.blocks) if len(block.text) > 80)
    text = stored.article.blocks[number].text
    for scope in (Scope.ARTICLE, Scope.OUTLET):
        library.correct(stored.key, [number], keep=False, scope=scope)
    newest, *_ = library.listed_corrections()
    assert (newest.correction.text, newest.headline) == (text, stored.article.headline)
    assert library.place_of(newest.correction) == (stored.key, number)
    gone = Correction(Scope.ARTICLE, "no such digest", "k", "x", False, "", "no/such.txt")
    with pytest.raises(NotInArchive):
        library.place_of(gone)
    library.user.correct([gone])
    assert library.listed_corrections()[0].headline == ""


def test_a_key_press_asks_each_thing_once(library: Library) -> None:
    """However many hits there are, the person's database is asked for the corrections and for those hits alone."""
    for number in range(12):
        library.user.mark_read(f"of another article {number}")
    asked: list[str] = []
    library.user._database.connection.set_trace_callback(asked.append)
    with calls(parse) as counted:
        assert len(library.search("Elsing").hits) == 12
    assert counted == {"parse": 1}
    assert len([sql for sql in asked if "max(serial)" in sql]) <= 2
    assert [sql for sql in asked if "FROM reading" in sql and "WHERE digest IN" not in sql] == []


def test_pages_put_together_are_the_whole(library: Library) -> None:
    whole = library.search("Elsing", limit=12)
    pages = [library.search("Elsing", limit=5, offset=offset) for offset in (0, 5, 10)]
    assert tuple(hit for page in pages for hit in page.hits) == whole.hits
    assert [page.divider for page in pages] == [5, 5, 2]
    assert [page.more_from for page in pages] == [5, 10, 0]
    assert {page.total for page in pages} == {whole.total}


def test_a_vanished_article_is_not_counted(library: Library) -> None:
    """Its rows stay in the index until the next commit, and for a moment it is not even known that they must go."""
    changes = Changes(library.catalog)
    before = library.search("Elsing", limit=5)
    gone = before.hits[0]
    changes.forget_files([gone.path.encode(), *(path.encode() for path in gone.like_this)])
    changes.drop_articles_without_files()
    after = library.search("Elsing", limit=5)
    assert (before.total, after.total, len(after.hits), after.divider) == (12, 11, 5, 5)
    assert sum(count for _, count in after.years) == sum(count for _, count in before.years) - 1
    assert library.find("Elsing", limit=20)[0].total == 11
    with library.catalog.database.transaction() as change:
        change.execute("DELETE FROM removed")
    library._kept = {}
    after = library.search("Elsing", limit=5)
    assert (after.total, len(after.hits), after.divider, after.more_from) == (11, 4, 4, 5)
    assert [hit.rank for hit in after.hits] == [1, 2, 3, 4]


def test_an_offer_where_nothing_is_found(library: Library) -> None:
    answer = library.search("ellsing")
    assert answer.total == 0
    assert "elsing" in [offer.query.lower() for offer in answer.offers]
    answer = library.search("titel:street number3")
    assert answer.total == 0
    assert answer.offers[0].query == "title:street number3", "the field that was meant comes first"
    assert library.search("").hits == ()
    assert library.search("\ud800").total == 0


def test_filters_and_order(library: Library) -> None:
    newest = library.search("Elsing", sort=Sort.NEWEST).hits
    days = [hit.date.start or "" for hit in newest]
    assert days == sorted(days, reverse=True)
    year = days[0][:4]
    only = library.search("Elsing", filters=Filters(first_date=year, last_date=year))
    assert {(hit.date.start or "")[:4] for hit in only.hits} == {year}
    found, where = library.find("Elsing", limit=3)
    assert (found.total, len(where)) == (12, 3)
    assert all(where)


def test_a_stopped_search_is_not_complete(library: Library) -> None:
    assert not library.search("Elsing", stop=lambda: True).complete


def test_marks(library: Library) -> None:
    opened = library.open_article(ArticleKey("echo/05.txt"), "Elsing number5")
    assert len(opened.marks) == len(opened.stored.article.blocks)
    texts = [
        block.text[span.start : span.end]
        for block, spans in zip(opened.stored.article.blocks, opened.marks, strict=True)
        for span in spans
    ]
    assert {text.lower() for text in texts} == {"elsing", "number5"}
    assert library.marks(opened.stored, " ") == ()


def test_articles_and_health(library: Library) -> None:
    assert library.totals() == Totals(15, 13, 1, 1)
    assert len(list(library.files())) == 15
    with pytest.raises(NotInArchive):
        library.article(999)
    known = list(library.articles_of([ArticleKey("echo/01.txt"), ArticleKey("none.txt")]))
    assert known[0] is not None
    assert known[0].path == "echo/01.txt"
    assert known[1] is None
    assert isinstance(library.related(library.article_at("echo/01.txt")), tuple)


def test_an_article_is_known_by_its_content_then_by_its_path(library: Library) -> None:
    first, second = library.article_at("echo/01.txt"), library.article_at("echo/02.txt")
    for key, meant in (
        (first.key, first),
        (ArticleKey("moved/away.txt", first.digest), first),
        (ArticleKey(second.path, first.digest), first),
        (ArticleKey(second.path, "of a content that is gone"), second),
    ):
        assert library.article_of(key) == meant
        assert key.means(meant) == (key.digest == meant.digest)
    with pytest.raises(NotInArchive):
        library.article_of(ArticleKey("moved/away.txt", "of a content that is gone"))
    with pytest.raises(NotInArchive, match="changed meanwhile"):
        library.correct(ArticleKey(second.path, "old"), [0], keep=False, scope=Scope.ARTICLE)


def test_an_encoding_is_chosen(library: Library) -> None:
    library.choose_encoding("cp.txt", "cp1251")
    list(index(library.root, library.data))
    assert library.article_at("cp.txt").article.encoding == "cp1251"
    assert library.search("Bьrgermeister").total == 1
    with pytest.raises(NotInArchive):
        library.choose_encoding("none.txt", "utf-8")


def test_damage_is_told_and_mended_by_the_next_run(library: Library) -> None:
    for file in (library.data / "index").glob("*.arrays"):
        file.write_bytes(b"garbage")
    library._searcher = None
    with pytest.raises(IndexDamaged):
        library.search("Elsing")
    list(index(library.root, library.data))
    assert library.search("Elsing").total == 12


def test_nothing_indexed_yet(tmp_path: Path) -> None:
    library = Library(tmp_path, tmp_path / "data")
    answer = library.search("anything")
    library.close()
    assert (answer.total, answer.complete, library.notices) == (0, False, ())


def test_from_any_thread(library: Library) -> None:
    totals: list[int] = []
    threads = [
        threading.Thread(target=lambda: totals.append(library.search("Elsing").total)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert totals == [12] * 8


def test_a_correction_is_seen_at_once_and_undone(library: Library) -> None:
    stored = library.article_at("echo/05.txt")
    number = next(n for n, b in enumerate(stored.article.blocks) if "number5" in b.text and not b.set_aside)
    hits = library.search("number5").hits[0]
    before = library.correct(stored.key, [number], keep=False, scope=Scope.ARTICLE)
    block = library.article(stored.id).article.blocks[number]
    assert (block.set_aside, block.reason) == (True, Reason.YOU)
    now = library.search("number5").hits[0]
    assert (now.hits, now.hits_set_aside) == (hits.hits - 1, hits.hits_set_aside + 1), (
        "also in the articles kept"
    )
    assert library.correct(stored.key, [number], keep=False, scope=Scope.ARTICLE) == (), (
        "nothing is left to say"
    )
    again = library.put_back(before)
    assert library.article(stored.id).article == stored.article
    library.put_back(again)
    assert library.article(stored.id).article.blocks[number].set_aside
    assert library.pages_touched(again) == 1
    made = [one for one in library.made() if one.kind == "correction"]
    assert [(one.value, one.path) for one in made] == [("not article text", "echo/05.txt")]


def test_what_is_set_aside_is_not_related(archive: Write, tmp_path: Path) -> None:
    shared = (
        "The harbour pilots of Port Elsing voted on Tuesday to refuse every vessel without a licensed tug, "
        "and their chairwoman called the ministry's silence on the matter a disgrace to the coast."
    )
    root = archive(
        {f"{outlet}/{n}.txt": article(n) + f"\n{shared}\n" for n, outlet in ((1, "echo"), (2, "post"))}
    )
    list(index(root, tmp_path / "own"))
    library = Library(root, tmp_path / "own")
    one, other = library.article_at("echo/1.txt"), library.article_at("post/2.txt")
    assert [r.other_id for r in library.related(one) if r.text == shared] == [other.id]
    number = next(n for n, b in enumerate(other.article.blocks) if b.text == shared)
    before = library.correct(other.key, [number], keep=False, scope=Scope.ARTICLE)
    assert not [r for r in library.related(library.article(other.id)) if r.text == shared]
    list(index(root, tmp_path / "own"))
    assert not [r for r in library.related(one) if r.text == shared], (
        "nor from the other side, once the index has followed"
    )
    library.put_back(before)
    list(index(root, tmp_path / "own"))
    assert [r.other_id for r in library.related(one) if r.text == shared] == [other.id]
    library.close()
