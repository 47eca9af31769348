"""The one article that is meant: the selected result while the list has the keyboard, else the article that lies open."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from pressmark.errors import ArchiveError, NotInArchive
from pressmark.gui.archive.library_holder import LibraryHolder
from pressmark.gui.lane import Lane
from pressmark.gui.look.wording import date_words
from pressmark.gui.messages import Messages
from pressmark.gui.reading.reading_controller import ReadingController
from pressmark.gui.searching.pane.results_pane import ResultsPane

if TYPE_CHECKING:
    from pressmark.library import Library

PATIENCE_SECONDS = 5
# The desktop's file manager is asked to show a file among the others; where none answers, the folder is opened.
FILE_MANAGER = (
    "dbus-send", "--session", "--print-reply", "--reply-timeout=3000", "--dest=org.freedesktop.FileManager1",
    "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1.ShowItems",
)  # fmt: skip


class FolderNotShown(ArchiveError):
    """No program of this computer shows folders."""


class OneArticle(QObject):
    """Shows its file, alone or among the others of its folder, and copies what it is called and where it is."""

    def __init__(
        self,
        results: ResultsPane,
        reading: ReadingController,
        holder: Callable[[], LibraryHolder | None],
        messages: Messages,
    ) -> None:
        """Take it from this list or this reader."""
        super().__init__(results)
        self._results, self._reading, self._holder, self._messages = results, reading, holder, messages
        self._lane = Lane("file", self)
        self._lane.answered.connect(lambda _, found: found())
        self._lane.failed.connect(lambda _, error: messages.error(error))

    def lanes(self) -> tuple[Lane, ...]:
        """Return the lanes, to be closed."""
        return (self._lane,)

    def show_file(self) -> None:
        """Show its file in its folder."""

        def show(library: Library, path: str) -> Callable[[], None]:
            folder = _folder_to_open(library.file_of(path))
            return lambda: self._open(
                folder, f"No program was found that shows folders. The folder is {folder}."
            )

        self._ask(show)

    def open_original(self) -> None:
        """Have the system's program for it show the file."""

        def show(library: Library, path: str) -> Callable[[], None]:
            file = _there(library.file_of(path))
            return lambda: self._open(file, f"No program was found that shows {file}.")

        self._ask(show)

    def copy_path(self) -> None:
        """Copy where its file lies."""

        def copy(library: Library, path: str) -> Callable[[], None]:
            file = library.file_of(path)
            return lambda: QGuiApplication.clipboard().setText(str(file))

        self._ask(copy)

    def copy_address(self) -> None:
        """Copy the address of its page, where that is known."""

        def copy(library: Library, path: str) -> Callable[[], None]:
            address = library.article_at(path).article.address
            if not address:
                return lambda: self._messages.said.emit(
                    "This file does not say at which address its page was."
                )
            return lambda: QGuiApplication.clipboard().setText(address)

        self._ask(copy)

    def _ask(self, question: Callable[[Library, str], Callable[[], None]]) -> None:
        """Ask the library of the one that is meant, which may take a disk's time; do what the answer is."""
        holder, hit, stored = self._holder(), self._results.pointed, self._reading.stored
        path = hit.path if hit is not None else stored.path if stored is not None else ""
        if holder is not None and path:
            self._lane.ask(lambda stop: question(holder.library(), path))

    def copy_name(self) -> None:
        """Copy its headline, outlet and day, as one quotes it."""
        hit, stored = self._results.pointed, self._reading.stored
        named = hit or (stored.article if stored is not None else None)
        if named is not None:
            headline = f"“{named.headline}”" if named.headline else ""
            parts = (headline, named.outlet, date_words(named.date, long=True))
            QGuiApplication.clipboard().setText(", ".join(part for part in parts if part))

    def _open(self, place: Path | None, otherwise: str) -> None:
        if place is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
            self._messages.error(FolderNotShown(otherwise))


def _there(file: Path) -> Path:
    """Return a file; raise NotInArchive where it is not there any more."""
    if not file.exists():
        raise NotInArchive(f"{file} is not there any more.")
    return file


def _folder_to_open(file: Path) -> Path | None:
    """Have a file shown among the others; return the folder where that has still to be opened.

    Raises NotInArchive where the file is not there any more.
    """
    _there(file)
    if sys.platform == "win32":
        subprocess.run(["explorer", f"/select,{file}"], check=False)
        return None
    if sys.platform == "darwin":
        subprocess.run(["open", "-R", str(file)], check=False)
        return None
    address = "file://" + quote(bytes(file))
    try:
        command = [*FILE_MANAGER, f"array:string:{address}", "string:"]
        shown = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return file.parent
    return file.parent if shown.returncode else None
