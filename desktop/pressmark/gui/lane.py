"""One lane a kind of question: the newest question wins, late answers are dropped, nothing waits."""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from pressmark.errors import ArchiveError

log = logging.getLogger(__name__)
STUCK_MS = (
    1000  # how long a question waits for one before it that does not stop, before it gets another thread
)
END_SECONDS = 1.0  # how long closing waits for the threads of all lanes together

Stop = Callable[[], bool]
Question = Callable[[Stop], Any]


class Lane(QObject):
    """Answers questions in a thread of its own; a new question stops the one before it.

    Each question is a function that is given the stop flag and asks it between its steps. `answered` carries the
    newest question's ticket and answer; `failed` the ticket and the error. A thread that hangs, in a folder on a dead
    disk, is left to itself, and the next question gets another one; not so with `in_order`, for questions that change
    something.
    """

    answered = Signal(int, object)
    failed = Signal(int, object)
    _came = Signal(int, object, object)

    def __init__(self, name: str, parent: QObject | None = None, *, in_order: bool = False) -> None:
        """Make an idle lane; its thread starts with the first question."""
        super().__init__(parent)
        self._name = name
        self._stuck = QTimer(self)
        self._stuck.setSingleShot(True)
        self._stuck.setInterval(STUCK_MS)
        if not in_order:
            self._stuck.timeout.connect(self._leave_behind)
        self._ticket = 0
        self._waiting: tuple[int, Question, threading.Event] | None = None
        self._stop = threading.Event()
        self._ready = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._came.connect(self._deliver)

    @property
    def busy(self) -> bool:
        """Tell whether the newest question is still without an answer."""
        return self._answered_ticket != self._ticket

    _answered_ticket = 0

    def ask(self, question: Question) -> int:
        """Ask a new question, stop the old one, and return the new one's ticket."""
        with self._ready:
            self._stop.set()
            self._stop = threading.Event()
            self._ticket += 1
            self._waiting = (self._ticket, question, self._stop)
            if self._thread is None:
                self._begin()
            self._ready.notify_all()
            self._stuck.start()
            return self._ticket

    def _begin(self) -> None:
        self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
        self._thread.start()

    def _leave_behind(self) -> None:
        """Give the question that still waits another thread; the one that hangs ends when it comes back."""
        with self._ready:
            if self._waiting is not None and not self._closed:
                log.info("a question of the %s lane hangs; the next one gets another thread", self._name)
                self._begin()

    def drop(self) -> None:
        """Stop the newest question; its answer will not come."""
        with self._ready:
            self._stop.set()
            self._waiting = None
            self._ticket += 1
            self._answered_ticket = self._ticket

    def close(self) -> None:
        """Stop, and wait a second at most for the thread to end."""
        close_all([self])

    def _end(self) -> None:
        """Tell the thread to end; no answer comes any more."""
        self._stuck.stop()
        with self._ready:
            self._closed = True
            self._stop.set()
            self._waiting = None
            self._ready.notify_all()

    def _join(self, seconds: float) -> None:
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        while True:
            with self._ready:
                while self._waiting is None and not self._closed and self._is_mine():
                    self._ready.wait()
                if self._closed or self._waiting is None or not self._is_mine():
                    return
                ticket, question, stop = self._waiting
                self._waiting = None
            answer: object = None
            error: Exception | None = None
            try:
                answer = question(stop.is_set)
            except Exception as problem:  # carried to the window's one door for errors, never swallowed
                error = problem
                if not isinstance(problem, ArchiveError):
                    log.exception("a question of the %s lane failed", self._name)
            if not self._closed:
                self._came.emit(ticket, answer, error)

    def _is_mine(self) -> bool:
        """Tell whether the lane still counts on the thread that asks this."""
        return self._thread is threading.current_thread()

    def _deliver(self, ticket: int, answer: object, error: object) -> None:
        """Hand the newest answer on, in the window's thread; drop a late one."""
        if ticket != self._ticket:
            return
        self._answered_ticket = ticket
        if error is not None:
            self.failed.emit(ticket, error)
        else:
            self.answered.emit(ticket, answer)


def close_all(lanes: Iterable[Lane]) -> None:
    """Stop lanes, and wait for their threads to end, a second at most for all of them: one may hang in a dead disk."""
    closing, end = tuple(lanes), time.monotonic() + END_SECONDS
    for lane in closing:
        lane._end()
    for lane in closing:
        lane._join(max(0.0, end - time.monotonic()))
