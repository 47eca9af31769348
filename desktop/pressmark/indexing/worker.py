"""The indexing process: started by the window, it indexes, then watches the folder, and tells down a pipe.

multiprocessing is imported where it is needed: the first paint need not wait for it.
"""

from __future__ import annotations

import contextlib
import logging
import os
import traceback
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from pressmark import log as log_file
from pressmark import paths
from pressmark.errors import ArchiveBusy, ArchiveError, ArchiveGone
from pressmark.values import Progress, Source

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

log = logging.getLogger(__name__)
IN_FRONT_SHARE = 0.5  # of the cores read while the person is in the window
NICENESS = 10  # the window and its searches go first
BUSY_SECONDS = 5.0  # how long to wait before asking again for a lock another Pressmark holds


class Order(StrEnum):
    """What the window tells the process; a closed pipe means that it shall end."""

    PAUSE = "pause"
    RESUME = "resume"
    LOOK_AGAIN = "look again"
    TRY_AGAIN = "try again"  # ... and read once more what had to be ended
    IN_FRONT = "in front"
    BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Bug:
    """A fault of ours in the process: the trace, for the crash dialog."""

    trace: str


class Ended(Exception):
    """The window closed its end of the pipe."""


def start(root: Path) -> tuple[BaseProcess, Connection]:
    """Start the process for one archive; return it with the window's end of the pipe.

    It finds out by itself where the archive's data lie: the window must not wait for a disk.
    """
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    # No daemon: it has processes of its own. It ends when the pipe does.
    process = context.Process(target=run, args=(str(root), theirs), name="pressmark-indexer")
    process.start()
    theirs.close()
    return process, ours


def run(root: str, pipe: Connection) -> None:
    """Index and watch until the pipe is closed: the body of the process.

    Down the pipe come Progress, Bug, and the process's log records.
    """
    log_file.hand_over(pipe.send)
    with contextlib.suppress(OSError, AttributeError):
        os.nice(NICENESS)
    with contextlib.suppress(Ended, EOFError, ConnectionError, KeyboardInterrupt):
        Worker(Path(root), paths.archive_data(Path(root)), pipe).work()


class Worker:
    """Runs the pipeline whenever the folder changed, and obeys the window in between."""

    def __init__(self, root: Path, data: Path, pipe: Connection) -> None:
        """Work on the folder `root` with its data folder, and talk over `pipe`."""
        self._root, self._data, self._pipe = root, data, pipe
        self._paused = False
        self._share = 1.0  # of the cores that read; the window in front has the others
        self._again = False  # a new look was wanted while the folder was being read
        self._tries = False  # ... by the person, who wants to have read what had to be ended

    def work(self) -> None:
        """Index, then wait for the folder to change, for ever; raise Ended when the window is gone."""
        # Imported here, in the process: the window imports this module, and must not wait for numpy to be painted.
        from pressmark.indexing.watch import Watch

        watch = Watch(self._root)
        while True:
            self._again = False
            seconds = self._index_once(watch.look())
            if not self._again:
                watch.wait(self._wait, at_most=seconds)

    def _index_once(self, looked: tuple[Source, ...] | None) -> float | None:
        """Run the pipeline once over what was seen in the folder.

        Returns how long to wait at most before the next run, None for until a change.
        """
        from pressmark.indexing.pipeline import index

        try:
            tries, self._tries = self._tries, False
            for progress in index(
                self._root, self._data, self._goes_on, looked, lambda: self._share, again=tries
            ):
                self._pipe.send(progress)
                if progress.finished:
                    log.info("looked at %s: %s", self._root, _summary(progress))
        except ArchiveBusy as busy:
            self._pipe.send(Progress("busy", finished=True, problem=str(busy)))
            return BUSY_SECONDS
        except ArchiveError as problem:
            log.info("told the window: %s", problem)
            stage = "gone" if isinstance(problem, ArchiveGone) else "problem"
            self._pipe.send(Progress(stage, finished=True, problem=str(problem)))
        except (Ended, EOFError, ConnectionError):
            raise
        except Exception:  # a fault of ours: the window shows it, and the process goes on watching
            self._pipe.send(Bug(traceback.format_exc()))
        return None

    def _goes_on(self) -> bool:
        """Obey what the window said since; wait here while paused."""
        while self._paused or self._pipe.poll():
            self._obey()
        return True

    def _wait(self, seconds: float) -> bool:
        """Wait so long, or until the window wants a new look; tell whether it does."""
        return self._pipe.poll(seconds) and self._obey() in (Order.LOOK_AGAIN, Order.TRY_AGAIN)

    def _obey(self) -> Order:
        try:
            order = Order(self._pipe.recv())
        except EOFError as gone:
            raise Ended from gone
        if order is Order.PAUSE:
            self._paused = True
        elif order is Order.RESUME:
            self._paused = False
        elif order in (Order.IN_FRONT, Order.BEHIND):
            self._share = IN_FRONT_SHARE if order is Order.IN_FRONT else 1.0
        else:
            self._again = True
            self._tries = self._tries or order is Order.TRY_AGAIN
        return order


def _summary(done: Progress) -> str:
    """Return what a run has done, for the log."""
    return (
        f"{done.articles} articles read, {done.unreadable} files unreadable, {done.duplicates} duplicates, "
        f"{done.skipped_unchanged} unchanged, in {done.seconds:.1f} s"
    )
