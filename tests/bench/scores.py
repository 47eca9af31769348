"""Scores of rankings against graded answers."""

from collections.abc import Mapping, Sequence
from math import log2


def ndcg(ranked: Sequence[str], gold: Mapping[str, int], at: int = 10) -> float:
    """Return the normalised discounted cumulative gain of the first `at`, with gains of 2^grade - 1.

    Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques, TOIS 2002; the gains are those of Burges
    et al., Learning to rank using gradient descent, ICML 2005. What has no grade has 0.
    """

    def gain(grades: Sequence[int]) -> float:
        return sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades[:at]))

    best = gain(sorted(gold.values(), reverse=True))
    return gain([gold.get(one, 0) for one in ranked]) / best if best else 0.0


def recall(ranked: Sequence[str], wanted: set[str], at: int) -> float:
    """Return which share of what could be among the first `at` is there."""
    return len(wanted & set(ranked[:at])) / min(at, len(wanted)) if wanted else 0.0


def mean(values: Sequence[float]) -> float:
    """Return the mean; 0 for nothing."""
    return sum(values) / len(values) if values else 0.0
