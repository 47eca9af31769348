"""Trains the line cleaner: `make train BENCH=FOLDER` writes resources/cleaner.npz and the card beside it."""

import argparse
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import card  # noqa: E402
from fit import (  # noqa: E402
    FOLDS,
    Lines,
    Row,
    as_news,
    feature_table,
    fit_table,
    fit_trees,
    out_of_fold,
    sampled,
)
from packing import packed_table, packed_trees, write  # noqa: E402
from pages import load, read  # noqa: E402

MODEL = HERE.parents[1] / "resources" / "cleaner.npz"
CARD = MODEL.with_suffix(".md")
# The settings the program ships with: from which probability on a line is kept that the rules keep, set aside for its
# place, for what is said of it, for what it says briefly, and for sure. Chosen by cross-validation so that the recall is
# .98 on English pages; on others, of which there are fewer to learn from, all have to be likelier.
ENGLISH, ELSEWHERE = (0.15, 0.2, 0.5, 0.9, 2.0), (0.22, 0.33, 0.5, 0.9, 2.0)
# Of so many pages one is learned once more as a text of which only the article is left.
CLEANED_ONE_IN = 3
BEGAN = time.monotonic()


def say(words: str) -> None:
    """Say how far it is."""
    print(f"{time.monotonic() - BEGAN:7.1f} s  {words}", file=sys.stderr, flush=True)


def main() -> int:
    """Train, and write the model; with --figures instead the card's figures, by cross-validation over publishers."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("bench", nargs="?", default="")
    options.add_argument("--figures", action="store_true", help="only the figures, by cross-validation")
    chosen = options.parse_args()
    folder = Path(chosen.bench) / "chrome"
    pages = load(folder) if chosen.bench else []
    if not pages:
        print(
            "The marked pages are missing: make train BENCH=FOLDER, with chrome/dev.jsonl.gz in that folder."
        )
        return 1
    marked = [*read(pages), *read(pages[::CLEANED_ONE_IN], cleaned=True)]
    say(f"{len(pages)} pages read")
    lines = Lines(marked)
    names, table, weight = prepared(lines)
    if chosen.figures:
        print(card.write(CARD, lines, _answers(lines, table, weight), ENGLISH, ELSEWHERE))
        return 0
    write(MODEL, model_parts(lines, names, table, weight))
    say(f"written: {MODEL.name}, {MODEL.stat().st_size:,} bytes")
    return 0


def prepared(lines: Lines) -> tuple[tuple[str, ...], NDArray[np.float32], Row]:
    """Return the features' names, a row of them for each line, and what each line weighs for the trees."""
    likeness = out_of_fold(lines, lines.article, lines.weight, say)
    heading = out_of_fold(lines, lines.leads, lines.heading_weight, say)
    names, table = feature_table(lines, likeness, heading)
    weight = sampled(lines, likeness)
    say(f"{len(names)} features of {len(table):,} lines, {int((weight > 0).sum()):,} of them for the trees")
    return names, table, weight


def model_parts(
    lines: Lines, names: tuple[str, ...], table: NDArray[np.float32], weight: Row
) -> dict[str, NDArray[Any]]:
    """Fit the tables and the trees on all lines, and return the arrays of the model's file."""
    every = np.ones(len(table), np.bool_)
    return {
        **packed_table("likeness", fit_table(lines, lines.article, lines.weight, every)),
        **packed_table("heading", fit_table(lines, lines.leads, lines.heading_weight, every)),
        **packed_trees(fit_trees(table, lines.article, weight, every), names),
        "settings": np.array([ELSEWHERE, ENGLISH], np.float32),
    }


def _answers(lines: Lines, table: NDArray[np.float32], weight: Row) -> Row:
    """Return each line's probability by trees that never saw its publisher."""
    found = np.zeros(len(table))
    for fold in range(FOLDS):
        own = lines.fold == fold
        found[own] = fit_trees(table, lines.article, weight, ~own).predict_proba(as_news(table[own]))[:, 1]
        say(f"trees without fold {fold}")
    return found


if __name__ == "__main__":
    sys.exit(main())
