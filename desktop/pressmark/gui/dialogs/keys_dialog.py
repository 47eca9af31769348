"""The keys that work here."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from pressmark.gui.look.theme import Theme


class KeysDialog(QDialog):
    """A table of all keys, in groups."""

    def __init__(self, theme: Theme, lines: Iterable[tuple[str, str, str]], parent: QWidget) -> None:
        """Show the keys, given as (group, keys, words)."""
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.resize(520, 620)
        groups: dict[str, list[tuple[str, str]]] = {}
        for group, keys, words in lines:
            groups.setdefault(group, []).append((keys, words))
        rows = []
        for group, found in groups.items():
            rows.append(f"<tr><td colspan=2 style='padding-top:12px'><b>{group}</b></td></tr>")
            rows += [
                f"<tr><td style='padding:3px 18px 3px 0; color:{theme.accent}'>{escape(keys)}</td>"
                f"<td style='padding:3px 0'>{escape(words)}</td></tr>"
                for keys, words in found
            ]
        layout = QVBoxLayout(self)
        layout.addWidget(_scrolled(f"<table>{''.join(rows)}</table>"), 1)
        layout.addWidget(_close_button(self))


def _scrolled(text: str) -> QScrollArea:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setWordWrap(True)
    label.setContentsMargins(12, 4, 12, 12)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    area = QScrollArea()
    area.setWidget(label)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    return area


def _close_button(dialog: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    return buttons
