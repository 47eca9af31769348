"""The wish for another outlet, from the dialog to what the person made."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pressmark.gui.archive.library_holder import LibraryHolder
from pressmark.gui.lane import Lane
from pressmark.gui.messages import Messages
from pressmark.values import StoredArticle

if TYPE_CHECKING:
    from pressmark.gui.archive.pane.outlet_dialog import OutletDialog


class OutletChoice(QObject):
    """Asks the person for an article's outlet, and tells when it is noted: the archive follows at its next look."""

    noted = Signal()

    def __init__(
        self, window: QWidget, holder: Callable[[], LibraryHolder | None], messages: Messages
    ) -> None:
        """Ask in this window about articles of the library in front."""
        super().__init__(window)
        self._window, self._holder = window, holder
        self.dialog: OutletDialog | None = None
        self._stored: StoredArticle | None = None
        self._known = Lane("outlets", self)
        self._known.answered.connect(self._open)
        self._choice = Lane("outlet", self, in_order=True)
        self._choice.answered.connect(lambda: self.noted.emit())
        for lane in self.lanes():
            lane.failed.connect(lambda _, error: messages.error(error))

    def lanes(self) -> tuple[Lane, ...]:
        """Return the lanes, to be closed."""
        return self._known, self._choice

    def ask(self, stored: StoredArticle | None) -> None:
        """Open the dialog for an article, if there is one."""
        holder = self._holder()
        if holder is None or stored is None:
            return
        self._stored = stored
        self._known.ask(
            lambda stop: (holder.library().outlet_names(), holder.library().chosen_outlet(stored))
        )

    def _open(self, _: int, known: tuple[list[str], tuple[str, str] | None]) -> None:
        from pressmark.gui.archive.pane.outlet_dialog import OutletDialog

        if self._stored is not None:
            self.dialog = OutletDialog(self._stored, *known, self._window)
            self.dialog.chosen.connect(self._choose)
            self.dialog.finished.connect(self._put_away)
            self.dialog.open()

    def _put_away(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _choose(self, name: str, folder: str) -> None:
        holder, stored = self._holder(), self._stored
        if holder is not None and stored is not None:
            self._choice.ask(lambda stop: holder.library().choose_outlet(stored, name, folder))
