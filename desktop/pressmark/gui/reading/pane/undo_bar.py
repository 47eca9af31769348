"""A word under the reader on what was just done, with a way to undo it, or on what a key is about to do."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from pressmark.gui.look.announcing import announce

SHOWN_MS = 9000  # how long the word stays; the key for undo works for ever


class UndoBar(QWidget):
    """Stands below the text, which it neither covers nor moves: the view only ends a little higher."""

    undo_wanted = Signal()
    sure = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden bar."""
        super().__init__(parent)
        self.setObjectName("undoBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel()
        self._label.setAccessibleName("Done just now")
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._undo = QPushButton("Undo")
        self._undo.setAccessibleName("Undo the correction")
        self._undo.setToolTip("Undo (Ctrl+Z)")
        self._undo.clicked.connect(self.undo_wanted)
        self._do = QPushButton()
        self._do.clicked.connect(self.sure)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(14)
        layout.addWidget(self._label, 1)
        for button in (self._undo, self._do):
            button.setProperty("kind", "link")
            layout.addWidget(button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._leave)
        self.hide()

    @property
    def text(self) -> str:
        """The words shown."""
        return self._label.text()

    @property
    def asks(self) -> bool:
        """Tell whether it asks something that is still to be done."""
        return self.isVisible() and self._do.isVisible()

    def say(self, words: str, *, undo: bool = True) -> None:
        """Show words, with or without the way back."""
        self._show(words, undo=undo)

    def ask(self, words: str, do: str) -> None:
        """Show what would be done, with a button that does it."""
        self._do.setText(do)
        self._show(words, ask=True)

    def _show(self, words: str, *, undo: bool = False, ask: bool = False) -> None:
        self._label.setText(words)
        self._undo.setVisible(undo)
        self._do.setVisible(ask)
        self.show()
        self._timer.start()
        announce(self._label, words)

    def _leave(self) -> None:
        """Go, unless the person is about to use it."""
        if self.underMouse() or self._undo.hasFocus() or self._do.hasFocus():
            self._timer.start()
        else:
            self.hide()
