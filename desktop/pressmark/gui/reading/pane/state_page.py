"""A page that stands where an article would: a title, a sentence, and what one can do, one click each."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from pressmark.gui.look.fonts import Fonts

WIDEST = 460  # pixels of text


@dataclass(frozen=True, slots=True)
class Way:
    """Something the person can do from here."""

    text: str
    note: str
    act: Callable[[], None]


class _Offer(QPushButton):
    """A button with what is offered, cut at its end where there is no room, and a note that is never cut."""

    def __init__(self, way: Way) -> None:
        """Offer a way on."""
        super().__init__(f"{way.text}{self._beside(way)}")
        self._way = way
        self.setProperty("kind", "offer")
        self.setAccessibleName(way.text)

    @staticmethod
    def _beside(way: Way) -> str:
        return f"   {way.note}" if way.note else ""

    @override
    def minimumSizeHint(self) -> QSize:
        """Fit into any room."""
        return QSize(0, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        note, metrics = self._beside(self._way), self.fontMetrics()
        inside = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        room = inside.width() - metrics.horizontalAdvance(note)
        option.text = metrics.elidedText(self._way.text, Qt.TextElideMode.ElideRight, room) + note
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)


class StatePage(QWidget):
    """Says what is the case and offers ways on."""

    def __init__(self, fonts: Fonts, parent: QWidget | None = None) -> None:
        """Make an empty page."""
        super().__init__(parent)
        self.setObjectName("statePage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._fonts = fonts
        self._offered: tuple[Way, ...] = ()
        self._title = QLabel()
        self._title.setFont(fonts.serif(22, QFont.Weight.Bold))
        self._sentence = QLabel()
        self._sentence.setProperty("role", "soft")
        self._sentence.setFont(fonts.sans(14))
        for label in (self._title, self._sentence):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._ways = QVBoxLayout()
        self._ways.setSpacing(10)
        column = QWidget()
        column.setMaximumWidth(round(WIDEST * fonts.scale))
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 24, 0, 24)
        layout.setSpacing(10)
        layout.addStretch(2)
        layout.addWidget(self._title)
        layout.addWidget(self._sentence)
        layout.addSpacing(12)
        layout.addLayout(self._ways)
        layout.addStretch(5)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 0, 16, 0)
        whole.addStretch(1)
        whole.addWidget(column, 100)
        whole.addStretch(1)

    @property
    def title(self) -> str:
        """The title shown."""
        return self._title.text()

    @property
    def offered(self) -> tuple[str, ...]:
        """What the ways on are called."""
        return tuple(way.text for way in self._offered)

    def say(self, title: str, sentence: str, ways: tuple[Way, ...] = ()) -> None:
        """Show a title, a sentence and the ways on."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        while (item := self._ways.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._offered = ways
        for way in ways:
            self._ways.addWidget(self._button(way), 0, Qt.AlignmentFlag.AlignHCenter)

    def enter(self) -> None:
        """Take the keyboard, on the first way on."""
        item = self._ways.itemAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, way: Way) -> QPushButton:
        button = _Offer(way)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setFont(self._fonts.sans(14))
        button.clicked.connect(lambda: way.act())
        return button
