"""A word at the foot of the reader on what was just done, with a way to undo it; it moves nothing."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from pressmark.gui.look.theme import Theme

SHOWN_MS = 9000  # how long the word stays; the key for undo works for ever
FROM_FOOT = 18  # pixels between the bar and the foot of the reader


class UndoBar(QFrame):
    """Floats over its parent, so that no line of the text moves when it comes and goes."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Make a hidden bar over a widget."""
        super().__init__(parent)
        self.setObjectName("undoBar")
        self._over = parent
        self._label = QLabel()
        self._label.setAccessibleName("Done just now")
        self._undo = QPushButton("Undo")
        self._undo.setProperty("kind", "link")
        self._undo.setAccessibleName("Undo the correction")
        self._undo.setToolTip("Undo (Ctrl+Z)")
        self._undo.clicked.connect(self.undo_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 7, 12, 7)
        layout.setSpacing(14)
        layout.addWidget(self._label)
        layout.addWidget(self._undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._leave)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The words shown."""
        return self._label.text()

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.setStyleSheet(
            f"#undoBar {{ background: {theme.chrome}; border: 1px solid {theme.line}; border-radius: 7px; }}"
            f"#undoBar QLabel {{ color: {theme.ink}; background: transparent; }}"
        )

    def say(self, words: str, *, undo: bool = True) -> None:
        """Show words, with or without the way back."""
        self._label.setText(words)
        self._undo.setVisible(undo)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _leave(self) -> None:
        """Go, unless the person is about to use it."""
        if self.underMouse() or self._undo.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        self.adjustSize()
        over = self._over
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - FROM_FOOT)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot when the parent's size changes."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
