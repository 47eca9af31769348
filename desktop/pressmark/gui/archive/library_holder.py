"""The library of the archive in front, opened by the lane that needs it first and never in the window's thread."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from pressmark import paths
from pressmark.errors import ArchiveClosed

if TYPE_CHECKING:  # numpy and Whoosh are loaded with it: not before the window is painted
    from pressmark.library import Library


class LibraryHolder:
    """Holds the library of one archive; safe to ask from any thread."""

    def __init__(self, root: Path) -> None:
        """Stand for the archive `root`."""
        self.root = root
        self._library: Library | None = None
        self._lock = threading.Lock()
        self._closed = False

    def library(self) -> Library:
        """Return the library; the first call opens it."""
        with self._lock:
            if self._closed:
                raise ArchiveClosed("The archive was closed.")
            if self._library is None:
                from pressmark.library import Library

                self._library = Library(self.root, paths.archive_data(self.root))
            return self._library

    def close(self) -> None:
        """Close the library, if it was opened."""
        with self._lock:
            self._closed = True
            if self._library is not None:
                self._library.close()
                self._library = None
