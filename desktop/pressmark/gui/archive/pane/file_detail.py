"""Everything about one file of the archive, whole and ready to be copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from pressmark.gui.archive.pane.encoding_choice import EncodingChoice
from pressmark.gui.archive.pane.health_model import STATES
from pressmark.values import FileRecord

NONE = "Select a file to see how it was read."


class FileDetail(QWidget):
    """Stands beside the table, so that no reason is cut off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show no file."""
        super().__init__(parent)
        self._path = self._label("title", "File")
        self._state = self._label("count", "State of the file")
        self._reason = self._label("", "What became of the file, and why")
        self.encoding = EncodingChoice()
        self.open = QPushButton("Open the article")
        self.copy = QPushButton("Copy")
        self.copy.setToolTip("Copy what is said of this file (Ctrl+C in the table)")
        buttons = QHBoxLayout()
        buttons.addWidget(self.open)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._path)
        layout.addWidget(self._state)
        layout.addWidget(self._reason)
        layout.addLayout(buttons)
        layout.addSpacing(8)
        layout.addWidget(self.encoding, 1)
        self.copy.clicked.connect(self.copy_all)
        self.show_file(None)

    @staticmethod
    def _label(role: str, name: str) -> QLabel:
        """Return a label for a text of any length, which can be selected by mouse and keys."""
        label = QLabel()
        label.setAccessibleName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setMinimumWidth(120)
        if role:
            label.setProperty("role", role)
        return label

    @property
    def text(self) -> str:
        """All that is said of the file."""
        said = (self._path.text().replace("\u200b", ""), self._state.text(), self._reason.text())
        return "\n".join(part for part in said if part)

    def show_file(self, record: FileRecord | None) -> None:
        """Say everything about a file."""
        self.open.setEnabled(record is not None and record.article_id is not None)
        self.copy.setEnabled(record is not None)
        self.encoding.show_file(record)
        if record is None:
            texts = NONE, "", ""
        else:
            how = f"Read as {record.encoding}: {record.encoding_reason}." if record.encoding else ""
            reason = f"{record.reason[:1].upper()}{record.reason[1:].rstrip('.')}." if record.reason else ""
            texts = (
                _breakable(record.path),
                f"{STATES[record.state]} · {record.size:,} bytes",
                "\n".join(part for part in (reason, how) if part),
            )
        for label, text in zip((self._path, self._state, self._reason), texts, strict=True):
            label.setText(text)
            label.setVisible(bool(text))

    def copy_all(self) -> None:
        """Put all that is said of the file on the clipboard."""
        if self.copy.isEnabled():
            QGuiApplication.clipboard().setText(self.text)


def _breakable(path: str) -> str:
    """Return a path that may be broken after its slashes, and in a name without blanks after its usual joints."""
    for joint in "/_-.":
        path = path.replace(joint, joint + "\u200b")
    return path
