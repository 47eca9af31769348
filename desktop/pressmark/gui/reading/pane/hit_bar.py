"""The reader's scroll bar, with a mark for each hit."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget
from typing_extensions import override

MARK_HEIGHT = 3
DENSE, DENSE_OPACITY = 24, 0.45  # a run of marks so long, in pixels, is paler: it would outshout the text
HANDLE_SHORTEST = 32
HANDLE_OPACITY = 0.6  # of the handle where marks lie over it: both are seen


class HitBar(QScrollBar):
    """A quiet scroll bar on which the places of the hits are marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a bar without marks."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self._marks: Sequence[float] = ()
        self._merged: tuple[int, list[tuple[int, int]]] = (
            -1,
            [],
        )  # for which height, and the marks as they are painted
        self._handle, self._hover, self._mark = "#ccc", "#999", "#f2a33a"
        self.setFixedWidth(14)

    def set_colours(self, handle: str, hover: str, mark: str) -> None:
        """Paint in these colours."""
        self._handle, self._hover, self._mark = handle, hover, mark
        self.update()

    def set_marks(self, shares: Sequence[float]) -> None:
        """Mark these places, given as shares of the article's length."""
        self._marks, self._merged = sorted(shares), (-1, [])
        self.update()

    def merged(self) -> list[tuple[int, int]]:
        """Return the marks as pixels from top to foot, those that touch in one."""
        height = self.height()
        if self._merged[0] != height:
            made: list[tuple[int, int]] = []
            for share in self._marks:
                top = round(share * (height - MARK_HEIGHT))
                if made and top <= made[-1][1]:
                    made[-1] = made[-1][0], top + MARK_HEIGHT
                else:
                    made.append((top, top + MARK_HEIGHT))
            self._merged = height, made
        return self._merged[1]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the handle and the marks, each to be seen through the other."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_handle(painter, 1)
        for top, foot in self.merged():
            colour = QColor(self._mark)
            colour.setAlphaF(DENSE_OPACITY if foot - top > DENSE else 1)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(2, top, self.width() - 4, foot - top), 1, 1)
        self._paint_handle(painter, HANDLE_OPACITY)

    def _paint_handle(self, painter: QPainter, opacity: float) -> None:
        if self.maximum() <= self.minimum():
            return
        span = self.maximum() - self.minimum() + self.pageStep()
        height = max(HANDLE_SHORTEST, self.height() * self.pageStep() / span)
        share = (self.value() - self.minimum()) / (self.maximum() - self.minimum())
        colour = QColor(self._hover if self.underMouse() else self._handle)
        colour.setAlphaF(opacity)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(4, (self.height() - height) * share + 2, 7, height - 4), 3.5, 3.5)
