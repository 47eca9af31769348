"""The bar at the top: back, forward, the search bar, filters, the menu."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from pressmark.gui.look.icons import icon
from pressmark.gui.look.menu_buttons import give_menu
from pressmark.gui.look.theme import Theme
from pressmark.gui.searching.pane.search_bar import SearchBar
from pressmark.gui.window.filter_chip import FilterChip
from pressmark.search.query_text import of_outlet
from pressmark.values import Answer

HEIGHT = 52
WIDEST_SEARCH = 620
MOST_OUTLETS = 25


class TopBar(QWidget):
    """Holds the search bar and what belongs beside it."""

    filter_chosen = Signal(str)
    filter_removed = Signal(str)
    filters_wanted = Signal()

    def __init__(self, scale: float, parent: QWidget | None = None) -> None:
        """Make the bar."""
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(round(HEIGHT * scale))
        self._scale = scale
        self.search = SearchBar()
        self.search.setMaximumWidth(round(WIDEST_SEARCH * scale))
        self.back = self._button("Back", "Back (Alt+Left)")
        self.forward = self._button("Forward", "Forward (Alt+Right)")
        self.outlets, self.years = FilterChip("Outlet"), FilterChip("Year")
        for chip, field in ((self.outlets, "outlet"), (self.years, "date")):
            chip.chosen.connect(self.filter_chosen)
            chip.removed.connect(lambda field=field: self.filter_removed.emit(field))
            chip.wanted.connect(self.filters_wanted)
        self.aside = self._button("Set-aside text", "Show what was set aside, in place (H)")
        self.aside.setText("Set aside")
        self.aside.setCheckable(True)
        self.aside.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.menu_button = self._button("Menu", "Menu (F10)")
        self.menu = QMenu(self.menu_button)
        give_menu(self.menu_button, self.menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(round(v * scale) for v in (12, 0, 12, 1)))
        layout.setSpacing(round(6 * scale))
        layout.addWidget(self.back)
        layout.addWidget(self.forward)
        layout.addWidget(self.search, 10)
        layout.addStretch(1)
        for button in (self.outlets, self.years, self.aside, self.menu_button):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_filters(None)

    def _button(self, name: str, tip: str) -> QToolButton:
        made = QToolButton()
        made.setAccessibleName(name)
        made.setToolTip(tip)
        made.setIconSize(QSize(20, 20))
        made.setAutoRaise(True)
        return made

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's icons."""
        self.search.set_look(theme, self._scale)
        self.outlets.set_theme(theme)
        self.years.set_theme(theme)
        for button, name in ((self.back, "back"), (self.forward, "forward"), (self.menu_button, "menu")):
            button.setIcon(icon(name, theme.ink, theme.line))

    def show_filters(self, answer: Answer | None) -> None:
        """Show the filters of a query, and offer what else could be chosen, with how many articles each has."""
        chosen = dict(answer.filters) if answer else {}
        outlets = answer.outlets[:MOST_OUTLETS] if answer else ()
        years = sorted(answer.years, reverse=True) if answer else []
        self.outlets.show_filter(
            chosen.get("outlet", ""), tuple((name, of_outlet(name), total) for name, total in outlets if name)
        )
        self.years.show_filter(
            chosen.get("date", ""), tuple((str(year), f"date:{year}", total) for year, total in years)
        )
