"""What an outlet repeats on page after page: the key of a line, and when a count of pages is evidence."""

import hashlib
import re
from functools import lru_cache

# So many other pages of the outlet make a line its furniture (measured with planted furniture).
MANY = 3
# Within the prose a short line ("he said.") may recur by chance: only lines of so many words count there.
WORDS_WITHIN = 12
# Characters of a line that make its key.
LOOKED_AT = 2_000

_FIGURES = re.compile(r"\d+")
_NOT_LETTERS = re.compile(r"[\W_]+")
_TWO_LETTERS = re.compile(r"[^\W\d_][\W\d_]*[^\W\d_]")


def key(line: str) -> int | None:
    """Return a stable signed 64-bit key, the same for lines that differ only in figures, case and marks.

    None for a line that does not count: blank, or with fewer than two letters.
    """
    folded = _NOT_LETTERS.sub(" ", _FIGURES.sub("0", line[:LOOKED_AT].casefold())).strip()
    if not _TWO_LETTERS.search(folded, 0, 200):
        return None
    digest = hashlib.blake2b(folded.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def is_evidence(words: int, pages: int, within: bool) -> bool:
    """Tell whether standing on so many other pages makes a line furniture; `within`: in the run of prose."""
    return pages >= MANY and (words >= WORDS_WITHIN or not within)


@lru_cache(maxsize=1 << 10)
def salt(outlet: str) -> int:
    """Return a number that, mixed into the keys of an outlet's lines, keeps them apart from another outlet's."""
    digest = hashlib.blake2b(outlet.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
