"""The passages of the articles that are compared, kept for the next article: its neighbours are much the same."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pressmark.catalog.catalog import Catalog
from pressmark.reading.passages import passages
from pressmark.relate.boilerplate import Repeats
from pressmark.relate.terms import Hashes, stems
from pressmark.relate.vectors import ArticleVectors, Floats
from pressmark.relate.wording import Wording
from pressmark.values import Passage, Span, StoredArticle

MOST_KEPT = 300  # articles kept; each takes about 20 kB
FEWEST_STEMS = 5  # different content words a passage has at least


@dataclass(frozen=True, slots=True)
class Holding:
    """An article with its passages that can be related.

    The arrays have one entry for each different stem of each passage: the number of the passage, the stem, how
    often it stands there, and its tf-idf weight, by which the passage has length 1.
    """

    stored: StoredArticle
    passages: tuple[Passage, ...]
    owner: NDArray[np.int32]
    stem: Hashes
    count: NDArray[np.int32]
    weight: Floats
    lengths: NDArray[np.int32]

    def wording(self, passage: int, vectors: ArticleVectors) -> Wording:
        """Return the words of a passage."""
        chosen = self.passages[passage]
        spans = self.stored.article.blocks[chosen.block].spans
        quotations = [
            Span(span.start - chosen.start, span.end - chosen.start)
            for span in spans
            if span.kind == "quotation"
        ]
        return Wording(chosen.text, quotations, vectors.idf)


class Holdings:
    """The holdings of one generation of a catalog."""

    def __init__(self, catalog: Catalog, vectors: ArticleVectors, repeats: Repeats) -> None:
        """Take articles from the catalog; leave out passages that are furniture."""
        self._catalog, self._vectors, self._repeats = catalog, vectors, repeats
        self._kept: OrderedDict[int, Holding] = OrderedDict()

    def of(self, numbers: Iterable[int]) -> dict[int, Holding]:
        """Return the holdings of these articles; those the archive no longer has are left out."""
        wanted = list(numbers)
        found = {number: self._kept[number] for number in wanted if number in self._kept}
        lacking = [number for number in wanted if number not in found]
        for number, stored in self._catalog.articles(lacking).items():
            found[number] = self._kept[number] = self.hold(stored)
        for number in found:
            self._kept.move_to_end(number)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return found

    def hold(self, stored: StoredArticle) -> Holding:
        """Return an article with its passages that can be related."""
        kept, rows = [], []
        for passage in passages(stored.article):
            if self._repeats.is_furniture(passage.text, stored.article.outlet):
                continue
            row = np.array(stems(passage.text), dtype=np.uint32)
            different, counts = np.unique(row, return_counts=True)
            if len(different) >= FEWEST_STEMS:
                kept.append(passage)
                rows.append((different, counts))
        return self._weighed(stored, tuple(kept), rows)

    def _weighed(
        self, stored: StoredArticle, kept: tuple[Passage, ...], rows: list[tuple[Hashes, NDArray[np.int64]]]
    ) -> Holding:
        """Weigh the stems of each passage."""
        owner = np.repeat(np.arange(len(rows), dtype=np.int32), [len(row) for row, _ in rows])
        stem = np.concatenate([row for row, _ in rows]) if rows else np.empty(0, np.uint32)
        count = np.concatenate([counts for _, counts in rows]) if rows else np.empty(0, np.int64)
        weight = (1.0 + np.log(np.maximum(count, 1))) * self._vectors.idf(stem)
        norms = np.sqrt(np.bincount(owner, weight**2, len(rows)))
        lengths = np.bincount(owner, count, len(rows)).astype(np.int32)
        return Holding(
            stored,
            kept,
            owner,
            stem,
            count.astype(np.int32),
            (weight / norms[owner]).astype(np.float32),
            lengths,
        )
