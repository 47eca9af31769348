"""A sentence at the top of the window: something went wrong outside, and what to do."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from pressmark.gui.look.announcing import announce
from pressmark.gui.look.icons import icon
from pressmark.gui.look.theme import Theme


class NoticeBar(QWidget):
    """Shows the last sentence until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden bar."""
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = QLabel()
        self._label.setAccessibleName("Notice")
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton()
        self._close.setAccessibleName("Close the notice")
        self._close.setIconSize(QSize(16, 16))
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._label.text()

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.setStyleSheet(
            f"#noticeBar {{ background: {theme.accentbg}; border-bottom: 1px solid {theme.line}; }}"
        )
        self._close.setIcon(icon("clear", theme.ink))

    def say(self, sentence: str) -> None:
        """Show a sentence; one that is already shown stays, the new one comes under it."""
        shown = self._label.text().split("\n") if self.isVisible() else []
        if sentence not in shown:
            self._label.setText("\n".join([*shown, sentence][-3:]))
            announce(self._label, sentence)
        self.show()
