"""Two passages and what was found about them -> the relation that is shown."""

from dataclasses import dataclass

from pressmark.reading.passages import LONGEST
from pressmark.relate.article_passages import ArticlePassages
from pressmark.relate.shared_marks import Spans
from pressmark.values import Passage, Relation, RelationKind, Span


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A relation, and the share of the shorter passage that is the same."""

    relation: Relation
    cover: float


def relation(
    one: tuple[ArticlePassages, int],
    other: tuple[ArticlePassages, int],
    kind: RelationKind,
    score: float,
    spans: tuple[Spans, Spans],
    reason: str,
) -> Relation:
    """Return the relation of two passages, given as an article and the number of its passage."""
    here, there = one[0].passages[one[1]], other[0].passages[other[1]]
    text, own_spans = _shown(one[0], here, spans[0])
    other_text, other_spans = _shown(other[0], there, spans[1])
    stored = other[0].stored
    return Relation(
        block=here.block,
        first_line=here.first_line,
        text=text,
        kind=kind,
        score=score,
        other_id=stored.id,
        other_path=stored.path,
        other_headline=stored.article.headline,
        other_outlet=stored.article.outlet,
        other_date=stored.article.date,
        other_block=there.block,
        other_first_line=there.first_line,
        other_text=other_text,
        spans=own_spans,
        other_spans=other_spans,
        reason=reason,
    )


def _shown(held: ArticlePassages, passage: Passage, spans: Spans) -> tuple[str, Spans]:
    """Return the text of the whole block with the spans in it; of a very long block only the passage."""
    text = held.stored.article.blocks[passage.block].text
    if len(text) > LONGEST:
        return passage.text, spans
    return text, tuple(
        Span(span.start + passage.start, span.end + passage.start, span.kind) for span in spans
    )
