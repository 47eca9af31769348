"""Paints one related passage as a card: outlet and date, the text with what is shared, the reason."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from pressmark.gui.look.fonts import META, Fonts
from pressmark.gui.look.icons import renderer
from pressmark.gui.look.text_layout import laid_out
from pressmark.gui.look.theme import Theme
from pressmark.gui.look.utf16 import to_qt
from pressmark.gui.related.pane.cards import CARD_ROLE, Card

Index = QModelIndex | QPersistentModelIndex
SIDE, PADDING, HEADING, GAP = 16, 13, 30, 8
TEXT_SIZE = 14.5
TEXT_LINES, LINES_SELECTED, REASON_LINES = 5, 14, 4
ACTION_HEIGHT = 28  # kept free in the selected card for its button


class CardDelegate(QStyledItemDelegate):
    """Lays out and paints cards; the selected one shows more text and keeps room for its button."""

    def __init__(self, fonts: Fonts, theme: Theme, view: QListView) -> None:
        """Paint cards of `view` in these fonts and colours."""
        super().__init__(view)
        self._view = view
        self.set_fonts(fonts)
        self.set_theme(theme)

    def set_fonts(self, fonts: Fonts) -> None:
        """Paint in other letters."""
        self._fonts = fonts
        self._meta = fonts.sans(META)
        self._bold = fonts.sans(META, QFont.Weight.DemiBold)
        self._italic = fonts.sans(META, italic=True)
        self._text = fonts.serif(TEXT_SIZE)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a card at the list's width."""
        card = index.data(CARD_ROLE)
        width = self._view.viewport().width()
        if not isinstance(card, Card):
            return QSize(width, 0)
        return QSize(width, round(self._paint(None, card, QRectF(0, 0, width, 0), self._is_current(index))))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a card."""
        card = index.data(CARD_ROLE)
        if not isinstance(card, Card):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        self._frame(painter, card, rect, selected=self._is_current(index), focused=focused)
        self._paint(painter, card, rect, self._is_current(index))
        painter.restore()

    def action_rect(self, rect: QRectF) -> QRectF:
        """Return where the button of the selected card stands."""
        scale = self._fonts.scale
        height = ACTION_HEIGHT * scale
        return QRectF(
            rect.left() + (SIDE + PADDING - 5) * scale,
            rect.bottom() - (GAP + 6) * scale - height,
            rect.width() / 2,
            height,
        )

    def _is_current(self, index: Index) -> bool:
        return self._view.currentIndex().row() == index.row()

    def _frame(self, painter: QPainter, card: Card, rect: QRectF, *, selected: bool, focused: bool) -> None:
        """Draw the card's ground and border, and the heading above it."""
        scale, theme = self._fonts.scale, self._theme
        top = rect.top()
        if card.heading:
            colour = theme.kind(card.relation.kind)
            side = 13 * scale
            middle = top + HEADING * scale / 2 + 2 * scale
            renderer(card.relation.kind.value, colour).render(
                painter, QRectF(rect.left() + SIDE * scale, middle - side / 2, side, side)
            )
            heading = card.heading.upper()
            painter.setFont(self._bold)
            painter.setPen(QColor(colour))
            x = rect.left() + SIDE * scale + side + 5
            width = QFontMetricsF(self._bold).horizontalAdvance(heading)
            line = QRectF(x, top + 2 * scale, rect.width(), HEADING * scale)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, heading)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(x + width + 8, middle), QPointF(rect.right() - SIDE * scale, middle))
            top += HEADING * scale
        box = QRectF(
            rect.left() + SIDE * scale,
            top,
            rect.width() - 2 * SIDE * scale,
            rect.bottom() - top - GAP * scale,
        )
        painter.setBrush(QColor(theme.paper))
        painter.setPen(
            QPen(
                QColor(theme.accent if selected else theme.line),
                2 if selected and focused else 1.5 if selected else 1,
            )
        )
        painter.drawRoundedRect(box, 8, 8)

    def _paint(self, painter: QPainter | None, card: Card, rect: QRectF, selected: bool) -> float:
        """Set a card's texts from the top down, painting where a painter is given; return the whole height."""
        scale, theme = self._fonts.scale, self._theme
        x = rect.left() + (SIDE + PADDING) * scale
        width = rect.width() - 2 * (SIDE + PADDING) * scale
        y = rect.top() + (HEADING * scale if card.heading else 0) + (PADDING - 3) * scale
        y = self._source(painter, card, x, y, width) + 4 * scale
        relation = card.relation
        grounds = [(span, theme.diff) for span in relation.other_spans if span.kind == "differs"]
        layout, height = laid_out(
            relation.other_text,
            self._text,
            width,
            LINES_SELECTED if selected else TEXT_LINES,
            grounds,
            theme.ink,
        )
        if painter:
            painter.setPen(QColor(theme.ink))
            layout.draw(painter, QPointF(x, y))
            self._underline(painter, card, layout, QPointF(x, y))
        y += height + 5 * scale
        reason, height = laid_out(relation.reason, self._meta, width, REASON_LINES)
        if painter:
            painter.setPen(QColor(theme.soft))
            reason.draw(painter, QPointF(x, y))
        y += height + (PADDING - 4) * scale
        if selected:
            y += ACTION_HEIGHT * scale
        return y - rect.top() + GAP * scale

    def _source(self, painter: QPainter | None, card: Card, x: float, y: float, width: float) -> float:
        """Paint outlet and date on one line; return where it ends."""
        bold, plain = QFontMetricsF(self._bold), QFontMetricsF(self._italic if card.inferred else self._meta)
        if painter:
            dates = plain.horizontalAdvance(card.date)
            outlet = bold.elidedText(card.outlet, Qt.TextElideMode.ElideMiddle, max(60, width - dates - 24))
            painter.setPen(QColor(self._theme.soft))
            painter.setFont(self._bold)
            baseline = y + bold.ascent()
            painter.drawText(QPointF(x, baseline), outlet)
            at = x + bold.horizontalAdvance(outlet)
            if card.date:
                painter.setFont(self._italic if card.inferred else self._meta)
                painter.drawText(QPointF(at + 7, baseline), "·")
                painter.drawText(QPointF(at + 18, baseline), card.date)
            if card.inferred:
                painter.setPen(QPen(QColor(self._theme.soft), 1, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(at + 18, baseline + 2.5), QPointF(at + 18 + dates, baseline + 2.5))
        return y + bold.height()

    def _underline(self, painter: QPainter, card: Card, layout: QTextLayout, at: QPointF) -> None:
        """Underline what the two passages share, in the kind's colour: with dots where it is spelled otherwise."""
        colour = QColor(self._theme.kind(card.relation.kind))
        pens = {"shared": QPen(colour, 1.2), "spelled": QPen(colour, 1.6, Qt.PenStyle.DotLine)}
        text = card.relation.other_text
        for span in card.relation.other_spans:
            if span.kind not in pens:
                continue
            painter.setPen(pens[span.kind])
            first, last = to_qt(text, span.start), to_qt(text, span.end)
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                start, end = (
                    max(first, line.textStart()),
                    min(last, line.textStart() + line.textLength()),
                )
                if start >= end:
                    continue
                left, right = line.cursorToX(start), line.cursorToX(end)
                left, right = (_x(value) for value in (left, right))
                base = at.y() + line.y() + line.ascent() + 3
                painter.drawLine(QPointF(at.x() + left, base), QPointF(at.x() + right, base))


def _x(found: object) -> float:
    """Return the x of a cursor; Qt gives it with the character it belongs to."""
    value = found[0] if isinstance(found, tuple) else found
    assert isinstance(value, int | float)
    return float(value)
