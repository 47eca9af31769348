"""Sees that the folder changed, by looking at it now and then.

Looking is dearer than being told by the system, but it works on every disk, also on network and removable ones,
and needs no handle a folder; the pause grows with the time one look takes, so that it costs a few per cent at most.
"""

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

from pressmark.errors import ArchiveGone
from pressmark.indexing.scan import stamp

SHORTEST_PAUSE = 2.0  # seconds
PAUSE_PER_LOOK = 25  # a look of .2 s for 20,000 files is taken every 5 s


class Watch:
    """Remembers how the folder looked, and waits until it looks otherwise."""

    def __init__(self, root: Path) -> None:
        """Watch the folder `root`."""
        self._root = root
        self._seen, self._pause = self._look()

    def remember(self) -> None:
        """Take how the folder looks now as what is known: called before it is read, so that no change falls between."""
        self._seen, self._pause = self._look()

    def wait(self, wait: Callable[[float], bool], at_most: float | None = None) -> None:
        """Return when the folder has changed, `wait(seconds)` returned True, or `at_most` seconds have passed."""
        began = time.monotonic()
        while at_most is None or time.monotonic() - began < at_most:
            if wait(min(self._pause, at_most or self._pause)):
                return
            now, self._pause = self._look()
            if now != self._seen:
                return

    def _look(self) -> tuple[bytes, float]:
        """Return a digest of all the names, sizes and times, and how long to pause before the next look."""
        began = time.monotonic()
        digest = hashlib.blake2b(digest_size=16)
        try:
            for raw, size, mtime_ns in stamp(self._root):
                digest.update(b"%b\0%d %d\n" % (raw, size, mtime_ns))
        except ArchiveGone:
            digest.update(b"gone")
        return digest.digest(), max(SHORTEST_PAUSE, PAUSE_PER_LOOK * (time.monotonic() - began))
