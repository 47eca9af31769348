"""A page as arrays: its words and characters, line by line, read in one pass."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from pressmark.reading.cleaner.lexicon import Lexicon, is_english, language_bit
from pressmark.reading.shapes import LOOKED_AT, Shape
from pressmark.reading.unwrap import Stretch

# Characters after a sentence's end that may still follow it: quotation marks and brackets.
CLOSING_MARKS = 3

(
    OTHER, SENTENCE_END, COMMA, QUOTE, SEPARATOR, COLON, AT_SIGN, BRACKET, BREAK, SPACE, DASH, SYMBOL, FIGURE,
) = range(13)  # fmt: skip
CLASSES = 13

_MARKS = {
    SENTENCE_END: ".!?…。！？؟।", COMMA: ",،、，", QUOTE: '"“”„«»「」『』', SEPARATOR: "|›·•>/‣▸→", COLON: ":：",
    AT_SIGN: "@", BRACKET: "()[]（）", BREAK: "\n", SPACE: " \t\xa0\u3000", DASH: "-–—",
    SYMBOL: "#$€£%&*+=<~^_{}\\©®", FIGURE: "0123456789",
}  # fmt: skip
_CLOSING = "\"'”’»«“)]」』） \t\xa0"
_PLANE = 1 << 16


def _table(marks: dict[int, str]) -> NDArray[np.uint8]:
    table = np.zeros(_PLANE, np.uint8)
    for kind, characters in marks.items():
        table[[ord(character) for character in characters]] = kind
    return table


_CLASS_OF = _table(_MARKS)
_IS_CLOSING = _table({1: _CLOSING}).astype(np.bool_)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a page that have words, as arrays with an entry a line (`size`) or a word (`line`, `columns` ...).

    `number` are the lines' numbers among the stretches. `start` and `count` say which words are a line's.
    `characters` counts the classes of characters of each line, `long` all of them. `first` is the class of its first
    character, `last` and `before` the last two characters (without closing quotation marks). `gap` says that a blank
    line stands above. `stop` says of each word whether the page's own language uses it as a stop word, `stopped` how
    many words do. `english` tells whether that language is English.
    """

    size: int
    number: NDArray[np.int64]
    texts: list[str]
    line: NDArray[np.int64]
    start: NDArray[np.int64]
    count: NDArray[np.int64]
    columns: NDArray[np.float32]
    hash: NDArray[np.uint64]
    folded: NDArray[np.int64]
    content: NDArray[np.bool_]
    stop: NDArray[np.bool_]
    stopped: int
    english: bool
    characters: NDArray[np.float32]
    long: NDArray[np.int64]
    first: NDArray[np.uint8]
    last: NDArray[np.uint32]
    before: NDArray[np.uint32]
    gap: NDArray[np.bool_]


def classes_of(letters: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """Return the class of each character."""
    return _CLASS_OF.take(letters, mode="clip")


def read_sheet(stretches: Sequence[Stretch], shapes: Sequence[Shape], lexicon: Lexicon) -> Sheet:
    """Read the stretches of a page, whose words their shapes know; those without a word are left out."""
    texts = [part.text[:LOOKED_AT].replace("\n", " ").strip() for part in stretches]
    joined = "\n".join(texts)
    words = chain.from_iterable(look.spelled for look in shapes)
    rows = np.fromiter(map(lexicon.__getitem__, words), np.int64)
    count = np.array([len(look.spelled) for look in shapes], np.int64)
    number = np.flatnonzero(count)
    stop = lexicon.stop[rows]
    bit, stopped = language_bit(stop)
    letters = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")
    begins, ends = _bounds(letters, number)
    kinds = classes_of(letters)
    last = _without_closing_marks(letters, begins, ends - 1)
    return Sheet(
        size=len(number),
        number=number,
        texts=[texts[one] for one in number.tolist()],
        line=np.repeat(np.arange(len(number)), count[number]),
        start=np.cumsum(count[number]) - count[number],
        count=count[number],
        columns=lexicon.columns[rows],
        hash=lexicon.hash[rows],
        folded=lexicon.folded[rows],
        content=lexicon.content[rows],
        stop=(stop >> np.uint64(max(bit, 0)) & np.uint64(1)).astype(np.bool_),
        stopped=stopped,
        english=is_english(bit),
        characters=_counted(letters, kinds, len(texts))[number],
        long=ends - begins,
        first=kinds[begins],
        last=letters[last],
        before=letters[np.maximum(last - 1, begins)],
        gap=_gaps(stretches, number),
    )


def _bounds(
    letters: NDArray[np.uint32], number: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where each of these lines begins and ends among the page's characters."""
    breaks = np.flatnonzero(letters == ord("\n"))
    begins, ends = np.concatenate(([0], breaks + 1)), np.concatenate((breaks, [len(letters)]))
    return begins[number], ends[number]


def _counted(letters: NDArray[np.uint32], kinds: NDArray[np.uint8], lines: int) -> NDArray[np.float32]:
    """Return how many characters of each class a line has."""
    broken = letters == ord("\n")
    line = np.cumsum(broken) - broken
    counted = np.bincount(line * CLASSES + kinds, minlength=lines * CLASSES)
    return counted.reshape(-1, CLASSES).astype(np.float32)


def _without_closing_marks(
    letters: NDArray[np.uint32], begins: NDArray[np.int64], last: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return where the last character of each line stands that is no closing mark."""
    for _ in range(CLOSING_MARKS):
        closing = _IS_CLOSING.take(letters[last], mode="clip")
        last = np.where(closing & (last > begins), last - 1, last)
    return last


def _gaps(stretches: Sequence[Stretch], number: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell which of these lines have a blank line above, or nothing."""
    first = np.array([part.first for part in stretches], np.int64)[number]
    last = np.array([part.last for part in stretches], np.int64)[number]
    return np.concatenate((np.ones(1, np.bool_), first[1:] - last[:-1] > 1))[: len(number)]
