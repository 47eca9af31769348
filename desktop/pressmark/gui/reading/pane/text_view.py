"""An article set as text that knows its places: what stands where, and how to come back to it."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget
from typing_extensions import override

from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import Theme
from pressmark.gui.reading.pane.document import COLUMN, Setter, wrap_mode
from pressmark.gui.reading.pane.entries import Entry, EntryKind
from pressmark.gui.reading.pane.hit_bar import HitBar
from pressmark.values import Article, Link

SIDE_SPACE = 88  # pixels right of the column that the margin marks need
NARROW_SPACE = 28  # pixels left of the column where the window is narrow
HIT_FROM_TOP = 0.3  # where a hit comes to stand, as a share of the view's height


class Spot(NamedTuple):
    """An entry as it is found again when the article is set anew: by a block it shows, or (`whole`) stands for."""

    block: int
    whole: bool


class TextView(QTextBrowser):
    """Sets entries into a centred column, and scrolls to the article's blocks."""

    word_wanted = Signal(str)

    def __init__(self, fonts: Fonts, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty view."""
        super().__init__(parent)
        self.setAccessibleName("Article")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(wrap_mode(()))
        self.show_caret(False)
        self._bar = HitBar(self)
        self.setVerticalScrollBar(self._bar)
        self._fonts, self._theme, self._zoom = fonts, theme, 1.0
        self._entries: tuple[Entry, ...] = ()

    def show_caret(self, shown: bool) -> None:
        """Show the caret while one selects with the keyboard; else it would say that one can write."""
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        self.setTextInteractionFlags(
            flags | Qt.TextInteractionFlag.TextSelectableByKeyboard if shown else flags
        )

    @property
    def theme(self) -> Theme:
        """The colours."""
        return self._theme

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What stands in the view, one entry a text block."""
        return self._entries

    def _set(self, entries: tuple[Entry, ...], article: Article | None, links: Sequence[Link] = ()) -> None:
        """Set entries into the document."""
        self._entries = entries
        document = self.document()
        wrap = wrap_mode(entries)
        if wrap is not self.wordWrapMode():
            document.clear()  # what was shown before is not laid out in the other mode
            self.setWordWrapMode(wrap)
        if article is None:
            document.clear()
        else:
            Setter(self._fonts, self._theme, self._zoom).set(document, entries, article, links)
            self.setTextCursor(QTextCursor(document))
            self.show_caret(False)
        self._fit()

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

    def bring_into_view(self, position: int) -> None:
        """Bring a position of the document into view, a third down, if it is not there."""
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

    def _in_view(self) -> Iterator[QTextBlock]:
        """Yield the text blocks that stand in the view."""
        block = self.cursorForPosition(QPointF(self.column().left() + 1, 0).toPoint()).block()
        if block.previous().isValid():
            block = block.previous()
        while block.isValid() and self._rect(block).top() < self.viewport().height():
            yield block
            block = block.next()

    # Entries

    def spot_of(self, number: int) -> Spot | None:
        """Return how an entry is found again; None for one that shows nothing of the article's blocks."""
        entry = self._entries[number]
        return Spot(entry.blocks[0], bool(entry.run)) if entry.blocks else None

    def entry_at(self, spot: Spot) -> int | None:
        """Return the number of the entry at a spot; of a line that is folded away, its run."""
        for number, entry in enumerate(self._entries):
            if (entry.run and spot.whole and spot.block in entry.run) or (
                not spot.whole and entry.block == spot.block and not entry.run
            ):
                return number
        return next((n for n, entry in enumerate(self._entries) if spot.block in entry.blocks), None)

    def entry_under(self, point: QPointF) -> int | None:
        """Return the number of the entry at a point of the view."""
        for block in self._in_view():
            rect = self._rect(block)
            if rect.top() <= point.y() <= rect.bottom() and block.blockNumber() < len(self._entries):
                return block.blockNumber()
        return None

    @contextmanager
    def held_still(self, renumbered: Callable[[int], int] = lambda block: block) -> Iterator[None]:
        """Keep what stands at the top of the view where it is, whatever is set anew inside.

        That is the first line wholly in view, or else in part, that does not come and go with the set-aside lines.
        `renumbered` gives the number of a block afterwards.
        """
        steady: tuple[Spot, float] | None = None
        for block in self._in_view() if self._entries else ():
            rect, spot = self._rect(block), self.spot_of(block.blockNumber())
            if rect.bottom() > 0 and spot and self._entries[block.blockNumber()].kind is not EntryKind.ASIDE:
                steady = spot, rect.top()
                if rect.top() >= 0:
                    break
        place = self.place()
        yield
        number = self.entry_at(Spot(renumbered(steady[0].block), steady[0].whole)) if steady else None
        if steady is None or number is None:
            self.go_to(renumbered(place[0]) if self._entries else 0, place[1])
            return
        rect = self._rect(self.document().findBlockByNumber(number))
        self._scroll_to(rect.top() + self.verticalScrollBar().value() - steady[1])

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word, as everywhere; with Ctrl it is wanted in the whole archive."""
        super().mouseDoubleClickEvent(event)
        word = self.textCursor().selectedText()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and any(map(str.isalnum, word)):
            self.word_wanted.emit(word)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred and the text at its place."""
        place = self.place()
        super().resizeEvent(event)
        self._fit()
        if event.oldSize().width() != event.size().width():
            self.go_to(*place)


def renumbered(old: Article | None, article: Article) -> Callable[[int], int]:
    """Return the function from the blocks of an article to those that have the same lines after it was read anew."""
    if old is None or [b.first_line for b in old.blocks] == [b.first_line for b in article.blocks]:
        return lambda block: block
    before, after = old.blocks, [block.first_line for block in article.blocks]
    return lambda block: max(0, bisect_right(after, before[block].first_line) - 1)
