"""From marked pages to a model: tables of word pairs first, then trees over the features; scikit-learn does the fitting."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import scipy.sparse
from numpy.typing import NDArray
from pages import FOLDS, Marked
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from pressmark.reading.cleaner.features import features
from pressmark.reading.cleaner.grams import BUCKETS

# scikit-learn's threads count the cores in /sys, which a bare container lacks; Python asks the system.
os.environ.setdefault("OMP_NUM_THREADS", str(os.cpu_count() or 1))

# A line counts by its words, at most so many: what is lost or left over is counted in words.
MOST_WORDS = 60
# How much a page weighs by its part: the gold of "more" is coarser, other languages are few. A page of which only the
# article is left teaches that a cleaned text is left alone.
PART_WEIGHT = {"dev": 1.0, "more": 0.35, "other languages": 6.0}
CLEANED_WEIGHT = 0.6
# Pages of 2019-2026 look as those do that are saved today.
MODERN, MODERN_WEIGHT = ("scrapinghub", "funduseval", "fundus"), 1.5
# The other parts of the web, whose marks are coarser and whose articles may well sell something: a column tells the
# trees of them, so that what holds there is not taken for what holds of news. The program always asks about news.
OF_THE_WEB = "of the web"
NEWS_SOURCES = ("dragnet", "misinformation")
# A heading is a line of at most so many words; it is judged by what so many lines below it are.
HEADING_WORDS, LOOKS_AHEAD, FEWEST_WORDS = 12, 6, 8
# Lines that the rules set aside and that read like nothing: one in so many is taken, and weighs as much more.
EASY_LIKENESS, EASY_ONE_IN = -2.0, 8

STRENGTH, ROUNDS = 1.0, 60
TREES = {
    "max_iter": 260, "max_leaf_nodes": 16, "learning_rate": 0.08, "l2_regularization": 20.0,
    "min_samples_leaf": 100, "max_features": 0.3, "max_bins": 64, "early_stopping": False, "random_state": 7,
}  # fmt: skip

Row = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Line:
    """A fitted table: the weight of each bucket, and the bias."""

    weights: Row
    bias: float


class Lines:
    """The lines of all pages below one another."""

    def __init__(self, marked: Sequence[Marked]) -> None:
        """Put the pages' lines together."""
        self.marked = marked
        self.starts = np.cumsum([0, *(page.sheet.size for page in marked)])
        self.article = np.concatenate([page.article for page in marked])
        self.fold = np.concatenate([np.full(page.sheet.size, page.fold) for page in marked])
        self.weight = np.concatenate([_weights(page) for page in marked])
        ahead = [_ahead(page) for page in marked]
        self.leads = np.concatenate([leads for leads, _ in ahead])
        self.heading_weight = np.concatenate([weight for _, weight in ahead])
        self.pieces = _matrix(marked, self.starts)

    def of(self, number: int) -> slice:
        """Return where a page's lines are."""
        return slice(self.starts[number], self.starts[number + 1])


def _weights(page: Marked) -> Row:
    """Return what each line of a page counts, between a share of the article and a share of the page."""
    words = np.where(page.words > 0, np.minimum(page.words, MOST_WORDS) + 1, 0.0)
    scale = np.sqrt(max(2 * words[page.article].sum(), 1.0) * max(words.sum(), 1.0))
    own = PART_WEIGHT[page.part] * (CLEANED_WEIGHT if page.cleaned else 1.0)
    own *= MODERN_WEIGHT if page.part == "dev" and page.source in MODERN else 1.0
    return np.asarray(words / max(scale, 100.0) * 100 * own)


def _ahead(page: Marked) -> tuple[NDArray[np.bool_], Row]:
    """Tell of each line whether what follows is article, and what that counts: only short lines do."""
    all_words = np.concatenate(([0.0], np.cumsum(page.words)))
    article = np.concatenate(([0.0], np.cumsum(page.words * page.article)))
    at = np.arange(page.sheet.size)
    end = np.minimum(at + 1 + LOOKS_AHEAD, page.sheet.size)
    words = all_words[end] - all_words[at + 1]
    counts = ((page.sheet.count <= HEADING_WORDS) & (words > FEWEST_WORDS)) * float(not page.cleaned)
    return article[end] - article[at + 1] > words / 2, counts / max(counts.sum(), 1.0) * 30


def _matrix(marked: Sequence[Marked], starts: NDArray[np.int64]) -> scipy.sparse.csr_matrix:
    lines = np.concatenate([page.pieces[0] + start for page, start in zip(marked, starts, strict=False)])
    buckets = np.concatenate([page.pieces[1] for page in marked])
    ones = np.ones(len(lines), np.float32)
    matrix = scipy.sparse.csr_matrix((ones, (lines, buckets)), shape=(starts[-1], BUCKETS))
    number = np.bincount(lines, minlength=starts[-1])
    return (scipy.sparse.diags(1 / np.sqrt(np.maximum(number, 1)).astype(np.float32)) @ matrix).tocsr()


def fit_table(lines: Lines, wanted: NDArray[np.bool_], weight: Row, rows: NDArray[np.bool_]) -> Line:
    """Fit one table on the chosen rows."""
    rows = rows & (weight > 0)
    model = LogisticRegression(C=STRENGTH, max_iter=ROUNDS, tol=1e-3)
    model.fit(lines.pieces[rows], wanted[rows], sample_weight=weight[rows])
    return Line(model.coef_[0].astype(np.float64), float(model.intercept_[0]))


def out_of_fold(lines: Lines, wanted: NDArray[np.bool_], weight: Row, say: Callable[[str], None]) -> Row:
    """Return the scores of each line by tables that were fitted without its publisher."""
    found = np.zeros(len(wanted))
    for fold in range(FOLDS):
        table = fit_table(lines, wanted, weight, lines.fold != fold)
        own = lines.fold == fold
        found[own] = lines.pieces[own] @ table.weights + table.bias
        say(f"table without fold {fold}")
    return found


def feature_table(lines: Lines, likeness: Row, heading: Row) -> tuple[tuple[str, ...], NDArray[np.float32]]:
    """Return the names of the features, and a row of them for each line; the last one is OF_THE_WEB."""
    names: tuple[str, ...] = ()
    parts = []
    for number, page in enumerate(lines.marked):
        own = lines.of(number)
        found = features(page.sheet, page.opinion, likeness[own], heading[own])
        names = tuple(found)
        parts.append(np.stack([found[name] for name in names], axis=1).astype(np.float32))
    of_the_web = [np.full(page.sheet.size, _is_of_the_web(page), np.float32) for page in lines.marked]
    table = np.column_stack((np.concatenate(parts), np.concatenate(of_the_web)))
    return (*names, OF_THE_WEB), table


def _is_of_the_web(page: Marked) -> bool:
    return page.part == "more" and page.source not in NEWS_SOURCES


def as_news(table: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the table as the program would ask: every page is one of news."""
    asked = table.copy()
    asked[:, -1] = 0
    return asked


def sampled(lines: Lines, likeness: Row) -> Row:
    """Return the weights of the lines for the trees: of the easy ones a few, as much heavier."""
    aside = np.concatenate([page.opinion.verdict > 0 for page in lines.marked])
    easy = aside & (likeness < EASY_LIKENESS)
    chosen = np.random.default_rng(5).random(len(easy)) < 1 / EASY_ONE_IN
    return np.asarray(lines.weight * np.where(easy, chosen * float(EASY_ONE_IN), 1.0))


def fit_trees(
    table: NDArray[np.float32], article: NDArray[np.bool_], weight: Row, rows: NDArray[np.bool_]
) -> HistGradientBoostingClassifier:
    """Fit the trees on the chosen rows."""
    rows = rows & (weight > 0)
    return HistGradientBoostingClassifier(**TREES).fit(table[rows], article[rows], sample_weight=weight[rows])
