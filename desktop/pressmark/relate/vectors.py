"""The word statistics of the articles, packed for the catalog and compared as vectors."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pressmark.reading.passages import LINKABLE
from pressmark.relate.article_terms import Hashes, common, stems
from pressmark.values import Article, BlockKind

MOST_TERMS = 400  # distinct stems kept of an article; a long report has about 350
HEAVIEST = 60  # terms of an article that are compared (measured: all counterparts stay among the 10 nearest)
NEAREST, LEAST_ALIKE = (
    60,
    0.03,
)  # articles that are looked into, and the cosine they have at least: 60 cost 0.2 s
# An archive of a few articles knows little of how rare a word is: it is reckoned as if so many more articles
# stood beside it, in which any word is as rare as most words of a report are ...
PRIOR_ARTICLES = 1_000
PRIOR_SHARE = 0.002
PRIOR_COMMON = 0.05  # ... but for the words that any news is full of
AT_ONCE = 4_000  # articles whose vectors are weighed in one step, which bounds the memory it takes

_TOLD = LINKABLE | {BlockKind.HEADLINE, BlockKind.KICKER, BlockKind.SUBHEADING}

Floats = NDArray[np.float32]
_PAIR = np.dtype([("term", np.uint32), ("count", np.uint8)])


def packed_terms(article: Article) -> bytes:
    """Return the stems of what an article tells with their counts, as pairs: crc32 of the stem, count up to 255."""
    counts: Counter[int] = Counter()
    for block in article.blocks:
        if not block.set_aside and block.kind in _TOLD:
            counts.update(stems(block.text))
    kept = [(term, min(count, 255)) for term, count in counts.most_common(MOST_TERMS)]
    return np.array(kept, dtype=_PAIR).tobytes()


class ArticleVectors:
    """All articles as vectors of their heaviest terms: a row of articles and weights a term."""

    def __init__(self, articles: Iterable[tuple[int, bytes]]) -> None:
        """Weigh the articles, given as (number, packed terms)."""
        numbers: list[int] = []
        lengths: list[int] = []
        packed = bytearray()
        for number, terms in articles:
            numbers.append(number)
            lengths.append(len(terms) // _PAIR.itemsize)
            packed += terms
        self.numbers = np.array(numbers, dtype=np.int64)
        sizes = np.array(lengths, dtype=np.int64)
        pairs = np.frombuffer(packed, dtype=_PAIR)
        self._terms, frequencies = np.unique(pairs["term"], return_counts=True)
        prior = np.where(np.isin(self._terms, common()), PRIOR_COMMON, PRIOR_SHARE)
        self._idf = _idf(frequencies, prior, len(numbers))
        self._unseen = float(_idf(np.zeros(1), np.full(1, PRIOR_SHARE), len(numbers))[0])
        self._rows(pairs, sizes)

    def _rows(self, pairs: NDArray[np.void], sizes: NDArray[np.int64]) -> None:
        """Keep the heaviest terms of each article, and turn them into one row a term."""
        starts = np.concatenate(([0], np.cumsum(sizes)))
        columns: list[NDArray[np.int32]] = []
        articles: list[NDArray[np.int32]] = []
        weights: list[Floats] = []
        for first in range(0, len(sizes), AT_ONCE):
            last = min(first + AT_ONCE, len(sizes))
            part = pairs[starts[first] : starts[last]]
            owner = np.repeat(np.arange(first, last, dtype=np.int32), sizes[first:last])
            column = np.searchsorted(self._terms, part["term"]).astype(np.int32)
            weight = tf_idf(part["count"], self._idf[column])
            order = np.lexsort((column, -weight, owner))
            place = np.arange(len(order)) - np.repeat(starts[first:last] - starts[first], sizes[first:last])
            kept = order[place < HEAVIEST]
            norms = np.sqrt(np.bincount(owner[kept] - first, weight[kept] ** 2, last - first))
            columns.append(column[kept])
            articles.append(owner[kept])
            weights.append((weight[kept] / norms[owner[kept] - first]).astype(np.float32))
        column = np.concatenate(columns) if columns else np.empty(0, np.int32)
        order = np.argsort(column, kind="stable")
        self._starts = np.concatenate(
            ([0], np.cumsum(np.bincount(column, minlength=len(self._terms))))
        ).astype(np.int64)
        self._articles = np.concatenate(articles)[order] if articles else np.empty(0, np.int32)
        self._weights = np.concatenate(weights)[order] if weights else np.empty(0, np.float32)

    @property
    def size(self) -> int:
        """How many weights are kept."""
        return len(self._weights)

    def idf(self, terms: Hashes) -> Floats:
        """Return how much each term tells: the logarithm of its rarity."""
        at, known = self._find(terms)
        found = np.full(len(terms), self._unseen, np.float32)
        found[known] = self._idf[at[known]]
        return found

    def nearest(self, packed: bytes, but: int) -> list[tuple[int, float]]:
        """Return (number, cosine) of the articles most like the packed terms, best first, without number `but`."""
        pairs = np.frombuffer(packed, dtype=_PAIR)
        weight = tf_idf(pairs["count"], self.idf(pairs["term"]))
        heaviest = np.lexsort((pairs["term"], -weight))[:HEAVIEST]
        weight = weight[heaviest]
        norm = float(np.sqrt((weight**2).sum())) or 1.0
        at, known = self._find(pairs["term"][heaviest])
        likeness = np.zeros(len(self.numbers), np.float32)
        for column, value in zip(at[known], weight[known] / norm, strict=True):
            row = slice(self._starts[column], self._starts[column + 1])
            likeness[self._articles[row]] += value * self._weights[row]
        likeness[self.numbers == but] = 0.0
        enough = np.flatnonzero(likeness >= LEAST_ALIKE)
        order = enough[np.lexsort((enough, -likeness[enough]))][:NEAREST]
        return [(int(self.numbers[row]), min(1.0, float(likeness[row]))) for row in order]

    def _find(self, terms: Hashes) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Return the place of each term in the row of terms, and whether it stands there."""
        at = np.searchsorted(self._terms, terms)
        known = at < len(self._terms)
        known[known] = self._terms[at[known]] == terms[known]
        return at, known


def tf_idf(counts: NDArray[Any], idf: Floats) -> Floats:
    """Return what terms weigh that stand so often."""
    weights: Floats = ((1.0 + np.log(np.maximum(counts, 1))) * idf).astype(np.float32)
    return weights


def _idf(frequencies: NDArray[Any], prior: NDArray[np.float64], articles: int) -> Floats:
    """Return ln of the inverse share of articles that have a term, the prior included."""
    share = (frequencies + PRIOR_ARTICLES * prior) / (articles + PRIOR_ARTICLES)
    told: Floats = np.log(1.0 + 1.0 / share).astype(np.float32)
    return told
