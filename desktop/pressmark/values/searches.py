"""A search: its order and filters, and what it brought."""

from dataclasses import dataclass
from enum import StrEnum

from pressmark.values.articles import ArticleDate, Span


class Sort(StrEnum):
    """The order of a result list."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a result list is narrowed to, beside the query; dates are ISO 8601 and inclusive."""

    outlet: str = ""
    first_date: str = ""
    last_date: str = ""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of an article's text with the hits in it; a span's kind is the number of its query word."""

    text: str
    spans: tuple[Span, ...]
    first_line: int
    set_aside: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One article of a result list."""

    rank: int
    article_id: int
    path: str
    headline: str
    outlet: str
    date: ArticleDate
    score: float
    hits: int
    hits_set_aside: int
    snippets: tuple[Snippet, ...]
    like_this: tuple[str, ...] = ()
    read: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """A query the person may have meant, and how many articles it finds."""

    query: str
    total: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search brought: the best hits first; those from `divider` on have only most of the words.

    The hits are those from place `offset` of all that was found; `more_from` is the place after them, 0 where there
    are no more. Only places of one `generation` of the index belong together. With `begun` the last word of the query
    was taken for one that is still being typed. `filters` are the outlet and days it is narrowed to, as (field, words).
    """

    query: str
    explanation: str
    notices: tuple[str, ...]
    total: int
    divider: int
    complete: bool
    milliseconds: float
    hits: tuple[Hit, ...]
    words: tuple[str, ...] = ()
    years: tuple[tuple[int, int], ...] = ()
    outlets: tuple[tuple[str, int], ...] = ()
    offers: tuple[Offer, ...] = ()
    offset: int = 0
    more_from: int = 0
    generation: int = -1
    begun: bool = False
    filters: tuple[tuple[str, str], ...] = ()
