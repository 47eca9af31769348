"""What stands for a line of text: the same for lines that differ only in what does not count."""

import hashlib
import re

KEY_BYTES = 8

_FIGURES = re.compile(r"\d+")
_NOT_LETTERS = re.compile(r"[\W_]+")
_TWO_LETTERS = re.compile(r"[^\W\d_][\W\d_]*[^\W\d_]")


def figures_in(text: str) -> int:
    """Return how many numbers stand in a text."""
    return len(_FIGURES.findall(text))


def without_figures(text: str) -> str:
    """Return a text with 0 for each number."""
    return _FIGURES.sub("0", text)


def letters_of(text: str) -> str:
    """Return the letters and figures of a text with one blank for all that stands between them."""
    return _NOT_LETTERS.sub(" ", text).strip()


def has_two_letters(text: str, within: int | None = None) -> bool:
    """Tell whether a text, or its first characters, have at least two letters."""
    return _TWO_LETTERS.search(text if within is None else text[:within]) is not None


def digest_of(letters: str) -> bytes:
    """Return a digest, the same on every machine and in every run: databases hold it."""
    return hashlib.blake2b(letters.encode("utf-8", "replace"), digest_size=KEY_BYTES).digest()
