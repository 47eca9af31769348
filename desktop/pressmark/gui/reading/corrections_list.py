"""The list of all corrections: asked for, kept up to date, and the way from one to its line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pressmark.gui.archive.library_holder import LibraryHolder
from pressmark.gui.lane import Lane
from pressmark.gui.messages import Messages
from pressmark.gui.reading.correcting import Correcting
from pressmark.gui.reading.reading_controller import ReadingController
from pressmark.values import ArticleKey, Correction, ListedCorrection

if TYPE_CHECKING:  # loaded when it is opened: the first paint need not wait for it
    from pressmark.gui.reading.pane.corrections_dialog import CorrectionsDialog


class CorrectionsList(QObject):
    """Shows the corrections of the archive in front."""

    def __init__(
        self,
        window: QWidget,
        reading: ReadingController,
        correcting: Correcting,
        holder: Callable[[], LibraryHolder | None],
        messages: Messages,
    ) -> None:
        """Show them over this window; what is taken back goes through `correcting`, which can undo it."""
        super().__init__(window)
        self._window, self._reading, self._correcting, self._holder = window, reading, correcting, holder
        self.dialog: CorrectionsDialog | None = None
        self._list, self._places = Lane("corrections list", self), Lane("correction", self)
        self._list.answered.connect(self._show)
        self._places.answered.connect(self._go)
        for lane in self.lanes():
            lane.failed.connect(lambda _, error: messages.error(error))
        correcting.noted.connect(self.refresh)

    def lanes(self) -> tuple[Lane, ...]:
        """Return the lanes, to be closed."""
        return self._list, self._places

    def show(self) -> None:
        """Open the list."""
        if self.dialog is None:
            from pressmark.gui.reading.pane.corrections_dialog import CorrectionsDialog

            self.dialog = CorrectionsDialog(self._window)
            self.dialog.resize(self.dialog.size().boundedTo(self._window.size()))
            self.dialog.place_wanted.connect(self._find)
            self.dialog.unwanted.connect(self._correcting.take_back)
        self.dialog.show()
        self.dialog.raise_()
        self.refresh()

    def refresh(self) -> None:
        """Bring the list up to date, if it is open: something was corrected, or another archive is in front."""
        holder = self._holder()
        if holder is not None and self.dialog is not None and self.dialog.isVisible():
            self._list.ask(lambda stop: holder.library().listed_corrections())

    def _show(self, _: int, listed: tuple[ListedCorrection, ...]) -> None:
        if self.dialog is not None:
            self.dialog.show_corrections(listed)

    def _find(self, said: Correction) -> None:
        holder = self._holder()
        if holder is not None:
            self._places.ask(lambda stop: holder.library().place_of(said))

    def _go(self, _: int, place: tuple[ArticleKey, int | None]) -> None:
        """Open the article at the line, and give it the keyboard; the list would lie over it."""
        key, block = place
        if self.dialog is not None:
            self.dialog.hide()
        self._window.activateWindow()
        self._reading.open(key, passage=block, query=self._reading.query)
