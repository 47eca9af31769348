"""A cheap guess at the language of a text, by its script and its stop words."""

import re
from collections import Counter

from pressmark.reading.stop_words import by_language, list_weights

# Characters of the text that are looked at, and words that must be found.
LOOKED_AT = 6_000
FEWEST = 3
# How much a long list of stop words counts less; with more, Spanish in a few words becomes Catalan.
LIST_BIAS = 0.1

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("ja", re.compile(r"[\u3041-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ar", re.compile(r"[\u0620-\u064a]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("el", re.compile(r"[\u03b1-\u03c9]")),
    ("hi", re.compile(r"[\u0905-\u0939]")),
    ("th", re.compile(r"[\u0e01-\u0e3a]")),
)
# Share of the letters that must be of a script, for a language that owns one.
SCRIPT_SHARE = 0.2


def language_of(text: str) -> str:
    """Return the language as ISO 639-1, or nothing where it is not clear."""
    text = text[:LOOKED_AT].lower()
    if not text.isascii():
        letters = sum(character.isalpha() for character in text) or 1
        for language, script in _SCRIPTS:
            if len(script.findall(text)) / letters > (SCRIPT_SHARE / 4 if language == "ja" else SCRIPT_SHARE):
                return language
    words = Counter(_WORD.findall(text))
    found = {
        language: sum(words[word] for word in stops & words.keys())
        for language, stops in by_language().items()
    }
    weights = list_weights(LIST_BIAS)
    best = max(found, key=lambda language: found[language] * weights[language])
    return best if found[best] >= FEWEST else ""
