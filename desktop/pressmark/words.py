"""One normaliser for search, highlights and relations: text -> words, as written and as compared."""

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import Stemmer

from pressmark.paths import resources

LONGEST_WORD = 60
"""Characters of a word that count; a longer one is cut there, so that a word of 3 MB is harmless."""
LONGEST_RUN = 64
"""Characters above which a raw word is not remembered: such words do not come again."""
MEMO_SIZE = 1 << 18
"""Raw words whose reading is remembered; 100,000 news articles have about 300,000."""
LONGEST_COMPOUND = 4
"""Parts above which a compound is found by its parts only."""

ISO_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "eo": "esperanto", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian",
    "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian",
    "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip
"""ISO 639-1 code -> Snowball algorithm; any other language goes without a stemmer."""

UNSPACED = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e50-\u0e59\u0e81-\u0eb0\u0eb2\u0eb3\u0ebd-\u0ec6"
    "\u1000-\u102a\u1780-\u17b3\u3005-\u3007\u3040-\u3098\u309b-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""Scripts written without spaces: each character is a word, and a run of them is searched as a phrase."""
INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
HYPHENS = "\\-\u2010\u2011\u2012\u2013\ufe63\uff0d"
APOSTROPHES = "'\u2019\u2018\u02bc\uff07\u0060\u00b4"
_FOLDED = {ord(c): "-" for c in "\u2010\u2011\u2012\u2013\ufe63\uff0d"} | {
    ord(c): "'" for c in "\u2019\u2018\u02bc\uff07\u0060\u00b4"
}
_NOT_DECOMPOSED = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ħ": "h",
        "ı": "i",
        "ŋ": "n",
        "ё": "е",
    }
)


def _marks() -> str:
    """Return the combining marks of the living scripts as ranges of a character class."""
    codes = [
        c
        for low, high in (
            (0x300, 0x2000),
            (0x20D0, 0x2100),
            (0x302A, 0x3100),
            (0xA670, 0xAC00),
            (0xFE00, 0xFE30),
        )
        for c in range(low, high)
        if unicodedata.category(chr(c)) in ("Mn", "Mc", "Me")
    ]
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"\\u{low:04x}-\\u{high:04x}" for low, high in ranges)


_MARKS = _marks() + INVISIBLE
_LETTERS = (
    rf"(?:[0-9A-Za-z]++(?![^\W{UNSPACED}]|[{_MARKS}])|[^\W_{UNSPACED}]++(?:[{_MARKS}]++[^\W_{UNSPACED}]*+)*+)"
)
_ACRONYM = rf"[^\W\d_{UNSPACED}](?:\.[^\W\d_{UNSPACED}])++(?![^\W_])\.?"
_NUMBER = r"[0-9]++(?:[.,][0-9]++)++[^\W\d_]*+"
_UNIT = rf"(?:{_ACRONYM}|{_NUMBER}|{_LETTERS})"
_TAIL = r"(?:\+\+(?![^\W_])|%|\#(?![^\W_]))?"
TOKEN = rf"{_UNIT}(?:[{HYPHENS}{APOSTROPHES}/&]{_UNIT}){{0,31}}+{_TAIL}|[{UNSPACED}][{_MARKS}]*+"
"""A raw word: units of letters and digits held together by hyphens, apostrophes, slashes and ampersands."""

_token = re.compile(TOKEN)
_unit = re.compile(_UNIT)
_joint = re.compile(r"[-'/&]")
_thousands = re.compile(r",(?=[0-9]{3}(?![0-9]))")
_invisible = re.compile(f"[{INVISIBLE}]")
_possessive = re.compile(r"'[sS]$")
_british_ending = re.compile(r"(?<=[a-z]{3})(is)(?=(?:e|ed|es|er|ers|ing|ation|ations|ational|able)$)")
KEPT_ENDING = (
    r"(?:^|pre|un|re)(?:adv|exerc|surpr|prom|otherw|prec|rev|superv|compr|comprom|enterpr|franch|disgu|dev|pra|app?ra|no|"
    r"cru|bru|dem|expert|exc|desp|improv|merchand|prem|telev|treat|parad|conc|circumc|chast|po|lia|likew|ra|"
    r"clockw|malays|repr|advert|dent|surm|tort|mort|val|collis|v|w|r|prom|artist|pa|no|po)is"
)
"""The beginnings of words in -ise that are no British spellings of -ize: exercise, promise."""
_kept_ending = re.compile(KEPT_ENDING)
_british_analyse = re.compile(r"(?<=(?:nal|ral|tal|ial))ys(?=(?:e|ed|es|ing|er|ers)$)")


class Form(NamedTuple):
    """One way a raw word is found.

    [start, end) are characters of the raw word, `at` counts words from its first; `word` is normalised,
    `stem` is what is compared. `whole` marks the joined form of a compound.
    """

    start: int
    end: int
    at: int
    word: str
    stem: str
    whole: bool


class Reading(NamedTuple):
    """All forms of a raw word, and how many places it takes in the row of words."""

    width: int
    forms: tuple[Form, ...]


class Token(NamedTuple):
    """A word of a text: [start, end) are characters of that text, `position` its place in the row of words.

    A compound gives its joined form first (`width` = the places it takes) and then its parts.
    """

    start: int
    end: int
    word: str
    stem: str
    position: int
    width: int


def tokens(text: str, *, parts: bool = True, language: str = "") -> list[Token]:
    """Return the words of a text in order; without `parts`, compounds only as a whole."""
    found: list[Token] = []
    position = 0
    for match in _token.finditer(text):
        start = match.start()
        width, forms = read(match[0], language)
        found += [
            Token(
                start + form.start,
                start + form.end,
                form.word,
                form.stem,
                position + form.at,
                width if form.whole else 1,
            )
            for form in forms
            if parts or form.whole or width == 1
        ]
        position += width
    return found


def raw_words(text: str) -> list[str]:
    """Return the words of a text as they are written; `read` says what each stands for."""
    return _token.findall(text)


def finds(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each raw word of a text begins, and the word as it is written."""
    for match in _token.finditer(text):
        yield match.start(), match[0]


def read(raw: str, language: str = "") -> Reading:
    """Return what a raw word stands for."""
    return _remembered(raw, language) if len(raw) <= LONGEST_RUN else _read(raw, language)


def stem(word: str, language: str = "") -> str:
    """Return the stem of a normalised word; without a language, its script decides (Latin: English)."""
    algorithm = ISO_STEMMERS.get(language[:2].lower(), "") if language else _by_script(word)
    spelled = american(word) if algorithm in ("", "english") else word
    return _stemmer(algorithm).stemWord(spelled) if algorithm else spelled


def american(word: str) -> str:
    """Return the American spelling of a British word, by the word list and three rules; others unchanged."""
    exact, beginnings = _spellings()
    if word in exact:
        return exact[word]
    match = beginnings.match(word)
    if match:
        word = exact[match[0] + "*"] + word[match.end() :]
    if "is" in word and not _kept_ending.match(word):
        word = _british_ending.sub("iz", word)
    return _british_analyse.sub("yz", word)


def normal(raw: str) -> str:
    """Return a unit of letters without accents, case, dots and what cannot be seen, cut at LONGEST_WORD."""
    raw = raw[:LONGEST_RUN]
    if raw.isascii():
        folded = raw.lower()
    else:
        bare = _invisible.sub("", raw).lower().replace("ё", "е")
        folded = unicodedata.normalize("NFC", _without_accents(bare)).translate(_NOT_DECOMPOSED)
    if "." in folded and not folded[0].isdigit():
        folded = folded.replace(".", "")
    elif "," in folded:
        folded = _thousands.sub("", folded)
    return folded[:LONGEST_WORD]


@lru_cache(maxsize=MEMO_SIZE)
def _remembered(raw: str, language: str) -> Reading:
    return _read(raw, language)


def _read(raw: str, language: str) -> Reading:
    if raw.isascii() and raw.isalnum():
        word = normal(raw)
        return Reading(1, (Form(0, len(raw), 0, word, stem(word, language), False),))
    folded = raw.translate(_FOLDED)
    body = folded.rstrip("+%#")
    tail = folded[len(body) :]
    units = [(m.start(), m.end(), normal(m[0])) for m in _unit.finditer(body)] or [(0, len(raw), normal(raw))]
    if len(units) > 1 and _possessive.search(body):
        units.pop()
        body = body[: units[-1][1]]
    if len(units) == 1:
        return _single(units[0], tail, len(body), language)
    return _compound(body, units, tail, len(raw), language)


def _single(unit: tuple[int, int, str], tail: str, end: int, language: str) -> Reading:
    start, stop, word = unit
    plain = Form(start, max(stop, end), 0, word, stem(word, language), False)
    if not tail or not word:
        return Reading(1, (plain,) if word else ())
    whole = word + tail
    return Reading(1, (Form(0, end + len(tail), 0, whole, whole, True), plain))


def _compound(body: str, units: list[tuple[int, int, str]], tail: str, length: int, language: str) -> Reading:
    """Read "co-operation" as cooperation, co, operation; the joined form stands on each place it covers."""
    parts = [
        Form(start, end, at, word, stem(word, language), False) for at, (start, end, word) in enumerate(units)
    ]
    joints = [body[left[1] : right[0]] for left, right in pairwise(units)]
    contraction = joints[0] == "'" and len(units) == 2 and units[1][2] in ("t", "re", "ve", "ll", "d", "m")
    if len(units) > LONGEST_COMPOUND:
        return Reading(len(units), tuple(part for part in parts if part.word))
    word = units[0][2]
    for joint, (left, right) in zip(joints, pairwise(units), strict=True):
        word += _glue(joint, left[2], right[2]) + right[2]
    word = (word + tail)[:LONGEST_WORD]
    whole = Form(0, length if tail else units[-1][1], 0, word, stem(word, language), True)
    if contraction:
        return Reading(1, (whole,))
    return Reading(len(units), (whole, *(part for part in parts if part.word)))


def _glue(joint: str, left: str, right: str) -> str:
    """Return what holds two parts together in the joined form: W2 is W-2, but 911 is not 9/11."""
    if joint == "'" or (joint == "-" and not (left[-1:].isdigit() and right[:1].isdigit())):
        return ""
    return joint


def _without_accents(word: str) -> str:
    """Drop the marks on Latin, Greek, Hebrew and Arabic letters; elsewhere they are part of the letter."""
    kept: list[str] = []
    drop = True
    for char in unicodedata.normalize("NFKD", word):
        if unicodedata.category(char) != "Mn":
            kept.append(char)
            code = ord(char)
            drop = code < 0x400 or 0x590 <= code < 0x780 or 0x1E00 <= code < 0x2000
        elif not drop:
            kept.append(char)
    return "".join(kept).replace("\u0640", "")


def _by_script(word: str) -> str:
    code = ord(word[0]) if word else 0
    if code < 0x370:
        return "english" if not word[:1].isdigit() else ""
    if code < 0x400:
        return "greek"
    if code < 0x530:
        return "russian"
    return "arabic" if 0x600 <= code < 0x700 else ""


_local = threading.local()


def _stemmer(algorithm: str) -> Stemmer.Stemmer:
    """Return this thread's stemmer: Snowball's objects must not be shared between threads."""
    stemmers: dict[str, Stemmer.Stemmer] = _local.__dict__
    if algorithm not in stemmers:
        stemmers[algorithm] = Stemmer.Stemmer(algorithm, 0)
    return stemmers[algorithm]


@cache
def _spellings() -> tuple[dict[str, str], re.Pattern[str]]:
    """Read the word list: exact words and, with a star, beginnings; and a pattern of the beginnings."""
    exact: dict[str, str] = {}
    for line in (resources() / "spelling.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            british, word = line.split()
            exact[british] = word
    beginnings = sorted((word[:-1] for word in exact if word.endswith("*")), key=len, reverse=True)
    return exact, re.compile("|".join(beginnings))
