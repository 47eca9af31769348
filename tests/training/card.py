"""The card beside the model: what it was trained on, how good it is on publishers it has not seen, and its limits."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from figures import Figures, Scorer
from fit import MODERN, Lines, Row
from numpy.typing import NDArray
from pages import Marked

# The shipped settings and stricter or laxer ones: what is added to their log-odds.
STEPS = (-1.0, -0.5, 0.0, 0.5, 1.0)
GROUPS: dict[str, Callable[[Marked], bool]] = {
    "English": lambda page: page.part == "dev" and not page.cleaned,
    "of these 2019-2026": lambda page: page.part == "dev" and not page.cleaned and page.source in MODERN,
    "other languages": lambda page: page.part == "other languages" and not page.cleaned,
    "web articles and blogs": lambda page: page.part == "more" and not page.cleaned,
    "already cleaned": lambda page: page.part == "dev" and page.cleaned,
}
Settings = tuple[float, ...]
_BEFORE, _AFTER = "<!-- figures -->\n", "<!-- end of figures -->\n"


def write(card: Path, lines: Lines, answers: Row, english: Settings, elsewhere: Settings) -> str:
    """Put the figures into the card, and return them.

    `answers` are probabilities by trees that never saw the page's publisher; a setting is the least one with which a
    line is kept, by its Standing.
    """
    scorer = Scorer(lines.marked)

    def figures(wanted: Callable[[Marked], bool], step: float = 0.0) -> Figures:
        return scorer.score(lambda number: _kept(lines, answers, number, english, elsewhere, step), wanted)

    head = ["| {} | number | precision | recall | F | destroyed |", "|---|---|---|---|---|---|"]
    rows = [head[0].format("pages, each alone"), head[1]]
    rows += [f"| {name} | {figures(wanted).told()} |" for name, wanted in GROUPS.items()]
    rows += ["", head[0].format("English, settings moved by so much (log-odds)"), head[1]]
    rows += [f"| {step:+} | {figures(GROUPS['English'], step).told()} |" for step in STEPS]
    table = "\n".join(rows) + "\n"
    text = card.read_text(encoding="utf-8")
    before, rest = text.split(_BEFORE)
    card.write_text(before + _BEFORE + table + _AFTER + rest.split(_AFTER)[1], encoding="utf-8")
    return table


def _kept(
    lines: Lines, answers: Row, number: int, english: Settings, elsewhere: Settings, step: float
) -> NDArray[np.bool_]:
    """Return what the program keeps of a page (see reading/chrome.py)."""
    page = lines.marked[number]
    least = np.array(english if page.sheet.english else elsewhere)[page.standing]
    moved = least / (least + (1 - least) * np.exp(-step))
    return (answers[lines.of(number)] >= np.where(least < 1, moved, least)) | page.kept_always
