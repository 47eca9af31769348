"""Trains the tag model: `make train BENCH=FOLDER` writes resources/tags.npz from the saved pages in FOLDER/html."""

import argparse
import hashlib
import sys
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from fit import FOLDS, ROUNDS, STRENGTH, TREES, Line, Row  # noqa: E402
from packing import packed_table, packed_trees, write  # noqa: E402
from sklearn.ensemble import HistGradientBoostingClassifier  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from tag_pages import TaggedPage, load  # noqa: E402

from pressmark.reading.cleaner.grams import BUCKETS  # noqa: E402

MODEL = HERE.parents[1] / "resources" / "tags.npz"


def main() -> int:
    """Train, and write the model."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("bench", nargs="?", default="")
    options.add_argument("--out", type=Path, default=MODEL)
    options.add_argument(
        "--without-third", action="store_true", help="leave a third of the publishers unread"
    )
    chosen = options.parse_args()
    file = Path(chosen.bench) / "html" / "dev.jsonl.gz"
    if not chosen.bench or not file.is_file():
        print("The saved pages are missing: make train BENCH=FOLDER, with html/dev.jsonl.gz in that folder.")
        return 1
    pages = [page for page in load(file) if not (chosen.without_third and in_third(page.page["site"]))]
    write(chosen.out, model_parts(pages))
    print(f"{len(pages)} pages; written: {chosen.out.name}, {chosen.out.stat().st_size:,} bytes")
    return 0


def in_third(site: str) -> bool:
    """Tell whether a site is of the third that a figure for unread pages is taken from."""
    return int(hashlib.md5(f"third {site}".encode(), usedforsecurity=False).hexdigest(), 16) % 3 == 0


def model_parts(pages: list[TaggedPage]) -> dict[str, NDArray[Any]]:
    """Fit the table of class words and the trees, and return the arrays of the model's file."""
    article = np.concatenate([page.article for page in pages])
    counts = np.concatenate([page.counts for page in pages])
    fold = np.concatenate([np.full(page.evidence.size, page.fold) for page in pages])
    matrix = _matrix(pages)
    learned = np.zeros(len(article))
    for number in range(FOLDS):
        table = _fit_table(matrix, article, counts, fold != number)
        learned[fold == number] = matrix[fold == number] @ table.weights + table.bias
    names, rows = _features(pages, learned)
    trees = HistGradientBoostingClassifier(**TREES).fit(
        rows[counts > 0], article[counts > 0], sample_weight=counts[counts > 0]
    )
    every = np.ones(len(article), np.bool_)
    return {
        **packed_table("classes", _fit_table(matrix, article, counts, every)),
        **packed_trees(trees, names),
    }


def _matrix(pages: list[TaggedPage]) -> scipy.sparse.csr_matrix:
    starts = np.cumsum([0, *(page.evidence.size for page in pages)])
    found = [page.evidence.tokens() for page in pages]
    lines = np.concatenate([own + start for (own, _), start in zip(found, starts, strict=False)])
    buckets = np.concatenate([own for _, own in found])
    matrix = scipy.sparse.csr_matrix(
        (np.ones(len(lines), np.float32), (lines, buckets)), shape=(starts[-1], BUCKETS)
    )
    number = np.bincount(lines, minlength=starts[-1])
    return (scipy.sparse.diags(1 / np.sqrt(np.maximum(number, 1)).astype(np.float32)) @ matrix).tocsr()


def _fit_table(
    matrix: scipy.sparse.csr_matrix, article: NDArray[np.bool_], counts: Row, rows: NDArray[np.bool_]
) -> Line:
    rows = rows & (counts > 0)
    model = LogisticRegression(C=STRENGTH, max_iter=ROUNDS, tol=1e-3)
    model.fit(matrix[rows], article[rows], sample_weight=counts[rows])
    return Line(model.coef_[0].astype(np.float64), float(model.intercept_[0]))


def _features(pages: list[TaggedPage], learned: Row) -> tuple[tuple[str, ...], NDArray[np.float32]]:
    names: tuple[str, ...] = ()
    rows, start = [], 0
    for page in pages:
        found = page.evidence.with_classes(learned[start : start + page.evidence.size])
        names = tuple(found)
        rows.append(np.stack([found[name] for name in names], axis=1).astype(np.float32))
        start += page.evidence.size
    return names, np.concatenate(rows)


if __name__ == "__main__":
    sys.exit(main())
