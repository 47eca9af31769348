"""The panes of the window, side by side: how wide each is, and what takes the keyboard in it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from pressmark.gui.look.theme import Theme


class Themed(Protocol):
    """What can be shown in a theme."""

    def set_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""


@dataclass(frozen=True, slots=True)
class Pane:
    """A pane: its widget, its least and its usual width in pixels at scale 1, and who takes the keyboard.

    The one without a usual width takes what the others leave.
    """

    widget: QWidget
    narrowest: int
    usual: int
    keyboard: Callable[[], QWidget]


def side_by_side(panes: tuple[Pane, ...], scale: float) -> QSplitter:
    """Return a splitter that holds the panes."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setHandleWidth(1)
    for number, pane in enumerate(panes):
        pane.widget.setMinimumWidth(round(pane.narrowest * scale))
        splitter.addWidget(pane.widget)
        splitter.setStretchFactor(number, 0 if pane.usual else 1)
    splitter.setChildrenCollapsible(False)
    return splitter


def usual_widths(panes: tuple[Pane, ...], width: int, scale: float) -> list[int]:
    """Return the widths of the panes in a window so wide at scale 1."""
    rest = width - sum(pane.usual for pane in panes)
    return [round((pane.usual or rest) * scale) for pane in panes]
