"""What the house asks of a search engine: two protocols, of the writer and of the searcher, and what goes in and out.

Whoever would put another engine in the place of the one in `whoosh/` meets these, and `opening.py` names it.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from pressmark.search.query_terms import Terms
from pressmark.search.query_tree import Node
from pressmark.values import Filters, Sort


@dataclass(frozen=True, slots=True)
class Document:
    """An article as it is indexed.

    `body` is the article text and `aside` what was set aside; a blank line parts what no phrase may cross.
    `date` and `date_end` are ISO 8601 with what is known, or empty.
    """

    id: int
    headline: str = ""
    body: str = ""
    aside: str = ""
    outlet: str = ""
    section: str = ""
    author: str = ""
    date: str = ""
    date_end: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought.

    `ids` are article numbers, best first, from the place that was asked for; the first `divider` of them match, the
    others have most words. `total` counts the articles that match; `years` and `outlets` count what choosing one of
    them finds, in place of a filter of the query. `words` gives for each word of the query those it stands for;
    `generation` is the commit that was searched. With `complete` False the search was stopped and the rest means
    nothing.
    """

    ids: tuple[int, ...] = ()
    scores: tuple[float, ...] = ()
    total: int = 0
    divider: int = 0
    years: tuple[tuple[int, int], ...] = ()
    outlets: tuple[tuple[str, int], ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    terms: Terms = field(default_factory=Terms)
    complete: bool = True
    generation: int = -1


class IndexWriting(Protocol):
    """The one writer of an index: nothing can be found before `commit`, and what was not committed is gone with `close`.

    Its methods raise IndexDamaged, and DataFolderProblem where the disk is full or read-only.
    """

    def replace(self, documents: Iterable[Document]) -> None:
        """Take documents in; each takes the place of the one of the same number."""

    def remove(self, article_ids: Iterable[int]) -> None:
        """Take articles out; numbers the index does not have are passed over."""

    def commit(self) -> int:
        """Make everything so far findable; return the new generation."""

    def close(self) -> None:
        """Let the index go."""


class IndexSearching(Protocol):
    """An open index that is asked from any thread; raises IndexDamaged where it cannot be read."""

    @property
    def generation(self) -> int:
        """The commit that is searched."""

    def refresh(self) -> bool:
        """Go over to the last commit; return whether there was a newer one."""

    def count(self) -> int:
        """Return how many articles the index has."""

    def search(
        self,
        tree: Node,
        *,
        filters: Filters = Filters(),  # noqa: B008
        sort: Sort = Sort.RELEVANCE,
        limit: int = 20,
        offset: int = 0,
        without: Collection[int] = (),
        stop: Callable[[], bool] = lambda: False,
    ) -> Found:
        """Find the articles of a query: `limit` of them, from place `offset` on, best first.

        `without` are the numbers of articles that are gone.
        """

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return words of the archive that are spelled like this one, the most frequent first."""

    def close(self) -> None:
        """Let the files go."""
