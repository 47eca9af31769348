"""What stands for the text of a line of which the person says something: kept for ever in the person's data."""

import re

from pressmark.reading.line_key import digest_of, has_two_letters, letters_of, without_figures
from pressmark.values import Scope

_LETTERS = re.compile(r"[^\W\d_]+")


def key_of(text: str, scope: Scope) -> str:
    """Return what stands for a line's text: the same for lines that differ in case and marks only.

    For an outlet the figures do not count either: "Comments (12)" is one line of its pages, whatever the number.
    """
    folded = " ".join(text.casefold().split())
    if scope is Scope.OUTLET and has_two_letters(folded):
        folded = without_figures(folded)
    return digest_of(letters_of(folded) or folded).hex()


def needle_of(text: str) -> str:
    """Return letters that stand, in small letters, in each line with the same key: quick to look for; "" for none."""
    return max(_LETTERS.findall(text.casefold()), key=len, default="")
