"""One window a person: the first start listens, a later one hands over what it was asked to open, and ends.

multiprocessing is imported where it is needed: the first paint need not wait for it.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sys
import threading
import time
import warnings
import zlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

import platformdirs

from pressmark import paths

if TYPE_CHECKING:
    from multiprocessing.connection import Listener

log = logging.getLogger(__name__)
PATIENCE_SECONDS = 5.0  # how long a later start tries to reach a first one that is only just starting
PAUSE_SECONDS = 0.02
MOST_BYTES = 65_536
HEARD = b"heard"
OVER = b""


@dataclass(frozen=True, slots=True)
class Opening:
    """What a start of the program is asked to show.

    `archive` is the absolute path of a folder or an archive file, empty for the archive read last. `token` is the
    desktop's leave to take the keyboard, which only the process that was started is given.
    """

    archive: str = ""
    query: str = ""
    token: str = ""


class FirstStart:
    """Holds the right to be the one window; hears of later starts once it listens."""

    def __init__(self, address: str = "", held: IO[str] | Listener | None = None) -> None:
        """Hold the lock that guards an address, or on Windows the listener itself; nothing, to be one of several."""
        self._address, self._held = address, held
        self._listener: Listener | None = None
        self._thread: threading.Thread | None = None

    def listen(self, heard: Callable[[Opening], None]) -> None:
        """Call `heard`, in a thread of its own, whenever the program is started again."""
        if self._held is None:
            return
        try:
            self._listener = _listener(self._address, self._held)
        except OSError as error:
            log.warning("a later start will not find this window: %s", error)
            return
        self._thread = threading.Thread(
            target=_answer, args=(self._listener, heard), name="starts", daemon=True
        )
        self._thread.start()

    def release(self) -> None:
        """Let another start be the first."""
        if self._thread is not None and self._listener is not None:
            from multiprocessing.connection import Client

            with contextlib.suppress(OSError, EOFError), Client(self._listener.address) as line:
                line.send_bytes(OVER)
            self._thread.join(PATIENCE_SECONDS)
            self._listener.close()
            self._thread = None
        if self._held is not None:
            self._held.close()
            self._held = None


def claim(opening: Opening) -> FirstStart | None:
    """Return the right to open the window, or None after the window that is open already was told what to show.

    A window that hangs does not keep the person from opening another.
    """
    try:
        address = _address()
        first = _first(address)
    except (
        OSError
    ) as error:  # no folder of its own for the socket: a window is worth more than being the only one
        log.warning("a later start will not find this window: %s", error)
        return FirstStart()
    if first is not None:
        return first
    return None if _hand_over(address, opening) else FirstStart()


def _address() -> str:
    """Return where the window of this data folder listens; raise OSError if the place is not the person's own."""
    key = f"{zlib.crc32(os.fsencode(paths.data_folder().absolute())):08x}"
    if sys.platform == "win32":
        return rf"\\.\pipe\pressmark-{key}"
    with warnings.catch_warnings():  # where the session names no folder, platformdirs warns and finds another
        warnings.simplefilter("ignore")
        folder = platformdirs.user_runtime_path("pressmark", appauthor=False)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    state = folder.stat()
    if state.st_uid != os.getuid() or state.st_mode & 0o077:
        raise PermissionError(f"{folder} can be used by others")
    return str(folder / f"{key}.socket")


def _first(address: str) -> FirstStart | None:
    """Return the right to listen there, or None if another process has it."""
    if sys.platform == "win32":
        from multiprocessing.connection import Listener

        try:
            return FirstStart(address, Listener(address, "AF_PIPE"))
        except PermissionError:
            return None
    import fcntl

    lock = Path(address).with_suffix(".lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        return None
    return FirstStart(address, lock)


def _listener(address: str, held: IO[str] | Listener) -> Listener:
    """Return what hears later starts."""
    from multiprocessing.connection import Listener

    if isinstance(held, Listener):
        return held
    Path(address).unlink(missing_ok=True)  # left by a process that was killed: the lock says that it is gone
    return Listener(address, "AF_UNIX")


def _hand_over(address: str, opening: Opening) -> bool:
    """Tell the first start what to show; return whether it heard."""
    from multiprocessing.connection import Client

    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end:
        with contextlib.suppress(OSError, EOFError), Client(address) as line:
            line.send_bytes(json.dumps(asdict(opening)).encode())
            return line.poll(PATIENCE_SECONDS) and line.recv_bytes(MOST_BYTES) == HEARD
        time.sleep(PAUSE_SECONDS)
    return False


def _answer(listener: Listener, heard: Callable[[Opening], None]) -> None:
    """Take one call after another, until the call that says that it is over."""
    while True:
        try:
            with listener.accept() as line:
                said = line.recv_bytes(MOST_BYTES) if line.poll(PATIENCE_SECONDS) else b"{}"
                if said == OVER:
                    return
                opening = _opening(said)
                line.send_bytes(HEARD)
        except (OSError, EOFError, ValueError) as error:
            log.info("a call came to nothing: %s", error)
        else:
            heard(opening)


def _opening(said: bytes) -> Opening:
    """Read what another start sent; raises ValueError where it is nothing of ours."""
    found = json.loads(said)
    names = Opening.__slots__
    if not isinstance(found, dict) or not all(isinstance(found.get(name), str) for name in names):
        raise ValueError(f"not a call of this program: {said[:80]!r}")
    return Opening(*(found[name] for name in names))
