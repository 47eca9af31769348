"""The search bar."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from pressmark.gui.look.icons import icon
from pressmark.gui.look.theme import Theme

LONGEST_QUERY = 2000  # characters; more is no query but a pasted text
HEIGHT = 36


class SearchBar(QLineEdit):
    """Takes the query; tells of every change at once, and of Enter, Down and Escape."""

    asked = Signal(str)
    entered = Signal(bool)
    down_pressed = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty bar."""
        super().__init__(parent)
        self.setObjectName("searchBar")
        self.setAccessibleName("Search the archive")
        self.setPlaceholderText("Search the archive: words, “a phrase”, outlet:bbc, date:2001")
        self.setMaxLength(LONGEST_QUERY)
        self._glass = QAction("Search", self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction("Clear the search", self)
        self._clear.setToolTip("Clear (Esc)")
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self.textChanged.connect(self._tell)

    def set_look(self, theme: Theme, scale: float) -> None:
        """Take the theme's colours and the person's font size."""
        self.setFixedHeight(round(HEIGHT * scale))
        self._glass.setIcon(icon("search", theme.soft))
        self._clear.setIcon(icon("clear", theme.soft))

    def show_query(self, query: str) -> None:
        """Put a query in the bar without asking it."""
        self.blockSignals(True)
        self.setText(query)
        self.blockSignals(False)
        self._clear.setVisible(bool(query))

    def _tell(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.asked.emit(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand Enter, Down and Escape on; the rest edits."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
