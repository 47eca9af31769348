"""An opened index: its segments as one row of documents; postings of words, beginnings, misspellings."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pressmark.errors import IndexDamaged
from pressmark.search.whoosh.arrays import FieldArrays, Floats, Ints, SegmentArrays, ragged
from pressmark.search.whoosh.spelling import fitting, near_words
from pressmark.search.whoosh.storage import read_table, segment_arrays

CACHE_BYTES = 48 << 20
"""Postings put together from several segments that are kept for the next letter typed."""
_OPEN_TRIES = 5
"""A commit may take a segment away between reading the table of contents and opening it."""


@dataclass(frozen=True, slots=True)
class Postings:
    """The documents (ascending) that have something, and how often."""

    docs: Ints
    counts: Floats

    def __len__(self) -> int:
        return len(self.docs)


NONE = Postings(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.float32))


class OpenIndex:
    """One generation of an index; never changes once opened. Its documents are numbered across segments."""

    def __init__(self, folder: Path) -> None:
        self.generation, self.segments, alive = _open(folder)
        sizes = [len(one) for one in self.segments]
        self.offsets = [sum(sizes[:at]) for at in range(len(sizes))]
        self.size = sum(sizes)
        self.alive: Ints = np.concatenate(alive) if alive else np.zeros(0, dtype=bool)
        self.count = int(self.alive.sum())
        self.ids = self._row("ids", np.int64)
        self.first_days = self._row("first_days", np.int32)
        self.last_days = self._row("last_days", np.int32)
        self.outlets, self.outlet_of = self._outlet_row()
        self._lengths: dict[str, tuple[Ints, float]] = {}
        self._cache: OrderedDict[tuple[str, str, str], Postings] = OrderedDict()
        self._cached = 0

    def fields(self, name: str) -> list[FieldArrays]:
        """Return a field's arrays in each segment."""
        return [one.fields[name] for one in self.segments]

    def lengths(self, name: str) -> tuple[Ints, float]:
        """Return the field's length in every document, and the mean over those that have it."""
        if name not in self._lengths:
            row = self._joined([field.lengths for field in self.fields(name)], np.int32)
            used = row[row > 0]
            self._lengths[name] = row, float(used.mean()) if len(used) else 1.0
        return self._lengths[name]

    def term(self, name: str, term: str) -> Postings:
        """Return the postings of a term of a field."""
        return self._kept("term", name, term, self._term)

    def beginning(self, name: str, prefix: str) -> Postings:
        """Return the postings of all terms that begin so, as if they were one."""
        return self._kept("beginning", name, prefix, self._beginning)

    def any_of(self, name: str, terms: tuple[str, ...]) -> Postings:
        """Return the postings of several terms, as if they were one."""
        if len(terms) == 1:
            return self.term(name, terms[0])
        return self.union([self.term(name, term) for term in terms])

    def union(self, several: list[Postings]) -> Postings:
        """Put postings together, adding the counts."""
        several = [one for one in several if len(one)]
        if len(several) < 2:
            return several[0] if several else NONE
        counts = np.concatenate([one.counts for one in several])
        return _gathered(np.concatenate([one.docs for one in several]), counts, self.size)

    def spelled_like(self, name: str, word: str, distance: int) -> dict[str, tuple[int, int]]:
        """Return the terms of a field within so many letters of a word: term -> (distance, documents)."""
        found: dict[str, tuple[int, int]] = {}
        for field in self.fields(name):
            for number, term, apart in near_words(field.vocabulary, word, distance):
                documents = int(field.starts[number + 1] - field.starts[number])
                found[term] = apart, found.get(term, (0, 0))[1] + documents
        return found

    def fitting(self, name: str, pattern: str) -> tuple[Postings, dict[str, int]]:
        """Return the postings of all terms that fit a pattern, as if they were one, and the documents of each."""
        documents: dict[str, int] = {}
        docs: list[Ints] = []
        counts: list[Ints] = []
        for field, offset in zip(self.fields(name), self.offsets, strict=True):
            at = np.array(fitting(field.vocabulary, pattern), dtype=np.int64)
            starts = field.starts[at].astype(np.int64)
            sizes = field.starts[at + 1].astype(np.int64) - starts
            for number, size in zip(at.tolist(), sizes.tolist(), strict=True):
                term = field.vocabulary[number].decode()
                documents[term] = documents.get(term, 0) + size
            rows = ragged(starts, sizes)
            docs.append(field.docs[rows] + np.int32(offset))
            counts.append(field.weights[rows])
        if not documents:
            return NONE, {}
        return _gathered(np.concatenate(docs), np.concatenate(counts), self.size), documents

    def terms_beginning(self, name: str, prefix: str, most: int) -> set[str]:
        """Return terms of a field that begin so, at most so many of each segment."""
        found: set[str] = set()
        for field in self.fields(name):
            first, last = field.vocabulary.beginning(prefix.encode())
            found.update(term.decode() for term in field.vocabulary.slice(first, min(last, first + most)))
        return found

    def _term(self, name: str, term: str) -> Postings:
        docs: list[Ints] = []
        counts: list[Ints] = []
        encoded = term.encode()
        for field, offset in zip(self.fields(name), self.offsets, strict=True):
            number = field.vocabulary.find(encoded)
            if number >= 0:
                part = slice(int(field.starts[number]), int(field.starts[number + 1]))
                docs.append(field.docs[part] + np.int32(offset))
                counts.append(field.weights[part])
        return Postings(np.concatenate(docs), np.concatenate(counts).astype(np.float32)) if docs else NONE

    def _beginning(self, name: str, prefix: str) -> Postings:
        docs: list[Ints] = []
        counts: list[Ints] = []
        encoded = prefix.encode()
        for field, offset in zip(self.fields(name), self.offsets, strict=True):
            first, last = field.vocabulary.beginning(encoded)
            if first < last:
                part = slice(int(field.starts[first]), int(field.starts[last]))
                docs.append(field.docs[part] + np.int32(offset))
                counts.append(field.weights[part])
        return _gathered(np.concatenate(docs), np.concatenate(counts), self.size) if docs else NONE

    def _kept(self, kind: str, name: str, term: str, make: Callable[[str, str], Postings]) -> Postings:
        key = kind, name, term
        if key in self._cache:
            self._cache.move_to_end(key)
            return self._cache[key]
        made = make(name, term)
        self._cache[key] = made
        self._cached += made.docs.nbytes + made.counts.nbytes
        while self._cached > CACHE_BYTES and len(self._cache) > 1:
            _, old = self._cache.popitem(last=False)
            self._cached -= old.docs.nbytes + old.counts.nbytes
        return made

    def _row(self, name: str, kind: type[np.generic]) -> Ints:
        return self._joined([getattr(one, name) for one in self.segments], kind)

    def _joined(self, rows: list[Ints], kind: type[np.generic]) -> Ints:
        return np.concatenate(rows) if rows else np.zeros(0, dtype=kind)

    def of_outlet(self, name: str) -> Ints:
        """Return which documents are of the outlet called so; its case matters only if another differs by it alone."""
        outlets = self.outlets
        if name not in outlets:
            name = next((known for known in outlets if known.casefold() == name.casefold()), name)
        found: Ints = self.outlet_of == (outlets.index(name) if name in outlets else -1)
        return found

    def _outlet_row(self) -> tuple[tuple[str, ...], Ints]:
        outlets = tuple(dict.fromkeys(outlet for one in self.segments for outlet in one.outlets))
        number = {outlet: at for at, outlet in enumerate(outlets)}
        rows = [
            np.array([number[name] for name in one.outlets] or [0], dtype=np.int32)[one.outlet_of]
            for one in self.segments
        ]
        return outlets, self._joined(rows, np.int32)


def _open(folder: Path) -> tuple[int, list[SegmentArrays], list[Ints]]:
    """Read the table of contents and map the segments; again when a commit comes between."""
    for attempt in range(_OPEN_TRIES):
        table = read_table(folder)
        try:
            arrays = [segment_arrays(folder, segment) for segment in table.segments]
        except IndexDamaged:
            if attempt == _OPEN_TRIES - 1 or read_table(folder).generation == table.generation:
                raise
            continue
        alive = []
        for segment in table.segments:
            lives = np.ones(segment.doc_count_all(), dtype=bool)
            lives[list(segment.deleted_docs())] = False
            alive.append(lives)
        return int(table.generation), arrays, alive
    raise AssertionError


def _gathered(docs: Ints, counts: Ints, size: int) -> Postings:
    """Add up the counts of postings that come in any order."""
    if len(docs) and int(docs.max()) >= size:
        raise IndexDamaged("The index names articles it does not have: it is being built again.")
    summed = np.bincount(docs, weights=counts, minlength=size)
    found = np.flatnonzero(summed)
    return Postings(found.astype(np.int32), summed[found].astype(np.float32))
