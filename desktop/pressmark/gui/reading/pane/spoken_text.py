"""The words of an article for a screen reader: by characters, and with the caret."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessibleTextInterface, QTextCursor
from typing_extensions import override

if TYPE_CHECKING:
    from pressmark.gui.reading.pane.article_view import ArticleView


class SpokenText(QAccessibleTextInterface):
    """A stretch of the document as text; offsets count from its beginning, in Qt's units."""

    def __init__(self, view: "ArticleView", block: int | None) -> None:
        """Speak a text block, or the whole document."""
        super().__init__()
        self._view, self._block = view, block

    def _reach(self) -> tuple[int, int]:
        document = self._view.document()
        if self._block is None:
            return 0, max(0, document.characterCount() - 1)
        block = document.findBlockByNumber(self._block)
        return block.position(), block.position() + max(0, block.length() - 1)

    def _cursor(self, start: int, end: int = -1) -> QTextCursor:
        first, last = self._reach()
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(min(last, max(first, first + start)))
        if end >= 0:
            cursor.setPosition(min(last, max(first, first + end)), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    @override
    def characterCount(self) -> int:
        """Return its length."""
        first, last = self._reach()
        return last - first

    @override
    def text(self, startOffset: int, endOffset: int) -> str:
        """Return a part of it."""
        end = self.characterCount() if endOffset < 0 else endOffset
        return self._cursor(startOffset, end).selectedText().replace("\u2029", "\n").replace("\u2028", "\n")

    @override
    def cursorPosition(self) -> int:
        """Return where in it the caret stands, -1 where it is elsewhere."""
        first, last = self._reach()
        position = self._view.textCursor().position()
        return position - first if first <= position <= last else -1

    @override
    def setCursorPosition(self, position: int) -> None:
        """Bring the caret, and the view, to an offset."""
        cursor = self._cursor(position)
        self._view.setTextCursor(cursor)
        self._view.bring_into_view(cursor.position())

    @override
    def selectionCount(self) -> int:
        """Return none: PySide hands on neither what is selected nor how words look."""
        return 0

    @override
    def addSelection(self, startOffset: int, endOffset: int) -> None:
        """Select a part of it."""
        self._view.setTextCursor(self._cursor(startOffset, endOffset))

    @override
    def setSelection(self, selectionIndex: int, startOffset: int, endOffset: int) -> None:
        """Select a part of it."""
        self.addSelection(startOffset, endOffset)

    @override
    def removeSelection(self, selectionIndex: int) -> None:
        """Select nothing."""
        cursor = self._view.textCursor()
        cursor.clearSelection()
        self._view.setTextCursor(cursor)

    @override
    def characterRect(self, offset: int) -> QRect:
        """Return where on the screen a character stands."""
        rect = self._view.cursorRect(self._cursor(offset))
        return QRect(self._view.viewport().mapToGlobal(rect.topLeft()), rect.size())

    @override
    def offsetAtPoint(self, point: QPoint) -> int:
        """Return the offset at a point of the screen."""
        cursor = self._view.cursorForPosition(self._view.viewport().mapFromGlobal(point))
        return cursor.position() - self._reach()[0]

    @override
    def scrollToSubstring(self, startIndex: int, endIndex: int) -> None:
        """Bring a part into view."""
        self._view.bring_into_view(self._cursor(startIndex).position())
