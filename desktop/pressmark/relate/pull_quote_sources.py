"""Within one article: the pull quotes and the passages they are drawn from."""

from collections.abc import Sequence

from pressmark.relate import reasons, shared_marks
from pressmark.relate.align import Alignment, align
from pressmark.relate.article_passages import ArticlePassages
from pressmark.relate.counterpart import relation
from pressmark.relate.weighed_words import WeighedWords
from pressmark.values import BlockKind, Relation, RelationKind

# A pull quote is drawn from a passage that has so much of it, in order and with little between.
DRAWN, DENSITY = 0.8, 0.6
SCORE = 3.0  # before anything from another article


def pulled(asked: ArticlePassages, wordings: Sequence[WeighedWords]) -> dict[int, list[Relation]]:
    """Return, by the number of the passage, pull quotes with the passages they are drawn from, and the reverse."""
    blocks = asked.stored.article.blocks
    numbers = range(len(wordings))
    quotes = [at for at in numbers if blocks[asked.passages[at].block].kind is BlockKind.PULL_QUOTE]
    found: dict[int, list[Relation]] = {}
    for quote in quotes:
        sources = [
            (alignment.same, -at)
            for at in numbers
            if at not in quotes and (alignment := _drawn(wordings[quote], wordings[at])) is not None
        ]
        if sources:
            source = -max(sources)[1]
            found.setdefault(quote, []).append(_relation(asked, wordings, quote, source, pulled_here=True))
            found.setdefault(source, []).append(_relation(asked, wordings, source, quote, pulled_here=False))
    return found


def _drawn(quote: WeighedWords, source: WeighedWords) -> Alignment | None:
    """Return how a pull quote stands in a passage, if it does."""
    alignment = align(quote, source)
    if alignment is None or alignment.same < DRAWN * len(quote.words):
        return None
    return alignment if alignment.same >= DENSITY * alignment.length else None


def _relation(
    asked: ArticlePassages, wordings: Sequence[WeighedWords], here: int, there: int, *, pulled_here: bool
) -> Relation:
    """Return the relation of two passages of the article; the stretch is the same whichever comes first."""
    alignment = align(wordings[here], wordings[there])
    assert alignment is not None
    return relation(
        (asked, here),
        (asked, there),
        RelationKind.QUOTATION,
        SCORE,
        shared_marks.of_stretch(wordings[here], wordings[there], alignment),
        reasons.of_pull_quote(wordings[here], wordings[there], alignment, pulled_here=pulled_here),
    )
