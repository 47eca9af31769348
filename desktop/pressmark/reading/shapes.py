"""What a line looks like: how many words, whether it reads as prose, how it ends."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pressmark.reading.stop_words import PROSE, stop_words

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
# What TOKEN finds in a text of ASCII alone.
_ASCII_TOKEN = re.compile(r"[0-9A-Za-z]+")
IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»«“)\]」』]*\s*$")

FUNCTION_WORDS = stop_words(PROSE)


@dataclass(frozen=True)
class Shape:
    """The look of a line; `spelled` are its words as they stand, `tokens` in small letters.

    A line of signs and letters that make no whole word (0 `words`) has no tokens.
    """

    words: int
    function_share: float
    prose: bool
    ends: bool
    lower_share: float
    tokens: tuple[str, ...]
    spelled: tuple[str, ...]

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The content words, cut to their beginnings; few lines of a page are asked for them."""
        return tuple(
            small[:STEM]
            for small, token in zip(self.tokens, self.spelled, strict=False)
            if small not in FUNCTION_WORDS and (len(token) > 3 or not token.isascii() or token.isupper())
        )


@lru_cache(maxsize=4096)
def shape(line: str) -> Shape:
    """Describe one line."""
    text = line[:LOOKED_AT]
    tokens = (_ASCII_TOKEN if text.isascii() else TOKEN).findall(text)
    words = _word_count(text, tokens)
    if not words:
        return Shape(0, 0.0, False, False, 0.0, (), tuple(tokens))
    lowered = [token.lower() for token in tokens]
    function_share = len([token for token in lowered if token in FUNCTION_WORDS]) / len(tokens)
    lower_share = len([token for token in tokens if token[0].islower()]) / len(tokens)
    ends = bool(SENTENCE_END.search(text[-40:]))
    prose = _reads_as_prose(text, tokens, words, function_share, lower_share, ends)
    return Shape(words, function_share, prose, ends, lower_share, tuple(lowered), tuple(tokens))


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
