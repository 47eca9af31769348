"""How likely each line is to be article text by its place on the page alone: resources/tags.npz, made by `make train`."""

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pressmark.reading.cleaner.forest import Forest
from pressmark.reading.cleaner.grams import Table
from pressmark.reading.markup.evidence import Evidence
from pressmark.reading.word_lists import file_of

FILE = "tags.npz"


class TagModel:
    """A learned table of class words, and trees over all that is known of where a line stands."""

    def __init__(self, file: Path) -> None:
        """Read the model from its file."""
        with np.load(file, allow_pickle=False) as parts:
            self._table: Table = parts["classes"].astype(np.float32) * np.float32(parts["classes_step"])
            self._bias = float(parts["classes_bias"])
            self._names = tuple(str(name) for name in parts["names"])
            self._forest = Forest(
                parts["features"].astype(np.int64), parts["limits"], parts["closed"], parts["leaves"], float(parts["bias"])
            )  # fmt: skip

    def odds(self, evidence: Evidence) -> NDArray[np.float32]:
        """Return the log-odds of the lines of a page."""
        if not evidence.size:
            return np.zeros(0, np.float32)
        found = evidence.features(self._table, self._bias)
        return self._forest.log_odds(np.array([found[name] for name in self._names], np.float32).T)


@cache
def tag_model() -> TagModel:
    """Return the model that comes with the program."""
    return TagModel(file_of(FILE))
