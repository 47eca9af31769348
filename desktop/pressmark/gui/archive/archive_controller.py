"""The archive in front: opened, indexed, watched, and its health shown."""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from pressmark.gui.archive.indexer import Indexer
from pressmark.gui.archive.library_holder import LibraryHolder
from pressmark.gui.archive.new_place import NewPlace
from pressmark.gui.archive.outlet_choice import OutletChoice
from pressmark.gui.archive.pane.status_bar import StatusBar
from pressmark.gui.lane import END_SECONDS, Lane, Stop
from pressmark.gui.messages import Messages
from pressmark.values import ArticleKey, FileRecord, Progress, Totals

if TYPE_CHECKING:  # loaded when it is opened: the first paint need not wait for it
    from pressmark.gui.archive.pane.health_dialog import HealthDialog

log = logging.getLogger(__name__)
NOT_NOW = "Index not up to date"
REFRESH_MS = 700  # how often the counts and the open search are brought up to date while indexing


class ArchiveController(QObject):
    """Opens archives; owns the holder, the indexing process and the health dialog."""

    changed = Signal()
    updated = Signal()
    finished = Signal()
    article_chosen = Signal(ArticleKey)

    def __init__(self, status: StatusBar, messages: Messages, window: QWidget) -> None:
        """Tell about the archive in this status bar."""
        super().__init__(window)
        self._status, self._messages, self._window = status, messages, window
        self.holder: LibraryHolder | None = None
        self.problem = ""
        self.ready = False
        self.is_gone = False
        self.is_busy = False  # another Pressmark indexes it
        self.totals = Totals()
        self._indexer = Indexer(self)
        self._indexer.progressed.connect(self._progressed)
        self._indexer.broke.connect(messages.fault)
        self._indexer.died.connect(self._died)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._indexer.follow)
        self._counts = Lane("counts", self)
        self._counts.answered.connect(self._counted)
        self._counts.failed.connect(self._count_failed)
        self._files = Lane("health", self)
        self._files.answered.connect(self._show_files)
        self._files.failed.connect(lambda _, error: messages.error(error))
        self._previews = Lane("previews", self)
        self._previews.answered.connect(self._show_preview)
        self._previews.failed.connect(lambda _, error: messages.error(error))
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.setInterval(REFRESH_MS)
        self._refresh.timeout.connect(self._update)
        self.outlets = OutletChoice(window, lambda: self.holder, messages)
        self.outlets.noted.connect(self.look_again)
        self.new_place = NewPlace(window, lambda: self.holder, status, messages)
        self._health: HealthDialog | None = None
        self._look_after = 0
        self._told: set[str] = set()
        status.paused.connect(self._indexer.pause)
        status.health_wanted.connect(self.show_health)

    @property
    def root(self) -> Path | None:
        """The folder of the archive in front."""
        return self.holder.root if self.holder else None

    @property
    def process_id(self) -> int | None:
        """The number of the indexing process."""
        return self._indexer.process_id

    @property
    def health_dialog(self) -> HealthDialog | None:
        """The dialog of the archive's health, once it was opened."""
        return self._health

    def open(self, root: Path) -> None:
        """Open an archive in place of the one in front, and have it indexed."""
        if self.holder is not None:
            self._put_away(self.holder)
        self.problem, self.ready, self.totals = "", False, Totals()
        self.is_gone = self.is_busy = False
        self._told = set()
        self.holder = LibraryHolder(root)
        log.info("opening %s", root)
        self._status.show_paused(False)
        self._indexer.start(root)
        self.changed.emit()
        self._update()

    def lanes(self) -> tuple[Lane, ...]:
        """Return the lanes, to be closed."""
        own = self._counts, self._files, self._previews
        return *own, *self.outlets.lanes(), *self.new_place.lanes()

    def close(self) -> None:
        """End the indexing process, and let the library go."""
        self._refresh.stop()
        self._indexer.close()
        if self.holder is not None:
            closing = self._put_away(self.holder)
            self.holder = None
            closing.join(END_SECONDS)

    def _put_away(self, holder: LibraryHolder) -> threading.Thread:
        """Close a library in a thread, which waits for what is still being asked of it."""
        closing = threading.Thread(target=holder.close, name="closing", daemon=True)
        closing.start()
        return closing

    def look_again(self) -> None:
        """Have the folder looked at now."""
        self._indexer.look_again()

    def try_again(self) -> None:
        """Have the folder looked at now, and files read once more whose reading had to be ended."""
        self._indexer.look_again(tries=True)

    # What the indexing process tells

    def _progressed(self, progress: Progress) -> None:
        for notice in progress.notices:
            if notice not in self._told:
                self._told.add(notice)
                self._messages.said.emit(notice)
        self._status.show_progress(progress)
        if not progress.finished:
            if not self._refresh.isActive():
                self._refresh.start()
            return
        self.ready, self.is_gone = progress.stage == "done", progress.stage == "gone"
        self.is_busy = progress.stage == "busy"
        self.problem = progress.problem
        if progress.stage == "done":
            self._status.show_index("Index up to date")
        elif progress.problem:
            self._status.show_index(NOT_NOW)  # the problem itself is said once, by the window
        self._update()
        self.finished.emit()

    def _died(self, goes_on: bool) -> None:
        log.warning("the indexing process ended by itself; started again: %s", goes_on)
        self._status.show_busy(False)
        self._status.show_index(
            "The indexing was interrupted and goes on where it was."
            if goes_on
            else "The indexing was interrupted several times. F5 tries again."
        )

    def _update(self) -> None:
        """Bring the counts up to date, and let the window ask its search again."""
        holder = self.holder
        if holder is None:
            return
        self._counts.ask(lambda stop: (holder.library().totals(), holder.library().notices))
        if self._health is not None and self._health.isVisible():
            self._ask_files()

    def _counted(self, _: int, answer: tuple[Totals, tuple[str, ...]]) -> None:
        self.totals, notices = answer
        self._status.show_articles(self.totals.articles, self.totals.unreadable)
        for notice in notices:
            if notice not in self._told:
                self._told.add(notice)
                self._messages.said.emit(notice)
        self.updated.emit()

    def _count_failed(self, _: int, error: Exception) -> None:
        if not self.problem:
            self._messages.error(error)

    # Health

    def show_health(self) -> None:
        """Show what became of every file."""
        if self._health is None:
            from pressmark.gui.archive.pane.health_dialog import HealthDialog

            self._health = HealthDialog(self._window)
            self._health.article_chosen.connect(self.article_chosen)
            self._health.retry_wanted.connect(self.try_again)
            self._health.preview_wanted.connect(self._preview)
            self._health.encoding_chosen.connect(self._choose_encoding)
        self._ask_files()
        self._health.show()
        self._health.raise_()

    def _ask_files(self) -> None:
        holder = self.holder
        if holder is None:
            return

        def files(stop: Stop) -> tuple[tuple[FileRecord, ...], Totals]:
            return tuple(holder.library().files()), holder.library().totals()

        self._files.ask(files)

    def _show_files(self, ticket: int, answer: tuple[tuple[FileRecord, ...], Totals]) -> None:
        if self._health is not None:
            self._health.show_files(*answer)
        if ticket == self._look_after:
            self._indexer.look_again()

    def _preview(self, path: str, encoding: str) -> None:
        """Read the first lines of a file in an encoding."""
        root = self.root
        if root is None:
            return

        def read(stop: Stop) -> tuple[str, str, str]:
            from pressmark.gui.archive.encoding_preview import preview

            return path, encoding, preview(root, path, encoding)

        self._previews.ask(read)

    def _show_preview(self, _: int, answer: tuple[str, str, str]) -> None:
        if self._health is not None:
            self._health.detail.encoding.show_preview(*answer)

    def _choose_encoding(self, path: str, encoding: str) -> None:
        """Have a file read in another encoding: note the wish, then have the folder looked at."""
        holder = self.holder
        if holder is None:
            return

        def choose(stop: Stop) -> tuple[tuple[FileRecord, ...], Totals]:
            holder.library().choose_encoding(path, encoding)
            return tuple(holder.library().files()), holder.library().totals()

        self._look_after = self._files.ask(choose)
