"""The article as one reads it: set text, hits, set-aside lines, marks in the margin."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget
from typing_extensions import override

from pressmark.gui.fonts import Fonts
from pressmark.gui.reader.decorations import Decorator, Mark
from pressmark.gui.reader.document import COLUMN, Setter, wrap_mode
from pressmark.gui.reader.entries import Entry, EntryKind, entries
from pressmark.gui.reader.hit_bar import HitBar
from pressmark.gui.reader.hits import Hits, Marks
from pressmark.gui.theme import Theme
from pressmark.values import Article

FLASH_MS = 600
SIDE_SPACE = 88  # pixels right of the column that the margin marks need
NARROW_SPACE = 28  # pixels left of the column where the window is narrow
CARET_KEYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
HIT_FROM_TOP = 0.3  # where a hit comes to stand, as a share of the view's height
# Lines of the reader that act on a click, and on what.
CLICKED = {EntryKind.COLLAPSED: "aside", EntryKind.SOURCE: "outlet"}


class ArticleView(QTextBrowser):
    """Shows one article; tells of clicks, and knows its hits and passages."""

    passage_chosen = Signal(int)
    aside_wanted = Signal()
    outlet_wanted = Signal()
    hit_changed = Signal(int, int)

    def __init__(self, fonts: Fonts, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty view."""
        super().__init__(parent)
        self.setAccessibleName("Article")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(wrap_mode(()))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setCursorWidth(
            0
        )  # a caret says that one can write; it appears when one selects with the keyboard
        self._bar = HitBar(self)
        self.setVerticalScrollBar(self._bar)
        self._fonts, self._theme, self._zoom = fonts, theme, 1.0
        self._article: Article | None = None
        self._entries: tuple[Entry, ...] = ()
        self._date_words = ""
        self._aside_shown = False
        self._hits = Hits()
        self._word_marks: Marks = ()
        self._passages: Mapping[int, Mark] = {}
        self._focus: int | None = None
        self._flashing: int | None = None
        self._flash = QVariantAnimation(self)
        self._flash.setStartValue(1.0)
        self._flash.setEndValue(0.0)
        self._flash.setDuration(FLASH_MS)
        self._flash.valueChanged.connect(lambda _: self.viewport().update())
        self.setMouseTracking(True)
        self.set_look(theme, 1.0)

    # What is shown

    def show_article(self, article: Article | None, date_words: str = "", marks: Marks = ()) -> None:
        """Show an article with its hits; `marks` has, for each block, the spans of the hits (kind: word number)."""
        self._article, self._date_words, self._word_marks = article, date_words, marks
        self._hits = Hits()
        self._passages, self._focus, self._flashing = {}, None, None
        self._fill()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What stands in the view, one entry a text block."""
        return self._entries

    def set_marks(self, marks: Marks) -> None:
        """Show the hits of another query in the same article."""
        self._word_marks = marks
        self._show_hits()

    def set_passages(self, passages: Mapping[int, Mark]) -> None:
        """Show margin marks beside the blocks that have counterparts."""
        self._passages = passages
        place = self.place()
        if self._fit():
            self.go_to(*place)
        self.viewport().update()

    def set_aside_shown(self, shown: bool) -> None:
        """Show the set-aside lines in place, or count them; what is at the top of the view stays there."""
        if shown == self._aside_shown:
            return
        place = self.place()
        self._aside_shown = shown
        self._fill()
        self.go_to(*place)

    def set_look(self, theme: Theme, zoom: float) -> None:
        """Show the article in another theme or size, at the same place."""
        place = self.place()
        self._theme, self._zoom = theme, zoom
        self._decorator = Decorator(theme, self._fonts, zoom)
        self.setStyleSheet(f"QTextBrowser {{ background: {theme.paper}; selection-background-color: {theme.accent};"
                           f" selection-color: {theme.paper}; }}")  # fmt: skip
        self._bar.set_colours(theme.line, theme.faint, theme.cur)
        self._fill()
        self.go_to(*place)

    def _fill(self) -> None:
        """Set the article into the document and find the hits in it."""
        article = self._article
        self._entries = (
            entries(article, aside_shown=self._aside_shown, date_words=self._date_words) if article else ()
        )
        document = self.document()
        wrap = wrap_mode(self._entries)
        if wrap is not self.wordWrapMode():
            document.clear()  # what was shown before is not laid out in the other mode
            self.setWordWrapMode(wrap)
        if article is None:
            document.clear()
        else:
            Setter(self._fonts, self._theme, self._zoom).set(document, self._entries, article)
            self.setTextCursor(QTextCursor(document))
        self._fit()
        self._show_hits()

    def _fit(self) -> bool:
        """Centre the text column, leaving room for the margin marks; tell whether it moved."""
        width = self.viewport().width()
        column = COLUMN * self._zoom * self._fonts.scale
        left = max((width - column) / 2, NARROW_SPACE)
        right = max(width - left - column, SIDE_SPACE * self._fonts.scale)
        if width - left - right < column and left > NARROW_SPACE:
            left = max(NARROW_SPACE, width - right - column)
        frame = self.document().rootFrame()
        look = frame.frameFormat()
        if (look.leftMargin(), look.rightMargin()) != (left, right):
            look.setLeftMargin(left)
            look.setRightMargin(right)
            look.setTopMargin(20)
            look.setBottomMargin(max(60.0, self.viewport().height() * 0.4))
            frame.setFrameFormat(look)
            return True
        return False

    def column(self) -> QRectF:
        """Return the text column, in the view's pixels."""
        look = self.document().rootFrame().frameFormat()
        width = self.viewport().width() - look.leftMargin() - look.rightMargin()
        return QRectF(look.leftMargin(), 0, width, self.viewport().height())

    # Hits

    def _show_hits(self) -> None:
        """Find and colour the hits of the query."""
        self._hits.collect(self.document(), self._entries, self._word_marks)
        self._bar.set_marks(self._hits.shares(self.document().characterCount()))
        self._paint_hits()

    def _paint_hits(self) -> None:
        self.setExtraSelections(self._hits.selections(self.document(), self._theme))

    @property
    def hit_count(self) -> int:
        """How many hits one can step through: what the find bar found while it is open, else the query's."""
        return len(self._hits.places)

    def go_to_hit(self, step: int) -> None:
        """Make the next (1) or previous (-1) hit the current one and bring it into view; go round at the ends."""
        top = self.cursorForPosition(QPointF(self.column().left(), 2).toPoint()).position()
        place = self._hits.step(step, top)
        self._paint_hits()
        if place is not None:
            self._bring_into_view(place.start)
        self.hit_changed.emit(self._hits.current + 1, self.hit_count)

    def find_text(self, wanted: str) -> int:
        """Mark all places of a text in what is shown; return how many there are. "" goes back to the query."""
        found = self._hits.find(self.document(), self._entries, wanted)
        self._paint_hits()
        return found

    # Places

    def place(self) -> tuple[int, int]:
        """Return what stands at the top of the view: the article's block, and how many pixels of it are above."""
        if not self._entries:
            return 0, 0
        top = self.verticalScrollBar().value()
        if top <= 0:
            return 0, 0
        block = self.cursorForPosition(QPointF(self.column().left() + 1, 1).toPoint()).block()
        while block.isValid() and self._entries[block.blockNumber()].block is None:
            block = block.next()
        if not block.isValid():
            return 0, 0
        number = self._entries[block.blockNumber()].block or 0
        return number, round((top - self._rect(block).top() - top) / self._zoom)

    def go_to(self, block: int, offset: int = 0) -> None:
        """Bring a block of the article to the top of the view, with `offset` pixels of it scrolled away."""
        if (block, offset) == (0, 0):
            self.verticalScrollBar().setValue(0)
            return
        found = self._text_block(block)
        if found is not None:
            self._scroll_to(self._rect(found).top() + self.verticalScrollBar().value() + offset * self._zoom)

    def show_passage(self, block: int, *, flash: bool = True) -> None:
        """Bring a block into view, a third down, and flash it."""
        found = self._text_block(block)
        if found is None:
            return
        rect = self._rect(found)
        self._scroll_to(
            rect.top() + self.verticalScrollBar().value() - self.viewport().height() * HIT_FROM_TOP
        )
        if flash:
            self._flashing = found.blockNumber()
            self._flash.stop()
            self._flash.start()

    def set_focus(self, block: int | None) -> None:
        """Mark a passage as the one in focus."""
        self._focus = block
        self.viewport().update()

    def is_in_view(self, block: int) -> bool:
        """Tell whether a block of the article stands in the view."""
        found = self._text_block(block)
        return found is not None and 0 <= self._rect(found).top() < self.viewport().height() - 40

    def first_block_in_view(self) -> int:
        """Return the first block of the article whose beginning stands in the view."""
        for text_block in self._in_view():
            entry = self._entries[text_block.blockNumber()]
            if entry.block is not None and entry.kind is EntryKind.TEXT and self._rect(text_block).top() >= 0:
                return entry.block
        return 0

    def block_at_cursor(self) -> int | None:
        """Return the article's block in which the caret or the selection stands."""
        number = self.textCursor().blockNumber()
        return self._entries[number].block if number < len(self._entries) else None

    def _text_block(self, block: int) -> QTextBlock | None:
        """Return the text block that shows an article's block, or the one nearest before it."""
        best: int | None = None
        for number, entry in enumerate(self._entries):
            if entry.block is not None and entry.block <= block and entry.kind is not EntryKind.HEADLINE:
                best = number
            if entry.block == block:
                best = number
                break
        return self.document().findBlockByNumber(best) if best is not None else None

    def _rect(self, block: QTextBlock) -> QRectF:
        """Return where a text block stands in the view."""
        rect = self.document().documentLayout().blockBoundingRect(block)
        return rect.translated(0, -self.verticalScrollBar().value())

    def _bring_into_view(self, position: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self._rect(cursor.block())
        y = self.cursorRect(cursor).top()
        if not 20 <= y <= self.viewport().height() - 60:
            self._scroll_to(self.verticalScrollBar().value() + y - self.viewport().height() * HIT_FROM_TOP)

    def _scroll_to(self, y: float) -> None:
        """Scroll so that a height of the document comes to the top; lay all of it out if it must be."""
        bar = self.verticalScrollBar()
        if y > bar.maximum():
            layout = self.document().documentLayout()
            layout.documentSizeChanged.emit(layout.documentSize())  # the scroll bar hears of it only this way
        bar.setValue(round(y))

    # Painting

    def _in_view(self) -> Iterator[QTextBlock]:
        """Yield the text blocks that stand in the view."""
        block = self.cursorForPosition(QPointF(self.column().left() + 1, 0).toPoint()).block()
        if block.previous().isValid():
            block = block.previous()
        while block.isValid() and self._rect(block).top() < self.viewport().height():
            yield block
            block = block.next()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the flash, the text, then the boxes, rules and marks around it."""
        if not self._entries:
            super().paintEvent(event)
            return
        column = self.column()
        shown = [(block.blockNumber(), self._rect(block)) for block in self._in_view()]
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, rect in shown:
            flash = float(self._flash.currentValue() or 0.0) if number == self._flashing else 0.0
            self._decorator.below(painter, rect, column, flash)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, rect in shown:
            entry = self._entries[number]
            self._decorator.above(painter, entry, rect, column)
            if entry.block is not None and entry.block == self._focus and entry.kind is EntryKind.TEXT:
                self._decorator.focus(painter, rect, column)
        for block, pill in self._pills(shown, column):
            self._decorator.pill(painter, self._passages[block], pill, focused=block == self._focus)
        painter.end()

    def _pills(self, shown: Sequence[tuple[int, QRectF]], column: QRectF) -> Iterator[tuple[int, QRectF]]:
        """Yield the article's block and the place of each margin mark in view."""
        for number, rect in shown:
            entry = self._entries[number]
            block = entry.block
            if entry.kind is EntryKind.TEXT and block is not None and block in self._passages:
                yield block, self._decorator.pill_rect(self._passages[block], rect, column)

    def _target(self, point: QPointF) -> tuple[str, int] | None:
        """Return what a point of the view would act on: a margin mark, collapsed lines, or the outlet."""
        column = self.column()
        shown = [(block.blockNumber(), self._rect(block)) for block in self._in_view()]
        for block, pill in self._pills(shown, column):
            if pill.adjusted(-4, -4, 4, 4).contains(point):
                return "passage", block
        for number, rect in shown:
            what = CLICKED.get(self._entries[number].kind)
            if what and rect.adjusted(0, -6, 0, 6).contains(point):
                return what, number
        return None

    # Qt's own events

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred and the text at its place."""
        place = self.place()
        super().resizeEvent(event)
        self._fit()
        if event.oldSize().width() != event.size().width():
            self.go_to(*place)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        over = self._entries and self._target(event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act on a click on a margin mark, on collapsed lines or on the outlet."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        target = self._target(event.position())
        if target and target[0] == "passage":
            self.passage_chosen.emit(target[1])
        elif target:
            (self.outlet_wanted if target[0] == "outlet" else self.aside_wanted).emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the space bar; leave the rest to Qt."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            bar = self.verticalScrollBar()
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar.setValue(bar.value() + (-1 if back else 1) * (bar.pageStep() - 40))
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and event.key() in CARET_KEYS:
            self.setCursorWidth(1)
        super().keyPressEvent(event)
