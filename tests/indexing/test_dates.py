"""A date for an article that prints none."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from pressmark.catalog.catalog import Catalog
from pressmark.indexing.dates import inferred
from pressmark.indexing.pipeline import index
from pressmark.values import Article, ArticleDate, Certainty, Relation, RelationKind, StoredArticle

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
