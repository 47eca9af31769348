"""The article as one reads it: what a click, a key or the pointer does in it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import Theme
from pressmark.gui.reading.pane.document import LINK
from pressmark.gui.reading.pane.entries import EntryKind
from pressmark.gui.reading.pane.marked_view import MarkedView
from pressmark.gui.reading.pane.spoken import install
from pressmark.values import Link

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# Lines of the reader that act on a click, and on what.
CLICKED = {EntryKind.COLLAPSED: "run", EntryKind.OPENED: "run", EntryKind.SOURCE: "outlet"}


class ArticleView(MarkedView):
    """Shows one article, and tells of clicks."""

    is_spoken = True  # `spoken.py` makes its accessible interface
    passage_chosen = Signal(int)
    passage_followed = Signal(bool)
    outlet_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, fonts: Fonts, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty view."""
        install()
        super().__init__(fonts, theme, parent)
        self.meant_links: list[Link] = []  # those that the menu which is wanted is for
        self.setMouseTracking(True)

    def _target(self, point: QPointF) -> tuple[str, int] | None:
        """Return what a point of the view would act on: a mark, a picture, a link, a run of set-aside lines, the outlet."""
        column = self.column()
        shown = [(block.blockNumber(), self._rect(block)) for block in self._in_view()]
        for block, pill in self._pills(shown, column):
            if pill.adjusted(-4, -4, 4, 4).contains(point):
                return "passage", block
        if lead := self._lead_at(point):
            return lead
        for number, rect in shown:
            kind = self._entries[number].kind
            if (what := CLICKED.get(kind)) and rect.adjusted(0, -4, 0, 4).contains(point):
                return what, number
        return None

    # Qt's own events

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be clicked."""
        super().mouseMoveEvent(event)
        over = self._entries and self._target(event.position())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the middle button too, which Qt leaves to others: it opens a link in a new tab."""
        super().mousePressEvent(event)
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act on a click on what can be clicked; else its line is in focus."""
        super().mouseReleaseEvent(event)
        middle = event.button() is Qt.MouseButton.MiddleButton
        if not (middle or event.button() is Qt.MouseButton.LeftButton) or self.textCursor().hasSelection():
            return
        what, number = self._target(event.position()) or ("", 0)
        if what == LINK:
            in_new_tab = middle or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.link_followed.emit(self._links[number], in_new_tab)
        if middle:
            return
        self._point_at(event.position())
        match what:
            case "passage":
                self.passage_chosen.emit(number)
            case "outlet":
                self.outlet_wanted.emit()
            case "run":
                self.turn_run(number)
            case "picture":
                self.picture_wanted.emit(number)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Want the menu for the selection, or for the line that was pointed at."""
        by_mouse, point = event.reason() is QContextMenuEvent.Reason.Mouse, QPointF(event.pos())
        if by_mouse and not self.textCursor().hasSelection():
            self._point_at(point)
        pointed = self.link_at(point) if by_mouse else None
        self.meant_links = [pointed] if pointed else self.links_of(self.line) if self.line is not None else []
        self.menu_wanted.emit(event.globalPos())

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """Tell why a line is set aside where the pointer rests on it, and where a link leads."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._entries:
            point = QPointF(event.pos())
            lead, number = self._lead_at(point), self.entry_under(point)
            words = self._told_lead(lead) if lead else self.told(number) if number is not None else ""
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """By Enter open and fold the run in focus, show the picture, or follow the passage; the rest scrolls and selects."""
        entry = self._entries[self.line] if self.line is not None else None
        if event.key() in ENTER and self.line is not None and entry is not None and entry.is_run:
            self.turn_run(self.line)
        elif event.key() in ENTER and entry is not None and entry.pictures:
            self.picture_wanted.emit(entry.pictures[0])
        elif event.key() in ENTER and self._focus is not None and self._focus in self._passages:
            self.passage_followed.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)
