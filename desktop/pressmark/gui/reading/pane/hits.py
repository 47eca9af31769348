"""Where in the reader's document the hits stand: those of the query, or those of the find bar while it is open."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from pressmark.gui.look.theme import Theme
from pressmark.gui.look.utf16 import to_qt
from pressmark.gui.reading.pane.entries import Entry, EntryKind
from pressmark.values import Span

MOST_COLOURED = 2000  # hits that have their colour at once; of more, those near what is in view
NONE = -1

Marks = Sequence[tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class HitPlace:
    """A hit: characters [start, end) of the document, and the number of its query word.

    `block` is the article's block it stands in. One in a folded run (`folded`) has no characters of its own: it stands
    where the run does until the run is opened.
    """

    start: int
    end: int
    word: int
    block: int | None = None
    aside: bool = False
    folded: bool = False


class Hits:
    """The hits of one article as it is set, in reading order, one of which may be the current one."""

    def __init__(self) -> None:
        """Begin without hits."""
        self._of_query: list[HitPlace] = []
        self._found: list[HitPlace] = []
        self._wanted = ""
        self._whole = False
        self._left = NONE  # the query's current hit while the find bar has its own
        self.current = NONE

    @property
    def places(self) -> list[HitPlace]:
        """The hits one steps through."""
        return self._found if self._wanted else self._of_query

    def collect(
        self, document: QTextDocument, entries: Sequence[Entry], marks: Marks, texts: Sequence[str] = ()
    ) -> None:
        """Take the hits of a query; `marks` has, for each block of the article, the spans of its hits.

        `texts` are the blocks' own: the find bar looks into folded runs with them. What it seeks is sought again, and the
        current hit stays the same one: the document may be set anew.
        """
        current, total = self.current, len(self.places)
        self._of_query = []
        for at, entry, block, text in _texts(entries, texts):
            spans = marks[block] if block is not None and block < len(marks) else ()
            base = document.findBlockByNumber(at).position()
            self._of_query += [
                _place(base, entry, block, text, s.start, s.end, int(s.kind or 0)) for s in spans
            ]
        self.find(document, entries, self._wanted, texts, whole=self._whole)
        self.current = current if len(self.places) == total else NONE

    def find(
        self,
        document: QTextDocument,
        entries: Sequence[Entry],
        wanted: str,
        texts: Sequence[str] = (),
        *,
        whole: bool = False,
    ) -> int:
        """Take all places of a text, in any case; "" goes back to the query's hits, and to the one that was current.

        With `whole`, no letter or digit may stand before it or behind it. Return how many there are.
        """
        if not self._wanted:
            self._left = self.current
        self.current = NONE if wanted else self._left
        self._found, self._wanted, self._whole = [], wanted, whole
        low = _lower(wanted)
        for number, entry, block, text in _texts(entries, texts) if low else ():
            sought, base = _lower(text), document.findBlockByNumber(number).position()
            at = sought.find(low)
            while at >= 0:
                end = at + len(low)
                if not whole or _is_whole(sought, at, end):
                    self._found.append(_place(base, entry, block, text, at, end, 0))
                at = sought.find(low, end)
        return len(self._found)

    @contextmanager
    def current_kept(self) -> Iterator[None]:
        """Keep the current hit the current one, by its place, where hits of another query are collected inside."""
        before = self.places[self.current] if self.current != NONE else None
        self.current = NONE
        yield
        if before is not None:
            place = before.block, before.start, before.end
            same = (n for n, hit in enumerate(self.places) if (hit.block, hit.start, hit.end) == place)
            self.current = next(same, NONE)

    @property
    def aside(self) -> int:
        """How many of the hits one steps through stand in set-aside text."""
        return sum(place.aside for place in self.places)

    def in_run(self, run: Sequence[int]) -> int:
        """Return how many of them stand in a run of set-aside blocks."""
        first, last = run[0], run[-1]  # between these nothing else is set aside, or the run would have ended
        aside = (place.block for place in self.places if place.aside)
        return sum(block is not None and first <= block <= last for block in aside)

    def first(self, top: int = 0) -> HitPlace | None:
        """Make the first hit at or below a position the current one, in the article's own text if there is any."""
        places = self.places
        if not places:
            return None
        own = [number for number, place in enumerate(places) if not place.aside]
        self.current = next((number for number in own if places[number].start >= top), own[0] if own else 0)
        return places[self.current]

    def step(self, step: int, top: int) -> HitPlace | None:
        """Make the next (1) or previous (-1) hit the current one, going round at the ends.

        Without a current one, the next is the first at or below the document's position `top`.
        """
        places = self.places
        if not places:
            return None
        if self.current != NONE:
            self.current = (self.current + step) % len(places)
        elif step > 0:
            self.current = next((number for number, place in enumerate(places) if place.start >= top), 0)
        else:
            self.current = len(places) - 1
        return places[self.current]

    @property
    def are_many(self) -> bool:
        """Tell whether there are more of them than can be coloured at once."""
        return len(self.places) > MOST_COLOURED

    def shares(self, length: int) -> list[float]:
        """Return where the hits one steps through stand, as shares of the document's length."""
        return [place.start / max(1, length) for place in self.places]

    def selections(
        self, document: QTextDocument, theme: Theme, reach: tuple[int, int]
    ) -> list[QTextEdit.ExtraSelection]:
        """Return the hits in a reach of the document's characters, coloured by query word, the current one stronger."""
        current = self.places[self.current] if self.current != NONE else None
        first, last = (bisect_left(self.places, at, key=lambda place: place.start) for at in reach)
        made = []
        for place in self.places[first:last]:
            if place.folded:
                continue
            ground, ink = (
                (theme.cur, theme.curink) if place is current else (theme.hit(place.word), theme.ink)
            )
            made.append(_selection(document, place, ground, ink))
        return made


def _texts(entries: Sequence[Entry], texts: Sequence[str]) -> Iterator[tuple[int, Entry, int | None, str]]:
    """Yield each text of the article that has a place: (number of its entry, the entry, the block, the text).

    The words over a run are ours, not the article's.
    """
    for number, entry in enumerate(entries):
        if entry.kind is EntryKind.COLLAPSED:
            for block in entry.run:
                yield number, entry, block, texts[block] if block < len(texts) else ""
        elif entry.kind not in (EntryKind.OPENED, EntryKind.PICTURES):
            yield number, entry, entry.block, entry.text


def _place(
    base: int, entry: Entry, block: int | None, text: str, start: int, end: int, word: int
) -> HitPlace:
    """Return where a hit stands whose entry begins at `base`."""
    if entry.kind is EntryKind.COLLAPSED:
        return HitPlace(base, base, word, block, aside=True, folded=True)
    aside = entry.kind is EntryKind.ASIDE
    return HitPlace(base + to_qt(text, start), base + to_qt(text, end), word, block, aside=aside)


@cache
def _inside_a_word() -> re.Pattern[str]:
    """Return the pattern of two letters of one word; made when first needed, as `words` is slow to import."""
    from pressmark.words import UNSPACED

    return re.compile(rf"(?:(?![{UNSPACED}])\w){{2}}")


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether characters [start, end) are cut out of no word; in scripts without spaces nothing is."""
    before, behind = text[max(0, start - 1) : start + 1], text[end - 1 : end + 1]
    return not any(_inside_a_word().fullmatch(two) for two in (before, behind))


def _lower(text: str) -> str:
    """Return a text in lower case, each letter in its place: one whose lower case is longer stays as it is."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _selection(document: QTextDocument, place: HitPlace, ground: str, ink: str) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(document)
    cursor.setPosition(place.start)
    cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
    look = QTextCharFormat()
    look.setBackground(QColor(ground))
    look.setForeground(QColor(ink))
    selection.cursor, selection.format = cursor, look
    return selection
