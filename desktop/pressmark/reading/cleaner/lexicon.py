"""What is known of a word by itself: its letters, its hash, the languages whose stop word it is, its families."""

import re
import zlib
from functools import cache

import numpy as np
from numpy.typing import NDArray

from pressmark.reading.stop_words import by_language, list_weights
from pressmark.reading.word_lists import lines_of_list

# Words that are remembered; then the memory begins anew. 100 bytes each.
MOST_WORDS = 1 << 17
FIRST_ROOM = 1 << 12
# Letters from which on a word that is no stop word says what a text is about.
CONTENT_LETTERS = 4
LONGEST = 20
# Two signs of Chinese, Japanese or Korean make about one word.
SIGN_WEIGHT = 0.5
# An archive's languages are told apart by their stop words; a longer list finds more by chance (as it was trained).
LIST_BIAS = 0.15

LOWER, UPPER, CAPITALS, DIGITS, LETTERS, WEIGHT = range(6)
PLAIN_COLUMNS = 6

_FIGURE = re.compile(r"\d")
_SIGN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

Bits = NDArray[np.uint64]


class Lexicon(dict[str, int]):
    """Word -> its row in the columns below; a word that is new gets the next row.

    `columns` holds LOWER ... WEIGHT and then a column for each family; `stop` the languages whose stop word it is,
    as bits; `hash` what stands for it in word pairs; `folded` the number it shares with its other spellings;
    `content` whether it says what the text is about.
    """

    def __init__(self) -> None:
        """Begin without a word."""
        super().__init__()
        self.columns: NDArray[np.float32] = np.zeros(
            (FIRST_ROOM, PLAIN_COLUMNS + len(families())), np.float32
        )
        self.stop: Bits = np.zeros(FIRST_ROOM, np.uint64)
        self.hash: Bits = np.zeros(FIRST_ROOM, np.uint64)
        self.folded: NDArray[np.int64] = np.zeros(FIRST_ROOM, np.int64)
        self.content: NDArray[np.bool_] = np.zeros(FIRST_ROOM, np.bool_)
        self._folds: dict[str, int] = {}

    def is_full(self) -> bool:
        """Tell whether it is time to begin anew."""
        return len(self) >= MOST_WORDS

    def __missing__(self, word: str) -> int:
        row = len(self)
        self[word] = row
        if row >= len(self.stop):
            self._grow()
        lowered = word.lower()
        sign = bool(_SIGN.match(word))
        plain = self.columns[row]
        plain[LOWER], plain[UPPER] = word[0].islower(), word[0].isupper()
        plain[CAPITALS] = len(word) > 1 and word.isupper()
        plain[DIGITS] = any(letter.isdigit() for letter in word)
        plain[LETTERS], plain[WEIGHT] = min(len(word), LONGEST), SIGN_WEIGHT if sign else 1.0
        for column in _family_of().get(lowered, ()):
            plain[PLAIN_COLUMNS + column] = 1.0
        stop = _stop_words().get(lowered, 0)
        self.stop[row] = stop
        self.hash[row] = zlib.crc32(_FIGURE.sub("0", lowered).encode("utf-8", "replace"))
        self.folded[row] = self._folds.setdefault(lowered, len(self._folds))
        long = len(word) >= CONTENT_LETTERS or not word.isascii() or word.isupper()
        self.content[row] = long and not stop and not sign
        return row

    def _grow(self) -> None:
        more = len(self.stop)
        self.columns = np.concatenate((self.columns, np.zeros_like(self.columns)))
        self.stop = np.concatenate((self.stop, np.zeros(more, np.uint64)))
        self.hash = np.concatenate((self.hash, np.zeros(more, np.uint64)))
        self.folded = np.concatenate((self.folded, np.zeros(more, np.int64)))
        self.content = np.concatenate((self.content, np.zeros(more, np.bool_)))


def language_bit(stop: Bits) -> tuple[int, int]:
    """Return the bit of the language whose stop words are commonest among a page's words, and how many they are.

    `stop` are the words' language bits. (-1, 0) where there is no stop word of any language.
    """
    found = stop[stop != 0]
    if not len(found):
        return -1, 0
    counts = np.unpackbits(found.view(np.uint8).reshape(-1, 8), axis=1, bitorder="little").sum(0)
    best = int(np.argmax(counts[: len(_list_weights())] * _list_weights()))
    return best, int(counts[best])


def is_english(bit: int) -> bool:
    """Tell whether the language of a bit is English."""
    return bit >= 0 and tuple(by_language())[bit] == "en"


@cache
def families() -> tuple[str, ...]:
    """Return the names of the word families, in the order of their columns."""
    return tuple(line.partition(":")[0] for line in lines_of_list("word-families.txt"))


@cache
def _family_of() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for column, line in enumerate(lines_of_list("word-families.txt")):
        for word in line.partition(":")[2].split():
            found[word] = (*found.get(word, ()), column)
    return found


@cache
def _stop_words() -> dict[str, int]:
    """Return the languages of each stop word, as bits in the order of their names."""
    found: dict[str, int] = {}
    for bit, words in enumerate(by_language().values()):
        for word in words:
            found[word] = found.get(word, 0) | 1 << bit
    return found


@cache
def _list_weights() -> NDArray[np.float64]:
    return np.array(list(list_weights(LIST_BIAS).values()))
