"""What is painted around the text of an article: boxes, rules, reasons, marks in the margin."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from pressmark.counting import count
from pressmark.gui.look.fonts import META, Fonts
from pressmark.gui.look.icons import renderer
from pressmark.gui.look.theme import Theme
from pressmark.gui.reading.pane.document import NOTE_SIZE
from pressmark.gui.reading.pane.entries import Entry, EntryKind
from pressmark.values import BlockKind, RelationKind

PILL_HEIGHT = 22
PILL_GAP = 24  # between the text column and the marks, pixels
PILL_PADDING = 7


@dataclass(frozen=True, slots=True)
class Mark:
    """The margin mark of a passage: how many counterparts it has, and the strongest kind among them."""

    kind: RelationKind
    count: int


class Decorator:
    """Paints what belongs to one entry; `column` is the text column, `rect` the entry's own place in the view."""

    def __init__(self, theme: Theme, fonts: Fonts, zoom: float) -> None:
        """Paint in these colours and fonts, at this zoom."""
        self._theme, self._fonts = theme, fonts
        self._scale = zoom * fonts.scale
        self._small = fonts.sans(NOTE_SIZE * zoom)
        self._bold = fonts.sans(META, QFont.Weight.DemiBold)

    def below(
        self, painter: QPainter, rect: QRectF, column: QRectF, flash: float, *, focused: bool = False
    ) -> None:
        """Paint what lies under the text: the line in focus; the flash of a jump, from 1 (just arrived) to 0 (gone)."""
        if focused:
            painter.setPen(QPen(QColor(self._theme.line), 1))
            painter.setBrush(QColor(self._theme.asidebg))
            painter.drawRoundedRect(
                QRectF(column.left() - 10, rect.top() - 2, column.width() + 20, rect.height() + 4), 5, 5
            )
            painter.fillRect(
                QRectF(column.left() - 10, rect.top() + 2, 2, rect.height() - 4), QColor(self._theme.faint)
            )
        if flash > 0:
            colour = QColor(self._theme.accentbg)
            colour.setAlphaF(flash)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(
                QRectF(column.left() - 10, rect.top() - 4, column.width() + 20, rect.height() + 8), 6, 6
            )

    def above(self, painter: QPainter, entry: Entry, rect: QRectF, column: QRectF, hits: int = 0) -> None:
        """Paint an entry's arrows, rules and chips; `hits` stand in the folded run that it is."""
        if entry.is_run:
            self._arrow(painter, rect, column, is_open=entry.kind is EntryKind.OPENED)
            if hits:
                self._chip(painter, count(hits, "hit"), rect, column, (self._theme.h1, self._theme.ink))
        elif entry.kind is EntryKind.ASIDE:
            self._reason(painter, entry, rect, column)
        elif entry.kind is EntryKind.META:
            self._rule(painter, QPointF(column.left(), rect.bottom() + 17 * self._scale), column.width())
        elif entry.of is BlockKind.PULL_QUOTE and not entry.note:
            self._bar(painter, rect, column, self._theme.q, 3)
        elif entry.of in (BlockKind.CAPTION, BlockKind.POST):
            self._bar(painter, rect, column, self._theme.line, 2)
        elif entry.of is BlockKind.LIST_ITEM:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.soft))
            painter.drawEllipse(
                QPointF(column.left() + 8 * self._scale, rect.top() + 14 * self._scale), 2.5, 2.5
            )

    def _arrow(self, painter: QPainter, rect: QRectF, column: QRectF, *, is_open: bool) -> None:
        """Draw the arrow before the words of a run: it points down where the run is open."""
        painter.setPen(QPen(QColor(self._theme.faint), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle = QPointF(column.left() + 6, rect.center().y())
        wide, high = (4.0, 2.5) if is_open else (2.5, 4.0)
        tip = QPointF(0, high) if is_open else QPointF(wide, 0)
        ends = (
            (QPointF(-wide, -high), QPointF(wide, -high))
            if is_open
            else (QPointF(-wide, -high), QPointF(-wide, high))
        )
        painter.drawPolyline([middle + ends[0], middle + tip, middle + ends[1]])

    def _reason(self, painter: QPainter, entry: Entry, rect: QRectF, column: QRectF) -> None:
        """Draw the dotted line beside a set-aside line, and the chip with its reason."""
        painter.setPen(QPen(QColor(self._theme.line), 2, Qt.PenStyle.DotLine))
        left = column.left() + 6
        painter.drawLine(QPointF(left, rect.top() - 3), QPointF(left, rect.bottom() + 3))
        self._chip(painter, entry.note, rect, column, (self._theme.asidebg, self._theme.aside))

    def _chip(
        self, painter: QPainter, words: str, rect: QRectF, column: QRectF, colours: tuple[str, str]
    ) -> None:
        """Draw words on a ground, at the right end of a line; `colours` are the ground's and the words'."""
        metrics = QFontMetricsF(self._small)
        width = metrics.horizontalAdvance(words) + 12
        height = metrics.height() + 3
        top = rect.top() + (min(rect.height(), height + 4) - height) / 2
        chip = QRectF(column.right() - width, top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours[0]))
        painter.drawRoundedRect(chip, 4, 4)
        painter.setFont(self._small)
        painter.setPen(QColor(colours[1]))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)

    def _rule(self, painter: QPainter, start: QPointF, width: float) -> None:
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.drawLine(start, start + QPointF(width, 0))

    def _bar(self, painter: QPainter, rect: QRectF, column: QRectF, colour: str, width: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRect(QRectF(column.left(), rect.top() + 2, width, rect.height() - 4))

    def focus(self, painter: QPainter, rect: QRectF, column: QRectF) -> None:
        """Mark the passage in focus with a bar at the left of the column."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawRoundedRect(QRectF(column.left() - 21, rect.top() + 2, 3, rect.height() - 4), 1.5, 1.5)

    def pill_rect(self, mark: Mark, rect: QRectF, column: QRectF) -> QRectF:
        """Return where the margin mark of a passage stands."""
        height = PILL_HEIGHT * self._fonts.scale
        width = (
            QFontMetricsF(self._bold).horizontalAdvance(str(mark.count))
            + 14 * self._fonts.scale
            + 2 * PILL_PADDING
            + 3
        )
        return QRectF(column.right() + PILL_GAP, rect.top() + 3, width, height)

    def pill(self, painter: QPainter, mark: Mark, pill: QRectF, *, focused: bool) -> None:
        """Draw a margin mark: the kind's glyph and the number of counterparts."""
        colour = self._theme.kind(mark.kind)
        painter.setPen(
            QPen(QColor(self._theme.accent if focused else self._theme.line), 1.5 if focused else 1)
        )
        painter.setBrush(QColor(self._theme.accentbg if focused else self._theme.paper))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        side = 14 * self._fonts.scale
        glyph = QRectF(pill.left() + PILL_PADDING, pill.center().y() - side / 2, side, side)
        renderer(mark.kind.value, colour).render(painter, glyph)
        painter.setFont(self._bold)
        painter.setPen(QColor(colour))
        painter.drawText(
            QRectF(
                glyph.right() + 3,
                pill.top(),
                pill.right() - glyph.right() - 3 - PILL_PADDING + 2,
                pill.height(),
            ),
            Qt.AlignmentFlag.AlignCenter,
            str(mark.count),
        )
