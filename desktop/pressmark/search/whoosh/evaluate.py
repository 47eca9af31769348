"""A query's tree -> the documents that match and their BM25 scores, with numpy over whole postings."""

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from pressmark.search.query_terms import (
    begun_element,
    element_of,
    elements_of,
    first_form,
    pattern_of,
    stemmed_pattern,
)
from pressmark.search.query_tree import (
    All,
    Any,
    Dated,
    Field,
    Fuzzy,
    Leaf,
    Node,
    Not,
    Nothing,
    OfOutlet,
    Phrase,
    Prefix,
    Wildcard,
    Word,
)
from pressmark.search.whoosh.arrays import Floats, Ints
from pressmark.search.whoosh.open_index import NONE, OpenIndex, Postings
from pressmark.search.whoosh.phrases import phrase
from pressmark.search.whoosh.schema import WORD_FIELDS, first_day, last_day
from pressmark.words import raw_words, read, stem

K1, B = 1.8, 0.9
"""BM25's saturation and length normalisation, calibrated on Cranfield (nDCG@10 .546)."""
ASIDE_WEIGHT = 0.1
"""What a hit in set-aside text counts beside one in the article."""
MOST_OF, LEAST_OF, EASED = 0.5, 0.15, 0.06
"""Part of the words' weight (idf) an article below the divider has to have.

Half of it up to three words, less by EASED for each further one: a long question is never answered word for
word (nDCG@10 on Cranfield: .32 with half of it always, .54 so).
"""
MOST_SPELLINGS = 32
"""Words taken for a fuzzy one, the nearest and most frequent."""
MOST_FITTING = 6
"""Words that fit a pattern that are named, the most frequent; all of them are found."""
MOST_BEGUN = 200
"""Words that a phrase's last word may be the beginning of, of each segment."""
MOST_STEMS = 500
"""Words of the text whose stems are looked for in a field that keeps stems alone."""


class Stopped(Exception):
    """A newer question came: what is being worked out is no longer wanted."""


@dataclass(frozen=True, slots=True)
class Matched:
    """Which documents match (a mask over all), their scores, and what most documents would have to have."""

    mask: Ints
    scores: Floats


class Evaluator:
    """Works out one query on one generation of the index; `stop` is asked between terms."""

    def __init__(self, index: OpenIndex, stop: Callable[[], bool]) -> None:
        self._index = index
        self._stop = stop
        self.spelled: dict[str, tuple[str, ...]] = {}

    def all_and_most(self, tree: Node) -> tuple[Matched, Matched]:
        """Return the documents that match, and those that have most of the plain words but not all."""
        children = tree.children if isinstance(tree, All) else (tree,)
        plain = [child for child in children if isinstance(child, Word)]
        strict = [child for child in children if not isinstance(child, Word)]
        base = self._all(strict) if strict else self._everything()
        if not plain:
            return base, Matched(np.zeros_like(base.mask), base.scores)
        counts = np.zeros(self._index.size, dtype=np.int16)
        mass = np.zeros(self._index.size, dtype=np.float32)
        scores = base.scores.copy()
        whole = 0.0
        for word in plain:
            found = self.evaluate(word)
            weight = self._idf(int(found.mask.sum()))
            counts += found.mask
            mass += found.mask * np.float32(weight)
            scores += found.scores
            whole += weight
        every = base.mask & (counts == len(plain))
        most = base.mask & ~every & (mass >= _part(len(plain)) * whole) & (counts > 0)
        return Matched(every, scores), Matched(most, scores)

    def evaluate(self, node: Node) -> Matched:
        """Return the documents that match a part of the query."""
        if self._stop():
            raise Stopped
        match node:
            case All(children):
                return self._all(children)
            case Any(children):
                return self._any([self.evaluate(child) for child in children])
            case Not(child):
                return self._nowhere(~self.evaluate(child).mask)
            case Field(name, child):
                return self._in_field(name, child)
            case OfOutlet(name):
                return self._nowhere(self._index.of_outlet(name))
            case Dated(first, last):
                return self._nowhere(self._dated(first, last))
            case Nothing():
                return self._nowhere(np.zeros(self._index.size, dtype=bool))
        return self._leaf(node)

    def _everything(self) -> Matched:
        return self._nowhere(np.ones(self._index.size, dtype=bool))

    def _nowhere(self, mask: Ints) -> Matched:
        return Matched(mask, np.zeros(self._index.size, dtype=np.float32))

    def _all(self, children: Sequence[Node]) -> Matched:
        found = [self.evaluate(child) for child in children]
        mask = found[0].mask
        scores = found[0].scores
        for one in found[1:]:
            mask = mask & one.mask
            scores = scores + one.scores
        return Matched(mask, scores)

    def _any(self, found: list[Matched]) -> Matched:
        mask, scores = found[0].mask.copy(), found[0].scores.copy()
        for one in found[1:]:
            mask |= one.mask
            scores += one.scores
        return Matched(mask, scores)

    def _leaf(self, leaf: Leaf) -> Matched:
        """Look for a leaf in the article text and, for much less, in what was set aside."""
        mask = np.zeros(self._index.size, dtype=bool)
        scores = np.zeros(self._index.size, dtype=np.float32)
        for name, worth in (("text", 1.0), ("aside", ASIDE_WEIGHT)):
            found = self._postings(name, leaf)
            mask[found.docs] = True
            scores[found.docs] += self._bm25(name, found) * np.float32(worth)
        return Matched(mask, scores)

    def _in_field(self, name: str, child: Node) -> Matched:
        """Look in one field; what is combined there is combined as anywhere."""
        match child:
            case All(children):
                return self._all([Field(name, one) for one in children])
            case Any(children):
                return self._any([self.evaluate(Field(name, one)) for one in children])
            case Not(inner):
                return self.evaluate(Not(Field(name, inner)))
            case Word() | Prefix() | Wildcard() | Fuzzy() | Phrase():
                found = self._postings(name, child)
                mask = np.zeros(self._index.size, dtype=bool)
                mask[found.docs] = True
                return self._nowhere(mask)
        return self.evaluate(child)

    def _postings(self, name: str, leaf: Leaf) -> Postings:
        words = {"text": "word", "aside": "asideword"}.get(name, name)
        if isinstance(leaf, Prefix):
            return self._index.beginning(words, first_form(leaf.text)[0])
        if isinstance(leaf, Wildcard):
            return self._fitting(words, leaf.text)
        if isinstance(leaf, Fuzzy):
            return self._index.any_of(words, self._spellings(words, leaf.text, leaf.distance))
        if isinstance(leaf, Phrase):
            return self._phrase(name, leaf)
        found = self._word(name, leaf.text)
        if not leaf.begun:
            return found
        return _larger(self._index, found, self._index.beginning(words, first_form(leaf.text)[0]))

    def _word(self, name: str, text: str) -> Postings:
        reading = read(text)
        if not reading.forms:
            return NONE
        element = element_of(reading)
        found = self._index.term(name, element[0][0])
        if len(element) == 1:
            return found
        return _larger(self._index, found, phrase(self._index, name, [element], 0))

    def _phrase(self, name: str, leaf: Phrase) -> Postings:
        elements = list(elements_of(leaf.text))
        if leaf.begun and elements:
            words, beginning = WORD_FIELDS.get(name, name), first_form(raw_words(leaf.text)[-1])[0]
            if len(elements) == 1:
                whole = self._word(name, leaf.text)
                return _larger(self._index, whole, self._index.beginning(words, beginning))
            begun = sorted(self._index.terms_beginning(words, beginning, MOST_BEGUN))
            self._note(leaf.text, begun)
            elements[-1] = begun_element(elements[-1], begun)
        if len(elements) == 1 and len(elements[0]) == 1:
            return self._index.term(name, elements[0][0][0])
        return phrase(self._index, name, elements, leaf.near) if elements else NONE

    def _spellings(self, name: str, text: str, distance: int) -> tuple[str, ...]:
        word = first_form(text)[0]
        near = self._index.spelled_like(name, word, distance)
        best = sorted(near, key=lambda term: (near[term][0], -near[term][1]))[:MOST_SPELLINGS]
        self._note(text, best)
        return tuple(best) or (word,)

    def _fitting(self, name: str, text: str) -> Postings:
        """Look for the words that fit a pattern; a field kept by stem alone is asked for the stems of such words, too."""
        pattern = pattern_of(text)
        if name in WORD_FIELDS.values():
            found, documents = self._index.fitting(name, pattern)
            self._note(text, heapq.nlargest(MOST_FITTING, documents, key=documents.__getitem__))
            return found
        words = self._index.fitting(WORD_FIELDS["text"], pattern)[1]
        stems = tuple({stem(word) for word in heapq.nlargest(MOST_STEMS, words, key=words.__getitem__)})
        fitting = self._index.fitting(name, stemmed_pattern(pattern))[0]
        return _larger(self._index, fitting, self._index.any_of(name, stems))

    def _note(self, text: str, words: list[str]) -> None:
        """Note the words of the archive that are taken for one of the query."""
        self.spelled[text] = tuple(dict.fromkeys((*self.spelled.get(text, ()), *words)))

    def _bm25(self, name: str, found: Postings) -> Floats:
        lengths, mean = self._index.lengths(name)
        norm = K1 * (1 - B + B * lengths[found.docs].astype(np.float32) / np.float32(mean))
        weight = np.float32(self._idf(len(found)) * (K1 + 1))
        return np.asarray(weight * found.counts / (found.counts + norm), dtype=np.float32)

    def _idf(self, documents: int) -> float:
        return float(np.log(1 + (max(self._index.size - documents, 0) + 0.5) / (documents + 0.5)))

    def _dated(self, first: str, last: str) -> Ints:
        """Return the documents whose day, or range of days, reaches into that of the query."""
        index = self._index
        known = index.first_days > 0
        if last.startswith("<"):
            return known & (index.first_days < first_day(last[1:]))
        if first.startswith(">"):
            return known & (index.last_days > last_day(first[1:]))
        low, high = first_day(first), last_day(last) or 99999999
        return known & (index.last_days >= low) & (index.first_days <= high)


def _part(words: int) -> float:
    return max(LEAST_OF, MOST_OF - EASED * max(0, words - 3))


def _larger(index: OpenIndex, one: Postings, other: Postings) -> Postings:
    """Put two postings together, each document with the larger count."""
    if not len(one) or not len(other):
        return one if len(one) else other
    counts = np.zeros(index.size, dtype=np.float32)
    counts[one.docs] = one.counts
    counts[other.docs] = np.maximum(counts[other.docs], other.counts)
    docs = np.flatnonzero(counts)
    return Postings(docs.astype(np.int32), counts[docs])
