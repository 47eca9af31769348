"""What a query finds in the invented archive."""

import pickle
from itertools import product
from pathlib import Path

import pytest

from pressmark.search.engine import Document, Found
from pressmark.search.query_parser import parse
from pressmark.search.query_text import narrowed, of_outlet
from pressmark.search.whoosh.searcher import Searcher
from pressmark.search.whoosh.writer import IndexWriter
from pressmark.values import Filters, Sort


def matching(searcher: Searcher, query: str, *, typing: bool = False, **options: object) -> set[int]:
    found = searcher.search(parse(query, typing=typing).tree, limit=50, **options)  # type: ignore[arg-type]
    assert found.complete
    assert found.total == found.divider
    return set(found.ids[: found.divider])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ferry", {1, 13, 14}),
        ("nato", {2, 4}),
        ("NATO expansion", {2}),
        ("expansion", {2, 14}),
        ("expand", {2, 3}),
        ("defence", {3, 4}),
        ("defense -treaty", {4}),
        ("treaty OR budget", {3, 4}),
        ("(treaty OR budget) ministers", {3}),
        ("fer?y", {1, 13, 14}),
        ("f?rr* sank", {13}),
        ("*bour", {1}),
        ("exp*n", {2, 14}),
        ("*pan*", {2, 3, 14}),
        ("c?f?", {8, 9}),
        ("-*a* ferry", {1, 13, 14}),
        ("title:f?rry", {1, 13}),
        ("title:expan*n", {2}),
        ("outlet:trib?ne f*y", {13, 14}),
        ("*президент*", {11}),
        ("z?z", set()),
        ("W-2", {5}),
        ("w2", {5}),
        ("F-16", {4}),
        ("16 jets", {4}),
        ("s/s", {7}),
        ("C++", {7}),
        ("9/11", {6}),
        ("911", set()),
        ("3.5%", {4}),
        ("3.5", {4}),
        ("co-operation", {5, 6}),
        ("cooperation", {5, 6}),
        ('"security cooperation goes"', {5}),
        ('"co-operation agreement"', {6}),
        ('"the cooperation agreement"', {6}),
        ("short-term", {1}),
        ('"short term loan"', {1}),
        ('"loan short"', set()),
        ('"sank loan"', set()),
        ("Banquo", {7}),
        ("O'Brien", {6}),
        ("obrien", {6}),
        ("brien", {6}),
        ("cafe", {8, 9}),
        ("CAFÉ centre", {8, 9}),
        ("organization", {8, 9}),
        ("us president", {10}),
        ('"the press met"', {10}),
        ('"met the press"', {10}),
        ('"press president"', set()),
        ('"press president"~4', {10}),
        ("президента", {11}),
        ("東京", {12}),
        ("経済会議", {12}),
        ("京東", set()),
        ("expan*", {2, 3, 14}),
        ("expansoin~", {2, 14}),
        ("naive", {15}),
        ("AT&T", {15}),
        ("state-of-the-art", {15}),
        ('outlet:"bbc news"', {2, 6, 10}),
        ("outlet:bbc -president", {2, 6}),
        ("title:ferry", {1, 13}),
        ("author:thorne", {1, 7}),
        ("section:local", {1, 8, 9, 13}),
        ("title:(cafe opens)", {8}),
        ("title:ca*", {8, 9}),
        ("date:2001-10", {1, 2, 10, 11, 13}),
        ("date:2002-02-10", {5}),
        ("date:2003-06", {6}),
        ("before:2001", {8}),
        ("after:2004", {12, 14, 15}),
        ("date:2002..2003", {4, 5, 6}),
        ("ferry before:2005", {1, 13}),
        ("-the", {5, 11, 12, 14}),
        ("nonsense", set()),
        ("", set()),
    ],
)
def test_queries(searcher: Searcher, query: str, expected: set[int]) -> None:
    assert matching(searcher, query) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("fer", {1, 13, 14}),
        ("organis", {8}),
        ("nato exp", {2}),
        ("f", {1, 4, 5, 6, 13, 14}),
        ("co-op", {5, 6}),
        ('"met the pre', {10}),
        ('"press pre', set()),
        ('"the pre', {10}),
        ('"pre', {10}),
        ("outlet:trib", {4, 5, 9, 13, 14, 15}),
        ("date:200", {1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 14, 15}),
        ("ferry date:", {1, 13, 14}),
    ],
)
def test_a_word_being_typed(searcher: Searcher, typed: str, expected: set[int]) -> None:
    assert matching(searcher, typed, typing=True) == expected


def test_every_letter_of_a_query_finds_something(searcher: Searcher) -> None:
    query = "cooperation agreement"
    for end in range(1, len(query) + 1):
        assert 6 in searcher.search(parse(query[:end], typing=True).tree, limit=50).ids, query[:end]


def test_set_aside_text_comes_last(searcher: Searcher) -> None:
    assert searcher.search(parse("ferry").tree).ids[-1] == 14


def test_words_that_fit_are_named(searcher: Searcher) -> None:
    found = searcher.search(parse("*and*").tree)
    assert found.words == (("*and*", "and", "expand", "expanded"),)
    assert found.terms.terms[0].words == {"and", "expand", "expanded"}


def test_the_divider_parts_all_words_from_most(searcher: Searcher) -> None:
    found = searcher.search(parse("treaty ministers ferry").tree)
    assert (found.total, found.divider) == (0, 0)
    assert found.ids[0] == 3
    found = searcher.search(parse("defence treaty").tree, limit=1)
    assert (found.ids, found.total, found.divider) == ((3,), 1, 1)


def test_pages_go_on_below_the_divider(searcher: Searcher) -> None:
    tree = parse("ferry loan elsing").tree
    whole = searcher.search(tree)
    assert len(whole.ids) > whole.divider > 0
    pages = [searcher.search(tree, limit=1, offset=offset) for offset in range(len(whole.ids) + 1)]
    assert tuple(number for page in pages for number in page.ids) == whole.ids
    assert [page.divider for page in pages] == [int(at < whole.divider) for at in range(len(pages))]
    without = searcher.search(tree, without=[whole.ids[0]])
    assert (without.ids, without.total) == (whole.ids[1:], whole.total - 1)


def test_what_must_be_there_holds_below_the_divider(searcher: Searcher) -> None:
    found = searcher.search(parse("ferry harbour zebra outlet:echo -menu").tree)
    assert set(found.ids) == set()
    assert set(searcher.search(parse("ferry harbour zebra outlet:echo").tree).ids) == {1}


def test_order(searcher: Searcher) -> None:
    tree = parse("cafe OR ferry OR ghost").tree
    newest = searcher.search(tree, sort=Sort.NEWEST).ids
    assert (newest[:2], set(newest[2:4]), newest[4:]) == ((14, 9), {1, 13}, (8, 7))
    assert searcher.search(tree, sort=Sort.OLDEST).ids[0] == 8
    assert searcher.search(tree, sort=Sort.OLDEST).ids[-1] == 7
    assert searcher.search(tree, sort=Sort.NEWEST, limit=2).ids == (14, 9)
    scores = searcher.search(tree).scores
    assert list(scores) == sorted(scores, reverse=True)


def test_filters_and_facets(searcher: Searcher) -> None:
    tree = parse("ferry").tree
    found = searcher.search(tree, filters=Filters(outlet="Tribune", first_date="2001", last_date="2001-12"))
    assert found.ids == (13,)
    assert found.outlets == (("The Elsing Echo", 1), ("Tribune", 1))
    assert found.years == ((2001, 1), (2006, 1))
    assert searcher.search(tree, filters=Filters(outlet="No such")).ids == ()


def test_a_stopped_search_says_so(searcher: Searcher) -> None:
    assert searcher.search(parse("ferry").tree, stop=lambda: True) == Found(complete=False)


def test_suggestions_and_other_forms(searcher: Searcher) -> None:
    assert "expansion" in searcher.suggest("expantion")
    assert "ferry" in searcher.suggest("fery")
    assert searcher.suggest("zzzzzz") == ()
    assert searcher.also("expand") == ("expanded",)
    assert searcher.search(parse("expand ferry").tree).words == (("expand", "expanded"), ("ferry",))


def test_found_terms_travel(searcher: Searcher) -> None:
    terms = searcher.search(parse('ferry "old pier" expansoin~').tree).terms
    assert pickle.loads(pickle.dumps(terms)) == terms
    assert "expansion" in terms.terms[2].words


def test_refresh_sees_a_commit(tmp_path: Path) -> None:
    with IndexWriter(tmp_path / "i") as writer:
        searcher = Searcher(tmp_path / "i")
        assert (searcher.count(), searcher.refresh()) == (0, False)
        assert searcher.search(parse("x").tree) == searcher.search(parse("x").tree)
        writer.replace([Document(5, "x", "y")])
        writer.commit()
        assert searcher.refresh()
        assert searcher.count() == 1
        assert searcher.search(parse("x").tree).ids == (5,)
        searcher.close()


OUTLETS = [
    "The Times",
    "The Times of India",
    'Il "Sole" 24 Ore',
    "„Der Tag“",
    "the times",
    "Times",
    "Tag (Der)",
    "A=B",
]
RANGES = ["2001-10-03", "2001-10", "2002", "", "2001-12-30"]
TYPED = [
    "ferry",
    "fer",
    "ferry pie",
    '"the old fer',
    "“the old",
    "ferry (pier OR",
    "date:2001 ferry",
    "-ferryman old ",
    "ferry pier old",
]


@pytest.fixture(scope="module")
def outlets(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """An archive of outlets whose names contain one another, quotation marks, and the query language's own signs."""
    texts = ["The old ferry sank at the pier.", "Ferries and old piers.", "The oldest ferryman."]
    folder = tmp_path_factory.mktemp("outlets") / "index"
    with IndexWriter(folder) as writer:
        writer.replace(
            [
                Document(
                    number,
                    "Ferry",
                    texts[number % 3],
                    "",
                    outlet,
                    date=date,
                    date_end="2002-01-02" if day == 4 else date,
                )
                for number, (outlet, (day, date)) in enumerate(product(OUTLETS, enumerate(RANGES)))
            ]
        )
        writer.commit()
    return Searcher(folder)


@pytest.mark.parametrize("typed", TYPED)
def test_a_filter_finds_as_many_as_were_counted(outlets: Searcher, typed: str) -> None:
    def ask(query: str) -> Found:
        return outlets.search(parse(query, typing=not query.endswith(" ")).tree)

    found = ask(typed)
    assert len(found.outlets) == len(OUTLETS)
    for name, count in found.outlets:
        assert ask(narrowed(typed, of_outlet(name))).total == count, name
    for year, count in found.years:
        assert ask(narrowed(typed, f"date:{year}")).total == count, year
    assert sum(count for _, count in found.outlets) == found.total
