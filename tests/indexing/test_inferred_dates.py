"""A date for an article that prints none."""

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command import pressmark
from pressmark.catalog.catalog import Catalog
from pressmark.catalog.changes import Changes
from pressmark.indexing.inferred_dates import infer_dates, inferred
from pressmark.indexing.pipeline import index
from pressmark.values import Article, ArticleDate, Certainty, Relation, RelationKind, StoredArticle
from texts import WORDS

Write = Callable[[dict[str, str | bytes]], Path]
SEEDS = Path(__file__).parents[2] / "seeds"
UNDATED = StoredArticle(
    1, ("a.txt",), "", 0, Article("A", (), "", "", "", "", ArticleDate(), "en", "", "", ())
)


def relation(
    other: int,
    day: str,
    kind: RelationKind = RelationKind.QUOTATION,
    block: int = 0,
    certainty: Certainty = Certainty.PRINTED,
) -> Relation:
    date = ArticleDate(day, day, certainty)
    return Relation(
        block,
        block,
        "",
        kind,
        1.0,
        other,
        f"{other}.txt",
        f"Story {other}",
        "Echo",
        date,
        0,
        0,
        "",
        (),
        (),
        "",
    )


def test_the_seed_is_dated_by_the_quotations_it_shares(tmp_path: Path) -> None:
    assert list(index(SEEDS, tmp_path))[-1].finished
    catalog = Catalog(tmp_path)
    moscow_times, bbc = (
        catalog.article(catalog.number_at(path)).article.date
        for path in ("000_69e3f591311bab25.txt", "003_71e0031a2701ba35.txt")
    )
    catalog.close()
    assert moscow_times == ArticleDate(
        "2001-10-03",
        "2001-10-04",
        Certainty.INFERRED,
        "shares 2 quotations with “Russia closes ranks with EU” (BBC News), dated 2001-10-03",
    )
    assert (bbc.start, bbc.end, bbc.certainty) == ("2001-10-03", "2001-10-03", Certainty.PRINTED)


@pytest.mark.parametrize(
    ("relations", "start", "end"),
    [
        ([], None, None),
        ([relation(2, "2001-10-03")], "2001-10-03", "2001-10-04"),
        ([relation(2, "2001-10-03"), relation(3, "2001-10-05")], "2001-10-03", "2001-10-05"),
        ([relation(2, "2001-10-03"), relation(3, "2001-10-06")], None, None),
        ([relation(2, "2001-10-03", RelationKind.FACT)], None, None),
        ([relation(2, "2001-10")], None, None),
        ([relation(2, "2001-10-03", certainty=Certainty.INFERRED)], None, None),
        ([relation(1, "2001-10-03")], None, None),
    ],
)
def test_counterparts_date_an_article(
    relations: Sequence[Relation], start: str | None, end: str | None
) -> None:
    found = inferred(UNDATED, tuple(relations))
    assert (found.start, found.end) == (start, end)


def test_the_evidence_names_the_article_that_shares_most() -> None:
    relations = [
        relation(2, "2001-10-04"),
        relation(3, "2001-10-03", block=1),
        relation(3, "2001-10-03", RelationKind.WORDING, 2),
    ]
    assert (
        inferred(UNDATED, tuple(relations)).evidence
        == "shares 2 passages with “Story 3” (Echo), dated 2001-10-03"
    )
    assert (
        inferred(UNDATED, (relations[0],)).evidence
        == "shares 1 quotation with “Story 2” (Echo), dated 2001-10-04"
    )


SAID = [
    "“We shall raise the harbour wall by two feet before the winter storms come,” the harbour master said on that day.",
    "“Nobody in the lantern works was asked about copper, and nobody will be,” the minister told the council of Elsing.",
    "“The violin was found under the old bridge, wrapped in a letter to the captain,” the festival office wrote to us.",
]


def undated_story(number: int, said: str = "") -> str:
    """Return an article without a date; no two share a line but for what is said."""
    own = "\n\n".join(
        f"In part {number * 7 + at} of the {WORDS[(number + at) % 24]} report the {WORDS[(number * at) % 24]} of street "
        f"{number} asked for a {WORDS[(number + 5 * at) % 24]} and waited for {at + number} answers that never came."
        for at in range(3)
    )
    return f"Report {number} of the {WORDS[number % 24]}\n\n{own}\n\n{said}\n"


def dated_story(day: str, said: str) -> str:
    return (
        f"Word of the {day} from Elsing\n{day} October 2001\n\n{said}\n\n"
        f"The people of the {day} street heard of it in the evening and did not know what they should think of it.\n"
    )


def dates(root: Path, data: Path) -> dict[str, tuple[str | None, str | None, str]]:
    """Index a folder into its data folder; return the date of each article by path."""
    assert list(index(root, data))[-1].finished
    catalog = Catalog(data)
    try:
        paths = [file.path for file in catalog.files()]
        found = {path: catalog.article(catalog.number_at(path)).article.date for path in paths}
        return {path: (date.start, date.end, date.evidence) for path, date in found.items()}
    finally:
        catalog.close()


def test_undated_articles_beyond_the_first_hundreds_are_dated_too(archive: Write, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"u{at:03}.txt": undated_story(at) for at in range(400)}
    files["u399.txt"] = undated_story(399, SAID[0])
    root = archive(files)
    assert dates(root, tmp_path / "data")["u399.txt"] == (None, None, "")
    (root / "v.txt").write_text(dated_story("3", SAID[0]), encoding="utf-8")
    found = dates(root, tmp_path / "data")
    assert found["u399.txt"] == (
        "2001-10-03",
        "2001-10-04",
        "shares 1 quotation with “Word of the 3 from Elsing”, dated 2001-10-03",
    )
    assert [path for path, date in found.items() if date[0]] == ["u399.txt", "v.txt"]


def test_an_inferred_date_goes_with_what_it_was_inferred_from(archive: Write, tmp_path: Path) -> None:
    root = archive({"u.txt": undated_story(1, SAID[0]), "v.txt": dated_story("3", SAID[0])})
    data = tmp_path / "data"
    assert dates(root, data)["u.txt"][0] == "2001-10-03"
    (root / "v.txt").write_text(dated_story("5", SAID[0]), encoding="utf-8")
    assert dates(root, data)["u.txt"][0] == "2001-10-05"
    (root / "w.txt").write_text(dated_story("9", SAID[0]), encoding="utf-8")
    assert dates(root, data)["u.txt"][0] is None, "those that vouch contradict each other"
    (root / "w.txt").unlink()
    assert dates(root, data)["u.txt"][0] == "2001-10-05"
    (root / "v.txt").write_text(dated_story("5", SAID[1]), encoding="utf-8")
    assert dates(root, data)["u.txt"] == (None, None, "")
    (root / "v.txt").unlink()
    assert dates(root, data) == {"u.txt": (None, None, "")}


def test_the_search_follows_a_date_that_is_taken_back(archive: Write, tmp_path: Path) -> None:
    root = archive({"u.txt": undated_story(1, SAID[0]), "v.txt": dated_story("3", SAID[0])})
    found = pressmark("search", root, "date:2001", "--json").records[0]
    assert found["total"] == 2
    (root / "v.txt").unlink()
    pressmark("index", root)
    assert pressmark("search", root, "date:2001", "--json").records[0]["total"] == 0


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(8)), st.sets(st.integers(0, 7), max_size=3))
def test_dates_depend_on_the_folder_and_not_on_how_it_came_there(order: list[int], gone: set[int]) -> None:
    pages = [undated_story(at, SAID[at % 3]) for at in range(4)]
    pages += [dated_story(day, said) for day, said in zip("3478", [*SAID, SAID[0]], strict=True)]
    with TemporaryDirectory() as folder:
        root, data, anew = (Path(folder) / name for name in ("archive", "data", "anew"))
        root.mkdir()
        for step in range(0, 8, 3):
            for number in order[step : step + 3]:
                (root / f"{number}.txt").write_text(pages[number], encoding="utf-8")
            dates(root, data)
        for number in gone:
            (root / f"{number}.txt").unlink()
        if len(gone) < 8:
            assert dates(root, data) == dates(root, anew)


def test_only_what_a_change_touches_is_looked_at_again(archive: Write, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"u{at}.txt": undated_story(at, SAID[at % 3]) for at in range(6)}
    root = archive(files | {"v.txt": dated_story("3", SAID[0]), "w.txt": dated_story("4", SAID[1])})
    data = tmp_path / "data"

    def looked_at() -> int:
        list(index(root, data))
        catalog = Catalog(data)
        try:
            store = Changes(catalog)
            store.set_meta(dates="due")
            return len(list(infer_dates(catalog, store)))
        finally:
            catalog.close()

    assert looked_at() == 0, "the run itself has looked at all"
    catalog = Catalog(data)
    with catalog.database.transaction() as change:
        change.execute(
            "UPDATE articles SET date_start='2001-10-07', date_end='2001-10-07' WHERE headline LIKE 'Word of the 4%'"
        )
    store = Changes(catalog)
    store.set_meta(dates="due")
    assert len(list(infer_dates(catalog, store))) == 2, "those that share what the changed one says"
    catalog.close()
