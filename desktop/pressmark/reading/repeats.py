"""What an outlet repeats on page after page: keys of lines and of their 4-grams, and when a count is evidence."""

import re
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from pressmark.reading.line_key import digest_of, figures_in, has_two_letters, letters_of, without_figures
from pressmark.reading.months import MONTHS
from pressmark.reading.shapes import SENTENCE_END

# So many other pages of the outlet make a short line its furniture (measured with planted furniture) ...
MANY = 3
# ... and so many a line that may be a sentence: agencies' background paragraphs stand in several stories.
MANY_LONG = 5
# Words from which on a line may be a sentence of a story.
LONG = 8
# Counts of pages are told only as "at least so many": an article is judged again when one of its lines gets into
# another class, so that what it says of a line stays true while the archive grows and shrinks.
CLASSES = (3, 5, 10)
# Within the prose a short line ("he said.") may recur by chance: only lines of so many words count there.
WORDS_WITHIN = 12
# Characters of a line that make its key.
LOOKED_AT = 2_000
# Characters at a line's end in which its full stop is looked for.
ENDS_IN = 40
# Characters among which two letters are looked for.
TOLD_BY = 200
# Letters and blanks that count as a word in writing that leaves no blanks between words.
WORD_LENGTH = 6

# Word 4-grams show that a line varies from page to page ("You have 2 of 5 free articles left, Ann"). They are taken
# from lines of at most so many words, since longer ones are prose ...
LONGEST_SAMPLED = 40
GRAM = 4
# ... and every second one is kept, chosen by its value, so that all pages choose alike.
SAMPLED_MASK = 1
# A line with fewer sampled 4-grams proves nothing, and of more this share must stand on other pages.
FEWEST_GRAMS, GRAMS_SHARE = 6, 0.75
# They stand there together: the count most of them reach is at least this share of the highest one.
TOGETHER = 0.5

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class LineKeys(NamedTuple):
    """A line's key, how many words it has (255 for more), the sampled keys of its 4-grams, sorted, its end.

    `ends` tells whether it ends as sentences do.
    """

    key: int
    words: int
    grams: tuple[int, ...]
    ends: bool


def keys_of(line: str) -> LineKeys | None:
    """Return the keys of a line; None for one that does not count (see `key`)."""
    folded = _folded(line)
    if folded is None:
        return None
    words = folded.split(" ")
    count = min(max(len(words), len(folded) // WORD_LENGTH), 255)
    return LineKeys(_digest(folded), count, _grams(words), SENTENCE_END.search(line[-ENDS_IN:]) is not None)


def key(line: str) -> int | None:
    """Return a stable signed 64-bit key, the same for lines that differ only in a number or date, case and marks.

    Lines with several numbers ("Net 1.2 mln vs 1.1 mln") are told apart by them: they are a table's, not a menu's.
    None for a line that does not count: blank, or with fewer than two letters.
    """
    folded = _folded(line)
    return None if folded is None else _digest(folded)


def _folded(line: str) -> str | None:
    folded = line[:LOOKED_AT].casefold()
    dated = _YEAR.search(folded) is not None
    if dated or figures_in(folded) == 1:
        folded = without_figures(folded)
    folded = letters_of(folded)
    if dated:
        folded = " ".join(["0" if word in MONTHS else word for word in folded.split(" ")])
    return folded if has_two_letters(folded, TOLD_BY) else None


def _digest(folded: str) -> int:
    return int.from_bytes(digest_of(folded), "big", signed=True)


def _grams(words: list[str]) -> tuple[int, ...]:
    """Return crc32 of the sampled 4-grams; it only has to tell the few thousand grams an outlet repeats apart."""
    if not GRAM + FEWEST_GRAMS - 1 <= len(words) <= LONGEST_SAMPLED:
        return ()
    coded = [word.encode("utf-8", "replace") for word in words]
    sums = {crc32(b" ".join(coded[at : at + GRAM])) for at in range(len(coded) - GRAM + 1)}
    sampled = sorted(number for number in sums if not number & SAMPLED_MASK)
    return tuple(sampled) if len(sampled) >= FEWEST_GRAMS else ()


def is_evidence(words: int, pages: int, within: bool) -> bool:
    """Tell whether standing on so many other pages makes a line furniture; `within`: in the run of prose."""
    if within:
        return pages >= MANY_LONG and words >= WORDS_WITHIN
    return pages >= MANY


@lru_cache(maxsize=1 << 10)
def salt(outlet: str) -> int:
    """Return a number that, mixed into the keys of an outlet's lines, keeps them apart from another outlet's."""
    return int.from_bytes(digest_of(outlet), "big", signed=True)
