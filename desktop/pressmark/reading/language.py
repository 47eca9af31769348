"""A cheap guess at the language of a text, by its script and its commonest words."""

import re
from collections import Counter

# Characters of the text that are looked at, and words that must be found.
LOOKED_AT = 6_000
FEWEST = 3

_WORD = re.compile(r"[^\W\d_]+")
_COMMON = {
    "en": "the of and to in is that for was with on as by it at from he his has have be are not this",
    "de": "der die das und ist nicht von zu den mit sich auf für dem im ein eine des auch wurde",
    "fr": "le la les des et est une du dans que pour pas sur qui au par plus il avec ne",
    "es": "el los las de que en y una por con para del se su no al como más lo",
    "it": "il di che la per una del non sono con della è alla gli nel anche dei",
    "pt": "o os as de que em um uma do da não para com dos no na por mais foi",
    "nl": "de het een van en dat op te zijn voor niet met aan er ook door bij",
    "sv": "och att det som en på är av för med till inte den har ett",
    "no": "og det som en på er av for med til ikke den har et å",
    "da": "og det som en på er af for med til ikke den har et at",
    "pl": "i w z na do nie się że jest to jak po od przez dla",
    "cs": "a v se na je že s z do o to by ve pro jako",
    "ru": "и в не на что с по как это он из у за от но для о",
    "uk": "і в не на що з по як це він із у за від та для про",
    "tr": "ve bir bu da de için ile olarak çok olan daha",
}
_SETS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
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
    scores = {
        language: sum(words[word] for word in common & words.keys()) for language, common in _SETS.items()
    }
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] >= FEWEST else ""
