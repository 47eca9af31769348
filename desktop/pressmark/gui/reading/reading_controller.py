"""Reading: which article lies open, where, and how one came there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from pressmark.counting import count
from pressmark.errors import NotInArchive
from pressmark.gui.archive.library_holder import LibraryHolder
from pressmark.gui.lane import Lane
from pressmark.gui.look.wording import dated
from pressmark.gui.messages import Messages
from pressmark.gui.reading.pane.reader_pane import ReaderPane
from pressmark.gui.reading.pane.tab_row import Tab
from pressmark.gui.reading.picturing import Picturing
from pressmark.gui.reading.relating import Relating
from pressmark.gui.reading.tabbing import Tabbing
from pressmark.gui.reading.trail import Place, Trail
from pressmark.values import ArticleKey, Link, Opened, Relation, Span, StoredArticle

if TYPE_CHECKING:
    from pressmark.library import Library


class ReadingController(QObject):
    """Opens articles in the reader, marks their passages, and remembers the way back."""

    opened = Signal(object)
    hits_said = Signal(str)
    place_wanted = Signal(object)

    def __init__(
        self,
        reader: ReaderPane,
        relating: Relating,
        holder: Callable[[], LibraryHolder | None],
        messages: Messages,
    ) -> None:
        """Connect the reader to the library in front; `relating` follows what is opened."""
        super().__init__(reader)
        self._reader, self._holder = reader, holder
        self.trail = Trail()
        self.query = ""
        self.stored: StoredArticle | None = None
        self._relating = relating
        self._goal: Place = Place()
        self._flash = False
        self._fresh = False  # an article just opened shows its first hit; one come back to shows its place
        self._articles = Lane("article", self)
        self._marks = Lane("marks", self)
        self._one = Lane("path", self)
        self._again = Lane("again", self)
        self.tabs = Tabbing(reader, self, holder, messages)
        self.pictures = Picturing(reader, messages)
        for lane in (self._articles, self._marks, self._one, self._again):
            lane.failed.connect(lambda _, error: messages.error(error))
        self._articles.answered.connect(self._show)
        self._marks.answered.connect(self._show_marks)
        self._again.answered.connect(self._show_changed)
        self._one.answered.connect(lambda _, key: self.open(key))
        reader.view.hit_changed.connect(self._say_hit)
        reader.view.link_followed.connect(self.follow_link)
        self._messages = messages

    def lanes(self) -> tuple[Lane, ...]:
        """Return the lanes, to be closed."""
        return self._articles, self._marks, self.tabs.lane, self._one, self._again, *self.pictures.lanes()

    @property
    def article(self) -> ArticleKey | None:
        """What the article in front is known by."""
        return self._reader.tab.article

    def clear(self) -> None:
        """Put everything away: another archive is opened."""
        for lane in self.lanes():
            lane.drop()
        self.trail = Trail()
        self.stored = None
        self.tabs.put_away()
        self.query = ""
        self._reader.view.show_article(None)
        self._relating.clear()
        self.hits_said.emit("")

    # Going somewhere

    def here(self) -> Place:
        """Return the present place, as one can come back to it."""
        if self.stored is None or not self._reader.shows_article:
            return Place(self.query, self.article)
        view, relating = self._reader.view, self._relating
        hit = 0 if self._reader.find_bar.isVisible() else view.current_hit
        return Place(self.query, self.stored.key, *view.place(), relating.focused, hit, relating.card)

    def open(
        self, article: ArticleKey, *, passage: int | None = None, in_new_tab: bool = False, query: str = ""
    ) -> None:
        """Open an article, at a passage (which is flashed) or at its first hit, and remember where one was."""
        self.leave()
        if in_new_tab:
            self.tabs.add(Tab())
        self.query = query
        if self.stored is not None and article.means(self.stored):
            article = self.stored.key
        self._go(Place(query, article, passage=passage), flash=passage is not None, fresh=True)
        self.trail.go(Place(query, article, passage or 0, 0, passage))

    def follow(self, relation: Relation, in_new_tab: bool = False) -> None:
        """Go to the counterpart of a passage."""
        key = ArticleKey(relation.other_path)
        self.open(key, passage=relation.other_block, in_new_tab=in_new_tab, query=self.query)

    def follow_link(self, link: Link, in_new_tab: bool = False) -> None:
        """Open the article of the archive to which a link leads; of another page copy the address: nothing is fetched."""
        if link.path:
            self.open(ArticleKey(link.path), in_new_tab=in_new_tab, query=self.query)
        else:
            QGuiApplication.clipboard().setText(link.address)
            self._messages.said.emit(f"Copied: {link.address}")

    def back(self) -> None:
        """Go back one place: the same article, at the same line."""
        self.leave()
        self._return_to(self.trail.back())

    def forward(self) -> None:
        """Go forward one place."""
        self.leave()
        self._return_to(self.trail.forward())

    def leave(self) -> None:
        """Note in the trail how the present place looks when it is left."""
        known, here = self.trail.here, self.here()
        if known.article is not None:
            self.trail.update(here if here.query == known.query else replace(here, query=known.query, hit=0))

    def _return_to(self, place: Place) -> None:
        self.query = place.query
        self.place_wanted.emit(place)
        if place.article is not None:
            self._go(place, flash=False)
        else:
            self._reader.show_in_tab(None, "")
            self._show_nothing()

    def _show_nothing(self) -> None:
        """Leave the reader to the page that stands in for an article."""
        self.stored = None
        self._articles.drop()
        self._relating.clear()
        self.hits_said.emit("")
        self.opened.emit(None)

    def show_tab(self, tab: Tab) -> None:
        """Show what a tab holds, at the place where it was left."""
        self.stored = None
        if tab.article is None:
            self._show_nothing()
            return
        known = tab.place
        place = replace(
            known, query=self.query, article=tab.article, hit=known.hit if known.query == self.query else 0
        )
        self._go(place, flash=False)
        self.trail.go(place)

    def _go(self, place: Place, *, flash: bool, fresh: bool = False) -> None:
        """Show a place: at once if its article is open, else when it is read."""
        holder = self._holder()
        article = place.article
        if holder is None or article is None:
            return
        self._goal, self._flash, self._fresh = place, flash, fresh
        if self.stored is not None and article.means(self.stored) and self._reader.shows_article:
            self._reader.show_in_tab(self.stored.key, self.stored.article.headline or self.stored.path)
            self._arrive()
            self._fresh = fresh and self._marks.busy  # the first hit of the new query is still to come
            if fresh:
                self.opened.emit(self.stored)
            return
        query = self.query
        self._articles.ask(lambda stop: (query, holder.library().open_article(article, query)))

    def _show(self, _: int, answer: tuple[str, Opened]) -> None:
        """Show the article that was read; if another query was asked meanwhile, its hits follow."""
        query, opened = answer
        stored = opened.stored
        self.stored = stored
        article = stored.article
        self._reader.show_in_tab(stored.key, article.headline or stored.path)
        day = dated(article.date, long=True)
        self._reader.view.show_article(article, day, opened.marks, opened.links, opened.pictures)
        self._reader.show_view()
        self.pictures.begin()
        self.opened.emit(stored)
        self._relating.ask(stored)
        self._arrive()
        self._fresh = False
        if query != self.query:
            self.show_query(self.query)

    def show_again(self, opened: Opened) -> None:
        """Show the open article anew: it was corrected, changed, or judged otherwise. Nothing moves but what differs."""
        stored = opened.stored
        if self.stored is None or not self._is_open(stored):
            return
        if len(stored.article.blocks) != len(self.stored.article.blocks):
            self._relating.clear()  # its passages are numbered by the blocks that were
        self.stored, view = stored, self._reader.view
        self._reader.show_in_tab(stored.key, stored.article.headline or stored.path)
        day = dated(stored.article.date, long=True)
        view.show_corrected(stored.article, day, opened.marks, opened.links, opened.pictures)
        self.pictures.begin()
        self._say_hits()
        self._relating.ask(stored)

    def read_again(self) -> None:
        """Read the open article again: the archive has changed. It is shown anew only if it has, too."""
        holder, stored, query = self._holder(), self.stored, self.query
        if holder is not None and stored is not None:
            self._again.ask(lambda stop: _opened_again(holder.library(), stored.key, query))

    def _show_changed(self, _: int, opened: Opened | None) -> None:
        stored = self.stored
        if opened is None or stored is None or not self._is_open(opened.stored):
            return
        if opened.stored.article != stored.article:
            self.show_again(opened)
        elif opened.stored != stored:  # its file was moved, or it has another number in a catalog made anew
            self.stored = opened.stored
            self._reader.show_in_tab(opened.stored.key, self._reader.tab.title)
            self._relating.ask(opened.stored)
        else:
            self._relating.ask_again()

    def _arrive(self) -> None:
        """Bring the goal into view: a place one was at, a passage, or the first hit."""
        goal, view = self._goal, self._reader.view
        if self._flash and goal.passage is not None:
            view.show_passage(goal.passage)
            self._say_count()
        else:
            view.go_to(goal.block, goal.offset)
            if view.hit_count and self._fresh:
                view.go_to_first_hit()
            else:
                self._come_back_to_hit()
        if goal.passage is not None:
            self._relating.focus(goal.passage, goal.card)

    def _come_back_to_hit(self) -> None:
        """Make the hit that was the current one here current again; it need not be in view."""
        if self._goal.query == self.query and self._goal.hit:
            self._reader.view.choose_hit(self._goal.hit)
            self._goal = replace(self._goal, hit=0)
        self._say_hits()

    def _say_hits(self) -> None:
        self._say_hit(self._reader.view.current_hit, self._reader.view.hit_count)

    def _is_open(self, stored: StoredArticle) -> bool:
        """Tell whether an article is the open one, perhaps with its file moved or changed since."""
        return self.stored is not None and (
            self.stored.digest == stored.digest or self.stored.path in stored.paths
        )

    # Hits

    def show_query(self, query: str) -> None:
        """Mark the hits of another query in the open article."""
        self.query = query
        holder, stored = self._holder(), self.stored
        if holder is None or stored is None:
            return
        self._marks.ask(lambda stop: (stored.digest, holder.library().marks(stored, query)))

    def _show_marks(self, _: int, answer: tuple[str, tuple[tuple[Span, ...], ...]]) -> None:
        digest, marks = answer
        if self.stored is not None and self.stored.digest == digest:
            self._reader.view.set_marks(marks)
            if self._fresh:
                self._reader.view.go_to(0, 0)
                self._reader.view.go_to_first_hit()
            self._fresh = False
            self._come_back_to_hit()

    def go_to_hit(self, step: int) -> None:
        """Go to the next or the previous hit."""
        self._reader.view.go_to_hit(step)

    def _say_hit(self, current: int, total: int) -> None:
        if not current:
            self._say_count()
            return
        if self._reader.find_bar.isVisible():
            self._reader.find_bar.show_count(current, total)
        self.hits_said.emit(f"hit {current:,} of {total:,}{self._aside()}" if total else "")

    def _say_count(self) -> None:
        total = self._reader.view.hit_count
        if self._reader.find_bar.isVisible():
            self._reader.find_bar.show_count(0, total)
        self.hits_said.emit(f"{count(total, 'hit')}{self._aside()}" if total else "")

    def _aside(self) -> str:
        """Say how many of the hits stand in set-aside text."""
        aside, total = self._reader.view.hits_aside, self._reader.view.hit_count
        if not aside:
            return ""
        return (
            f", {aside:,} set aside" if aside < total else ", set aside" if total == 1 else ", all set aside"
        )

    def open_at(self, path: str, *, with_related: bool) -> None:
        """Open the article of a file; with its first related passages in view if wished."""
        holder = self._holder()
        if holder is not None:
            self._relating.show_first = with_related
            self._one.ask(lambda stop: holder.library().article_at(path).key)


def _opened_again(library: Library, key: ArticleKey, query: str) -> Opened | None:
    """Return an article as it is now, None for one whose file was deleted."""
    try:
        stored = library.article_of(key)
    except NotInArchive:
        return None
    return library.opened(stored, query)
