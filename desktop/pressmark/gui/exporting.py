"""What the person made, saved as a file of his or her own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from pressmark import paths
from pressmark.errors import ArchiveError
from pressmark.gui.latest import Lane
from pressmark.gui.words import count
from pressmark.records import write_made

if TYPE_CHECKING:
    from pressmark.gui.main_window import MainWindow

TITLE = "Export what you made"
SUFFIX = "jsonl"


class NotSaved(ArchiveError):
    """A file could not be written where the person wanted it."""


class Exporting(QObject):
    """Asks for a file, and has it written by a thread of its own."""

    def __init__(self, window: MainWindow) -> None:
        """Export from the archive in front of this window."""
        super().__init__(window)
        self._window = window
        self._lane = Lane("export", self, in_order=True)
        self._lane.answered.connect(self._saved)
        self._lane.failed.connect(lambda _, error: window.messages.error(error))

    def lanes(self) -> tuple[Lane, ...]:
        """Return the lanes, to be closed."""
        return (self._lane,)

    def choose(self) -> None:
        """Let the person choose the file."""
        root = self._window.archive.root
        if root is None:
            return
        start = root.parent / f"{paths.archive_name(root)}, what I made.{SUFFIX}"
        dialog = QFileDialog(self._window, TITLE, str(start), f"JSON Lines (*.{SUFFIX})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.fileSelected.connect(lambda file: self.write(Path(file)))
        dialog.open()

    def write(self, file: Path) -> None:
        """Write all that the person made in this archive into a file."""
        shelf = self._window.archive.shelf
        if shelf is None:
            return

        def write(_: object) -> tuple[Path, int]:
            try:
                return file, write_made(file, shelf.library().made())
            except OSError as error:
                raise NotSaved(
                    f"{file} could not be written ({error.strerror}). Choose another folder."
                ) from error

        self._lane.ask(write)

    def _saved(self, _: int, answer: tuple[Path, int]) -> None:
        file, things = answer
        self._window.messages.said.emit(f"Saved {file}, with {count(things, 'thing')} that you made.")
