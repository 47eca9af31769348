"""What the person made, saved as a file of his or her own."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from pressmark import paths
from pressmark.counting import count
from pressmark.errors import ArchiveError
from pressmark.gui.archive.library_holder import LibraryHolder
from pressmark.gui.lane import Lane
from pressmark.gui.messages import Messages
from pressmark.records import write_made

TITLE = "Export what you made"
SUFFIX = "jsonl"


class NotSaved(ArchiveError):
    """A file could not be written where the person wanted it."""


class Exporting(QObject):
    """Asks for a file, and has it written by a thread of its own."""

    def __init__(
        self, window: QWidget, holder: Callable[[], LibraryHolder | None], messages: Messages
    ) -> None:
        """Export from the archive in front of this window."""
        super().__init__(window)
        self._window, self._holder, self._messages = window, holder, messages
        self._lane = Lane("export", self, in_order=True)
        self._lane.answered.connect(self._saved)
        self._lane.failed.connect(lambda _, error: messages.error(error))

    def lanes(self) -> tuple[Lane, ...]:
        """Return the lanes, to be closed."""
        return (self._lane,)

    def choose(self) -> None:
        """Let the person choose the file."""
        holder = self._holder()
        if holder is None:
            return
        root = holder.root
        start = root.parent / f"{paths.archive_name(root)}, what I made.{SUFFIX}"
        dialog = QFileDialog(self._window, TITLE, str(start), f"JSON Lines (*.{SUFFIX})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.fileSelected.connect(lambda file: self.write(Path(file)))
        dialog.open()

    def write(self, file: Path) -> None:
        """Write all that the person made in this archive into a file."""
        holder = self._holder()
        if holder is None:
            return

        def write(_: object) -> tuple[Path, int]:
            try:
                return file, write_made(file, holder.library().made())
            except OSError as error:
                raise NotSaved(
                    f"{file} could not be written ({error.strerror}). Choose another folder."
                ) from error

        self._lane.ask(write)

    def _saved(self, _: int, answer: tuple[Path, int]) -> None:
        file, things = answer
        self._messages.said.emit(f"Saved {file}, with {count(things, 'thing')} that you made.")
