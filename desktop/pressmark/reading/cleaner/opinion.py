"""What the rules say of each line, as arrays: phrases, dates, bylines, credits, the main run and the headline."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pressmark.reading.bylines import is_byline
from pressmark.reading.page_reading import PageReading
from pressmark.reading.verdicts import UNDER, Verdict
from pressmark.values import Reason

# A line of more characters is no caption.
LONGEST_CAPTION = 900

WEAK, STRONG, CLOSING = 1, 2, 3

_REASONS = {reason: number for number, reason in enumerate(Reason, 1)}
COMMENTS, LINKS = _REASONS[Reason.COMMENTS], _REASONS[Reason.LINKS]

_AGENCY = r"\b(?:ap|afp|reuters|getty|epa|dpa|file|shutterstock|istock) ?"
# What a credit cannot do without, in small letters -> what it says. (No i, k or s on the left: capitals of other
# alphabets count as theirs.)
_CREDITS = {
    needed: re.compile(pattern, re.IGNORECASE)
    for needed, pattern in {
        "(": r"\((?:left|right|centre|center|l|r|c|pictured|above|below|file|photo|image|twitter|instagram)\b",
        "photo": rf"\bphoto(?:graph)?s? (?:by|:)|{_AGENCY}photo\b",
        "mage": rf"{_AGENCY}images?\b",
        "cture": rf"{_AGENCY}picture\b",
        "/": r"reuters/\w|/(?:ap|afp|reuters|getty|epa|dpa)\b",
        "cred": "image credit|credit:",
        "courte": "courtesy of",
        "le -": r"\bfile -",
        "foto:": "foto:",
        "©": "©",
        "tter": r"pic\.twitter",
        "t.co": r"https?://t\.co",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Opinion:
    """An entry for each line of the sheet.

    `verdict` is the number of the reason for which the rules would set it aside (0: they keep it), `under` whether
    because of the heading above; `strength` and `phrase` what a known phrase in it says. `from_headline` and
    `from_body` are distances in stretches, `body` the first line of the main run.
    """

    verdict: NDArray[np.int64]
    under: NDArray[np.bool_]
    strength: NDArray[np.int64]
    phrase: NDArray[np.int64]
    from_headline: NDArray[np.int64]
    from_body: NDArray[np.int64]
    dated: NDArray[np.bool_]
    signed: NDArray[np.bool_]
    credited: NDArray[np.bool_]
    body: int


def read_opinion(page: PageReading, verdicts: list[Verdict], number: NDArray[np.int64]) -> Opinion:
    """Return what the rules say of the stretches with these numbers."""
    start, stop = page.body
    headline = page.headline if page.headline is not None else start
    stretches = number.tolist()
    said = [verdicts[one] for one in stretches]
    phrases = [page.phrases[one] for one in stretches]
    texts = [page.stretches[one].text for one in stretches]
    strength = [0 if phrase is None else WEAK + phrase.strong + phrase.closes for phrase in phrases]
    return Opinion(
        verdict=np.array([0 if verdict is None else _REASONS[verdict[0]] for verdict in said], np.int64),
        under=np.array([verdict is not None and verdict[1].startswith(UNDER) for verdict in said], np.bool_),
        strength=np.array(strength, np.int64),
        phrase=np.array([0 if phrase is None else _REASONS[phrase.reason] for phrase in phrases], np.int64),
        from_headline=number - headline,
        from_body=np.where(number < start, start - number, -np.maximum(number - stop + 1, 0)),
        dated=np.array([page.dated[one] for one in stretches], np.bool_),
        signed=np.array([is_byline(text) for text in texts], np.bool_),
        credited=np.array([_is_credited(text) for text in texts], np.bool_),
        body=int(np.searchsorted(number, start)),
    )


def _is_credited(text: str) -> bool:
    if len(text) >= LONGEST_CAPTION:
        return False
    plain = text.lower()
    return any(_CREDITS[needed].search(text) for needed in filter(plain.__contains__, _CREDITS))
