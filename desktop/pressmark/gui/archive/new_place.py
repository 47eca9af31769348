"""The archive's folder has another place now: the person says which, and all that belongs to the archive follows."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from pressmark import paths
from pressmark.gui.archive.library_holder import LibraryHolder
from pressmark.gui.archive.pane.status_bar import StatusBar
from pressmark.gui.lane import Lane, Stop
from pressmark.gui.messages import Messages

TITLE = "Where the folder of this archive is now"
TAKING = "Taking what belongs to the archive to its new place…"


class NewPlace(QObject):
    """Asks for the folder, and has what was made and read copied for it, by a thread of its own."""

    taken = Signal(Path, Path)

    def __init__(
        self,
        window: QWidget,
        holder: Callable[[], LibraryHolder | None],
        status: StatusBar,
        messages: Messages,
    ) -> None:
        """Ask in this window; `taken` tells the former place and the new one, once all is there."""
        super().__init__(window)
        self._window, self._holder, self._status = window, holder, status
        self._lane = Lane("new place", self, in_order=True)
        self._lane.answered.connect(lambda _, places: self.taken.emit(*places))
        self._lane.failed.connect(lambda _, error: self._failed(messages, error))
        self._said = ""

    def lanes(self) -> tuple[Lane, ...]:
        """Return the lanes, to be closed."""
        return (self._lane,)

    def choose(self) -> None:
        """Let the person choose the folder."""
        holder = self._holder()
        if holder is None:
            return
        dialog = QFileDialog(self._window, TITLE, str(holder.root.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        dialog.fileSelected.connect(lambda folder: self.take(Path(folder)))
        dialog.open()

    def take(self, folder: Path) -> None:
        """Have the archive in front go on in another folder."""
        holder = self._holder()
        if holder is None:
            return
        self._said = self._status.index_text
        self._status.show_index(TAKING)

        def move(stop: Stop) -> tuple[Path, Path]:
            from pressmark.library.moving import move_to  # not before the first paint

            move_to(holder.library(), folder, paths.archive_data(folder), stop)
            return holder.root, folder

        self._lane.ask(move)

    def _failed(self, messages: Messages, error: Exception) -> None:
        if self._status.index_text == TAKING:
            self._status.show_index(self._said)
        messages.error(error)
