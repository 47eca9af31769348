"""Where the person left off: the window's place, the panes' widths, the query, and the open articles."""

import dataclasses
from itertools import zip_longest
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

from pressmark.gui.archive.archive_controller import ArchiveController
from pressmark.gui.reading.reading_controller import ReadingController
from pressmark.gui.searching.search_controller import SearchController
from pressmark.gui.window.panes import Pane, usual_widths
from pressmark.gui.window.session import Session
from pressmark.values import ArticleKey, Sort

USUAL_SIZE = (1280, 820)
FRAME, TITLE_BAR = 4, 40  # pixels that a window manager adds


class LeftOff:
    """Brings the window back to where it was left, and notes where it is left now."""

    def __init__(
        self, session: Session, window: QMainWindow, splitter: QSplitter, searching: SearchController,
        reading: ReadingController, archive: ArchiveController,
    ) -> None:  # fmt: skip
        """Note it in this session."""
        self._session, self._window, self._splitter = session, window, splitter
        self._searching, self._reading, self._archive = searching, reading, archive
        self._tabs_to_restore = bool(session.settings.tabs)

    def restore_window(self, panes: tuple[Pane, ...], scale: float) -> None:
        """Give the window its last size and place, the panes their widths, and the results their order."""
        known = self._session.settings
        room = self._window.screen().availableGeometry()
        self._window.resize(
            min(round(USUAL_SIZE[0] * scale), room.width() - FRAME),
            min(round(USUAL_SIZE[1] * scale), room.height() - TITLE_BAR),
        )
        if known.geometry:
            self._window.restoreGeometry(QByteArray.fromBase64(known.geometry.encode()))
        self._splitter.setSizes(list(known.splitter) or usual_widths(panes, USUAL_SIZE[0], scale))
        self._searching.begin_with(Sort(known.sort) if known.sort in list(Sort) else Sort.RELEVANCE)

    def leave_archive(self, root: Path) -> None:
        """Another archive is opened: the tabs of the last session belong to the old one."""
        if self._archive.root is not None or str(root) != self._session.settings.archive:
            self._tabs_to_restore = False

    def go_on(self) -> None:
        """The archive that was just opened is the former one at another place: its tabs are opened again."""
        self._tabs_to_restore = bool(self._session.settings.tabs)

    def query_of(self, root: Path) -> str:
        """Return the query of the last session, if it was of this archive and the program has only just started."""
        begins = self._archive.root is None and str(root) == self._session.settings.archive
        return self._session.settings.query if begins else ""

    def restore_tabs(self) -> None:
        """Open the articles of the last session, once, when the archive is there."""
        if not self._tabs_to_restore:
            return
        self._tabs_to_restore = False
        if self._reading.stored is None and self._archive.holder is not None:
            known = self._session.settings
            tabs = zip_longest(known.tabs, known.tab_digests[: len(known.tabs)], fillvalue="")
            self._reading.open_tabs([ArticleKey(*tab) for tab in tabs], known.tab, known.place)

    def note(self) -> None:
        """Note where the window is left; the session saves it."""
        keys, front, place = self._reading.open_places()
        known = self._session.settings
        if not self._tabs_to_restore:
            known = dataclasses.replace(
                known,
                tabs=tuple(key.path for key in keys),
                tab_digests=tuple(key.digest for key in keys),
                tab=front,
                place=place,
            )
        widths = tuple(self._splitter.sizes())
        self._session.settings = dataclasses.replace(
            known,
            query=self._searching.query,
            geometry=bytes(self._window.saveGeometry().toBase64().data()).decode(),
            splitter=widths if all(widths) else known.splitter,
            sort=self._searching.sort.value,
        )
