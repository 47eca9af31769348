"""Find in the article: a bar above the text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from pressmark.gui.look.announcing import announce
from pressmark.gui.look.icons import icon
from pressmark.gui.look.theme import Theme


class FindBar(QWidget):
    """A field, the count, next, previous and close."""

    wanted = Signal(str, bool)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden bar."""
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit()
        self.field.setAccessibleName("Find in article")
        self.field.setPlaceholderText("Find in this article")
        self.field.setMaximumWidth(320)
        self.whole = self._button("Whole words", "Only whole words (Alt+W)")
        self.whole.setText("Whole words")
        self.whole.setShortcut("Alt+W")
        self.whole.setCheckable(True)
        self._count = QLabel()
        self._count.setProperty("role", "count")
        self._previous = self._button("Previous hit", "Previous (Shift+F3)")
        self._next = self._button("Next hit", "Next (F3)")
        self._close = self._button("Close the find bar", "Close (Esc)")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.addWidget(self.field, 3)
        for widget in (self._count, self._previous, self._next, self.whole):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(self._close)
        self.field.textChanged.connect(self._want)
        self.whole.toggled.connect(self._want)
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self._previous.clicked.connect(lambda: self.stepped.emit(-1))
        self._close.clicked.connect(self.closed)
        self.hide()

    @staticmethod
    def _button(name: str, tip: str) -> QToolButton:
        made = QToolButton()
        made.setAccessibleName(name)
        made.setToolTip(tip)
        return made

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's icons."""
        for button, name in ((self._previous, "up"), (self._next, "down"), (self._close, "clear")):
            button.setIcon(icon(name, theme.soft))

    def open(self, selected: str) -> None:
        """Show the bar with the selected text, or what was sought last, ready to be replaced."""
        self.show()
        if selected:
            self.field.setText(selected)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._want()

    def _want(self) -> None:
        self.wanted.emit(self.field.text(), self.whole.isChecked())

    def show_count(self, current: int, total: int) -> None:
        """Show which match of how many is the current one."""
        if not self.field.text():
            self._count.setText("")
        else:
            said = f"{current:,} of {total:,}" if total else "not in this article"
            if said != self._count.text():
                self._count.setText(said)
                announce(self._count, "" if total else said)  # which of how many, the status says

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Escape closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
