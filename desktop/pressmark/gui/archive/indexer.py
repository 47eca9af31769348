"""The window's end of the indexing process."""

from __future__ import annotations

import threading
import time
from logging import LogRecord
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from pressmark import log
from pressmark.indexing import worker
from pressmark.values import Progress

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

MOST_RESTARTS = 3  # of a process that died by itself, for one archive
KILL_SECONDS = 3.0  # how long a process may take to end before it is killed
END_SECONDS = 1.0  # how long closing waits for processes to end


class Indexer(QObject):
    """Starts the indexing process for an archive, hands on what it tells, and starts it again if it dies."""

    progressed = Signal(object)
    broke = Signal(str)
    died = Signal(bool)
    _came = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an indexer without a process."""
        super().__init__(parent)
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._burials: list[threading.Thread] = []
        self._folder: Path | None = None
        self._restarts = 0
        self.paused = self._in_front = False
        self._came.connect(self._deliver)

    @property
    def process_id(self) -> int | None:
        """The number of the running process."""
        return self._process.pid if self._process else None

    def start(self, root: Path) -> None:
        """Index and watch an archive, instead of the one before."""
        self.stop()
        self._folder = root
        self._restarts = 0
        self._start()

    def _start(self) -> None:
        assert self._folder is not None
        self.paused = False
        self._process, self._pipe = worker.start(self._folder)
        self._tell(worker.Order.IN_FRONT if self._in_front else worker.Order.BEHIND)
        listener = threading.Thread(target=self._listen, args=(self._pipe,), name="indexer-pipe", daemon=True)
        listener.start()

    def _listen(self, pipe: Connection) -> None:
        """Hand on what comes down the pipe; runs in a thread that only waits."""
        while True:
            try:
                message = pipe.recv()
            except (EOFError, OSError):
                pipe.close()
                self._came.emit(pipe, None)
                return
            self._came.emit(pipe, message)

    def _deliver(self, pipe: object, message: object) -> None:
        """Act on a message, in the window's thread; one of a former process is dropped."""
        if pipe is not self._pipe:
            return
        if isinstance(message, Progress):
            self.progressed.emit(message)
        elif isinstance(message, worker.Bug):
            self.broke.emit(message.trace)
        elif isinstance(message, LogRecord):
            log.take(message)
        elif message is None:
            self._bury()
            self._restarts += 1
            goes_on = self._restarts <= MOST_RESTARTS
            if goes_on:
                self._start()
            self.died.emit(goes_on)

    def pause(self, paused: bool) -> None:
        """Pause the indexing, or go on."""
        self.paused = paused
        self._tell(worker.Order.PAUSE if paused else worker.Order.RESUME)

    def follow(self, state: Qt.ApplicationState) -> None:
        """Leave some of the cores to the window while the person is in it."""
        in_front = self._in_front = state is Qt.ApplicationState.ApplicationActive
        self._tell(worker.Order.IN_FRONT if in_front else worker.Order.BEHIND)

    def look_again(self, *, tries: bool = False) -> None:
        """Have the folder looked at now; starts a process that had died for good.

        With `tries` files are read once more whose reading had to be ended.
        """
        if self._process is None and self._folder is not None:
            self._restarts = 0
            self._start()
            return
        self._tell(worker.Order.TRY_AGAIN if tries else worker.Order.LOOK_AGAIN)

    def _tell(self, order: worker.Order) -> None:
        if self._pipe is not None:
            try:
                self._pipe.send(order)
            except OSError:
                return  # the process has just died: its end of the pipe tells so itself

    def stop(self) -> None:
        """Have the process end, without waiting for it; what it has done so far is kept."""
        self._bury()
        self._folder = None

    def close(self) -> None:
        """End the process, and wait a second at most: one that hangs in a dead disk ends when that comes back."""
        self.stop()
        end = time.monotonic() + END_SECONDS
        for burial in self._burials:
            burial.join(max(0.0, end - time.monotonic()))

    def _bury(self) -> None:
        """Let a process end, and be killed if it does not; the thread that listens to it ends with it."""
        self._pipe = None
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        burial = threading.Thread(target=_wait_or_kill, args=(process,), name="indexer-end", daemon=True)
        burial.start()
        self._burials = [*(one for one in self._burials if one.is_alive()), burial]


def _wait_or_kill(process: BaseProcess) -> None:
    process.join(KILL_SECONDS)
    if process.exitcode is None:
        process.kill()
        process.join(KILL_SECONDS)
