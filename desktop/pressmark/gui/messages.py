"""The one door through which errors reach the person."""

import logging
import platform
import sys
import traceback
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import pressmark
from pressmark.errors import ArchiveClosed, ArchiveError

log = logging.getLogger(__name__)


class Messages(QObject):
    """Shows the world's faults as a sentence and ours as a report; nothing else opens a message."""

    said = Signal(str)
    _fault = Signal(str)

    def __init__(self, window: QWidget) -> None:
        """Speak over this window."""
        super().__init__(window)
        self._window = window
        self._open: CrashDialog | None = None
        self._fault.connect(self._show_fault, Qt.ConnectionType.QueuedConnection)

    def error(self, error: BaseException) -> None:
        """Show an error: a sentence if it is the world's, a report if it is ours."""
        if isinstance(error, ArchiveClosed):
            log.info("a question came to nothing: %s", error)
        elif isinstance(error, ArchiveError):
            log.info("told the person: %s", error)
            self.said.emit(str(error))
        else:
            self.fault("".join(traceback.format_exception(error)))

    def fault(self, trace: str) -> None:
        """Show a fault of ours with its trace, ready to be copied; the window goes on."""
        log.error("a fault of ours:\n%s", trace)
        self._fault.emit(trace)

    def take_over(self) -> None:
        """Show what nobody caught, instead of ending."""
        sys.excepthook = self._uncaught

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.error(error if error.__traceback__ else error.with_traceback(trace))

    def _show_fault(self, trace: str) -> None:
        if self._open is not None:
            return
        self._open = CrashDialog(trace, self._window)
        self._open.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._open.finished.connect(self._closed)
        self._open.open()

    def _closed(self) -> None:
        self._open = None


class CrashDialog(QDialog):
    """Says that something went wrong on our side, with everything a report needs."""

    def __init__(self, trace: str, parent: QWidget) -> None:
        """Show a trace."""
        super().__init__(parent)
        self.setWindowTitle("Something went wrong")
        self.resize(640, 420)
        sentence = QLabel(
            "Pressmark made a mistake. Your archive and your notes are untouched, and you can go on working. "
            "If you report it, please include the text below."
        )
        sentence.setWordWrap(True)
        self._report = QPlainTextEdit(f"{versions()}\n\n{trace}")
        self._report.setReadOnly(True)
        self._report.setAccessibleName("Report")
        copy = QPushButton("Copy the report")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report.toPlainText()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(sentence)
        layout.addWidget(self._report, 1)
        layout.addWidget(buttons)


def versions() -> str:
    """Return the versions that a report needs."""
    python = f"Python {platform.python_version()}"
    return f"Pressmark {pressmark.__version__}, {python}, Qt {PySide6.__version__}, {platform.platform()}"
