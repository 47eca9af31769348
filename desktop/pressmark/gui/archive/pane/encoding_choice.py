"""The encoding of a file: chosen in a box, seen in its first lines, and only then applied; or taken back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from pressmark.values import FileRecord

ENCODINGS = (
    "utf-8", "windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255", "windows-1256",
    "iso-8859-2", "iso-8859-5", "koi8-r", "koi8-u", "cp850", "cp437", "mac-roman", "shift_jis", "euc-jp", "iso-2022-jp",
    "gb18030", "big5", "euc-kr", "utf-16-le", "utf-16-be",
)  # fmt: skip


class ChoiceBox(QComboBox):
    """A box that the wheel passes over, unless it was gone to."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what is scrolled."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class EncodingChoice(QWidget):
    """Tells which first lines it wants to show, and what the person applies: (path, encoding), "" as recognised."""

    preview_wanted = Signal(str, str)
    applied = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Choose for no file."""
        super().__init__(parent)
        self._path, self._now = "", ""
        self._before: dict[str, str] = {}  # what was chosen for a file before it was applied here
        self.box = ChoiceBox()
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setAccessibleName("Read this file as")
        self.box.addItem("Read as recognised", "")
        for encoding in ENCODINGS:
            self.box.addItem(f"Read as {encoding}", encoding)
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setAccessibleName("First lines of the file, read so")
        self.lines.setTabChangesFocus(True)
        self.lines.setMinimumHeight(90)
        self.apply = QPushButton("Apply")
        self.apply.setToolTip("Have the file read so from now on")
        self.undo = QPushButton("Undo")
        self.undo.setAccessibleName("Undo the choice of the encoding")
        label = QLabel("First lines, read so")
        label.setProperty("role", "count")
        buttons = QHBoxLayout()
        buttons.addWidget(self.apply)
        buttons.addWidget(self.undo)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.box)
        layout.addWidget(label)
        layout.addWidget(self.lines, 1)
        layout.addLayout(buttons)
        self.box.currentIndexChanged.connect(self._chosen)
        self.apply.clicked.connect(self._apply)
        self.undo.clicked.connect(self._undo)
        self.show_file(None)

    def show_file(self, record: FileRecord | None) -> None:
        """Show how a file is read; what is being chosen for it stays while it is the same file, read the same way."""
        known = record is not None and bool(record.size)
        path = record.path if record is not None and known else ""
        by_person = record is not None and record.encoding_reason.startswith("chosen by you")
        now = record.encoding if record is not None and by_person else ""
        if (path, now) != (self._path, self._now):
            self._path, self._now = path, now
            self.box.blockSignals(True)
            self.box.setCurrentIndex(max(0, self.box.findData(now)))
            self.box.blockSignals(False)
            self.lines.clear()
            self._chosen()
        self.box.setEnabled(known)
        self._fit()

    def show_preview(self, path: str, encoding: str, text: str) -> None:
        """Show first lines, if they are still those that were wanted."""
        if (path, encoding) == (self._path, self.box.currentData()):
            self.lines.setPlainText(text)

    def _chosen(self) -> None:
        if self._path:
            self.preview_wanted.emit(self._path, self.box.currentData())
        self._fit()

    def _apply(self) -> None:
        self._before[self._path] = self._now
        self.applied.emit(self._path, self.box.currentData())

    def _undo(self) -> None:
        before = self._before.pop(self._path)
        self.applied.emit(self._path, before)
        self.box.setCurrentIndex(max(0, self.box.findData(before)))
        self._fit()

    def _fit(self) -> None:
        self.apply.setEnabled(bool(self._path) and self.box.currentData() != self._now)
        self.undo.setVisible(self._path in self._before)
