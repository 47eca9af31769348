"""The passages worth a closer look, for each passage of an article."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pressmark.relate.holdings import Holding
from pressmark.relate.vectors import ArticleVectors, Floats

MOST = 24  # candidates a passage
OF_ARTICLE = 0.8  # what the square root of the articles' likeness counts beside that of the passages
SATURATION, BY_LENGTH = 1.2, 0.75  # k1 and b of BM25, its usual values
# Likeness below which a pair is nothing, unless it shares so much: see kinds.py, whose least values these undercut.
FEWEST_SHARED = 2
HOPELESS = 3.2
COSINE_COUNTS, ARTICLE_COUNTS = 7.4, 8.6
MASS_OF_QUOTATION = 16.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage of another article: `holding` and `passage` are numbers of it.

    `cosine` compares the passages, `alike` their articles; `bm25` is the share of what the passage scores
    against itself.
    """

    holding: int
    passage: int
    cosine: float
    alike: float
    bm25: float


class Candidates:
    """The passages of similar articles, compared with all passages of one article at once."""

    def __init__(
        self, asked: Holding, others: Sequence[Holding], alike: Sequence[float], vectors: ArticleVectors
    ) -> None:
        """Compare the passages of `asked` with those of `others`, whose articles' likeness stands beside them."""
        sizes = [len(other.passages) for other in others]
        self._holding = np.repeat(np.arange(len(others)), sizes)
        self._passage = (
            np.concatenate([np.arange(size) for size in sizes]) if sizes else np.empty(0, np.int64)
        )
        self._alike = np.repeat(np.array(alike, dtype=np.float32), sizes)
        vocabulary = self._vocabulary = np.unique(asked.stem)
        weights, counts, lengths = _table([asked], vocabulary)
        other_weights, other_counts, other_lengths = _table(others, vocabulary)
        average = float(other_lengths.mean()) if len(other_lengths) else 1.0
        idf = vectors.idf(vocabulary)
        present = (counts > 0) * idf
        self._present = other_counts > 0
        self._cosine = weights @ other_weights.T
        self._mass = present @ self._present.astype(np.float32).T
        self._shared = (counts > 0).astype(np.float32) @ self._present.astype(np.float32).T
        own = (present * _saturated(counts, lengths, average)).sum(axis=1, keepdims=True)
        self._bm25 = present @ _saturated(other_counts, other_lengths, average).T / np.maximum(own, 1e-6)

    def of(self, passage: int) -> list[Candidate]:
        """Return the candidates of a passage, best first."""
        cosine = self._cosine[passage]
        closeness = cosine + OF_ARTICLE * np.sqrt(self._alike)
        hope = COSINE_COUNTS * cosine + ARTICLE_COUNTS * np.sqrt(self._alike)
        worth = (self._shared[passage] >= FEWEST_SHARED) & (
            (hope >= HOPELESS) | (self._mass[passage] >= MASS_OF_QUOTATION)
        )
        rows = np.flatnonzero(worth)
        best = rows[np.lexsort((rows, -closeness[rows]))][:MOST]
        return [
            Candidate(
                int(self._holding[row]),
                int(self._passage[row]),
                float(cosine[row]),
                float(self._alike[row]),
                float(self._bm25[passage, row]),
            )
            for row in best
        ]

    def articles_with(self, stems: Sequence[int]) -> int:
        """Return how many of the other articles have all these stems of the asked article in one passage."""
        columns = np.searchsorted(self._vocabulary, np.array(stems, dtype=np.uint32))
        rows = self._present[:, columns].all(axis=1)
        return len(np.unique(self._holding[rows]))


def _table(
    holdings: Sequence[Holding], vocabulary: NDArray[np.uint32]
) -> tuple[Floats, Floats, NDArray[np.int32]]:
    """Return weights and counts, a row a passage and a column a stem of the vocabulary; and the passages' lengths."""
    firsts = np.cumsum([0, *(len(holding.passages) for holding in holdings)])
    total = int(firsts[-1])
    weights = np.zeros((total, len(vocabulary)), np.float32)
    counts = np.zeros((total, len(vocabulary)), np.float32)
    if not total or not len(vocabulary):
        return weights, counts, np.zeros(total, np.int32)
    stem = np.concatenate([holding.stem for holding in holdings])
    owner = np.concatenate(
        [holding.owner + first for holding, first in zip(holdings, firsts[:-1], strict=True)]
    )
    column = np.minimum(np.searchsorted(vocabulary, stem), len(vocabulary) - 1)
    known = vocabulary[column] == stem
    cells = (owner[known], column[known])
    weights[cells] = np.concatenate([holding.weight for holding in holdings])[known]
    counts[cells] = np.concatenate([holding.count for holding in holdings])[known]
    return weights, counts, np.concatenate([holding.lengths for holding in holdings])


def _saturated(counts: Floats, lengths: NDArray[np.int32], average: float) -> Floats:
    """Return the part of BM25 that grows with the count of a term, and less the longer the passage."""
    base = SATURATION * (1 - BY_LENGTH + BY_LENGTH * lengths[:, None] / average)
    return (counts * (SATURATION + 1) / (counts + base)).astype(np.float32)
