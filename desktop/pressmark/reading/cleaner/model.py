"""The trained cleaner as it is shipped: one file of tables and trees, read with numpy alone."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from pressmark.reading.cleaner.features import features
from pressmark.reading.cleaner.forest import Forest
from pressmark.reading.cleaner.grams import Table, grams, scores
from pressmark.reading.cleaner.lexicon import Lexicon
from pressmark.reading.cleaner.line_rows import Row
from pressmark.reading.cleaner.opinion import read_opinion
from pressmark.reading.cleaner.sheet import read_sheet
from pressmark.reading.page_reading import PageReading
from pressmark.reading.verdicts import Verdict
from pressmark.reading.word_lists import file_of

FILE = "cleaner.npz"


@dataclass(frozen=True, slots=True)
class GramTable:
    """Learned weights of words and pairs of words: small whole numbers, `step` is what one of them is worth."""

    weights: Table
    bias: float

    @classmethod
    def unpacked(cls, packed: NDArray[np.int8], step: float, bias: float) -> "GramTable":
        """Return the table that the file holds as bytes."""
        return cls(packed.astype(np.float32) * np.float32(step), bias)


@dataclass(frozen=True, slots=True)
class Likely:
    """The probability of each stretch to be article text (NaN for one without a word).

    `least` is the probability from which on one is kept, by its Standing; `english` is the page's language.
    """

    chances: NDArray[np.float64]
    least: tuple[float, ...]
    english: bool


class Cleaner:
    """Tells of each stretch of a page how likely it is to be article text."""

    def __init__(self, file: Path) -> None:
        """Read the model from its file."""
        with np.load(file, allow_pickle=False) as parts:
            self._likeness = GramTable.unpacked(
                parts["likeness"], float(parts["likeness_step"]), float(parts["likeness_bias"])
            )
            self._heading = GramTable.unpacked(
                parts["heading"], float(parts["heading_step"]), float(parts["heading_bias"])
            )
            self._names = tuple(str(name) for name in parts["names"])
            self._forest = Forest(
                parts["features"].astype(np.int64),
                parts["limits"],
                parts["closed"],
                parts["leaves"],
                float(parts["bias"]),
            )
            elsewhere, english = (tuple(row) for row in parts["settings"].tolist())
            self._least: dict[bool, tuple[float, ...]] = {False: elsewhere, True: english}
        self._lexicon = Lexicon()
        self._reading = Lock()

    def likely(self, page: PageReading, verdicts: list[Verdict]) -> Likely:
        """Return the probabilities of a page's stretches; `verdicts` are what the rules say of them."""
        found = np.full(len(page.stretches), np.nan)
        with self._reading:
            if self._lexicon.is_full():
                self._lexicon = Lexicon()
            sheet = read_sheet(page.stretches, page.shapes, self._lexicon)
        least = self._least[sheet.english]
        if not sheet.size:
            return Likely(found, least, sheet.english)
        pieces = grams(sheet)
        likeness = scores(pieces, sheet.size, self._likeness.weights, self._likeness.bias)
        heading = scores(pieces, sheet.size, self._heading.weights, self._heading.bias)
        rows = features(sheet, read_opinion(page, verdicts, sheet.number), _row(likeness), _row(heading))
        table = np.array([rows[name] for name in self._names], np.float32).T
        found[sheet.number] = 1 / (1 + np.exp(-self._forest.log_odds(table).astype(np.float64)))
        return Likely(found, least, sheet.english)


def _row(values: NDArray[np.float32]) -> Row:
    return values.astype(np.float64)


@cache
def cleaner() -> Cleaner:
    """Return the cleaner that comes with the program."""
    return Cleaner(file_of(FILE))
