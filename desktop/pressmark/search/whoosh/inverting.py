"""Documents -> the arrays of a segment: words are numbered as they come, and sorted once at the end."""

import numpy as np

from pressmark.search.engine import Document
from pressmark.search.whoosh.arrays import FieldArrays, Ints, SegmentArrays, Vocabulary
from pressmark.search.whoosh.schema import PLACED_FIELDS, WORD_FIELDS, first_day, last_day
from pressmark.words import LONGEST_RUN, raw_words, read

HEADLINE_WEIGHT = 2
"""The headline counts twice in the text's score (nDCG@10 on Cranfield: .546; as a field of its own .524)."""
PARAGRAPH_GAP = 8
"""Places left free between paragraphs, so that no phrase crosses them."""
_PLACE_BITS, _WEIGHT_BITS = 22, 2
LAST_PLACE = (1 << _PLACE_BITS) - 1
"""Words of one document that are indexed; 4 million, some 25 MB of text."""


class _Run:
    """The words of one field, one row for each: document, number of the word, place, weight."""

    def __init__(self) -> None:
        self.docs: list[Ints] = []
        self.words: list[Ints] = []
        self.places: list[Ints] = []
        self.weights: list[Ints] = []

    def add(self, doc: int, words: Ints, places: Ints, weights: Ints) -> None:
        fits = int(np.searchsorted(places, LAST_PLACE))
        self.docs.append(np.full(fits, doc, dtype=np.int32))
        self.words.append(words[:fits])
        self.places.append(places[:fits])
        self.weights.append(weights[:fits])

    def columns(self) -> tuple[Ints, Ints, Ints, Ints]:
        if not self.docs:
            none: Ints = np.zeros(0, dtype=np.int32)
            return none, none, none, none
        return (
            np.concatenate(self.docs),
            np.concatenate(self.words),
            np.concatenate(self.places),
            np.concatenate(self.weights),
        )


class Batch:
    """Collects documents and turns them into the arrays of one segment."""

    def __init__(self) -> None:
        self.words = 0
        self._documents: list[tuple[int, int, int, str]] = []
        self._row_of: dict[int, int] = {}
        self._dead: set[int] = set()
        self._codes: dict[str, int] = {}
        self._compounds: list[tuple[int, list[tuple[int, int, int]]]] = [(PARAGRAPH_GAP, [])]
        self._numbers: dict[tuple[str, str], int] = {}
        self._runs = {name: _Run() for name in PLACED_FIELDS}

    def __len__(self) -> int:
        return len(self._documents) - len(self._dead)

    def add(self, document: Document) -> None:
        """Take a document in; it replaces one of the same number."""
        self.drop(document.id)
        doc = len(self._documents)
        self._row_of[document.id] = doc
        first = first_day(document.date)
        last = max(last_day(document.date_end or document.date), first)
        self._documents.append((document.id, first, last, document.outlet))
        headline = self._read(document.headline)
        body = self._read(document.body)
        self._runs["title"].add(doc, *_placed(headline, 1))
        self._runs["text"].add(doc, *_joined(headline, body))
        for name in ("aside", "author", "outlet", "section"):
            self._runs[name].add(doc, *_placed(self._read(getattr(document, name)), 1))

    def drop(self, article_id: int) -> None:
        """Take a document out again, if it is here."""
        doc = self._row_of.pop(article_id, None)
        if doc is not None:
            self._dead.add(doc)

    def arrays(self) -> SegmentArrays:
        """Return the segment; documents that were replaced or dropped are left out."""
        alive = np.ones(len(self._documents), dtype=bool)
        alive[list(self._dead)] = False
        new_number = np.cumsum(alive) - 1
        kept = [row for row, lives in zip(self._documents, alive, strict=True) if lives]
        outlets = tuple(dict.fromkeys(row[3] for row in kept))
        number = {outlet: at for at, outlet in enumerate(outlets)}
        fields = self._fields(alive, new_number, len(kept))
        return SegmentArrays(
            np.array([row[0] for row in kept], dtype=np.int64),
            np.array([row[1] for row in kept], dtype=np.int32),
            np.array([row[2] for row in kept], dtype=np.int32),
            np.array([number[row[3]] for row in kept], dtype=np.int32),
            outlets,
            fields,
        )

    def _fields(self, alive: Ints, new_number: Ints, count: int) -> dict[str, FieldArrays]:
        stems, stem_of = _ranked([stem for _, stem in self._numbers])
        words, word_of = _ranked([word for word, _ in self._numbers])
        fields: dict[str, FieldArrays] = {}
        for name, run in self._runs.items():
            docs, numbers, places, weights = run.columns()
            lives = alive[docs]
            docs, numbers, places, weights = (
                new_number[docs[lives]],
                numbers[lives],
                places[lives],
                weights[lives],
            )
            fields[name] = invert(stems, stem_of[numbers], docs, weights, count, places)
            if name in WORD_FIELDS:
                fields[WORD_FIELDS[name]] = invert(words, word_of[numbers], docs, weights, count)
        return fields

    def _read(self, text: str) -> tuple[Ints, Ints, Ints]:
        """Return word numbers, places and weights (0 for the further places of a compound)."""
        codes: list[int] = []
        known = self._codes
        for paragraph in text.split("\n\n"):
            raws = raw_words(paragraph)
            try:
                codes += [known[raw] for raw in raws]
            except KeyError:
                codes += [known[raw] if raw in known else self._code(raw) for raw in raws]
            codes.append(-1)
        codes.pop()
        self.words += len(codes)
        row = np.array(codes, dtype=np.int32)
        if len(row) and row.min() < 0:
            return self._expanded(row)
        return row, np.arange(len(row), dtype=np.int32), np.ones(len(row), dtype=np.int8)

    def _code(self, raw: str) -> int:
        """Return a word's number, or -1 - n for number n of the compounds."""
        width, forms = read(raw)
        if width == 1 and len(forms) == 1:
            code = self._number(forms[0].word, forms[0].stem)
        else:
            rows = []
            for form in forms:
                number = self._number(form.word, form.stem)
                places = range(form.at, form.at + (width if form.whole else 1))
                rows += [(number, place, int(place == form.at)) for place in places]
            rows.sort(key=lambda row: row[1])
            self._compounds.append((width, rows))
            code = -len(self._compounds)
        if len(raw) <= LONGEST_RUN:
            self._codes[raw] = code
        return code

    def _number(self, word: str, stem: str) -> int:
        return self._numbers.setdefault((word, stem), len(self._numbers))

    def _expanded(self, codes: Ints) -> tuple[Ints, Ints, Ints]:
        words: list[int] = []
        places: list[int] = []
        weights: list[int] = []
        place = 0
        for code in codes.tolist():
            if code >= 0:
                words.append(code)
                places.append(place)
                weights.append(1)
                place += 1
                continue
            width, rows = self._compounds[-1 - code]
            for number, at, weight in rows:
                words.append(number)
                places.append(place + at)
                weights.append(weight)
            place += width
        return (
            np.array(words, dtype=np.int32),
            np.array(places, dtype=np.int32),
            np.array(weights, dtype=np.int8),
        )


def _placed(rows: tuple[Ints, Ints, Ints], weight: int) -> tuple[Ints, Ints, Ints]:
    words, places, weights = rows
    return words, places, weights * weight


def _joined(headline: tuple[Ints, Ints, Ints], body: tuple[Ints, Ints, Ints]) -> tuple[Ints, Ints, Ints]:
    """Put the headline, which weighs more, before the body."""
    words, places, weights = headline
    if not len(words):
        return body
    offset = int(places[-1]) + 1 + PARAGRAPH_GAP
    return (
        np.concatenate((words, body[0])),
        np.concatenate((places, body[1] + offset)),
        np.concatenate((weights * HEADLINE_WEIGHT, body[2])),
    )


def _ranked(names: list[str]) -> tuple[list[bytes], Ints]:
    """Return the distinct names in the order of their bytes, and the rank of each given name."""
    encoded = [name.encode() for name in names]
    distinct = sorted(set(encoded))
    rank = {name: at for at, name in enumerate(distinct)}
    return distinct, np.array([rank[name] for name in encoded], dtype=np.int64)


def invert(
    names: list[bytes], terms: Ints, docs: Ints, weights: Ints, count: int, places: Ints | None = None
) -> FieldArrays:
    """Sort rows (term, document, place, weight) into postings; one sort of packed numbers does it all."""
    place_bits = _PLACE_BITS if places is not None else 0
    shift = place_bits + _WEIGHT_BITS
    packed = (terms.astype(np.int64) * max(count, 1) + docs) << shift
    if places is not None:
        packed |= places.astype(np.int64) << _WEIGHT_BITS
    packed |= weights.astype(np.int64)
    packed.sort()
    pairs = packed >> shift
    firsts = np.flatnonzero(np.diff(pairs, prepend=-1))
    pair = pairs[firsts]
    term_of, doc_of = pair // max(count, 1), pair % max(count, 1)
    weight = packed & ((1 << _WEIGHT_BITS) - 1)
    summed = np.add.reduceat(weight, firsts) if len(firsts) else weight
    used, starts = np.unique(term_of, return_index=True)
    lengths = np.bincount(docs, weights=weights, minlength=count).astype(np.int32)
    none: Ints = np.zeros(0, dtype=np.int32)
    return FieldArrays(
        Vocabulary.of([names[term] for term in used.tolist()]),
        np.append(starts, len(pair)).astype(np.int64),
        doc_of.astype(np.int32),
        np.minimum(summed, 0xFFFF).astype(np.uint16),
        np.diff(firsts, append=len(packed)).astype(np.int32) if places is not None else none,
        np.append(firsts[starts], len(packed)).astype(np.int64) if places is not None else none,
        ((packed >> _WEIGHT_BITS) & LAST_PLACE).astype(np.int32) if places is not None else none,
        lengths,
    )
