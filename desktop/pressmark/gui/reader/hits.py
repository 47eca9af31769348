"""Where in the reader's document the hits stand: those of the query, or those of the find bar while it is open."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from pressmark.gui.reader.entries import Entry, EntryKind
from pressmark.gui.theme import Theme
from pressmark.gui.units import to_qt
from pressmark.values import Span

MOST_PAINTED = 2000
NONE = -1

Marks = Sequence[tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Place:
    """A hit: characters [start, end) of the document, and the number of its query word."""

    start: int
    end: int
    word: int


class Hits:
    """The hits of one article as it is set, in reading order, one of which may be the current one."""

    def __init__(self) -> None:
        """Begin without hits."""
        self._of_query: list[Place] = []
        self._found: list[Place] = []
        self._wanted = ""
        self.current = NONE

    @property
    def places(self) -> list[Place]:
        """The hits one steps through."""
        return self._found if self._wanted else self._of_query

    def collect(self, document: QTextDocument, entries: Sequence[Entry], marks: Marks) -> None:
        """Take the hits of a query; `marks` has, for each block of the article, the spans of its hits.

        What the find bar seeks is sought again: the document may be set anew.
        """
        self._of_query = []
        for number, entry in enumerate(entries):
            if entry.block is None or entry.kind is EntryKind.COLLAPSED or entry.block >= len(marks):
                continue
            start = document.findBlockByNumber(number).position()
            self._of_query += [
                Place(
                    start + to_qt(entry.text, span.start),
                    start + to_qt(entry.text, span.end),
                    int(span.kind or 0),
                )
                for span in marks[entry.block]
            ]
        self.find(document, entries, self._wanted)

    def find(self, document: QTextDocument, entries: Sequence[Entry], wanted: str) -> int:
        """Take all places of a text, in any case; "" goes back to the query's hits. Return how many there are."""
        self._found, self._wanted, self.current = [], wanted, NONE
        low = _lower(wanted)
        for number, entry in enumerate(entries if low else ()):
            if entry.kind is EntryKind.COLLAPSED:  # our own words, not the article's
                continue
            text = _lower(entry.text)
            at, base = text.find(low), document.findBlockByNumber(number).position()
            while at >= 0:
                end = at + len(low)
                self._found.append(Place(base + to_qt(entry.text, at), base + to_qt(entry.text, end), 0))
                at = text.find(low, end)
        return len(self._found)

    def step(self, step: int, top: int) -> Place | None:
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

    def shares(self, length: int) -> list[float]:
        """Return where the query's hits stand, as shares of the document's length."""
        return [place.start / max(1, length) for place in self._of_query[:MOST_PAINTED]]

    def selections(self, document: QTextDocument, theme: Theme) -> list[QTextEdit.ExtraSelection]:
        """Return the hits with their colours: one for each query word, a stronger one for the current hit."""
        current = self.places[self.current] if self.current != NONE else None
        made = []
        painted = self.places[:MOST_PAINTED]
        if self.current >= MOST_PAINTED:
            painted.append(self.places[self.current])
        for place in painted:
            ground, ink = (
                (theme.cur, theme.curink) if place is current else (theme.hit(place.word), theme.ink)
            )
            made.append(_selection(document, place, ground, ink))
        return made


def _lower(text: str) -> str:
    """Return a text in lower case, each letter in its place: one whose lower case is longer stays as it is."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _selection(document: QTextDocument, place: Place, ground: str, ink: str) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(document)
    cursor.setPosition(place.start)
    cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
    look = QTextCharFormat()
    look.setBackground(QColor(ground))
    look.setForeground(QColor(ink))
    selection.cursor, selection.format = cursor, look
    return selection
