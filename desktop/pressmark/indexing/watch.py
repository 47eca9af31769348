"""Sees that the folder changed, by looking at it now and then.

Looking is dearer than being told by the system, but it works on every disk, also on network and removable ones,
and needs no handle a folder; the pause grows with the time one look takes, so that it costs a few per cent at most.
"""

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

from pressmark.errors import ArchiveGone
from pressmark.reading.folder import walk
from pressmark.values import Source

SHORTEST_PAUSE = 2.0  # seconds
PAUSE_PER_LOOK = 25  # a look of .2 s for 20,000 files is taken every 5 s
Looked = tuple[Source, ...]


class Watch:
    """Remembers how the folder looked, and waits until it looks otherwise."""

    def __init__(self, root: Path) -> None:
        """Watch the folder `root`."""
        self._root = root
        self._seen = b""
        self._pause = SHORTEST_PAUSE
        self._changed: Looked | None = None

    def look(self) -> Looked | None:
        """Return all that is in the folder, and take it as known; None for a folder that is not there.

        What `wait` saw when it returned is not looked at a second time.
        """
        if self._changed is None:
            self._seen, self._changed = self._look()
        looked, self._changed = self._changed, None
        return looked

    def wait(self, wait: Callable[[float], bool], at_most: float | None = None) -> None:
        """Return when the folder has changed, `wait(seconds)` returned True, or `at_most` seconds have passed."""
        began = time.monotonic()
        while at_most is None or time.monotonic() - began < at_most:
            if wait(min(self._pause, at_most or self._pause)):
                return
            now, looked = self._look()
            if now != self._seen:
                self._seen, self._changed = now, looked
                return

    def _look(self) -> tuple[bytes, Looked | None]:
        """Return a digest of all the names, sizes and times, and what has them; takes note of how long that took."""
        began = time.monotonic()
        digest = hashlib.blake2b(digest_size=16)
        looked: Looked | None
        try:
            looked = tuple(walk(self._root))
        except ArchiveGone:
            looked = None
            digest.update(b"gone")
        for source in looked or ():
            digest.update(b"%b\0%d %d\n" % (source.raw, source.size, source.mtime_ns))
        self._pause = max(SHORTEST_PAUSE, PAUSE_PER_LOOK * (time.monotonic() - began))
        return digest.digest(), looked
