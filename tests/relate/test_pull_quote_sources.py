"""Pull quotes and the passages they are drawn from."""

from collections.abc import Callable, Sequence

from pressmark.catalog.catalog import Catalog
from pressmark.relate.relater import Relater
from pressmark.values import Article, BlockKind, Relation, RelationKind

MakeArticle = Callable[..., Article]
MakeCatalog = Callable[[Sequence[Article]], Catalog]
FULL = "“The harbour wall cannot, I fear, carry another winter storm of this strength,” Mayor Ida Krog said."
PULLED = "The harbour wall cannot carry another winter storm of this strength"


def relations(catalog: MakeCatalog, found: Article) -> tuple[Relation, ...]:
    made = catalog([found])
    return Relater(made).of_article(made.article(1))


def test_both_directions_are_related_within_the_article(article: MakeArticle, catalog: MakeCatalog) -> None:
    found = relations(catalog, article("Echo", [(BlockKind.PULL_QUOTE, PULLED), FULL]))
    assert [(r.block, r.other_block, r.kind, r.other_id) for r in found] == [
        (0, 1, RelationKind.QUOTATION, 1),
        (1, 0, RelationKind.QUOTATION, 1),
    ]
    assert {r.reason for r in found} == {"The pull quote leaves out “I fear”."}


def test_captions_and_paragraphs_that_repeat_are_not_related(
    article: MakeArticle, catalog: MakeCatalog
) -> None:
    assert relations(catalog, article("Echo", [(BlockKind.CAPTION, PULLED), FULL, PULLED])) == ()


def test_a_pull_quote_of_other_words_is_not_related(article: MakeArticle, catalog: MakeCatalog) -> None:
    other = "The harbour wall is made of concrete blocks that were cast in Marrow Bay"
    assert relations(catalog, article("Echo", [(BlockKind.PULL_QUOTE, other), FULL])) == ()
