"""The passages worth a closer look, for each passage of an article."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from pressmark.relate.article_passages import ArticlePassages
from pressmark.relate.vectors import ArticleVectors, Floats

MOST = 24  # candidates a passage
OF_ARTICLE = 0.8  # what the square root of the articles' likeness counts beside that of the passages
SATURATION, BY_LENGTH = 1.2, 0.75  # k1 and b of BM25, its usual values


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage of another article: `held` and `passage` are numbers of it.

    `cosine` compares the passages, `alike` their articles; `bm25` is the share of what the passage scores
    against itself. `shared` counts the stems both have, `mass` is what they weigh.
    """

    held: int
    passage: int
    cosine: float
    alike: float
    bm25: float
    shared: int
    mass: float


class Candidates:
    """The passages of similar articles, compared with all passages of one article at once."""

    def __init__(
        self, asked: ArticlePassages, others: Sequence[ArticlePassages], vectors: ArticleVectors
    ) -> None:
        """Compare the passages of `asked` with those of `others`."""
        sizes = [len(other.passages) for other in others]
        self._held = np.repeat(np.arange(len(others)), sizes)
        self._passage = (
            np.concatenate([np.arange(size) for size in sizes]) if sizes else np.empty(0, np.int64)
        )
        self._alike = np.repeat(_alike(asked, others), sizes)
        self._vocabulary = asked.article_stem
        own, other = _Table([asked], self._vocabulary), _Table(others, self._vocabulary)
        average = float(other.lengths.mean()) if len(other.lengths) else 1.0
        present = own.of(np.ones(1, np.float32))
        idf = vectors.idf(self._vocabulary)
        self._present = other.of(np.ones(1, np.float32))
        self._cosine = own.of(own.weights) @ other.of(other.weights).T
        counted = np.concatenate((present, present * idf)) @ self._present.T
        self._shared, self._mass = counted[: len(present)], counted[len(present) :]
        itself = ((present * idf) * own.of(own.saturated(average))).sum(axis=1, keepdims=True)
        score = (present * idf) @ other.of(other.saturated(average)).T
        self._bm25 = score / np.maximum(itself, 1e-6)

    def of(self, passage: int) -> list[Candidate]:
        """Return the candidates of a passage, best first."""
        rows = np.flatnonzero(self._shared[passage])
        closeness = self._cosine[passage, rows] + OF_ARTICLE * np.sqrt(self._alike[rows])
        best = rows[np.lexsort((rows, -closeness))][:MOST]
        return [
            Candidate(
                int(self._held[row]),
                int(self._passage[row]),
                float(self._cosine[passage, row]),
                float(self._alike[row]),
                float(self._bm25[passage, row]),
                int(self._shared[passage, row]),
                float(self._mass[passage, row]),
            )
            for row in best
        ]

    def articles_with(self, stems: Sequence[int]) -> int:
        """Return how many of the other articles have all these stems of the asked article in one passage."""
        columns = np.searchsorted(self._vocabulary, np.array(stems, dtype=np.uint32))
        rows = (self._present[:, columns] > 0).all(axis=1)
        return len(np.unique(self._held[rows]))


class _Table:
    """The passages of some articles as rows over a vocabulary of stems."""

    def __init__(self, held_articles: Sequence[ArticlePassages], vocabulary: NDArray[np.uint32]) -> None:
        """Find the cells that are not empty."""
        firsts = np.cumsum([0, *(len(held.passages) for held in held_articles)])
        self._shape = (int(firsts[-1]), len(vocabulary))
        stem = _together([held.stem for held in held_articles], np.uint32)
        owner = _together(
            [held.owner + first for held, first in zip(held_articles, firsts[:-1], strict=True)], np.int64
        )
        column = np.searchsorted(vocabulary, stem)
        known = column < len(vocabulary)
        known[known] = vocabulary[column[known]] == stem[known]
        self._cells = owner[known], column[known]
        self.weights: Floats = _together([held.weight for held in held_articles], np.float32)[known]
        self._counts = _together([held.count for held in held_articles], np.float32)[known]
        self.lengths = _together([held.lengths for held in held_articles], np.float32)

    def of(self, values: Floats) -> Floats:
        """Return the table with these values in its cells."""
        table = np.zeros(self._shape, np.float32)
        table[self._cells] = values
        return table

    def saturated(self, average: float) -> Floats:
        """Return the part of BM25 that grows with the count of a term, and less the longer the passage."""
        base = SATURATION * (1 - BY_LENGTH + BY_LENGTH * self.lengths[self._cells[0]] / average)
        part: Floats = (self._counts * (SATURATION + 1) / (self._counts + base)).astype(np.float32)
        return part


def _alike(asked: ArticlePassages, others: Sequence[ArticlePassages]) -> Floats:
    """Return the cosine of each other article with the asked one, over all words of their passages."""
    sizes = [len(other.article_stem) for other in others]
    stem = _together([other.article_stem for other in others], np.uint32)
    weight = _together([other.article_weight for other in others], np.float32)
    column = np.searchsorted(asked.article_stem, stem)
    known = column < len(asked.article_stem)
    known[known] = asked.article_stem[column[known]] == stem[known]
    owner = np.repeat(np.arange(len(others)), sizes)[known]
    products = asked.article_weight[column[known]] * weight[known]
    return np.clip(np.bincount(owner, products, len(others)), 0.0, 1.0).astype(np.float32)


Number = TypeVar("Number", np.uint32, np.int64, np.float32)


def _together(parts: Sequence[NDArray[Number]], kind: type[Number]) -> NDArray[Number]:
    return np.concatenate(parts) if parts else np.empty(0, kind)
