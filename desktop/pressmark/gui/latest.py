"""One lane a kind of question: the newest question wins, late answers are dropped, nothing waits."""

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from pressmark.errors import ArchiveError

log = logging.getLogger(__name__)

Stop = Callable[[], bool]
Question = Callable[[Stop], Any]


class Lane(QObject):
    """Answers questions in a thread of its own; a new question stops the one before it.

    Each question is a function that is given the stop flag and asks it between its steps. `answered` carries the
    newest question's ticket and answer; `failed` the ticket and the error.
    """

    answered = Signal(int, object)
    failed = Signal(int, object)
    _came = Signal(int, object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        """Make an idle lane; its thread starts with the first question."""
        super().__init__(parent)
        self._name = name
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
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()
            self._ready.notify()
            return self._ticket

    def drop(self) -> None:
        """Stop the newest question; its answer will not come."""
        with self._ready:
            self._stop.set()
            self._waiting = None
            self._ticket += 1
            self._answered_ticket = self._ticket

    def close(self) -> None:
        """Stop, and wait for the thread to end."""
        with self._ready:
            self._closed = True
            self._stop.set()
            self._waiting = None
            self._ready.notify()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while True:
            with self._ready:
                while self._waiting is None and not self._closed:
                    self._ready.wait()
                if self._closed or self._waiting is None:
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

    def _deliver(self, ticket: int, answer: object, error: object) -> None:
        """Hand the newest answer on, in the window's thread; drop a late one."""
        if ticket != self._ticket:
            return
        self._answered_ticket = ticket
        if error is not None:
            self.failed.emit(ticket, error)
        else:
            self.answered.emit(ticket, answer)
