"""Analyzers by which Whoosh's own parser can ask the index in words: one of stock parts, and the exact one.

The stored schema is pickled, and a pickle names its classes by import path: so it has stock parts only, and any Whoosh
opens the index and can ask it. Of the words of 20,000 articles they bring 99.7 % to the same stem as the index has;
the rest are words of the spelling list and of Snowball's later rules. WordAnalyzer is exact, and needs Pressmark.

What it does, for who wants to write it again: a text is cut into raw words (`pressmark.words.TOKEN`); each is folded to
small letters without accents, dots and possessives, and brought to its American spelling; a compound is found joined
and by its parts, the joined form on each place it takes; stems are Snowball's English (Greek, Russian, Arabic by
script). The fields `word` and `asideword` keep the words before stemming.
"""

from collections.abc import Iterator
from typing import Any

from pressmark.search.whoosh.whoosh_parts import ACCENTS, Analysis
from pressmark.words import KEPT_ENDING, finds, read

_HYPHENS = r"[\-\u2010-\u2013]"
_WORDS = rf"\w+(?:(?:{_HYPHENS}|['\u2019./&,])\w+)*"
_FOLDED = (
    (r"['\u2019]s$", ""),
    (rf"[.'\u2019]|(?<=[a-z]){_HYPHENS}|{_HYPHENS}(?=[a-z])", ""),
)
_AMERICAN = (
    (rf"^(?!{KEPT_ENDING})(\w{{3,}})is(?=(?:e|ed|es|er|ers|ing|ation|ations|ational|able)$)", r"\1iz"),
    (r"(?<=[a-z]{2}[bcdglmnpvhr])our(?=(?:s|ed|ing|er|ers|ful|able|ite|ites|less|ly)?$)", "or"),
    (r"^(\w*(?:cent|met|theat|lit|fib|lust))re(?=s?$)", r"\1er"),
    (r"^(def|lic|off|pret)enc(e|es|ed|ing|eless)$", r"\1ens\2"),
    (r"(?<=program)me(?=s?$)", ""),
    (r"^(organiz|internat)(?:\w*ation\w*|ion\w*)$", r"\1"),
)


def stock_analyzer(*, stemmed: bool = True) -> Any:
    """Return an analyzer of Whoosh's own parts that normalises nearly as the index does, to stems or to words."""
    made = Analysis.RegexTokenizer(_WORDS) | Analysis.LowercaseFilter() | Analysis.CharsetFilter(ACCENTS)
    for pattern, replacement in (*_FOLDED, *(_AMERICAN if stemmed else ())):
        made = made | Analysis.SubstitutionFilter(pattern, replacement)
    return made | Analysis.StemFilter(lang="en") if stemmed else made


class WordAnalyzer(Analysis.Analyzer):  # type: ignore[misc]
    """Text -> Whoosh's tokens, as Pressmark's index has them: by stem, or by word as normalised."""

    def __init__(self, *, stemmed: bool = True) -> None:
        """Give stems, or words."""
        self.stemmed = stemmed

    def __repr__(self) -> str:
        return f"WordAnalyzer(stemmed={self.stemmed})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, WordAnalyzer) and other.stemmed == self.stemmed

    def __hash__(self) -> int:
        return hash(self.stemmed)

    def __call__(
        self, value: str, *, mode: str = "", start_pos: int = 0, start_char: int = 0, **wanted: Any
    ) -> Iterator[Any]:
        """Yield one token again and again, as Whoosh's analyzers do; a query asks for compounds as a whole."""
        token = Analysis.Token(
            wanted.get("positions", False), wanted.get("chars", False), mode=mode, removestops=True
        )
        place = start_pos
        for start, raw in finds(value):
            width, forms = read(raw)
            for form in forms[:1] if mode == "query" else forms:
                token.text = token.original = form.stem if self.stemmed else form.word
                token.boost, token.stopped = 1.0, False
                token.startchar, token.endchar = (
                    start_char + start + form.start,
                    start_char + start + form.end,
                )
                for at in range(width if form.whole and mode != "query" else 1):
                    token.pos = place + form.at + at
                    yield token
            place += width
