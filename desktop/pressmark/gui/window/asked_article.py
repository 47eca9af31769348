"""The article that was asked for by its file: opened as soon as the archive knows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from pressmark.errors import NotInArchive
from pressmark.gui.archive.archive_controller import ArchiveController
from pressmark.gui.lane import Lane
from pressmark.gui.messages import Messages
from pressmark.gui.reading.reading_controller import ReadingController
from pressmark.values import ArticleKey


class AskedArticle(QObject):
    """Looks for a file among the articles whenever the archive has learned some, and tells once it is there."""

    def __init__(
        self, parent: QObject, archive: ArchiveController, reading: ReadingController, messages: Messages
    ) -> None:
        """Look in the archive in front, and have the article opened by `reading`."""
        super().__init__(parent)
        self._archive, self._reading = archive, reading
        self._path = ""
        self._lane = Lane("asked article", self)
        self._lane.answered.connect(lambda _, key: self._show(key))
        self._lane.failed.connect(lambda _, error: messages.error(error))
        archive.updated.connect(self._look)
        archive.finished.connect(self._look)

    def lanes(self) -> tuple[Lane, ...]:
        """Return the lanes, to be closed."""
        return (self._lane,)

    def ask(self, path: str) -> None:
        """Want the article of a file, "" for none."""
        self._path = path
        self._look()

    def _look(self) -> None:
        """Look whether it is there; in an archive that is read to its end it is there now or never."""
        holder, path, complete = self._archive.holder, self._path, self._archive.ready
        if holder is None or not path:
            return

        def look(_: object) -> ArticleKey | None:
            try:
                return holder.library().article_at(path).key
            except NotInArchive:
                return None

        if complete:
            self._path = ""
        self._lane.ask(look if not complete else lambda stop: look(stop) or _none(path))

    def _show(self, key: ArticleKey | None) -> None:
        if key is not None:
            self._path = ""
            self._reading.open(key)


def _none(path: str) -> ArticleKey:
    raise NotInArchive(f"{Path(path).name} is no article that could be read: archive health says why.")
