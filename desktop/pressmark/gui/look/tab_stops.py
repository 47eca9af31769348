"""Where Tab stops: never at a list that has nothing to choose, where the focus could not be seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView


def skip_while_empty(view: QListView) -> None:
    """Have Tab stop at a list only while it has rows; its model is set, and tells of new rows by a reset."""
    model = view.model()

    def follow() -> None:
        rows = model.rowCount()
        view.setFocusPolicy(Qt.FocusPolicy.StrongFocus if rows else Qt.FocusPolicy.ClickFocus)

    model.modelReset.connect(follow)
    follow()
