"""The hits over time, as bars; a click on a bar narrows the search to its years."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from pressmark.counting import count
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import Theme

BARS_HEIGHT, AXIS_HEIGHT = 40, 18
MOST_BARS = 40
GAP = 2


class YearChart(QWidget):
    """Bars of one year each, or of several where there are too many."""

    years_chosen = Signal(int, int)

    def __init__(self, fonts: Fonts, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty chart."""
        super().__init__(parent)
        self.setAccessibleName("Hits over time")
        self._fonts, self._theme = fonts, theme
        self._bars: list[tuple[int, int, int]] = []
        self._over = -1
        self.setMouseTracking(True)
        self.setFixedHeight(round((BARS_HEIGHT + AXIS_HEIGHT) * fonts.scale))
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self.update()

    def show_years(self, years: tuple[tuple[int, int], ...]) -> None:
        """Show how many articles each year has; fewer than two years are no chart."""
        known = dict(years)
        self._bars = []
        if len(known) > 1:
            first, last = min(known), max(known)
            step = 1 + (last - first) // MOST_BARS
            self._bars = [
                (year, min(year + step - 1, last), sum(known.get(y, 0) for y in range(year, year + step)))
                for year in range(first, last + 1, step)
            ]
            counts = ", ".join(f"{self._name(bar)}: {bar[2]}" for bar in self._bars if bar[2])
            self.setAccessibleDescription(f"Articles by year. {counts}"[:600])
        self._over = -1
        self.setVisible(bool(self._bars))
        self.update()

    @staticmethod
    def _name(bar: tuple[int, int, int]) -> str:
        return str(bar[0]) if bar[0] == bar[1] else f"{bar[0]}–{bar[1]}"

    def _rects(self) -> list[QRectF]:
        """Return the full-height field of each bar."""
        wide = (self.width() + GAP) / max(1, len(self._bars))
        height = self.height() - AXIS_HEIGHT * self._fonts.scale
        return [QRectF(number * wide, 0, max(1.0, wide - GAP), height) for number in range(len(self._bars))]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars and the axis."""
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        most = max(bar[2] for bar in self._bars)
        for number, (bar, field) in enumerate(zip(self._bars, self._rects(), strict=True)):
            height = max(2.0, field.height() * bar[2] / most) if bar[2] else 1.0
            painter.setBrush(QColor(self._theme.accent if number == self._over else self._theme.bar))
            painter.drawRoundedRect(
                QRectF(field.left(), field.bottom() - height, field.width(), height), 1.5, 1.5
            )
        painter.setFont(self._fonts.sans(11))
        painter.setPen(QColor(self._theme.faint))
        axis = QRectF(
            0, self.height() - AXIS_HEIGHT * self._fonts.scale, self.width(), AXIS_HEIGHT * self._fonts.scale
        )
        painter.drawText(
            axis, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(self._bars[0][0])
        )
        painter.drawText(
            axis, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(self._bars[-1][1])
        )

    def _at(self, x: float) -> int:
        wide = (self.width() + GAP) / max(1, len(self._bars))
        return min(len(self._bars) - 1, max(0, int(x / wide)))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which bar a click would choose."""
        self._over = self._at(event.position().x()) if self._bars else -1
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Forget the bar under the pointer."""
        self._over = -1
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the bar's years."""
        if self._bars and event.button() is Qt.MouseButton.LeftButton:
            bar = self._bars[self._at(event.position().x())]
            self.years_chosen.emit(bar[0], bar[1])

    @override
    def event(self, event: QEvent) -> bool:
        """Say what a bar stands for."""
        if isinstance(event, QHelpEvent) and self._bars:
            bar = self._bars[self._at(event.pos().x())]
            QToolTip.showText(event.globalPos(), f"{self._name(bar)}: {count(bar[2], 'article')}", self)
            return True
        return super().event(event)
