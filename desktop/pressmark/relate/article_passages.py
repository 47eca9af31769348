"""The passages of the articles that are compared, kept for the next article: its neighbours are much the same."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pressmark.catalog.catalog import Catalog
from pressmark.reading.passages import passages
from pressmark.relate.article_terms import Hashes, stems
from pressmark.relate.vectors import ArticleVectors, Floats, tf_idf
from pressmark.relate.weighed_words import WeighedWords
from pressmark.values import Passage, Span, StoredArticle

MOST_KEPT = 300  # articles kept; each takes about 20 kB
FEWEST_STEMS = 5  # different content words a passage has at least
_STEM_BITS = 32


@dataclass(frozen=True, slots=True)
class ArticlePassages:
    """An article with its passages that can be related.

    The arrays have one entry for each different stem of each passage: the number of the passage, the stem, how
    often it stands there, and its tf-idf weight, by which the passage has length 1. `article_stem` and
    `article_weight` are the same for all passages together.
    """

    stored: StoredArticle
    passages: tuple[Passage, ...]
    owner: NDArray[np.int32]
    stem: Hashes
    count: Floats
    weight: Floats
    lengths: Floats
    article_stem: Hashes
    article_weight: Floats

    def wording(self, passage: int, vectors: ArticleVectors) -> WeighedWords:
        """Return the words of a passage."""
        chosen = self.passages[passage]
        spans = self.stored.article.blocks[chosen.block].spans
        quotations = [
            Span(span.start - chosen.start, span.end - chosen.start)
            for span in spans
            if span.kind == "quotation"
        ]
        return WeighedWords(chosen.text, quotations, vectors.idf)


class HeldArticles:
    """Articles with their passages, held as long as the catalog stays the same."""

    def __init__(self, catalog: Catalog, vectors: ArticleVectors) -> None:
        """Take articles from the catalog, and weigh their words by these vectors."""
        self._catalog, self._vectors = catalog, vectors
        self._kept: OrderedDict[int, ArticlePassages] = OrderedDict()

    def of(self, numbers: Iterable[int]) -> dict[int, ArticlePassages]:
        """Return these articles with their passages; those the archive no longer has are left out."""
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

    def hold(self, stored: StoredArticle) -> ArticlePassages:
        """Return an article with its passages that can be related."""
        found = passages(stored.article)
        rows = [stems(passage.text) for passage in found]
        enough = [at for at, row in enumerate(rows) if len(set(row)) >= FEWEST_STEMS]
        sizes = [len(rows[at]) for at in enough]
        # The passage's number and the stem in one integer: one sorting counts the stems of all passages.
        key = np.repeat(np.arange(len(enough), dtype=np.int64) << _STEM_BITS, sizes)
        key |= np.array([stem for at in enough for stem in rows[at]], dtype=np.int64)
        key, count = np.unique(key, return_counts=True)
        owner = key >> _STEM_BITS
        return self._weighed(stored, tuple(found[at] for at in enough), owner, key.astype(np.uint32), count)

    def _weighed(
        self,
        stored: StoredArticle,
        kept: tuple[Passage, ...],
        owner: NDArray[np.int64],
        stem: Hashes,
        count: NDArray[np.int64],
    ) -> ArticlePassages:
        """Weigh the stems of each passage, and of all together."""
        different, at = np.unique(stem, return_inverse=True)
        idf = self._vectors.idf(different)
        weight = tf_idf(count, idf[at])
        norms = np.sqrt(np.bincount(owner, weight**2, len(kept)))
        whole = tf_idf(np.bincount(at, count, len(different)), idf)
        return ArticlePassages(
            stored=stored,
            passages=kept,
            owner=owner.astype(np.int32),
            stem=stem,
            count=count.astype(np.float32),
            weight=(weight / norms[owner]).astype(np.float32),
            lengths=np.bincount(owner, count, len(kept)).astype(np.float32),
            article_stem=different,
            article_weight=whole / np.float32(np.sqrt((whole**2).sum()) or 1.0),
        )
