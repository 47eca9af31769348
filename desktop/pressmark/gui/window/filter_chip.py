"""A filter of the search beside the bar: a menu of what can be chosen, and once chosen a chip that can be taken away."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from pressmark.counting import count
from pressmark.gui.look.icons import icon
from pressmark.gui.look.menu_buttons import give_menu
from pressmark.gui.look.theme import Theme

Offer = tuple[str, str, int]
LONGEST = 24  # characters of what is chosen that a chip shows


class FilterChip(QFrame):
    """One field to filter by; what is chosen stands in it, and the menu offers what could be chosen in its place."""

    chosen = Signal(str)
    removed = Signal()
    wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make a chip without a choice; it is hidden until there is something to choose."""
        super().__init__(parent)
        self.setObjectName("filterChip")
        self._name = name
        self._shown: tuple[str, tuple[Offer, ...]] | None = None
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self.wanted)
        self.button = QToolButton()
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        give_menu(self.button, self.menu)
        self.remove = QToolButton()
        self.remove.setIconSize(QSize(14, 14))
        self.remove.setAccessibleName(f"Remove the filter by {name.lower()}")
        self.remove.setToolTip(self.remove.accessibleName())
        self.remove.clicked.connect(self.removed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.button)
        layout.addWidget(self.remove)
        self.show_filter("", ())

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's icon."""
        self.remove.setIcon(icon("clear", theme.soft))

    def show_filter(self, value: str, offers: tuple[Offer, ...]) -> None:
        """Show what is chosen, "" for nothing, and offer (words, query, articles); one alone is no choice."""
        before, self._shown = self._shown, (value, offers)
        if before == self._shown:
            return
        self.menu.clear()
        for words, query, total in offers:
            action = QAction(f"{words.replace('&', '&&')}   ({count(total, 'article')})", self.menu)
            action.setCheckable(bool(value))
            action.setChecked(words == value)
            action.triggered.connect(lambda _=False, query=query: self.chosen.emit(query))
            self.menu.addAction(action)
        self.setVisible(bool(value) or len(offers) > 1)
        if before is None or before[0] != value:
            self._show_chosen(value)

    def _show_chosen(self, value: str) -> None:
        """Look like a chip where something is chosen, else like a button."""
        short = value if len(value) <= LONGEST else value[: LONGEST - 1].rstrip() + "…"
        self.button.setText(f"{(short or self._name).replace('&', '&&')}  ▾")
        self.button.setAccessibleName(f"Filter by {self._name.lower()}" + (f": {value}" if value else ""))
        self.button.setToolTip(
            f"Only articles of {value}" if value else f"Only articles of one {self._name.lower()}"
        )
        self.remove.setVisible(bool(value))
        self.setProperty("chosen", bool(value))
        for part in (self, self.button):  # Qt looks at the property in the style sheet only when told to
            part.style().unpolish(part)
            part.style().polish(part)
