"""What is marked in a text for a query: a small value made from its tree, for the reader and the snippets."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pressmark.search.query_tree import Fuzzy, Leaf, Node, Phrase, Prefix, Wildcard, Word, leaves
from pressmark.words import Reading, raw_words, read, stem

Option = tuple[str, ...]
"""Stems that stand one after another."""
Element = tuple[Option, ...]
"""The ways one word of a phrase can be written: short-term, or short term."""

_wildcards = re.compile(r"([?*]+)")


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase of a query.

    A word is hit when its stem is among `stems`, its spelling among `words`, it begins with `beginning` or fits
    `pattern`. A phrase has a row of such terms in `row`, side by side or, with `near`, within so many words.
    """

    number: int
    label: str
    stems: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    beginning: str = ""
    pattern: str = ""
    row: tuple[Element, ...] = ()
    near: int = 0


@dataclass(frozen=True, slots=True)
class Terms:
    """All that is marked for a query, in the order of the query."""

    terms: tuple[Term, ...] = ()


def terms_of(tree: Node, *, spelled: Mapping[str, tuple[str, ...]] | None = None) -> Terms:
    """Return what to mark for a query; `spelled` gives the words found for each fuzzy one, and for a phrase's begun one."""
    distinct = dict.fromkeys(leaves(tree))
    twice = {Word(leaf.text) for leaf in distinct if isinstance(leaf, Word) and leaf.begun}
    shown = [leaf for leaf in distinct if leaf not in twice]
    return Terms(tuple(_term(number, leaf, spelled or {}) for number, leaf in enumerate(shown)))


def _term(number: int, leaf: Leaf, spelled: Mapping[str, tuple[str, ...]]) -> Term:
    if isinstance(leaf, Fuzzy):
        word = first_form(leaf.text)[0]
        return Term(number, leaf.text, words=frozenset((word, *spelled.get(leaf.text, ()))))
    if isinstance(leaf, Wildcard):
        found = frozenset(spelled.get(leaf.text, ()))
        return Term(number, leaf.text, words=found, pattern=pattern_of(leaf.text))
    if isinstance(leaf, Prefix):
        return Term(number, leaf.text + "*", beginning=first_form(leaf.text)[0])
    row = elements_of(leaf.text)
    if isinstance(leaf, Phrase):
        if leaf.begun and len(row) == 1:
            return Term(number, leaf.text, stems=frozenset(row[0][0]), beginning=first_form(leaf.text)[0])
        if leaf.begun and row:
            row = (*row[:-1], begun_element(row[-1], spelled.get(leaf.text, ())))
        return Term(number, leaf.text, row=row, near=leaf.near)
    if len(row) == 1 and len(row[0]) > 1:
        return Term(number, leaf.text, row=row)
    word, root = first_form(leaf.text)
    return Term(number, leaf.text, stems=frozenset((root,)), beginning=word if leaf.begun else "")


def elements_of(text: str) -> tuple[Element, ...]:
    """Return the words of a phrase, each as the ways it can be written."""
    return tuple(element_of(reading) for reading in map(read, raw_words(text)) if reading.forms)


def begun_element(element: Element, words: Iterable[str]) -> Element:
    """Return the last word of a phrase that is only begun: as it is, or any of the words that begin so."""
    return tuple(dict.fromkeys((*element, *((stem(word),) for word in words))))


def element_of(reading: Reading) -> Element:
    """Return the ways a word of a phrase can be written: joined, or, where its parts are words, in parts."""
    forms = reading.forms
    whole = (forms[0].stem,)
    parts = [form for form in forms if not form.whole]
    if (
        not forms[0].whole
        or not all(len(part.word) > 1 and part.word.isalpha() for part in parts)
        or len(parts) < 2
    ):
        return (whole,)
    return (whole, tuple(part.stem for part in parts))


def pattern_of(text: str) -> str:
    """Return the pattern of a wildcard with its letters normalised, as the words of the index are."""
    parts = _wildcards.split(text)
    return "".join(part if part[:1] in ("?", "*", "") else first_form(part)[0] for part in parts)


def stemmed_pattern(pattern: str) -> str:
    """Return a pattern as it fits stems, for fields whose words are kept by stem alone: trib?ne is trib?n."""
    filled = pattern.replace("?", "x").replace("*", "x")
    root = stem(filled)
    at = len(root) - 1
    if not root or root[:at] != filled[:at]:
        return pattern
    return pattern[:at] + (pattern[at] if root[at] == filled[at : at + 1] else root[at])


@lru_cache(maxsize=64)
def fits(pattern: str) -> re.Pattern[str]:
    """Return the expression that matches, as a whole, each word that fits a pattern."""
    return re.compile(
        "".join({"?": ".", "*": ".*"}.get(part, re.escape(part)) for part in pattern), re.DOTALL
    )


def first_form(text: str) -> tuple[str, str]:
    """Return a query word as (word, stem); a compound joined."""
    for raw in raw_words(text):
        forms = read(raw).forms
        if forms:
            return forms[0].word, forms[0].stem
    return text, text
