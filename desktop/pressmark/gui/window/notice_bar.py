"""Sentences at the top of the window: something went wrong outside, and what to do."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from pressmark.gui.look.announcing import announce
from pressmark.gui.look.icons import icon
from pressmark.gui.look.theme import Theme
from pressmark.gui.reading.pane.state_page import Way

NARROW = 110  # letters; in a bar that is not as wide, what one can do stands below the sentence


class NoticeBar(QWidget):
    """Shows what is the case until it is no more, and below it the last sentences until they are closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make a hidden bar."""
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = _label()
        self._close = QToolButton()
        self._close.setAccessibleName("Close the notice")
        self._close.setIconSize(QSize(16, 16))
        self._close.clicked.connect(self._put_away)
        self._said = QWidget()
        said = QHBoxLayout(self._said)
        said.setContentsMargins(0, 0, 0, 0)
        said.addWidget(self._label, 1)
        said.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._case = _label()
        self._ways = QHBoxLayout()
        self._ways.setSpacing(16)
        self._standing = QWidget()
        standing = self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._standing)
        standing.setContentsMargins(0, 3, 0, 3)
        standing.addWidget(self._case, 1)
        standing.addLayout(self._ways)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(2)
        layout.addWidget(self._standing)
        layout.addWidget(self._said)
        self._standing.hide()
        self._said.hide()
        self.hide()

    @property
    def text(self) -> str:
        """The sentences said last."""
        return self._label.text()

    @property
    def case(self) -> str:
        """The sentence that stands as long as it is true."""
        return self._case.text()

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.setStyleSheet(
            f"#noticeBar {{ background: {theme.accentbg}; border-bottom: 1px solid {theme.line}; }}"
            '#noticeBar QPushButton[kind="link"] { padding: 1px 0; }'
        )
        self._close.setIcon(icon("clear", theme.ink))

    def say(self, sentence: str) -> None:
        """Show a sentence; one that is already shown stays, the new one comes under it."""
        shown = self._label.text().split("\n") if self._said.isVisible() else []
        if sentence not in shown:
            self._label.setText("\n".join([*shown, sentence][-3:]))
            announce(self._label, sentence)
        self._said.show()
        self.show()

    def stand(self, sentence: str, ways: tuple[Way, ...] = ()) -> None:
        """Show a sentence, and what one can do, until it is called again with another one, or with "" for none."""
        if sentence == self._case.text():
            return
        self._case.setText(sentence)
        while (item := self._ways.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for way in ways:
            self._ways.addWidget(_button(way), 0, Qt.AlignmentFlag.AlignTop)
        self._standing.setVisible(bool(sentence))
        self.setVisible(bool(sentence) or not self._said.isHidden())

    def clear(self) -> None:
        """Forget everything: another archive is opened."""
        self.stand("")
        self._put_away()

    def _put_away(self) -> None:
        self._said.hide()
        self.setVisible(bool(self.case))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what one can do below the sentence where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW * self.fontMetrics().averageCharWidth()
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._beside.setDirection(below if narrow else beside)
        self._beside.setSpacing(2 if narrow else 16)
        self._ways.setAlignment(Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignTop)


def _label() -> QLabel:
    """Return a label that is told by its own words."""
    made = QLabel()
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _button(way: Way) -> QPushButton:
    made = QPushButton(way.text)
    made.setAccessibleName(way.text)
    made.setProperty("kind", "link")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda: way.act())
    return made
