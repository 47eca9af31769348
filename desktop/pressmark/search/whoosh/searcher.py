"""Searches the index: a tree in, the best articles, how many there are, and their years and outlets out."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import RLock

import numpy as np

from pressmark.errors import ArchiveError
from pressmark.search.engine import Found
from pressmark.search.query_terms import Term, Terms, first_form, terms_of
from pressmark.search.query_tree import Node, without_filter
from pressmark.search.whoosh.arrays import Floats, Ints
from pressmark.search.whoosh.evaluate import Evaluator, Matched, Stopped
from pressmark.search.whoosh.open_index import OpenIndex
from pressmark.search.whoosh.schema import first_day, last_day
from pressmark.search.whoosh.storage import check_whole, index_generation
from pressmark.values import Filters, Sort
from pressmark.words import stem

MOST_OFFERS = 5
"""Other spellings offered for a word."""
SHORT_WORD = 4
"""Letters up to which a word may differ by one letter only to be offered."""
MOST_ALSO = 6
"""Other words with the same stem that are named."""
_ALSO_LOOKED_AT = 400


class Searcher:
    """An open index; one search at a time, from any thread. Sees a new commit after `refresh`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = RLock()
        with self._blaming_damage():
            self._index = OpenIndex(folder)

    @property
    def generation(self) -> int:
        """The commit that is searched."""
        return self._index.generation

    def refresh(self) -> bool:
        """Go over to the last commit; return whether there was a newer one."""
        if index_generation(self._folder) == self._index.generation:
            return False
        with self._blaming_damage():
            opened = OpenIndex(self._folder)
        with self._lock:
            self._index = opened
        return True

    def count(self) -> int:
        """Return how many articles the index has."""
        return self._index.count

    def close(self) -> None:
        """Let the files go."""
        with self._lock:
            self._index.segments.clear()

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
        """Find the articles of a query: `limit` of them, from place `offset` on.

        `without` are the numbers of articles that are gone.
        """
        with self._lock, self._blaming_damage():
            evaluator = Evaluator(self._index, stop)
            try:
                every, most = evaluator.all_and_most(tree)
                terms = terms_of(tree, spelled=evaluator.spelled)
                alive = self._index.alive
                if without:
                    alive = alive & ~np.isin(self._index.ids, np.fromiter(without, np.int64, len(without)))
                found = self._found(every, most, terms, alive, filters, sort, slice(offset, offset + limit))
                years, outlets = self._counted(evaluator, tree, every, alive, filters)
                return replace(found, years=years, outlets=outlets)
            except Stopped:
                return Found(complete=False)

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return words of the archive that are spelled like this one, the most frequent first."""
        plain = first_form(word)[0]
        with self._lock, self._blaming_damage():
            near = self._index.spelled_like("word", plain, 1 if len(plain) <= SHORT_WORD else 2)
        near.pop(plain, None)
        return tuple(sorted(near, key=lambda term: (-near[term][1], near[term][0], term))[:MOST_OFFERS])

    def also(self, word: str) -> tuple[str, ...]:
        """Return other words of the archive that a plain word finds, because they have the same stem."""
        plain, root = first_form(word)
        with self._lock, self._blaming_damage():
            near = self._index.terms_beginning("word", root[: max(3, len(root) - 2)], _ALSO_LOOKED_AT)
        return tuple(sorted(other for other in near if other != plain and stem(other) == root)[:MOST_ALSO])

    @contextmanager
    def _blaming_damage(self) -> Iterator[None]:
        """Raise IndexDamaged instead of whatever garbage in the files leads to; what is our fault stays as it is."""
        try:
            yield
        except (ArchiveError, Stopped):
            raise
        except Exception:
            check_whole(self._folder)
            raise

    def _found(
        self,
        every: Matched,
        most: Matched,
        terms: Terms,
        alive: Ints,
        filters: Filters,
        sort: Sort,
        places: slice,
    ) -> Found:
        """Put the documents that may be found in order, and count them."""
        index = self._index
        outlet, dated = self._filtered(filters)
        allowed = alive & outlet & dated
        matching = np.flatnonzero(every.mask & allowed)
        best = self._best(matching, every.scores, sort, places.stop)
        rest = places.stop - len(best)
        if rest > 0:
            partial = np.flatnonzero(most.mask & allowed)
            best = np.concatenate((best, self._best(partial, most.scores, Sort.RELEVANCE, rest)))
        best = best[places]
        return Found(
            tuple(index.ids[best].tolist()),
            tuple(every.scores[best].tolist()),
            len(matching),
            min(max(len(matching) - places.start, 0), len(best)),
            words=tuple(self._words(term) for term in terms.terms),
            terms=terms,
            generation=index.generation,
        )

    def _counted(
        self, evaluator: Evaluator, tree: Node, every: Matched, alive: Ints, filters: Filters
    ) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[str, int], ...]]:
        """Count by year and by outlet what choosing another one would find: without the filter it takes the place of."""
        outlet, dated = self._filtered(filters)

        def beside(name: str) -> Ints:
            rest = without_filter(tree, name)
            if rest is tree:
                return every.mask & alive
            return alive if rest is None else evaluator.all_and_most(rest)[0].mask & alive

        return self._years(beside("date") & outlet), self._outlets(beside("outlet") & dated)

    def _words(self, term: Term) -> tuple[str, ...]:
        """Return what a word of the query stands for in this archive."""
        if not term.stems:
            return (term.label, *sorted(term.words - {term.label}))
        return (term.label, *self.also(term.label))

    def _filtered(self, filters: Filters) -> tuple[Ints, Ints]:
        index = self._index
        outlet = np.ones(index.size, dtype=bool)
        dated = outlet
        if filters.outlet:
            outlet = index.of_outlet(filters.outlet)
        if filters.first_date or filters.last_date:
            low, high = first_day(filters.first_date), last_day(filters.last_date) or 99999999
            dated = (index.first_days > 0) & (index.last_days >= low) & (index.first_days <= high)
        return outlet, dated

    def _best(self, docs: Ints, scores: Floats, sort: Sort, limit: int) -> Ints:
        """Return the first `limit` documents in the order asked for; the unknown days come last."""
        days = self._index.first_days[docs].astype(np.int64)
        if sort is Sort.NEWEST:
            keys: Ints = -days
        elif sort is Sort.OLDEST:
            keys = np.where(days > 0, days, 1 << 40)
        else:
            keys = -scores[docs]
        if len(docs) > 4 * limit > 0:
            edge = np.partition(keys, limit - 1)[limit - 1]
            near = np.flatnonzero(keys <= edge)
            docs, keys, days = docs[near], keys[near], days[near]
        order = np.lexsort((self._index.ids[docs], -days, -scores[docs], keys))
        return docs[order[:limit]]

    def _years(self, mask: Ints) -> tuple[tuple[int, int], ...]:
        """Count articles by year; one dated by a range of days counts in each year that the range reaches into."""
        known = mask & (self._index.first_days > 0)
        firsts, lasts = self._index.first_days[known] // 10000, self._index.last_days[known] // 10000
        ranges = np.flatnonzero(firsts < lasts)
        later = [np.arange(firsts[at] + 1, lasts[at] + 1) for at in ranges]
        found, counts = np.unique(np.concatenate([firsts, *later]), return_counts=True)
        return tuple(zip(found.tolist(), counts.tolist(), strict=True))

    def _outlets(self, mask: Ints) -> tuple[tuple[str, int], ...]:
        counts = np.bincount(self._index.outlet_of[mask], minlength=len(self._index.outlets)).tolist()
        named = [
            (name, count) for name, count in zip(self._index.outlets, counts, strict=True) if count and name
        ]
        return tuple(sorted(named, key=lambda pair: (-pair[1], pair[0])))
