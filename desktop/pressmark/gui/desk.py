"""The reading desk: which article lies open, where, and how one came there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pressmark.errors import NotInArchive
from pressmark.gui.latest import Lane
from pressmark.gui.messages import Messages
from pressmark.gui.passages import Passages
from pressmark.gui.reader.pane import ReaderPane, Tab
from pressmark.gui.related.pane import RelatedPane
from pressmark.gui.shelf import Shelf
from pressmark.gui.trail import Place, Trail
from pressmark.gui.words import count, dated
from pressmark.values import Opened, Relation, Span, StoredArticle

if TYPE_CHECKING:
    from pressmark.library import Library


class Desk(QObject):
    """Opens articles in the reader, marks their passages, and remembers the way back."""

    opened = Signal(object)
    hits_said = Signal(str)
    place_wanted = Signal(object)

    def __init__(
        self, reader: ReaderPane, related: RelatedPane, shelf: Callable[[], Shelf | None], messages: Messages
    ) -> None:
        """Connect the reader and the related pane to the library on the shelf."""
        super().__init__(reader)
        self._reader, self._shelf = reader, shelf
        self.trail = Trail()
        self.query = ""
        self.stored: StoredArticle | None = None
        self.passages = Passages(reader.view, related, shelf, messages)
        self._goal: Place = Place()
        self._front = reader.tab
        self._flash = False
        self._fresh = False  # an article just opened shows its first hit; one come back to shows its place
        self._articles = Lane("article", self)
        self._marks = Lane("marks", self)
        self._paths = Lane("tabs", self)
        self._one = Lane("path", self)
        self._again = Lane("again", self)
        self._restored: tuple[int, tuple[int, int]] = (0, (0, 0))
        self._path_of: dict[int, str] = {}
        for lane in self._lanes():
            lane.failed.connect(lambda _, error: messages.error(error))
        self._articles.answered.connect(self._show)
        self._marks.answered.connect(self._show_marks)
        self._again.answered.connect(self._show_changed)
        self._paths.answered.connect(self._show_paths)
        self._one.answered.connect(lambda _, number: self.open(number))
        reader.view.hit_changed.connect(self._say_hit)
        reader.tab_chosen.connect(self._tab_chosen)
        reader.tab_closed.connect(self.close_tab)
        related.relation_chosen.connect(self.follow)

    def _lanes(self) -> tuple[Lane, ...]:
        return self._articles, self._marks, self._paths, self._one, self._again, self.passages.lane

    @property
    def article_id(self) -> int | None:
        """The number of the article in front."""
        return self._reader.tab.article_id

    def close(self) -> None:
        """End the lanes."""
        for lane in self._lanes():
            lane.close()

    def clear(self) -> None:
        """Put everything away: another archive is opened."""
        for lane in self._lanes():
            lane.drop()
        self.trail = Trail()
        self.stored = None
        while len(self._reader.tabs) > 1:
            self._reader.close_tab(0)
        self._reader.close_tab(0)
        self._front = self._reader.tab
        self._reader.view.show_article(None)
        self.passages.clear()
        self.hits_said.emit("")

    # Going somewhere

    def here(self) -> Place:
        """Return the present place, as one can come back to it."""
        if self.article_id is None or not self._reader.shows_article:
            return Place(self.query, self.article_id)
        block, offset = self._reader.view.place()
        return Place(self.query, self.article_id, block, offset, self.passages.focused)

    def open(
        self, article_id: int, *, passage: int | None = None, in_new_tab: bool = False, query: str = ""
    ) -> None:
        """Open an article, at a passage (which is flashed) or at its first hit, and remember where one was."""
        self._leave()
        if in_new_tab:
            self._add_tab(Tab())
        self.query = query
        self._go(Place(query, article_id, passage=passage), flash=passage is not None, fresh=True)
        self.trail.go(Place(query, article_id, passage or 0, 0, passage))

    def follow(self, relation: Relation) -> None:
        """Go to the counterpart of a passage."""
        self.open(relation.other_id, passage=relation.other_block, query=self.query)

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
        if self.trail.here.article_id is not None:
            self.trail.update(replace(self.here(), query=self.trail.here.query))

    def _return_to(self, place: Place) -> None:
        self.query = place.query
        self.place_wanted.emit(place)
        if place.article_id is not None:
            self._go(place, flash=False)
        else:
            self._reader.show_in_tab(None, "")
            self.stored = None
            self.opened.emit(None)

    def _go(self, place: Place, *, flash: bool, fresh: bool = False) -> None:
        """Show a place: at once if its article is open, else when it is read."""
        shelf = self._shelf()
        if shelf is None or place.article_id is None:
            return
        self._goal, self._flash, self._fresh = place, flash, fresh
        if self.stored is not None and self.stored.id == place.article_id and self._reader.shows_article:
            self._arrive()
            return
        number, query = place.article_id, self.query
        self._articles.ask(lambda stop: shelf.library().open_article(number, query))

    def _show(self, _: int, opened: Opened) -> None:
        """Show the article that was read."""
        stored = opened.stored
        self.stored = stored
        self._path_of[stored.id] = stored.path
        article = stored.article
        self._reader.show_in_tab(stored.id, article.headline or stored.path)
        self._reader.view.show_article(article, dated(article.date, long=True), opened.marks)
        self._reader.show_view()
        self.opened.emit(stored)
        self.passages.ask(stored)
        self._arrive()

    def show_again(self, opened: Opened) -> None:
        """Show the open article anew: it was corrected, or judged otherwise. Nothing moves but what differs."""
        stored = opened.stored
        if self.stored is None or self.stored.id != stored.id:
            return
        if len(stored.article.blocks) != len(self.stored.article.blocks):
            self.passages.clear()  # its passages are numbered by the blocks that were
        self.stored, view = stored, self._reader.view
        self._reader.show_in_tab(stored.id, stored.article.headline or stored.path)
        view.show_corrected(stored.article, dated(stored.article.date, long=True), opened.marks)
        if view.current_hit:
            self._say_hit(view.current_hit, view.hit_count)
        else:
            self._say_count()
        self.passages.ask(stored)

    def read_again(self) -> None:
        """Read the open article again: the archive has changed. It is shown anew only if it has, too."""
        shelf, stored, query = self._shelf(), self.stored, self.query
        if shelf is not None and stored is not None:
            self._again.ask(lambda stop: _opened_again(shelf.library(), stored.id, query))

    def _show_changed(self, _: int, opened: Opened | None) -> None:
        stored = self.stored
        if opened is None or stored is None or opened.stored.id != stored.id:
            return
        if opened.stored.article == stored.article:
            self.passages.ask_again()
        else:
            self.show_again(opened)

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
            self.passages.focus(goal.passage)

    # Hits

    def show_query(self, query: str) -> None:
        """Mark the hits of another query in the open article."""
        self.query = query
        shelf, stored = self._shelf(), self.stored
        if shelf is None or stored is None:
            return
        self._marks.ask(lambda stop: (stored.id, shelf.library().marks(stored, query)))

    def _show_marks(self, _: int, answer: tuple[int, tuple[tuple[Span, ...], ...]]) -> None:
        number, marks = answer
        if self.stored is not None and self.stored.id == number:
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
            and self._front.article_id == self.stored.id
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
        self._reader.close_tab(number if number >= 0 else self._reader.bar.currentIndex())
        self._tab_changed()

    def reopen_tab(self) -> None:
        """Open the tab closed last again."""
        tab = self._reader.reopened()
        if tab is not None:
            self._add_tab(tab)
            self._tab_changed()

    def open_paths(self, wanted: list[str], front: int, place: tuple[int, int]) -> None:
        """Open the tabs of the last session, given by the paths of their articles."""
        shelf = self._shelf()
        if shelf is None:
            return
        self._restored = (front, place)
        self._paths.ask(lambda stop: tuple(shelf.library().numbers_at(wanted)))

    def _show_paths(self, _: int, found: tuple[tuple[int, str, str] | None, ...]) -> None:
        """Make a tab of each article that is still there; an article opened meanwhile stays in front."""
        front, place = self._restored
        tabs = [Tab(item[0], item[2]) for item in found if item is not None]
        self._path_of |= {item[0]: item[1] for item in found if item is not None}
        if not tabs or self.stored is not None:
            return
        self._reader.tabs[0] = tabs[0]
        self._reader.show_in_tab(tabs[0].article_id, tabs[0].title)
        for tab in tabs[1:]:
            self._reader.add_tab(tab)
        self._reader.choose_tab(min(front, len(tabs) - 1))
        self._reader.tab.block, self._reader.tab.offset = place
        self._tab_changed()

    def open_at(self, path: str, *, with_related: bool) -> None:
        """Open the article of a file; with its first related passages in view if wished."""
        shelf = self._shelf()
        if shelf is not None:
            self.passages.show_first = with_related
            self._one.ask(lambda stop: shelf.library().article_at(path).id)

    def open_places(self) -> tuple[list[str], int, tuple[int, int]]:
        """Return the paths of the open articles, which one is in front, and the place in it."""
        self._note_place()
        paths = [
            (number, self._path_of.get(tab.article_id or 0, ""))
            for number, tab in enumerate(self._reader.tabs)
        ]
        kept = [(number, path) for number, path in paths if path]
        at = self._reader.bar.currentIndex()
        front = next((place for place, (number, _) in enumerate(kept) if number == at), 0)
        return [path for _, path in kept], front, (self._reader.tab.block, self._reader.tab.offset)

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
        if tab.article_id is None:
            self.passages.clear()
            self.hits_said.emit("")
            self.opened.emit(None)
            return
        place = Place(self.query, tab.article_id, tab.block, tab.offset)
        self._go(place, flash=False)
        self.trail.go(place)


def _opened_again(library: Library, number: int, query: str) -> Opened | None:
    """Return an article as it is now, None for one whose file was changed or deleted."""
    try:
        stored = library.article(number)
    except NotInArchive:
        return None
    return Opened(stored, library.marks(stored, query))
