"""The size of the article's letters, which the person chooses."""

from PySide6.QtCore import QObject, Signal

from pressmark.gui.window.session import LARGEST_ZOOM, SMALLEST_ZOOM, Session

STEP = 1.1


class Zoom(QObject):
    """Makes the article larger or smaller, and has it remembered."""

    changed = Signal(float)

    def __init__(self, session: Session) -> None:
        """Begin as the session was left."""
        super().__init__(session)
        self._session = session

    @property
    def factor(self) -> float:
        """How many times its usual size the text has."""
        return self._session.settings.zoom

    def step(self, steps: int) -> None:
        """Make it larger, or smaller for steps below 0."""
        self._set(self.factor * STEP**steps)

    def reset(self) -> None:
        """Give it its usual size."""
        self._set(1.0)

    def _set(self, factor: float) -> None:
        self._session.change_one(zoom=min(LARGEST_ZOOM, max(SMALLEST_ZOOM, factor)))
        self.changed.emit(self.factor)
