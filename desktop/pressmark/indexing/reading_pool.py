"""Processes that read files, one a core; one that crashes, hangs or eats memory costs its file and no more."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import pickle
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Final

SECONDS: Final = 20.0  # that the reading of one file may take
BYTES: Final = 1 << 30  # of memory that it may take beyond what the process has at its start
# Objects made between two looks for cycles. Reading makes millions that live until the next commit, and hardly a cycle:
# with Python's own 700 a quarter of the time goes into looking (measured on 404 files: 10.1 s against 7.4 s).
RARELY: Final = (100_000, 50, 100)
AT_ONCE: Final = (
    8  # tasks handed to a process in one message: each wait of its own would cost the time of a short one
)
PATIENCE: Final = 0.1  # seconds between two looks at the person's wish to stop
PROCESSES: Final = "PRESSMARK_PROCESSES"  # the setting: how many, in place of one a core

Task = Callable[[], Any]


class ReadingEnded(Exception):
    """The process that did a task ended before it was done; the sentence says why."""


@dataclass(slots=True)
class _Reader:
    """A process, our end of its pipe, the tickets it works on, and since when it works on the first of them."""

    process: BaseProcess
    pipe: Connection
    tickets: deque[int] = field(default_factory=deque)
    since: float = 0.0


def processes() -> int:
    """Return how many processes read: what the setting says (0: none, files are read right here), else one a core."""
    told = os.environ.get(PROCESSES, "")
    if told.isdecimal():
        return int(told)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class ReadingPool:
    """Does tasks in processes of their own; a task is anything that can be pickled and called."""

    def __init__(self, count: int, seconds: float = SECONDS) -> None:
        """Start with `count` processes; a task that takes longer than `seconds` ends with its process."""
        self._seconds = seconds
        self._readers: list[_Reader] = []
        self._waiting: deque[int] = deque()
        self._tasks: dict[int, bytes] = {}
        self._done: dict[int, bytes | ReadingEnded] = {}
        self._next = 0
        self._working = count
        self._closed = False
        self._changed = threading.Condition()
        self._wake, self._woken = multiprocessing.Pipe(duplex=False)
        for _ in range(count):
            self._readers.append(_started())
        self._thread = threading.Thread(target=self._manage, name="reading-pool", daemon=True)
        self._thread.start()

    def use(self, share: float) -> None:
        """Give work to this share of the processes from now on, to one at least."""
        self._working = max(1, round(share * len(self._readers)))

    def submit(self, tasks: Sequence[Task]) -> list[int]:
        """Have tasks done, after those submitted before; return a ticket for each."""
        packed = [pickle.dumps(task, pickle.HIGHEST_PROTOCOL) for task in tasks]
        with self._changed:
            tickets = list(range(self._next, self._next + len(packed)))
            self._next += len(packed)
            self._tasks |= dict(zip(tickets, packed, strict=True))
            self._waiting.extend(tickets)
        self._woken.send_bytes(b"")
        return tickets

    def collect(self, tickets: Sequence[int], ask: Callable[[], None]) -> list[Any]:
        """Return what came of tasks, in the order of their tickets; a ReadingEnded says why there is nothing.

        `ask` is called meanwhile; what it raises ends the waiting. Whatever a task raised is raised here.
        """
        found = []
        for ticket in tickets:
            with self._changed:
                while ticket not in self._done and not self._closed:
                    self._changed.wait(PATIENCE)
                    self._changed.release()
                    try:
                        ask()
                    finally:
                        self._changed.acquire()
                result = self._done.pop(ticket, ReadingEnded(CLOSED))
            if isinstance(result, bytes):
                value = pickle.loads(result)
                if isinstance(value, _Raised):
                    raise value.error
                found.append(value)
            else:
                found.append(result)
        return found

    def close(self) -> None:
        """End all processes; what they work on is lost."""
        with self._changed:
            self._closed = True
        self._woken.send_bytes(b"")
        self._thread.join()
        for reader in self._readers:
            reader.pipe.close()
            reader.process.kill()
            reader.process.join()
        self._wake.close()
        self._woken.close()

    # The thread that hands tasks out and takes results in

    def _manage(self) -> None:
        while True:
            with self._changed:
                if self._closed:
                    return
                for reader in self._readers[: self._working]:
                    # None while it has some: both ends would wait, each sending more than the pipe holds.
                    if self._waiting and not reader.tickets:
                        self._hand(reader)
            ready = wait([self._wake, *(reader.pipe for reader in self._readers)], self._until())
            for pipe in ready:
                if pipe is self._wake:
                    self._wake.recv_bytes()
                else:
                    self._take(next(reader for reader in self._readers if reader.pipe is pipe))
            self._end_the_late()

    def _hand(self, reader: _Reader) -> None:
        """Hand a process its next tasks, and leave some for the others."""
        share = -(-len(self._waiting) // self._working)
        reader.since = time.monotonic()
        reader.tickets.extend(self._waiting.popleft() for _ in range(min(AT_ONCE, share)))
        with contextlib.suppress(OSError):  # it has just died: its end of the pipe tells so
            reader.pipe.send_bytes(pickle.dumps([self._tasks[ticket] for ticket in reader.tickets]))

    def _until(self) -> float | None:
        """Return the seconds until the first process is late."""
        working = [reader.since for reader in self._readers if reader.tickets]
        return max(0.0, min(working) + self._seconds - time.monotonic()) if working else None

    def _take(self, reader: _Reader) -> None:
        """Take in the result of a process's first task, or bury it."""
        try:
            result = reader.pipe.recv_bytes()
        except (EOFError, OSError):
            reader.process.join()
            self._replace(reader, _why(reader.process.exitcode))
            return
        with self._changed:
            ticket = reader.tickets.popleft()
            self._done[ticket] = result
            del self._tasks[ticket]
            reader.since = time.monotonic()
            self._changed.notify_all()

    def _end_the_late(self) -> None:
        for reader in list(self._readers):
            if reader.tickets and time.monotonic() - reader.since > self._seconds:
                reader.process.kill()
                reader.process.join()
                self._replace(reader, LATE)

    def _replace(self, reader: _Reader, why: str) -> None:
        """Note why a process's first task has no result, and have another process do the rest of its work."""
        reader.pipe.close()
        with self._changed:
            culprit, *rest = reader.tickets or (-1,)
            if culprit >= 0:
                self._done[culprit] = ReadingEnded(why)
                del self._tasks[culprit]
            self._waiting.extendleft(reversed(rest))
            self._readers[self._readers.index(reader)] = _started()
            self._changed.notify_all()


_LOOK: Final = "Look whether the file is what it should be, then try again."
LATE: Final = f"Reading it took longer than {SECONDS:.0f} seconds and was ended. {_LOOK}"
CLOSED: Final = "The program ended before it was read."
CRASHED: Final = f"Reading it ended the process that read it. {_LOOK}"
TOO_BIG: Final = f"Reading it took more than 1 GB of memory and was ended. {_LOOK}"
ENDED: Final = frozenset({LATE, CRASHED, TOO_BIG})


def _why(code: int | None) -> str:
    return LATE if code is not None and code == -getattr(signal, "SIGALRM", 0) else CRASHED


def _started() -> _Reader:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    # A daemon: ended with this process, also where nobody has closed the pool.
    process = context.Process(target=_work, args=(theirs,), name="pressmark-reader", daemon=True)
    process.start()
    theirs.close()
    return _Reader(process, ours)


@dataclass(frozen=True, slots=True)
class _Raised:
    """What a task raised."""

    error: Exception


def _work(pipe: Connection) -> None:
    """Do tasks until the pipe is closed: the body of a process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the one who started it
    gc.set_threshold(*RARELY)
    _limit_memory()
    with contextlib.suppress(EOFError, OSError):
        while True:
            for task in pickle.loads(pipe.recv_bytes()):
                _set_alarm(SECONDS)
                try:
                    result = pickle.loads(task)()
                except MemoryError:
                    result = ReadingEnded(TOO_BIG)
                except Exception as error:  # it is raised where the result is asked for
                    result = _Raised(error)
                _set_alarm(0)
                pipe.send_bytes(pickle.dumps(result, pickle.HIGHEST_PROTOCOL))


def _set_alarm(seconds: float) -> None:
    """Have the system end this process after so long, also one whose parent is gone; 0 for never."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory() -> None:
    """Let this process have so much more memory and no more, where the system can see to that."""
    try:
        import resource
    except ImportError:
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (BYTES, resource.getrlimit(resource.RLIMIT_DATA)[1]))
