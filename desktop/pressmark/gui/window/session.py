"""The session: what is remembered from one start to the next, and the choices of the person."""

import dataclasses
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from pressmark import settings
from pressmark.gui.lane import Lane
from pressmark.settings import Settings

log = logging.getLogger(__name__)
SMALLEST_ZOOM, LARGEST_ZOOM = 0.6, 3.0


class Session(QObject):
    """Holds the settings, and saves them whenever something is chosen."""

    scheme_chosen = Signal(str)
    pictures_chosen = Signal(bool)

    def __init__(self, file: Path) -> None:
        """Load the settings from a file."""
        super().__init__()
        self._file = file
        self.settings = settings.load(file)
        if (
            not SMALLEST_ZOOM <= self.settings.zoom <= LARGEST_ZOOM
        ):  # a file changed by hand: 0 would divide by it
            self.settings = dataclasses.replace(self.settings, zoom=1.0)
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

    def show_pictures(self, shown: bool) -> None:
        """Show the pictures of pages from now on, or leave them out."""
        self.change_one(pictures_shown=shown)
        self.pictures_chosen.emit(shown)
