"""Another version of an article is shown once."""

from pressmark.relate.article_versions import without_versions
from pressmark.relate.counterpart import Counterpart
from pressmark.values import ArticleDate, Relation, RelationKind


def found(block: int, other: int, cover: float, outlet: str = "Echo") -> Counterpart:
    made = Relation(
        block,
        block,
        "",
        RelationKind.FACT,
        1.0,
        other,
        "",
        "",
        outlet,
        ArticleDate(),
        0,
        0,
        "",
        (),
        (),
        "Why.",
    )
    return Counterpart(made, cover)


def shown(rows: list[list[Counterpart]], outlet: str = "Echo") -> list[list[tuple[int, RelationKind]]]:
    return [[(r.other_id, r.kind) for r in row] for row in without_versions(rows, outlet, len(rows))]


def test_half_of_the_passages_make_a_version() -> None:
    rows = [[found(0, 2, 0.3), found(0, 3, 0.3)], [found(1, 2, 1.0)], [found(2, 2, 1.0)], []]
    assert shown(rows) == [[(3, RelationKind.FACT)], [(2, RelationKind.WORDING)], [], []]
    (row,) = [row for row in without_versions(rows, "Echo", 4) if row and row[0].other_id == 2]
    assert row[0].reason == "Another version of this article: 2 of its 4 passages are the same."


def test_less_than_half_or_another_outlet_does_not() -> None:
    assert shown([[found(0, 2, 1.0)], [found(1, 2, 0.5)], []]) == [
        [(2, RelationKind.FACT)],
        [(2, RelationKind.FACT)],
        [],
    ]
    rows = [[found(0, 2, 1.0, "Tribune")], [found(1, 2, 1.0, "Tribune")]]
    assert shown(rows) == [[(2, RelationKind.FACT)], [(2, RelationKind.FACT)]]
