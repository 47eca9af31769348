"""Two passages and what was found about them -> the relation that is shown."""

from collections.abc import Callable, Sequence

from pressmark.catalog.catalog import Catalog
from pressmark.relate.corpus import corpus_of
from pressmark.relate.counterpart import relation
from pressmark.values import Article, RelationKind, Span

MakeArticle = Callable[..., Article]
MakeCatalog = Callable[[Sequence[Article]], Catalog]
WRECK = "Divers from Port Elsing found the wreck of the ferry near the harbour."


def test_a_relation_shows_the_block_and_of_a_very_long_one_the_passage(
    article: MakeArticle, catalog: MakeCatalog
) -> None:
    both = catalog(
        [article("Echo", [WRECK]), article("Tribune", ["x", f"{WRECK} " * 40], "2001-10-03", "Deep")]
    )
    held = corpus_of(both).held_articles.of([1, 2])
    assert len(held[2].passages) > 1
    spans = ((Span(0, 6, "shared"),), (Span(0, 6, "shared"),))
    made = relation((held[1], 0), (held[2], 1), RelationKind.WORDING, 1.5, spans, "Why.")
    assert (made.block, made.first_line, made.text, made.spans) == (0, 0, WRECK, spans[0])
    assert (made.other_id, made.other_path, made.other_outlet, made.other_headline) == (
        2,
        "2.txt",
        "Tribune",
        "Deep",
    )
    assert (made.other_block, made.other_first_line, made.other_date.start) == (1, 2, "2001-10-03")
    assert made.other_text == held[2].passages[1].text
    assert made.other_text[0:6] == "Divers"
    assert (made.score, made.reason, made.kind) == (1.5, "Why.", RelationKind.WORDING)
