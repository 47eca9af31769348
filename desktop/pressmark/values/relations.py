"""How passages of articles are related."""

from dataclasses import dataclass
from enum import StrEnum

from pressmark.values.articles import ArticleDate, Span


class RelationKind(StrEnum):
    """How two passages are related, strongest first."""

    QUOTATION = "quotation"
    WORDING = "wording"
    FACT = "fact"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Relation:
    """A passage of one article and its counterpart in another (or the same) article.

    `spans` and `other_spans` mark, in the two texts, what they share ("shared"), where a shared word is spelled
    otherwise ("spelled"), and where other words stand in a shared stretch ("differs"). `block` and `other_block` are
    the numbers of the blocks in their articles.
    """

    block: int
    first_line: int
    text: str
    kind: RelationKind
    score: float
    other_id: int
    other_path: str
    other_headline: str
    other_outlet: str
    other_date: ArticleDate
    other_block: int
    other_first_line: int
    other_text: str
    spans: tuple[Span, ...]
    other_spans: tuple[Span, ...]
    reason: str
