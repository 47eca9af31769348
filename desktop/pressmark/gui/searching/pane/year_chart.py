"""The hits over time, as bars; a click on a bar, or Enter, narrows the search to its years."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)  # fmt: skip
from PySide6.QtWidgets import QAbstractSlider, QToolTip, QWidget
from typing_extensions import override

from pressmark.counting import count
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import Theme

BARS_HEIGHT, AXIS_HEIGHT = 40, 18
MOST_BARS = 40
GAP = 2
RING = 1.5


class YearChart(QAbstractSlider):
    """Bars of one year each, or of several where there are too many.

    To assistive tools it is a slider whose value is a year; its description tells how many articles that has.
    """

    years_chosen = Signal(int, int)

    def __init__(self, fonts: Fonts, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty chart."""
        super().__init__(parent)
        self.setAccessibleName("Hits over time")
        self._fonts, self._theme = fonts, theme
        self._bars: list[tuple[int, int, int]] = []
        self._over = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.valueChanged.connect(self._describe)
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
            self.setSingleStep(step)
            self.setRange(first, self._bars[-1][0])
            self._stand_at(next(n for n, bar in enumerate(self._bars) if bar[1] >= self.value()))
            self._describe()
        self._over = -1
        self.setVisible(bool(self._bars))
        self.update()

    @staticmethod
    def _name(bar: tuple[int, int, int]) -> str:
        return str(bar[0]) if bar[0] == bar[1] else f"{bar[0]}–{bar[1]}"

    def _words(self, bar: tuple[int, int, int]) -> str:
        return f"{self._name(bar)}: {count(bar[2], 'article')}"

    @property
    def _current(self) -> int:
        """Which bar the keys are at."""
        return next((number for number, bar in enumerate(self._bars) if bar[0] <= self.value() <= bar[1]), 0)

    def _stand_at(self, number: int) -> None:
        """Bring the keys to a bar, or to the nearest one that has articles: an empty one is nothing to choose."""
        full = [at for at, bar in enumerate(self._bars) if bar[2]]
        self.setValue(self._bars[min(full, key=lambda at: abs(at - number))][0])

    def _describe(self) -> None:
        """Tell assistive tools what the bar stands for, and what can be done."""
        if self._bars:
            words = self._words(self._bars[self._current])
            self.setAccessibleDescription(f"{words}. Left and Right go to another year, Enter chooses it.")
        self.update()

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
        current = self._current if self.hasFocus() else -1
        for number, (bar, field) in enumerate(zip(self._bars, self._rects(), strict=True)):
            height = max(2.0, field.height() * bar[2] / most) if bar[2] else 1.0
            painter.setBrush(
                QColor(self._theme.accent if number in (self._over, current) else self._theme.bar)
            )
            painter.drawRoundedRect(
                QRectF(field.left(), field.bottom() - height, field.width(), height), 1.5, 1.5
            )
        if current >= 0:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.accent), RING))
            inset = RING / 2
            painter.drawRoundedRect(self._rects()[current].adjusted(inset, inset, -inset, -inset), 3, 3)
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
        if current >= 0:
            painter.setPen(QColor(self._theme.ink))
            painter.drawText(axis, Qt.AlignmentFlag.AlignCenter, self._words(self._bars[current]))

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
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another year by the arrows, Home and End; choose it by Enter or the space bar."""
        full = [number for number, bar in enumerate(self._bars) if bar[2]]
        at = full.index(self._current) if self._current in full else 0
        goals = {
            Qt.Key.Key_Left: at - 1, Qt.Key.Key_Right: at + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(full) - 1,
        }  # fmt: skip
        key = Qt.Key(event.key())
        if full and key in goals:
            self._stand_at(full[max(0, min(len(full) - 1, goals[key]))])
        elif full and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            first, last, _ = self._bars[full[at]]
            self.years_chosen.emit(first, last)
        else:
            event.ignore()  # letters are the window's

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel alone: a slider would take it for a wish."""
        event.ignore()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that they are elsewhere."""
        super().focusOutEvent(event)
        self.update()

    @override
    def event(self, event: QEvent) -> bool:
        """Say what a bar stands for."""
        if isinstance(event, QHelpEvent) and self._bars:
            bar = self._bars[self._at(event.pos().x())]
            QToolTip.showText(event.globalPos(), self._words(bar), self)
            return True
        return super().event(event)
