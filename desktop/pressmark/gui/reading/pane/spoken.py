"""The article as a screen reader finds it: a document of headings, paragraphs and set-aside lines, with its hits.

Of itself Qt says of a read-only text that it is a label. The interfaces live in Qt's cache, which deletes them: Python keeps
each until then, and no longer.
"""

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleTextInterface,
    QTextBlock,
)
from PySide6.QtWidgets import QAccessibleWidget, QTextEdit
from typing_extensions import override

from pressmark.counting import count
from pressmark.gui.look.utf16 import cut
from pressmark.gui.reading.pane.entries import Entry, EntryKind
from pressmark.gui.reading.pane.spoken_text import SpokenText
from pressmark.values import BlockKind

if TYPE_CHECKING:
    from pressmark.gui.reading.pane.article_view import ArticleView

NOTHING = shiboken6.VoidPtr(0)  # PySide takes None for a pointer, and follows it
HEADINGS = {BlockKind.HEADLINE, BlockKind.SUBHEADING}
ROLES = {
    BlockKind.PULL_QUOTE: QAccessible.Role.BlockQuote,
    BlockKind.POST: QAccessible.Role.BlockQuote,
    BlockKind.LIST_ITEM: QAccessible.Role.ListItem,
}


class Pressing(QAccessibleActionInterface):
    """Opens and folds a run of set-aside lines, or shows a picture large."""

    def __init__(self, part: "SpokenPart") -> None:
        """Do what Enter does on a part."""
        super().__init__()
        self._part = part

    @override
    def actionNames(self) -> list[str]:
        """Return what can be done."""
        return [QAccessibleActionInterface.pressAction()]

    @override
    def doAction(self, actionName: str) -> None:
        """Do it."""
        view, number = self._part.view, self._part.number
        entry = view.entries[number]
        if entry.pictures:
            view.picture_wanted.emit(entry.pictures[0])
        else:
            view.turn_run(number)

    @override
    def keyBindingsForAction(self, actionName: str) -> list[str]:
        """Return the key that does it while the line is in focus."""
        return ["Return"]


class SpokenPart(QAccessibleInterface):
    """One entry of the reader: a heading, a paragraph, a set-aside line, or a run of these to be opened."""

    def __init__(self, whole: "SpokenArticle", number: int) -> None:
        """Speak entry `number`."""
        super().__init__()
        self._whole, self.view, self.number = whole, whole.view, number
        self._text, self._pressing = SpokenText(whole.view, number), Pressing(self)

    @property
    def _entry(self) -> Entry:
        return self.view.entries[self.number]

    def _block(self) -> QTextBlock:
        return self.view.document().findBlockByNumber(self.number)

    @override
    def isValid(self) -> bool:
        """Tell whether the entry still stands there."""
        return shiboken6.isValid(self.view) and self.number < len(self.view.entries)

    @override
    def object(self) -> QObject:
        """Return nothing: it is no widget."""
        return None  # type: ignore[return-value]

    @override
    def parent(self) -> QAccessibleInterface:
        """Return the article."""
        return self._whole

    @override
    def child(self, index: int) -> QAccessibleInterface:
        """Return nothing: it has no parts."""
        return None  # type: ignore[return-value]

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return nothing: it has no parts."""
        return None  # type: ignore[return-value]

    @override
    def childCount(self) -> int:
        """Return none."""
        return 0

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return that it has no such part."""
        return -1

    @override
    def role(self) -> QAccessible.Role:
        """Return what it is."""
        entry = self._entry
        if entry.is_run:
            return QAccessible.Role.Button
        if entry.pictures:
            return QAccessible.Role.Graphic
        if entry.kind in (EntryKind.HEADLINE, EntryKind.TEXT) and entry.of in HEADINGS:
            return QAccessible.Role.Heading
        plain = QAccessible.Role.Paragraph
        return ROLES.get(entry.of, plain) if entry.kind is EntryKind.TEXT else plain

    @override
    def text(self, t: QAccessible.Text) -> str:
        """Return its text, or beside it why it is set aside and which hits stand in it."""
        if t is QAccessible.Text.Name and self._entry.pictures:
            return self._entry.text
        if t is QAccessible.Text.Name:
            return self._block().text().replace("\u2028", "\n")
        if t is not QAccessible.Text.Description:
            return ""
        return " ".join(part for part in (self.view.told(self.number), self._hits()) if part)

    def _hits(self) -> str:
        """Return how many hits stand in it, and which words they are."""
        block, places = self._block(), self.view.hit_places
        ends = block.position(), block.position() + block.length()
        first, last = (bisect_left(places, at, key=lambda place: place.start) for at in ends)
        found = [place for place in places[first:last] if not place.folded]
        words = (cut(block.text(), p.start - block.position(), p.end - block.position()) for p in found)
        return f"{count(len(found), 'hit')}: {', '.join(dict.fromkeys(words))}." if found else ""

    @override
    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Change nothing: an article is read."""

    @override
    def state(self) -> QAccessible.State:
        """Return that it is read only, whether it is in view, and whether its run is open."""
        state, entry = QAccessible.State(), self._entry
        state.readOnly = state.focusable = True
        state.focused = self.view.hasFocus() and self.view.textCursor().blockNumber() == self.number
        state.offscreen = not self.rect().intersects(self._whole.rect())
        if entry.is_run:
            state.expandable = True
            state.expanded = entry.kind is EntryKind.OPENED
            state.collapsed = not state.expanded
        return state

    @override
    def rect(self) -> QRect:
        """Return where on the screen it stands."""
        layout = self.view.document().documentLayout()
        rect = layout.blockBoundingRect(self._block()).toRect()
        place = QPoint(rect.left(), rect.top() - self.view.verticalScrollBar().value())
        return QRect(self.view.viewport().mapToGlobal(place), rect.size())

    def interface_cast(self, t: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Return what else can be done with it: its text read, its run turned, its picture shown."""
        entry = self._entry
        if t is QAccessible.InterfaceType.TextInterface and not entry.pictures:
            return _pointer(self._text)
        if t is QAccessible.InterfaceType.ActionInterface and (entry.is_run or entry.pictures):
            return _pointer(self._pressing)
        return NOTHING


class SpokenArticle(QAccessibleWidget):
    """The whole article: a document whose parts are its entries."""

    def __init__(self, view: "ArticleView") -> None:
        """Speak what a view shows."""
        super().__init__(view, QAccessible.Role.Document)
        self.view = view
        self._text = SpokenText(view, None)
        self._parts: dict[int, SpokenPart] = {}

    @override
    def childCount(self) -> int:
        """Return how many entries there are."""
        return len(self.view.entries)

    @override
    def child(self, index: int) -> QAccessibleInterface:
        """Return an entry."""
        if not 0 <= index < len(self.view.entries):
            return None  # type: ignore[return-value]
        if index not in self._parts:
            self._parts[index] = SpokenPart(self, index)
            QAccessible.registerAccessibleInterface(self._parts[index])
        return self._parts[index]

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return the entry at a point of the screen."""
        found = self.view.cursorForPosition(self.view.viewport().mapFromGlobal(QPoint(x, y)))
        return self.child(found.blockNumber())

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the number of an entry."""
        return child.number if isinstance(child, SpokenPart) else -1

    @override
    def state(self) -> QAccessible.State:
        """Return what a widget says of itself, and that it is read only, of many lines."""
        state = super().state()
        state.readOnly = state.multiLine = True
        return state

    def interface_cast(self, t: QAccessible.InterfaceType) -> shiboken6.VoidPtr:  # type: ignore[override]
        """Return the text of the whole."""
        return _pointer(self._text) if t is QAccessible.InterfaceType.TextInterface else NOTHING

    def forget(self) -> None:
        """Let the entries go: others stand in the view now."""
        parts, self._parts = self._parts, {}
        for part in parts.values():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))


def _pointer(interface: QAccessibleTextInterface | QAccessibleActionInterface) -> shiboken6.VoidPtr:
    return shiboken6.VoidPtr(shiboken6.getCppPointer(interface)[0])


_SPOKEN: dict[int, SpokenArticle] = {}


def _spoken_by(name: str, of: QObject) -> QAccessibleInterface | None:
    """Make the interface of an article's view, and let go those of views that are no more."""
    if not getattr(of, "is_spoken", False):
        return None
    for known, article in list(_SPOKEN.items()):
        if not shiboken6.isValid(article):
            _SPOKEN.pop(known).forget()
    made = SpokenArticle(of)  # type: ignore[arg-type]
    _SPOKEN[id(of)] = made
    return made


@cache
def install() -> None:
    """Have Qt ask here for the interface of an article's view, for as long as the program runs."""
    QAccessible.installFactory(_spoken_by)


def tell_at(view: QTextEdit) -> None:
    """Tell that one is at the entry with the caret now: a reader that hears no announcement reads it all the same."""
    if view.hasFocus() and QAccessible.isActive():
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(view.textCursor().blockNumber())
        QAccessible.updateAccessibility(event)


def tell_anew(view: QTextEdit) -> None:
    """Tell that the view shows something else now."""
    known = _SPOKEN.get(id(view))
    if known is not None and shiboken6.isValid(known):
        known.forget()
        QAccessible.updateAccessibility(QAccessibleEvent(view, QAccessible.Event.ObjectReorder))
