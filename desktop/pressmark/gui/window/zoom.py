"""The size of the letters, which the person chooses: that of the article, and that of the lists beside it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from typing_extensions import override

from pressmark.gui.window.session import LARGEST_ZOOM, SMALLEST_ZOOM, Session

STEP = 1.1
SMALLEST_LISTS, LARGEST_LISTS = 0.8, 1.6  # above that a pane has room for three words a line
NOTCH = 120  # what Qt tells of one notch of a wheel; a touch pad tells less at a time


class Zoom(QObject):
    """Makes the article or the lists larger or smaller, and has it remembered.

    Both have a size of their own: letters twice as large in a column made for reading would leave the lists beside it
    nothing to show. The keys act on what has the keyboard, on the article where that is neither; Ctrl and the wheel on
    what is under the pointer.
    """

    changed = Signal(float)
    lists_changed = Signal(float)

    def __init__(self, session: Session, article: QWidget, lists: tuple[QWidget, ...]) -> None:
        """Begin as the session was left."""
        super().__init__(session)
        self._session, self._lists = session, lists
        self._turned = 0
        for pane in (article, *lists):
            for area in (pane, *pane.findChildren(QAbstractScrollArea)):
                area.installEventFilter(self)
                if isinstance(area, QAbstractScrollArea):
                    area.viewport().installEventFilter(self)

    @property
    def factor(self) -> float:
        """How many times its usual size the article's text has."""
        return self._session.settings.zoom

    @property
    def lists_factor(self) -> float:
        """How many times its usual size the text of the lists has."""
        known = self._session.settings.lists_zoom
        return min(LARGEST_LISTS, max(SMALLEST_LISTS, known))

    def step(self, steps: int) -> None:
        """Make what has the keyboard larger, or smaller for steps below 0."""
        self._step(steps, QApplication.focusWidget())

    def reset(self) -> None:
        """Give what has the keyboard its usual size."""
        self._set(1.0, lists=self._is_in_lists(QApplication.focusWidget()))

    def _step(self, steps: int, widget: QWidget | None) -> None:
        lists = self._is_in_lists(widget)
        self._set((self.lists_factor if lists else self.factor) * STEP**steps, lists=lists)

    def _is_in_lists(self, widget: QWidget | None) -> bool:
        return widget is not None and any(pane is widget or pane.isAncestorOf(widget) for pane in self._lists)

    def _set(self, factor: float, *, lists: bool) -> None:
        if lists:
            self._session.change_one(lists_zoom=min(LARGEST_LISTS, max(SMALLEST_LISTS, factor)))
            self.lists_changed.emit(self.lists_factor)
        else:
            self._session.change_one(zoom=min(LARGEST_ZOOM, max(SMALLEST_ZOOM, factor)))
            self.changed.emit(self.factor)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Zoom by Ctrl and the wheel; let everything else through."""
        if event.type() is not QEvent.Type.Wheel or not isinstance(event, QWheelEvent):
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or not isinstance(watched, QWidget):
            return False
        self._turned += event.angleDelta().y()
        steps = int(self._turned / NOTCH)
        self._turned -= steps * NOTCH
        if steps:
            self._step(steps, watched)
        event.accept()
        return True
