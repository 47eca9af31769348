"""The article as it is shown: set text, hits, set-aside lines, marks in the margin."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from pressmark.counting import count
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import Theme
from pressmark.gui.reading.pane.decorations import Decorator, Mark
from pressmark.gui.reading.pane.entries import EntryKind, entries
from pressmark.gui.reading.pane.handled_view import HandledView
from pressmark.gui.reading.pane.hits import NONE, HitPlace, Hits, Marks
from pressmark.gui.reading.pane.set_aside_reasons import told
from pressmark.gui.reading.pane.spoken import tell_anew
from pressmark.gui.reading.pane.text_view import HIT_FROM_TOP, Spot, renumbered
from pressmark.values import Article, Link, Picture

FLASH_MS = 600
REACH = 6  # pages above and below the view in which the hits of a very long article are coloured


class MarkedView(HandledView):
    """Shows one article, and knows its hits and passages."""

    hit_changed = Signal(int, int)

    def __init__(self, fonts: Fonts, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty view."""
        super().__init__(fonts, theme, parent)
        self._article: Article | None = None
        self._date_words = ""
        self._aside_shown = False
        self._pictures_shown = True
        self._turned: set[int] = set()  # blocks of the runs that are the other way round than `_aside_shown`
        self._hits = Hits()
        self._word_marks: Marks = ()
        self._coloured = (0, 0)  # the characters of the document in which hits have their colour
        self._passages: Mapping[int, Mark] = {}
        self._focus: int | None = None
        self._flashing: int | None = None
        self._flash = QVariantAnimation(self)
        self._flash.setStartValue(1.0)
        self._flash.setEndValue(0.0)
        self._flash.setDuration(FLASH_MS)
        self._flash.valueChanged.connect(lambda _: self.viewport().update())
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.set_look(theme, 1.0)

    # What is shown

    def show_article(
        self,
        article: Article | None,
        date_words: str = "",
        marks: Marks = (),
        links: Sequence[Link] = (),
        pictures: Sequence[Picture] = (),
    ) -> None:
        """Show an article with its hits; `marks` has, for each block, the spans of the hits (kind: word number)."""
        self._images = {}
        self._lead_to(links, pictures)
        self._article, self._date_words, self._word_marks = article, date_words, marks
        self._hits = Hits()
        self._passages, self._focus, self._flashing = {}, None, None
        self._turned, self._line, self._led_to = set(), None, None
        self.setAccessibleDescription(article.headline if article else "")
        self._fill()

    def show_corrected(
        self,
        article: Article,
        date_words: str,
        marks: Marks,
        links: Sequence[Link] = (),
        pictures: Sequence[Picture] = (),
    ) -> None:
        """Show the open article anew, its lines labelled otherwise; what is at the top of the view stays there."""
        new = renumbered(self._article, article)
        with self.held_still(new):
            self._article, self._date_words, self._word_marks = article, date_words, marks
            self._turned = {new(block) for block in self._turned}
            self._line = self._line and Spot(new(self._line.block), self._line.whole)
            self._led_to = self._led_to and Spot(new(self._led_to.block), self._led_to.whole)
            self._lead_to(links, pictures)
            self._fill()

    def set_marks(self, marks: Marks) -> None:
        """Show the hits of a query in the same article; the current one stays if it is a hit of this one too."""
        if list(marks) != list(self._word_marks):
            self._word_marks = marks
            with self._hits.current_kept():
                self._show_hits()
            self._paint_hits()

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
        with self.held_still():
            self._aside_shown, self._turned = shown, set()
            self._fill()

    def set_pictures_shown(self, shown: bool) -> None:
        """Show the pictures in the text, or leave them out."""
        if shown != self._pictures_shown:
            with self.held_still():
                self._pictures_shown = shown
                self._fill()

    def turn_run(self, number: int) -> None:
        """Open the run of set-aside lines that an entry stands for, or fold it."""
        run = self._entries[number].run
        with self.held_still():
            self._turned = (
                self._turned - set(run) if self._turned.intersection(run) else self._turned.union(run)
            )
            self._fill()

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
        shown, turned = self._aside_shown, frozenset(self._turned)
        made = (
            entries(
                article,
                aside_shown=shown,
                date_words=self._date_words,
                turned=turned,
                pictures=self._pictures if self._pictures_shown else (),
            )
            if article
            else ()
        )
        self._set(made, article, self._links)
        self._show_hits()
        tell_anew(self)

    # Hits

    def _show_hits(self) -> None:
        """Find and colour the hits of the query."""
        self._hits.collect(self.document(), self._entries, self._word_marks, self._texts())
        self._bar.set_marks(self._hits.shares(self.document().characterCount()))
        self._paint_hits()

    def _texts(self) -> list[str]:
        return [block.text for block in self._article.blocks] if self._article else []

    def _paint_hits(self) -> None:
        """Colour the hits; of very many, those near what is in view."""
        self._coloured = (0, self.document().characterCount())
        if self._hits.are_many:
            top, foot = self._in_sight()
            around = REACH * (foot - top)
            self._coloured = max(0, top - around), foot + around
        self.setExtraSelections(self._hits.selections(self.document(), self._theme, self._coloured))

    def _scrolled(self) -> None:
        """Colour the hits that come into view."""
        if self._hits.are_many:
            top, foot = self._in_sight()
            if top < self._coloured[0] or foot > self._coloured[1]:
                self._paint_hits()

    @property
    def hit_places(self) -> list[HitPlace]:
        """Where the hits stand that one can step through."""
        return self._hits.places

    @property
    def hit_count(self) -> int:
        """How many hits one can step through: what the find bar found while it is open, else the query's."""
        return len(self._hits.places)

    def go_to_hit(self, step: int) -> None:
        """Make the next (1) or previous (-1) hit the current one and bring it into view; go round at the ends."""
        place = self._hits.step(step, self._top())
        self._show_hit(place)
        self._line, self._led_to = None, None
        if place is not None and place.block is not None:
            self._led_to = Spot(place.block, False)

    def go_to_first_hit(self) -> None:
        """Make the first hit from the top of the view on the current one; one in set-aside text only in need."""
        self._show_hit(self._hits.first(self._top()))

    def choose_hit(self, number: int) -> None:
        """Make a hit the current one, the first being 1, where it is; one that is not there is none."""
        self._hits.current = number - 1 if 0 < number <= self.hit_count else NONE
        self._paint_hits()

    def _top(self) -> int:
        """Return the position in the document of what stands at the top of the view."""
        return self._in_sight()[0]

    def _in_sight(self) -> tuple[int, int]:
        """Return the positions in the document of what stands at the top and at the foot of the view."""
        column = self.column()
        ends = QPointF(column.left(), 2), QPointF(column.right(), column.bottom())
        top, foot = (self.cursorForPosition(point.toPoint()).position() for point in ends)
        return top, foot

    def _show_hit(self, place: HitPlace | None) -> None:
        """Bring a hit into view; the folded run in which it stands is opened."""
        number = (
            self.entry_at(Spot(place.block, True))
            if place and place.folded and place.block is not None
            else None
        )
        if number is not None:
            self.turn_run(number)
            place = self._hits.places[self._hits.current]
        self._paint_hits()
        if place is not None:
            self._put_caret(place.start)
            self.bring_into_view(place.start)
        self.hit_changed.emit(self._hits.current + 1, self.hit_count)

    @property
    def current_hit(self) -> int:
        """Which of the hits is the current one, the first being 1; 0 for none."""
        return self._hits.current + 1

    @property
    def hits_aside(self) -> int:
        """How many of the hits one steps through stand in set-aside text, folded or not."""
        return self._hits.aside

    def find_text(self, wanted: str, *, whole: bool = False) -> int:
        """Mark all places of a text, or of whole words; return how many there are. "" goes back to the query."""
        found = self._hits.find(self.document(), self._entries, wanted, self._texts(), whole=whole)
        self._bar.set_marks(self._hits.shares(self.document().characterCount()))
        self._paint_hits()
        return found

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
        """Mark a passage as the one in focus; its line is the one that keys act on."""
        self._focus = block
        self._line = None if block is None else Spot(block, False)
        if self.line is not None and not self.textCursor().hasSelection():
            self._put_caret(self.document().findBlockByNumber(self.line).position())
        self.viewport().update()

    def told(self, number: int) -> str:
        """Return why the line of an entry is set aside, with the numbers behind it; "" where nothing is to be told."""
        entry = self._entries[number]
        if entry.is_run:
            hits = self._hits.in_run(entry.run)
            return (
                entry.text
                + (f" ({count(hits, 'hit')})" if hits else "")
                + ". Enter or a click opens and folds them."
            )
        return told(self._article.blocks[entry.block]) if self._article and entry.block is not None else ""

    def tell_line(self) -> str:
        """Show why the line in focus is set aside, beside it; return what was shown."""
        number = self.line
        words = self.told(number) if number is not None else ""
        if number is not None and words:
            rect = self._rect(self.document().findBlockByNumber(number))
            place = QPointF(self.column().left(), rect.bottom()).toPoint()
            QToolTip.showText(self.viewport().mapToGlobal(place), words, self.viewport())
        return words

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the flash, the text, then the boxes, rules and marks around it."""
        if not self._entries:
            super().paintEvent(event)
            return
        column = self.column()
        shown = [(block.blockNumber(), self._rect(block)) for block in self._in_view()]
        line = self.line
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, rect in shown:
            flash = float(self._flash.currentValue() or 0.0) if number == self._flashing else 0.0
            focused = number == line and self._entries[number].block != self._focus
            self._decorator.below(painter, rect, column, flash, focused=focused)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, rect in shown:
            entry = self._entries[number]
            hits = self._hits.in_run(entry.run) if entry.kind is EntryKind.COLLAPSED else 0
            self._decorator.above(painter, entry, rect, column, hits)
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

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current hit in view if it was there: in another width it stands elsewhere than what was at the top."""
        hit = self._hits.places[self._hits.current].start if self.current_hit else None
        was_seen = hit is not None and self._is_seen(hit)
        super().resizeEvent(event)
        if hit is not None and was_seen and not self._is_seen(hit):
            self.bring_into_view(hit)
