"""Paints one result: headline, outlet and date, snippets with their hits."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from pressmark.gui.look.fonts import HEADLINE, META, SNIPPET, Fonts
from pressmark.gui.look.text_layout import laid_out
from pressmark.gui.look.theme import Theme
from pressmark.gui.searching.pane.results_model import ROW_ROLE, ResultsModel, Row
from pressmark.values import Snippet

Index = QModelIndex | QPersistentModelIndex
LEFT, TOP, GAP = 16, 11, 3  # pixels at scale 1
HEADLINE_LINES, SNIPPET_LINES = 3, 3
DOT = 6
DIVIDER_HEIGHT = 34
DIVIDER_TEXT = "Only most of the words"


class ResultDelegate(QStyledItemDelegate):
    """Lays out and paints rows; a row's height depends on the list's width alone."""

    def __init__(self, fonts: Fonts, theme: Theme, view: QListView) -> None:
        """Paint rows of `view` in these fonts and colours."""
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[str, int], float] = {}
        view.model().modelAboutToBeReset.connect(self._heights.clear)
        self._fonts = fonts
        self._headline = fonts.sans(HEADLINE, QFont.Weight.DemiBold)
        self._meta = fonts.sans(META)
        self._inferred = fonts.sans(META, italic=True)
        self._snippet = fonts.sans(SNIPPET)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row at the list's width."""
        row = index.data(ROW_ROLE)
        width = self._view.viewport().width()
        if not isinstance(row, Row):
            return QSize(width, 0)
        shown = (row.hit.path, width)  # not the row: one is made anew when its article is read
        known = self._heights.get(shown)
        if (
            known is None
        ):  # Qt asks for each row several times an answer, and each layout costs it half a millisecond
            known = self._heights[shown] = self._layout(row, width, None, 0)
        return QSize(width, round(known + self._divider(index)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        divider = self._divider(index)
        if divider:
            self._paint_divider(painter, QRectF(rect.left(), rect.top(), rect.width(), divider))
            rect.setTop(rect.top() + divider)
        state, model = option.state, self._view.model()
        lies_open = isinstance(model, ResultsModel) and model.is_open(row.hit.path)
        if lies_open or state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self._theme.sel))
        if lies_open:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(self._theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver and not state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self._theme.paper))
        painter.translate(rect.topLeft())
        self._layout(row, rect.width(), painter, 0)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.drawLine(QPointF(0, rect.height() - 0.5), QPointF(rect.width(), rect.height() - 0.5))
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.accent), 1.5))
            painter.drawRoundedRect(QRectF(2, 2, rect.width() - 4, rect.height() - 5), 4, 4)
        painter.restore()

    def _divider(self, index: Index) -> float:
        """Return the height of the divider above a row, if it is the first one below it."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row) or not row.below_divider:
            return 0
        above = index.model().index(index.row() - 1, 0).data(ROW_ROLE) if index.row() else None
        first = not isinstance(above, Row) or not above.below_divider
        return DIVIDER_HEIGHT * self._fonts.scale if first else 0

    def _paint_divider(self, painter: QPainter, rect: QRectF) -> None:
        painter.setFont(self._meta)
        painter.setPen(QColor(self._theme.soft))
        painter.drawText(rect.adjusted(LEFT, 4, -LEFT, 0), Qt.AlignmentFlag.AlignVCenter, DIVIDER_TEXT)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _layout(self, row: Row, width: float, painter: QPainter | None, top: float) -> float:
        """Lay a row out from the top down, painting it where a painter is given; return its height."""
        scale = self._fonts.scale
        left, inner = LEFT * scale, width - 2 * LEFT * scale
        y = top + TOP * scale
        model = self._view.model()
        unread = isinstance(model, ResultsModel) and not model.is_read(row.hit.path)
        if painter and unread:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.accent))
            painter.drawEllipse(QRectF(left - 10 * scale, y + 7 * scale, DOT, DOT))
        y = (
            self._text(painter, row.headline, self._headline, self._theme.ink, left, y, inner, HEADLINE_LINES)
            + GAP * scale
        )
        y = self._meta_line(painter, row, left, y, inner) + (GAP + 1) * scale
        for snippet in row.hit.snippets[:1]:
            y = self._text(
                painter, snippet.text, self._snippet, self._theme.ink, left, y, inner, SNIPPET_LINES, snippet
            )
        if row.notes:
            y = self._text(painter, row.notes, self._meta, self._theme.soft, left, y + GAP * scale, inner, 1)
        return y + TOP * scale

    def _meta_line(self, painter: QPainter | None, row: Row, left: float, y: float, inner: float) -> float:
        """Paint outlet, date and number of hits on one line; return where it ends."""
        metrics = QFontMetricsF(self._meta)
        if painter:
            baseline = y + metrics.ascent()
            taken = metrics.horizontalAdvance(row.hits)
            painter.setFont(self._meta)
            painter.setPen(QColor(self._theme.soft))
            painter.drawText(QPointF(left + inner - taken, baseline), row.hits)
            room = inner - taken - 12
            dates = QFontMetricsF(self._inferred if row.inferred else self._meta).horizontalAdvance(row.date)
            outlet = metrics.elidedText(row.outlet, Qt.TextElideMode.ElideMiddle, max(40, room - dates - 20))
            painter.drawText(QPointF(left, baseline), outlet)
            x = left + metrics.horizontalAdvance(outlet)
            if row.date:
                painter.drawText(QPointF(x + 6, baseline), "·")
                painter.setFont(self._inferred if row.inferred else self._meta)
                painter.drawText(QPointF(x + 16, baseline), row.date)
                if row.inferred:
                    painter.setPen(QPen(QColor(self._theme.soft), 1, Qt.PenStyle.DotLine))
                    painter.drawLine(QPointF(x + 16, baseline + 2.5), QPointF(x + 16 + dates, baseline + 2.5))
        return y + metrics.height()

    def _text(
        self, painter: QPainter | None, text: str, font: QFont, colour: str, x: float, y: float, width: float,
        lines: int, snippet: Snippet | None = None,
    ) -> float:  # fmt: skip
        """Set a text of at most so many lines at (x, y); return where it ends."""
        formats = [(span, self._theme.hit(int(span.kind or 0))) for span in snippet.spans] if snippet else []
        layout, height = laid_out(text, font, width, lines, formats, self._theme.ink)
        if painter:
            painter.setPen(QColor(colour))
            layout.draw(painter, QPointF(x, y))
        return y + height
