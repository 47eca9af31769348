"""The session: what is remembered from one start to the next, and the choices of the person."""

from __future__ import annotations

import dataclasses
import logging
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, Signal

from pressmark import settings
from pressmark.gui.latest import Lane
from pressmark.settings import Settings
from pressmark.values import ArticleKey, Sort

if TYPE_CHECKING:
    from pressmark.gui.main_window import MainWindow

log = logging.getLogger(__name__)
USUAL_SIZE = (1280, 820)
SMALLEST_ZOOM, LARGEST_ZOOM = 0.6, 3.0
FRAME, TITLE_BAR = 4, 40  # pixels that a window manager adds
RESULTS_WIDTH, RELATED_WIDTH = 348, 352


class Session(QObject):
    """Holds the settings, and saves them whenever something is chosen."""

    scheme_chosen = Signal(str)

    def __init__(self, file: Path) -> None:
        """Load the settings from a file."""
        super().__init__()
        self._file = file
        self.settings = settings.load(file)
        if (
            not SMALLEST_ZOOM <= self.settings.zoom <= LARGEST_ZOOM
        ):  # a file changed by hand: 0 would divide by it
            self.settings = dataclasses.replace(self.settings, zoom=1.0)
        self._tabs_to_restore = bool(self.settings.tabs)
        self._saving = Lane("settings", self, in_order=True)

    def change(self, change: Callable[[Settings], Settings]) -> None:
        """Change the settings, and save them."""
        self.settings = change(self.settings)
        self._save()

    def change_one(self, **values: Any) -> None:
        """Change some of the settings, and save them."""
        self.change(lambda known: dataclasses.replace(known, **values))

    def _save(self) -> None:
        """Have the settings written by a thread of their own: a disk may take its time."""
        chosen = self.settings
        self._saving.ask(lambda stop: self._write(chosen))

    def close(self) -> None:
        """Write the settings for the last time, here and now."""
        self._saving.close()
        self._write(self.settings)

    def _write(self, chosen: Settings) -> None:
        try:
            settings.save(self._file, chosen)
        except OSError as error:
            log.warning("the settings cannot be saved: %s", error)

    def choose_scheme(self, scheme: str) -> None:
        """Take light, dark or the system's scheme from now on."""
        self.change_one(scheme=scheme)
        self.scheme_chosen.emit(scheme)

    def restore_window(self, window: MainWindow) -> None:
        """Give the window its last size and place, and the panes their widths."""
        known = self.settings
        scale = window.fonts.scale
        room = window.screen().availableGeometry()
        window.resize(
            min(round(USUAL_SIZE[0] * scale), room.width() - FRAME),
            min(round(USUAL_SIZE[1] * scale), room.height() - TITLE_BAR),
        )
        if known.geometry:
            window.restoreGeometry(QByteArray.fromBase64(known.geometry.encode()))
        reader = USUAL_SIZE[0] - RESULTS_WIDTH - RELATED_WIDTH
        usual = tuple(round(width * scale) for width in (RESULTS_WIDTH, reader, RELATED_WIDTH))
        window.splitter.setSizes(list(known.splitter or usual))
        window.searching.sort = Sort(known.sort) if known.sort in list(Sort) else Sort.RELEVANCE
        window.results.show_sort(window.searching.sort)
        window.top.aside.setChecked(known.set_aside_shown)

    def leave_archive(self, window: MainWindow, root: Path) -> None:
        """Another archive is opened: the tabs of the last session belong to the old one."""
        if window.archive.root is not None or str(root) != self.settings.archive:
            self._tabs_to_restore = False

    def query_of(self, window: MainWindow, root: Path) -> str:
        """Return the query of the last session, if it was of this archive and the program has only just started."""
        begins = window.archive.root is None and str(root) == self.settings.archive
        return self.settings.query if begins else ""

    def restore_tabs(self, window: MainWindow) -> None:
        """Open the articles of the last session, once, when the archive is there."""
        if not self._tabs_to_restore:
            return
        self._tabs_to_restore = False
        if window.desk.stored is None and window.archive.shelf is not None:
            tabs = zip_longest(
                self.settings.tabs, self.settings.tab_digests[: len(self.settings.tabs)], fillvalue=""
            )
            keys = [ArticleKey(path, digest) for path, digest in tabs]
            window.desk.open_tabs(keys, self.settings.tab, self.settings.place)

    def remember(self, window: MainWindow) -> None:
        """Note where the person left off; `close` saves it."""
        keys, front, place = window.desk.open_places()
        if not self._tabs_to_restore:
            self.settings = dataclasses.replace(
                self.settings,
                tabs=tuple(key.path for key in keys),
                tab_digests=tuple(key.digest for key in keys),
                tab=front,
                place=place,
            )
        widths = tuple(window.splitter.sizes())
        geometry = bytes(window.saveGeometry().toBase64().data()).decode()
        self.settings = dataclasses.replace(
            self.settings,
            query=window.searching.query,
            geometry=geometry,
            splitter=widths if all(widths) else self.settings.splitter,
            sort=window.searching.sort.value,
        )
