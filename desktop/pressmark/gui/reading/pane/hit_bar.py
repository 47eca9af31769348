"""The reader's scroll bar, with a mark for each hit."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget
from typing_extensions import override

MARK_HEIGHT = 3
HANDLE_SHORTEST = 32


class HitBar(QScrollBar):
    """A quiet scroll bar on which the places of the hits are marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a bar without marks."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self._marks: Sequence[float] = ()
        self._handle, self._hover, self._mark = "#ccc", "#999", "#f2a33a"
        self.setFixedWidth(14)

    def set_colours(self, handle: str, hover: str, mark: str) -> None:
        """Paint in these colours."""
        self._handle, self._hover, self._mark = handle, hover, mark
        self.update()

    def set_marks(self, shares: Sequence[float]) -> None:
        """Mark these places, given as shares of the article's length."""
        self._marks = shares
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the handle, then the marks over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        span = self.maximum() - self.minimum() + self.pageStep()
        if self.maximum() > self.minimum():
            height = max(HANDLE_SHORTEST, self.height() * self.pageStep() / span)
            top = (
                (self.height() - height) * (self.value() - self.minimum()) / (self.maximum() - self.minimum())
            )
            painter.setBrush(QColor(self._hover if self.underMouse() else self._handle))
            painter.drawRoundedRect(QRectF(4, top + 2, 7, height - 4), 3.5, 3.5)
        painter.setBrush(QColor(self._mark))
        for share in self._marks:
            painter.drawRoundedRect(
                QRectF(2, share * (self.height() - MARK_HEIGHT), self.width() - 4, MARK_HEIGHT), 1, 1
            )
