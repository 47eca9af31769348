"""What a line looks like: how many words, whether it reads as prose, how it ends."""

import re
from dataclasses import dataclass
from functools import lru_cache

# Characters of a line that are looked at; a longer line is prose or data, and its first pages tell which.
LOOKED_AT = 20_000
# A line of prose has at least this many words, of which at least this share are function words.
PROSE_WORDS = 10
PROSE_SHARE = 0.25
# So many words in a row are prose even without a full stop at the end.
LONG_PROSE = 25
# Characters of a word that are compared: a stem for languages of which we know none.
STEM = 6

TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")
IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»«“)\]」』]*\s*$")

FUNCTION_WORDS = frozenset(
    ["the", "a", "an", "and", "or", "but", "if", "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "is", "are", "was", "were", "be", "been", "being", "it", "its", "this", "that", "these", "those", "he", "she", "they", "we", "you", "i", "his", "her", "their", "our", "your", "my", "him", "them", "us", "not", "no", "so", "than", "then", "there", "here", "which", "who", "whom", "what", "when", "where", "while", "would", "will", "can", "could", "should", "may", "might", "must", "do", "does", "did", "has", "have", "had", "about", "after", "before", "into", "over", "under", "up", "out", "more", "most", "some", "any", "all", "also", "only", "just", "such", "other", "one", "two", "new", "said", "says", "between", "during", "der", "die", "das", "und", "oder", "aber", "ein", "eine", "einen", "einem", "einer", "eines", "ist", "sind", "war", "waren", "wird", "werden", "hat", "haben", "hatte", "nicht", "auch", "auf", "aus", "bei", "mit", "nach", "von", "vor", "zu", "zum", "zur", "im", "am", "den", "dem", "des", "sich", "sie", "er", "es", "wir", "ihr", "als", "wie", "noch", "nur", "dass", "für", "le", "la", "les", "un", "une", "des", "du", "de", "et", "ou", "mais", "est", "sont", "était", "dans", "sur", "par", "pour", "avec", "sans", "ne", "pas", "plus", "que", "qui", "il", "elle", "ils", "ce", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "au", "aux", "se", "y", "en", "el", "los", "las", "una", "unos", "unas", "del", "al", "con", "por", "para", "sin", "es", "son", "fue", "ha", "han", "su", "sus", "lo", "como", "más", "pero", "este", "esta", "esto", "o", "e", "não", "um", "uma", "os", "as", "do", "da", "dos", "das", "no", "na", "nos", "nas", "em", "que", "foi", "com", "il", "lo", "gli", "i", "di", "che", "per", "una", "sono", "era", "nel", "nella", "dei", "delle", "della", "alla", "non", "het", "een", "van", "en", "op", "te", "dat", "niet", "ook", "maar", "zijn", "was", "met", "voor", "och", "att", "det", "som", "en", "på", "är", "av", "för", "med", "till", "inte", "den", "og", "er", "ikke", "til", "fra", "i", "og", "w", "z", "na", "do", "nie", "się", "że", "jest", "to", "jak", "po", "и", "в", "не", "на", "что", "с", "по", "как", "это", "он", "она", "они", "мы", "к", "из", "у", "за", "от", "но", "для", "о", "был", "была", "было", "были", "его", "их"]
)


@dataclass(frozen=True, slots=True)
class Shape:
    """The look of a line; `stems` are its content words, cut to their beginnings."""

    words: int
    function_share: float
    prose: bool
    ends: bool
    lower_share: float
    stems: tuple[str, ...]


@lru_cache(maxsize=4096)
def shape(line: str) -> Shape:
    """Describe one line."""
    text = line[:LOOKED_AT]
    tokens = TOKEN.findall(text)
    words = _word_count(text, tokens)
    if not words:
        return Shape(0, 0.0, False, False, 0.0, ())
    lowered = [token.lower() for token in tokens]
    function_share = sum(token in FUNCTION_WORDS for token in lowered) / len(tokens)
    lower_share = sum(token[0].islower() for token in tokens) / len(tokens)
    ends = bool(SENTENCE_END.search(text[-40:]))
    stems = tuple(
        small[:STEM]
        for small, token in zip(lowered, tokens, strict=True)
        if small not in FUNCTION_WORDS and (len(token) > 3 or not token.isascii() or token.isupper())
    )
    prose = _reads_as_prose(text, tokens, words, function_share, lower_share, ends)
    return Shape(words, function_share, prose, ends, lower_share, stems)


def _word_count(text: str, tokens: list[str]) -> int:
    """Count words; two characters of Chinese, Japanese or Korean make one."""
    if text.isascii():
        return len(tokens)
    signs = len(IDEOGRAPH.findall(text))
    return len(tokens) - signs + (signs + 1) // 2


def _reads_as_prose(
    text: str, tokens: list[str], words: int, function_share: float, lower_share: float, ends: bool
) -> bool:
    if words < PROSE_WORDS or not (ends or words >= LONG_PROSE):
        return False
    if function_share >= PROSE_SHARE:
        return True
    if text.upper() == text:
        # A script without capitals, or a text all in them: the full stop has to do.
        return ends and (not text.isascii() or function_share >= PROSE_SHARE / 2)
    short = sum(token[0].islower() and len(token) <= 4 for token in tokens) / len(tokens)
    return lower_share >= 0.55 and short >= 0.12
