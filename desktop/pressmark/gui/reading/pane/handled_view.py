"""The article under the hands: the line in focus, keys that scroll and select, and what is copied."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor
from typing_extensions import override

from pressmark.gui.reading.pane.copied import copied
from pressmark.gui.reading.pane.document import LEADING, READING_SIZE
from pressmark.gui.reading.pane.entries import EntryKind
from pressmark.gui.reading.pane.leading_view import LeadingView
from pressmark.gui.reading.pane.spoken import tell_at
from pressmark.gui.reading.pane.text_view import Spot

SHIFT = Qt.KeyboardModifier.ShiftModifier
PAGE_KEEPS = 40  # pixels of a page that stay in view when one goes a page on
SELECTING = frozenset({
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
})  # fmt: skip


class HandledView(LeadingView):
    """Scrolls by keys, as there is no caret to be seen; knows which line one points at; copies the article's own text."""

    _line: Spot | None = None
    _led_to: Spot | None = None  # the line of the hit that was stepped to last

    # The line in focus

    @property
    def line(self) -> int | None:
        """The number of the entry that the keys for a line act on: the one clicked last, or stepped to."""
        return self.entry_at(self._line) if self._line is not None else None

    def step_line(self, step: int) -> None:
        """Put the focus on the next (1) or previous (-1) line; without one on that of the hit, or the first in view."""
        if not self._entries:
            return
        here = self.line
        if here is None or not self._is_shown(here):
            hit = self.entry_at(self._led_to) if self._led_to is not None else None
            numbers = [b.blockNumber() for b in self._in_view() if self._rect(b).top() >= 0]
            if hit is not None and self._is_shown(hit):
                numbers.insert(0, hit)
        elif step > 0:
            numbers = list(range(here + 1, len(self._entries)))
        else:
            numbers = list(range(here - 1, -1, -1))
        found = next((number for number in numbers if self.spot_of(number)), None)
        if found is not None:
            self._line = self.spot_of(found)
            # Keys act on what is selected, else on the line in focus: the selection goes.
            self._put_caret(self.document().findBlockByNumber(found).position())
            self.show_line()
            self.viewport().update()

    def _put_caret(self, position: int) -> None:
        """Put the caret, which nobody sees, where the person is: a screen reader reads there, and selecting begins there."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        tell_at(self)

    def show_line(self) -> None:
        """Bring the line in focus, or the beginning of the selection, into view."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            self.bring_into_view(cursor.selectionStart())
        elif self.line is not None and not self._is_shown(self.line):
            self.bring_into_view(self.document().findBlockByNumber(self.line).position())

    def _is_shown(self, number: int) -> bool:
        rect = self._rect(self.document().findBlockByNumber(number))
        return rect.bottom() > 0 and rect.top() < self.viewport().height() - 20

    def _point_at(self, point: QPointF) -> None:
        """Put the focus on the line at a point."""
        number = self.entry_under(point)
        self._line = self.spot_of(number) if number is not None else None
        self.viewport().update()

    def chosen(self) -> tuple[int, ...]:
        """Return the article's blocks that the selection touches, else those of the line in focus."""
        cursor, document = self.textCursor(), self.document()
        if not cursor.hasSelection():
            return self._entries[self.line].blocks if self.line is not None else ()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd() - 1).blockNumber()
        touched = (entry for entry in self._entries[first : last + 1] if entry.kind is not EntryKind.OPENED)
        return tuple(dict.fromkeys(block for entry in touched for block in entry.blocks))

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the keys that move a caret elsewhere; with Shift select, from where one looks."""
        with_shift = bool(event.modifiers() & SHIFT)
        if event.key() == Qt.Key.Key_Space and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._scroll(Qt.Key.Key_PageUp if with_shift else Qt.Key.Key_PageDown)
        elif event.key() in SELECTING and not with_shift:
            self._scroll(Qt.Key(event.key()))
        else:
            if event.key() in SELECTING:
                self._begin_selecting()
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select by mouse without a caret, but go on with Shift from where it stood."""
        if not event.modifiers() & SHIFT:
            self.show_caret(False)
        super().mousePressEvent(event)

    def _scroll(self, key: Qt.Key) -> None:
        """Scroll by a line or a page, or to an end."""
        bar = self.verticalScrollBar()
        line, page = round(READING_SIZE * LEADING / 100 * self._zoom * self._fonts.scale), bar.pageStep()
        match key:
            case Qt.Key.Key_Up:
                self._scroll_to(bar.value() - line)
            case Qt.Key.Key_Down:
                self._scroll_to(bar.value() + line)
            case Qt.Key.Key_PageUp:
                self._scroll_to(bar.value() - page + PAGE_KEEPS)
            case Qt.Key.Key_PageDown:
                self._scroll_to(bar.value() + page - PAGE_KEEPS)
            case Qt.Key.Key_Home:
                self._scroll_to(0)
            case Qt.Key.Key_End:
                self._scroll_to(self.document().size().height())

    def _begin_selecting(self) -> None:
        """Show the caret; where nothing is selected and it is out of view, it comes to the first line in view."""
        self.show_caret(True)
        cursor = self.textCursor()
        if not cursor.hasSelection() and not self._shows(cursor):
            cursor.setPosition(self._first_position())
            self.setTextCursor(cursor)

    def _shows(self, cursor: QTextCursor) -> bool:
        rect = self.cursorRect(cursor)
        return rect.top() >= 0 and rect.bottom() <= self.viewport().height()

    def _is_seen(self, position: int) -> bool:
        """Tell whether a position of the document is in view; one of an article that is gone is not."""
        if position >= self.document().characterCount():
            return False
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self._shows(cursor)

    def _first_position(self) -> int:
        """Return where the first line begins that is wholly in view."""
        left = round(self.column().left()) + 1
        first = self.cursorForPosition(QPointF(left, 1).toPoint())
        while not self._shows(first) and first.movePosition(QTextCursor.MoveOperation.Down):
            pass
        first.movePosition(QTextCursor.MoveOperation.StartOfLine)
        return first.position()

    # The clipboard

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the article's text: no words of ours, and no colours of the look."""
        cursor = self.textCursor()
        plain, rich = copied(self._entries, self.document(), cursor.selectionStart(), cursor.selectionEnd())
        data = QMimeData()
        data.setText(plain)
        data.setHtml(rich)
        return data
