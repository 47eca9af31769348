"""How good a cleaning is: precision and recall of words, F, and the share of pages that lost a tenth of their article."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pages import Marked, tokens

# A page that lost more than a tenth of its article's words is destroyed.
DESTROYED_BELOW = 0.9


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over pages."""

    pages: int
    precision: float
    recall: float
    f: float
    destroyed: float

    def told(self) -> str:
        """Return the figures as a row of a table."""
        return (
            f"{self.pages:,} | {self.precision:.3f} | {self.recall:.3f} | {self.f:.3f} | {self.destroyed:.1%}"
        )


class Scorer:
    """Scores answers on marked pages; the pages' words are counted once."""

    def __init__(self, marked: Iterable[Marked]) -> None:
        """Count the words of the pages and of their articles."""
        self._pages = [(page, *_counted(page)) for page in marked]

    def score(self, kept: Callable[[int], NDArray[np.bool_]], wanted: Callable[[Marked], bool]) -> Figures:
        """Return the figures over the pages that are wanted; `kept` tells for a page's number which lines are kept."""
        rows = []
        for number, (page, word, line, gold) in enumerate(self._pages):
            if wanted(page):
                rows.append(_of_page(kept(number), word, line, gold))
        if not rows:
            return Figures(0, 0.0, 0.0, 0.0, 0.0)
        means = np.array(rows).mean(0)
        return Figures(len(rows), *(float(mean) for mean in means))


def _counted(page: Marked) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return the words of the page's lines as numbers, the line of each, and how often the article has each word."""
    number_of: dict[str, int] = {}
    gold = Counter(tokens(page.page["gold"]))
    word, line = [], []
    for text, stretch in zip(page.page["text"].split("\n"), page.stretch_of_line, strict=True):
        if stretch >= 0:
            for token in tokens(text):
                word.append(number_of.setdefault(token, len(number_of)))
                line.append(stretch)
    for token in gold:
        number_of.setdefault(token, len(number_of))
    return (
        np.array(word, np.int64),
        np.array(line, np.int64),
        np.array([gold[token] for token in number_of], np.int64),
    )


def _of_page(
    kept: NDArray[np.bool_], word: NDArray[np.int64], line: NDArray[np.int64], gold: NDArray[np.int64]
) -> tuple[float, float, float, float]:
    found = np.bincount(word[kept[line]], minlength=len(gold))
    right, wanted, given = int(np.minimum(found, gold).sum()), int(gold.sum()), int(found.sum())
    precision = right / given if given else float(not wanted)
    recall = right / wanted if wanted else 1.0
    both = precision + recall
    return (
        precision,
        recall,
        2 * precision * recall / both if both else 0.0,
        float(recall < DESTROYED_BELOW),
    )
