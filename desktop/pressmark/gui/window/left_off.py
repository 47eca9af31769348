"""Where the person left off: the window's place, the panes' widths, the query, and the open articles."""

import dataclasses
import logging
from itertools import zip_longest
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

from pressmark.gui.archive.archive_controller import ArchiveController
from pressmark.gui.reading.reading_controller import ReadingController
from pressmark.gui.searching.search_controller import SearchController
from pressmark.gui.window.panes import Pane, usual_widths
from pressmark.gui.window.session import Session
from pressmark.values import ArticleKey, Sort

log = logging.getLogger(__name__)
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
            self._reading.tabs.restore(
                [
                    (ArticleKey(path, digest or ""), block or 0, offset or 0)
                    for path, digest, block, offset in zip_longest(
                        known.tabs, known.tab_digests, known.tab_blocks, known.tab_offsets
                    )
                    if path
                ],
                known.tab,
            )

    def note(self) -> None:
        """Note where the window is left; the session saves it. What cannot be noted spoils nothing else."""
        for part in (self._tabs, self._panes, self._search):
            try:
                self._session.settings = dataclasses.replace(self._session.settings, **part())
            except Exception:
                log.exception("a part of the session cannot be noted")

    def _tabs(self) -> dict[str, Any]:
        if self._tabs_to_restore:
            return {}
        left, front = self._reading.tabs.left()
        return {
            "tabs": tuple(key.path for key, _, _ in left),
            "tab_digests": tuple(key.digest for key, _, _ in left),
            "tab_blocks": tuple(block for _, block, _ in left),
            "tab_offsets": tuple(offset for _, _, offset in left),
            "tab": front,
        }

    def _panes(self) -> dict[str, Any]:
        widths = tuple(self._splitter.sizes())
        geometry = bytes(self._window.saveGeometry().toBase64().data()).decode()
        return {"geometry": geometry, **({"splitter": widths} if all(widths) else {})}

    def _search(self) -> dict[str, Any]:
        return {"query": self._searching.query, "sort": self._searching.sort.value}
