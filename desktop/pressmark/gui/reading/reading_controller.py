"""Reading: which article lies open, where, and how one came there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from pressmark.errors import NotInArchive
from pressmark.gui.archive.library_holder import LibraryHolder
from pressmark.gui.lane import Lane
from pressmark.gui.look.wording import count, dated
from pressmark.gui.messages import Messages
from pressmark.gui.reading.pane.reader_pane import ReaderPane, Tab
from pressmark.gui.reading.trail import Place, Trail
from pressmark.values import ArticleKey, Opened, Relation, Span, StoredArticle

if TYPE_CHECKING:
    from pressmark.library import Library

MOST_CLOSED = 50  # tabs of an archive that can be opened again


class Relating(Protocol):
    """What follows the open article with its related passages."""

    focused: int | None
    show_first: bool

    def clear(self) -> None:
        """Forget the article."""

    def ask(self, stored: StoredArticle) -> None:
        """Ask for the relations of an article."""

    def ask_again(self) -> None:
        """Ask once more: the archive has changed."""

    def focus(self, block: int) -> None:
        """Make a passage the one in focus."""


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
        self._front = reader.tab
        self._flash = False
        self._fresh = False  # an article just opened shows its first hit; one come back to shows its place
        self._articles = Lane("article", self)
        self._marks = Lane("marks", self)
        self._tabs = Lane("tabs", self)
        self._one = Lane("path", self)
        self._again = Lane("again", self)
        self._restored: tuple[int, tuple[int, int]] = (0, (0, 0))
        self._closed: dict[Path, list[Tab]] = {}
        for lane in self.lanes():
            lane.failed.connect(lambda _, error: messages.error(error))
        self._articles.answered.connect(self._show)
        self._marks.answered.connect(self._show_marks)
        self._again.answered.connect(self._show_changed)
        self._tabs.answered.connect(self._show_tabs)
        self._one.answered.connect(lambda _, key: self.open(key))
        reader.view.hit_changed.connect(self._say_hit)
        reader.tab_chosen.connect(self._tab_chosen)
        reader.tab_closed.connect(self.close_tab)

    def lanes(self) -> tuple[Lane, ...]:
        """Return the lanes, to be closed."""
        return self._articles, self._marks, self._tabs, self._one, self._again

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
        for _ in self._reader.tabs[:]:
            self._close(0)
        self._front = self._reader.tab
        self._reader.view.show_article(None)
        self._relating.clear()
        self.hits_said.emit("")

    # Going somewhere

    def here(self) -> Place:
        """Return the present place, as one can come back to it."""
        if self.article is None or not self._reader.shows_article:
            return Place(self.query, self.article)
        block, offset = self._reader.view.place()
        return Place(self.query, self.article, block, offset, self._relating.focused)

    def open(
        self, article: ArticleKey, *, passage: int | None = None, in_new_tab: bool = False, query: str = ""
    ) -> None:
        """Open an article, at a passage (which is flashed) or at its first hit, and remember where one was."""
        self._leave()
        if in_new_tab:
            self._add_tab(Tab())
        self.query = query
        if self.stored is not None and article.means(self.stored):
            article = self.stored.key
        self._go(Place(query, article, passage=passage), flash=passage is not None, fresh=True)
        self.trail.go(Place(query, article, passage or 0, 0, passage))

    def follow(self, relation: Relation, in_new_tab: bool = False) -> None:
        """Go to the counterpart of a passage."""
        key = ArticleKey(relation.other_path)
        self.open(key, passage=relation.other_block, in_new_tab=in_new_tab, query=self.query)

    def back(self) -> None:
        """Go back one place: the same article, at the same line."""
        self._leave()
        self._return_to(self.trail.back())

    def forward(self) -> None:
        """Go forward one place."""
        self._leave()
        self._return_to(self.trail.forward())

    def _leave(self) -> None:
        """Note in the trail how the present place looks when it is left."""
        if self.trail.here.article is not None:
            self.trail.update(replace(self.here(), query=self.trail.here.query))

    def _return_to(self, place: Place) -> None:
        self.query = place.query
        self.place_wanted.emit(place)
        if place.article is not None:
            self._go(place, flash=False)
        else:
            self._reader.show_in_tab(None, "")
            self.stored = None
            self.opened.emit(None)

    def _go(self, place: Place, *, flash: bool, fresh: bool = False) -> None:
        """Show a place: at once if its article is open, else when it is read."""
        holder = self._holder()
        article = place.article
        if holder is None or article is None:
            return
        self._goal, self._flash, self._fresh = place, flash, fresh
        if self.stored is not None and article.means(self.stored) and self._reader.shows_article:
            self._arrive()
            return
        query = self.query
        self._articles.ask(lambda stop: holder.library().open_article(article, query))

    def _show(self, _: int, opened: Opened) -> None:
        """Show the article that was read."""
        stored = opened.stored
        self.stored = stored
        article = stored.article
        self._reader.show_in_tab(stored.key, article.headline or stored.path)
        self._reader.view.show_article(article, dated(article.date, long=True), opened.marks)
        self._reader.show_view()
        self.opened.emit(stored)
        self._relating.ask(stored)
        self._arrive()

    def show_again(self, opened: Opened) -> None:
        """Show the open article anew: it was corrected, changed, or judged otherwise. Nothing moves but what differs."""
        stored = opened.stored
        if self.stored is None or not self._is_open(stored):
            return
        if len(stored.article.blocks) != len(self.stored.article.blocks):
            self._relating.clear()  # its passages are numbered by the blocks that were
        self.stored, view = stored, self._reader.view
        self._reader.show_in_tab(stored.key, stored.article.headline or stored.path)
        view.show_corrected(stored.article, dated(stored.article.date, long=True), opened.marks)
        if view.current_hit:
            self._say_hit(view.current_hit, view.hit_count)
        else:
            self._say_count()
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
        elif (goal.block, goal.offset) != (0, 0):
            view.go_to(goal.block, goal.offset)
            self._say_count()
        elif view.hit_count and self._fresh:
            view.go_to(0, 0)
            view.go_to_first_hit()
        else:
            view.go_to(0, 0)
            self._say_count()
        if goal.passage is not None:
            self._relating.focus(goal.passage)

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
            self._say_count()

    def go_to_hit(self, step: int) -> None:
        """Go to the next or the previous hit."""
        self._reader.view.go_to_hit(step)

    def _say_hit(self, current: int, total: int) -> None:
        if self._reader.find_bar.isVisible():
            self._reader.find_bar.show_count(current, total)
        self.hits_said.emit(f"hit {current} of {total}{self._aside()}" if total else "")

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

    # Tabs

    def _note_place(self) -> None:
        """Remember in the tab that was in front where its article is being read."""
        if (
            self.stored is not None
            and self._front.article is not None
            and self._front.article.means(self.stored)
            and self._reader.shows_article
        ):
            self._front.block, self._front.offset = self._reader.view.place()

    def _add_tab(self, tab: Tab) -> None:
        self._note_place()
        self._reader.add_tab(tab)
        self._front = self._reader.tab

    def new_tab(self) -> None:
        """Open an empty tab."""
        self._leave()
        self._add_tab(Tab())
        self._tab_changed()

    def close_tab(self, number: int = -1) -> None:
        """Close a tab, or the one in front."""
        self._note_place()
        self._close(number if number >= 0 else self._reader.bar.currentIndex())
        self._tab_changed()

    def _close(self, number: int) -> None:
        """Close a tab; each archive remembers its own."""
        closed, holder = self._reader.close_tab(number), self._holder()
        if closed.article is not None and holder is not None:
            known = self._closed.setdefault(holder.root, [])
            known.append(closed)
            del known[:-MOST_CLOSED]

    def reopen_tab(self) -> None:
        """Open the tab of this archive that was closed last again."""
        holder = self._holder()
        closed = self._closed.get(holder.root) if holder is not None else None
        if closed:
            self._add_tab(closed.pop())
            self._tab_changed()

    def open_tabs(self, wanted: list[ArticleKey], front: int, place: tuple[int, int]) -> None:
        """Open the tabs of the last session."""
        holder = self._holder()
        if holder is None:
            return
        self._restored = (front, place)
        self._tabs.ask(lambda stop: tuple(holder.library().articles_of(wanted)))

    def _show_tabs(self, _: int, found: tuple[StoredArticle | None, ...]) -> None:
        """Make a tab of each article that is still there; an article opened meanwhile stays in front."""
        front, place = self._restored
        tabs = [Tab(stored.key, stored.article.headline) for stored in found if stored is not None]
        if not tabs or self.stored is not None:
            return
        self._reader.tabs[0] = tabs[0]
        self._reader.show_in_tab(tabs[0].article, tabs[0].title)
        for tab in tabs[1:]:
            self._reader.add_tab(tab)
        self._reader.choose_tab(min(front, len(tabs) - 1))
        self._reader.tab.block, self._reader.tab.offset = place
        self._tab_changed()

    def open_at(self, path: str, *, with_related: bool) -> None:
        """Open the article of a file; with its first related passages in view if wished."""
        holder = self._holder()
        if holder is not None:
            self._relating.show_first = with_related
            self._one.ask(lambda stop: holder.library().article_at(path).key)

    def open_places(self) -> tuple[list[ArticleKey], int, tuple[int, int]]:
        """Return what the open articles are known by, which one is in front, and the place in it."""
        self._note_place()
        tabs, at = self._reader.tabs, self._reader.bar.currentIndex()
        front = sum(tab.article is not None for tab in tabs[:at]) if tabs[at].article else 0
        keys = [tab.article for tab in tabs if tab.article is not None]
        return keys, front, (self._reader.tab.block, self._reader.tab.offset)

    def step_tab(self, step: int) -> None:
        """Bring the next or previous tab to the front."""
        self._leave()
        self._note_place()
        self._reader.choose_tab((self._reader.bar.currentIndex() + step) % len(self._reader.tabs))
        self._tab_changed()

    def _tab_chosen(self, _: int) -> None:
        self._note_place()
        self._tab_changed()

    def _tab_changed(self) -> None:
        """Show what the tab in front holds."""
        tab = self._front = self._reader.tab
        self.stored = None
        if tab.article is None:
            self._relating.clear()
            self.hits_said.emit("")
            self.opened.emit(None)
            return
        place = Place(self.query, tab.article, tab.block, tab.offset)
        self._go(place, flash=False)
        self.trail.go(place)


def _opened_again(library: Library, key: ArticleKey, query: str) -> Opened | None:
    """Return an article as it is now, None for one whose file was deleted."""
    try:
        stored = library.article_of(key)
    except NotInArchive:
        return None
    return Opened(stored, library.marks(stored, query))
