"""What the window is asked to open: by a start, a later start, a dialog, a drop; a folder or an archive file."""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from pressmark import archive_file, paths
from pressmark.archive_file import SavedArchive
from pressmark.errors import ArchiveError
from pressmark.gui.lane import Lane
from pressmark.gui.messages import Messages
from pressmark.instance import Opening
from pressmark.values import Sort

ARTICLES = (
    ".txt",
    ".text",
    ".html",
    ".htm",
    ".xhtml",
    ".xht",
    ".shtml",
)  # the endings of files that can be dropped
FILE_FILTER = f"Pressmark archives (*{archive_file.SUFFIX})"
ACTIVATION_TOKEN = "XDG_ACTIVATION_TOKEN"  # where Qt looks for the desktop's leave to take the keyboard  # noqa: S105


class LogNotShown(ArchiveError):
    """No program of this computer shows the log file."""


class NotAnArchive(ArchiveError):
    """What was dropped cannot be opened."""


class Opener(QObject):
    """Finds out what is meant, and tells the window which archive to open."""

    opened = Signal(SavedArchive)
    heard = Signal(Opening)

    def __init__(self, window: QWidget, messages: Messages, current: Callable[[], Path | None]) -> None:
        """Open for this window, whose archive `current` tells; `heard` may be emitted by any thread."""
        super().__init__(window)
        self._window, self._messages, self._current = window, messages, current
        self._otherwise: Path | None = None
        self._lane = Lane("opening", self)
        self._lane.answered.connect(lambda _, saved: self.opened.emit(saved))
        self._lane.failed.connect(lambda _, error: self._failed(error))
        self._saving = Lane("saving", self, in_order=True)
        self._saving.answered.connect(lambda _, file: self._saved(file))
        self._saving.failed.connect(lambda _, error: messages.error(error))
        self.heard.connect(self._again, Qt.ConnectionType.QueuedConnection)

    def open(self, place: Path, query: str = "", otherwise: Path | None = None) -> None:
        """Open a folder, or what an archive file names; a query given here goes before the file's own.

        Where the file is of no use, the archive in front stays there, or `otherwise` is opened.
        """
        if place.suffix.lower() != archive_file.SUFFIX:
            self.opened.emit(SavedArchive(place, query))
            return

        def read(_: object) -> SavedArchive:
            saved = SavedArchive(place) if place.is_dir() else archive_file.read(place)
            return SavedArchive(saved.folder, query or saved.query, saved.sort)

        self._otherwise = otherwise
        self._lane.ask(read)

    def open_dropped(self, place: Path) -> None:
        """Open a folder, an article in its folder, or an archive file that was dropped; say so where it is none of them."""

        def read(_: object) -> SavedArchive:
            if place.is_dir():
                return SavedArchive(place)
            if place.suffix.lower() in ARTICLES and place.is_file():
                return SavedArchive(place.parent, article=place.name)
            if place.suffix.lower() != archive_file.SUFFIX:
                raise NotAnArchive(
                    f"{place} is not a folder. Drop a folder of articles, one of them, or a {archive_file.SUFFIX} file."
                )
            return archive_file.read(place)

        self._otherwise = None
        self._lane.ask(read)

    def _failed(self, error: Exception) -> None:
        if self._current() is None and self._otherwise is not None:
            self.opened.emit(SavedArchive(self._otherwise))
        self._messages.error(error)

    def _again(self, opening: Opening) -> None:
        """The program was started again: show the window, and what that start was asked for."""
        if opening.token:
            os.environ[ACTIVATION_TOKEN] = opening.token
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        place = Path(opening.archive) if opening.archive else self._current()
        if place is not None:
            self.open(place, opening.query)

    def choose_folder(self) -> None:
        """Let the person choose a folder of articles."""
        dialog = self._dialog("Open a folder of articles", self._near())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        dialog.fileSelected.connect(lambda folder: self.open(Path(folder)))
        dialog.open()

    def choose_file(self) -> None:
        """Let the person choose an archive file."""
        dialog = self._dialog("Open an archive file", self._near(), FILE_FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.open(Path(file)))
        dialog.open()

    def save_search(self, query: str, sort: Sort) -> None:
        """Let the person save a file that opens the archive in front, with the query and order as they are."""
        current = self._current()
        if current is not None:
            self._save(SavedArchive(current, query, sort.value))

    def _save(self, saved: SavedArchive) -> None:
        start = saved.folder.parent / f"{paths.archive_name(saved.folder)}{archive_file.SUFFIX}"
        dialog = self._dialog("Save a file that opens this archive", str(start), FILE_FILTER)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(archive_file.SUFFIX.lstrip("."))
        dialog.fileSelected.connect(lambda file: self.write(Path(file), saved))
        dialog.open()

    def _dialog(self, title: str, start: str, shown: str = "") -> QFileDialog:
        dialog = QFileDialog(self._window, title, start, shown)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _near(self) -> str:
        """Return the folder in which a dialog begins."""
        current = self._current()
        return str(current.parent) if current else ""

    def write(self, file: Path, saved: SavedArchive) -> None:
        """Write an archive file."""

        def write(_: object) -> Path:
            archive_file.write(file, saved)
            return file

        self._saving.ask(write)

    def _saved(self, file: Path) -> None:
        self._messages.said.emit(f"Saved {file}. A double click on it opens this archive.")

    def show_log(self) -> None:
        """Have the desktop show the log file."""
        file = paths.log_file()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
            self._messages.error(
                LogNotShown(f"No program was found that shows text files. The log is {file}.")
            )

    def lanes(self) -> tuple[Lane, ...]:
        """Return the lanes, to be closed."""
        return self._lane, self._saving


def dropped(data: QMimeData) -> Path | None:
    """Return what is being dropped, if it lies on this computer; whether it is a folder, its disk must be asked."""
    return next((Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()), None)
