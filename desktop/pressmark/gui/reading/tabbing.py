"""The tabs of the archive in front: opened, closed, opened again, and come back to where one read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from pressmark.gui.archive.library_holder import LibraryHolder
from pressmark.gui.lane import Lane
from pressmark.gui.messages import Messages
from pressmark.gui.reading.pane.reader_pane import ReaderPane
from pressmark.gui.reading.pane.tab_row import Tab
from pressmark.gui.reading.trail import Place
from pressmark.values import ArticleKey, StoredArticle

MOST_CLOSED = 50  # tabs of an archive that can be opened again
Left = tuple[ArticleKey, int, int]  # an article, and the block and the pixels of it at the top of the view


class Desk(Protocol):
    """What shows the article of the tab in front."""

    @property
    def stored(self) -> StoredArticle | None:
        """The open article."""

    def here(self) -> Place:
        """Return the present place."""

    def leave(self) -> None:
        """Note in the trail how the present place looks when it is left."""

    def show_tab(self, tab: Tab) -> None:
        """Show what a tab holds."""


class Tabbing(QObject):
    """Brings tabs to the front, each at the place where it was left."""

    def __init__(
        self, reader: ReaderPane, desk: Desk, holder: Callable[[], LibraryHolder | None], messages: Messages
    ) -> None:
        """Keep the tabs of this reader for a desk."""
        super().__init__(reader)
        self._row, self._reader, self._desk, self._holder = reader.row, reader, desk, holder
        self._front = self._row.tab
        self._wanted: tuple[int, list[Left]] = (0, [])
        self._closed: dict[Path, list[Tab]] = {}
        self.lane = Lane("tabs", self)
        self.lane.answered.connect(self._restored)
        self.lane.failed.connect(lambda _, error: messages.error(error))
        self._row.chosen.connect(self._chosen)
        self._row.closed.connect(self.close)
        self._row.others_closed.connect(self.close_others)
        self._row.all_closed.connect(self.close_all)
        self._row.reopen_wanted.connect(self.reopen)
        self._row.path_wanted.connect(self._copy_path)

    def note_place(self) -> None:
        """Remember in the tab that was in front where its article is being read."""
        stored, front = self._desk.stored, self._front
        shown = stored if self._reader.shows_article else None
        if shown is not None and front.article is not None and front.article.means(shown):
            front.place = self._desk.here()

    def add(self, tab: Tab) -> None:
        """Put a tab in front of the others, without showing yet what it holds."""
        self.note_place()
        self._row.add(tab)
        self._front = self._row.tab

    def new(self) -> None:
        """Open an empty tab."""
        self._desk.leave()
        self.add(Tab())
        self._changed()

    def close(self, number: int = -1) -> None:
        """Close a tab, or the one in front; what another one shows stays as it is."""
        self.note_place()
        in_front = number in (-1, self._row.front)
        self._close(number if number >= 0 else self._row.front)
        if in_front:
            self._changed()

    def close_others(self, number: int) -> None:
        """Close all tabs but one."""
        self.note_place()
        in_front = number == self._row.front
        for other in reversed(range(len(self._row.tabs))):
            if other != number:
                self._close(other)
        if not in_front:
            self._changed()

    def close_all(self) -> None:
        """Close all tabs; an empty one is left."""
        self.note_place()
        self.put_away()
        self._changed()

    def put_away(self) -> None:
        """Close all tabs without showing what is left."""
        for _ in self._row.tabs[:]:
            self._close(0)
        self._front = self._row.tab

    def _close(self, number: int) -> None:
        """Close a tab; each archive remembers its own."""
        closed, holder = self._row.close_tab(number), self._holder()
        if closed.article is not None and holder is not None:
            known = self._closed.setdefault(holder.root, [])
            known.append(closed)
            del known[:-MOST_CLOSED]
            self._row.can_reopen = True

    def archive_changed(self) -> None:
        """Offer to open again what was closed in the archive in front, and nothing else."""
        holder = self._holder()
        self._row.can_reopen = holder is not None and bool(self._closed.get(holder.root))

    def reopen(self) -> None:
        """Open the tab of this archive that was closed last again."""
        holder = self._holder()
        closed = self._closed.get(holder.root) if holder is not None else None
        if closed:
            self._desk.leave()
            self.add(closed.pop())
            self._row.can_reopen = bool(closed)
            self._changed()

    def step(self, step: int) -> None:
        """Bring the next or previous tab to the front."""
        self._desk.leave()
        self.note_place()
        self._row.choose((self._row.front + step) % len(self._row.tabs))
        self._changed()

    def _chosen(self, _: int) -> None:
        self._desk.leave()
        self.note_place()
        self._changed()

    def _changed(self) -> None:
        """Show what the tab in front holds."""
        self._front = self._row.tab
        self._desk.show_tab(self._front)

    # From one session to the next

    def left(self) -> tuple[list[Left], int]:
        """Return where each open article is being read, and which one is in front."""
        self.note_place()
        tabs, at = self._row.tabs, self._row.front
        front = sum(tab.article is not None for tab in tabs[:at]) if tabs[at].article else 0
        return [(t.article, t.place.block, t.place.offset) for t in tabs if t.article is not None], front

    def restore(self, wanted: Sequence[Left], front: int) -> None:
        """Open the tabs of the last session."""
        holder = self._holder()
        if holder is not None:
            keys = [article for article, _, _ in wanted]
            self._wanted = front, list(wanted)
            self.lane.ask(lambda stop: tuple(holder.library().articles_of(keys)))

    def _restored(self, _: int, found: tuple[StoredArticle | None, ...]) -> None:
        """Make a tab of each article that is still there; an article opened meanwhile stays in front."""
        front, wanted = self._wanted
        tabs = [
            Tab(stored.key, stored.article.headline, Place("", stored.key, block, offset))
            for stored, (_, block, offset) in zip(found, wanted, strict=True)
            if stored is not None
        ]
        if not tabs or self._desk.stored is not None:
            return
        self._row.tabs[0] = tabs[0]
        self._row.show_in_tab(tabs[0].article, tabs[0].title)
        for tab in tabs[1:]:
            self._row.add(tab)
        self._row.choose(min(front, len(tabs) - 1))
        self._changed()

    def _copy_path(self, number: int) -> None:
        article, holder = self._row.tabs[number].article, self._holder()
        if article is not None and holder is not None:
            QGuiApplication.clipboard().setText(str(holder.root / article.path))
