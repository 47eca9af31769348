"""The row of tabs: one for each open article, each closed, moved and chosen by mouse or keys."""

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget
from typing_extensions import override

from pressmark.gui.look.icons import icon
from pressmark.gui.look.theme import Theme
from pressmark.gui.reading.trail import Place
from pressmark.values import ArticleKey

TITLE_LENGTH = 34  # characters of a headline in its tab
CROSS = 14  # pixels of the cross that closes a tab


@dataclass(slots=True)
class Tab:
    """What a tab holds: an article and the place in it."""

    article: ArticleKey | None = None
    title: str = ""
    place: Place = field(default_factory=Place)


class TabBar(QTabBar):
    """Tells of a middle click on a tab, and where its menu is wanted."""

    closed = Signal(int)
    menu_wanted = Signal(int, QPoint)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close the tab under a middle click."""
        number = self.tabAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton and number >= 0:
            self.closed.emit(number)
        else:
            super().mouseReleaseEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Want the menu of the tab that is pointed at, or of the one in front."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        number = self.currentIndex() if by_key else self.tabAt(event.pos())
        if number >= 0:
            place = self.tabRect(number).bottomLeft() if by_key else event.pos()
            self.menu_wanted.emit(number, self.mapToGlobal(place))


class TabRow(QWidget):
    """Holds the tabs in their order; which article one shows is for the controller to say."""

    chosen = Signal(int)
    closed = Signal(int)
    others_closed = Signal(int)
    all_closed = Signal()
    reopen_wanted = Signal()
    path_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make a row with one empty tab, which needs no row."""
        super().__init__(parent)
        self.setObjectName("tabRow")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self.can_reopen = False
        self.tabs: list[Tab] = [Tab()]
        self.bar = TabBar()
        self.bar.setAccessibleName("Open articles")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setMovable(True)
        self.bar.setUsesScrollButtons(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 1)
        self._insert()
        self.bar.currentChanged.connect(self.chosen)
        self.bar.tabMoved.connect(self._moved)
        self.bar.closed.connect(self.closed)
        self.bar.menu_wanted.connect(self._show_menu)

    @property
    def front(self) -> int:
        """The number of the tab in front."""
        return self.bar.currentIndex()

    @property
    def tab(self) -> Tab:
        """The tab in front."""
        return self.tabs[self.front]

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's icons."""
        self._theme = theme
        for button in self.bar.findChildren(QToolButton, "closeTab"):
            button.setIcon(icon("clear", theme.soft))

    def show_in_tab(self, article: ArticleKey | None, title: str) -> None:
        """Note which article the tab in front shows."""
        self.tab.article, self.tab.title = article, title
        self._name(self.front)

    def add(self, tab: Tab) -> None:
        """Open a tab behind the others and bring it to the front, without telling."""
        self.bar.blockSignals(True)
        self.tabs.append(tab)
        self.bar.setCurrentIndex(self._insert())
        self.bar.blockSignals(False)
        self._fit()

    def choose(self, number: int) -> None:
        """Bring a tab to the front, without telling."""
        self.bar.blockSignals(True)
        self.bar.setCurrentIndex(number)
        self.bar.blockSignals(False)

    def close_tab(self, number: int) -> Tab:
        """Close a tab, without telling, and return it; the last one is only emptied."""
        self.bar.blockSignals(True)
        closed = self.tabs[number]
        if len(self.tabs) == 1:
            self.tabs[0] = Tab()
            self._name(0)
        else:
            del self.tabs[number]
            self.bar.removeTab(number)
        self.bar.blockSignals(False)
        self._fit()
        return closed

    def _insert(self) -> int:
        """Add the bar's tab for the last of the tabs, with a cross to close it."""
        number = self.bar.addTab("")
        button = QToolButton(self.bar)
        button.setObjectName("closeTab")
        button.setFocusPolicy(
            Qt.FocusPolicy.NoFocus
        )  # Ctrl+W closes; Tab need not pass through forty crosses
        button.setIcon(icon("clear", self._theme.soft))
        button.setIconSize(QSize(CROSS, CROSS))
        button.clicked.connect(partial(self._close_of, button))
        self.bar.setTabButton(number, QTabBar.ButtonPosition.RightSide, button)
        self._name(number)
        return number

    def _close_of(self, button: QToolButton) -> None:
        side = QTabBar.ButtonPosition.RightSide
        self.closed.emit(next(n for n in range(len(self.tabs)) if self.bar.tabButton(n, side) is button))

    def _moved(self, before: int, after: int) -> None:
        self.tabs.insert(after, self.tabs.pop(before))

    def _name(self, number: int) -> None:
        title = self.tabs[number].title or "New tab"
        short = title if len(title) <= TITLE_LENGTH else title[: TITLE_LENGTH - 1].rstrip() + "…"
        self.bar.setTabText(number, short.replace("&", "&&"))
        self.bar.setTabToolTip(number, title)
        button = self.bar.tabButton(number, QTabBar.ButtonPosition.RightSide)
        button.setAccessibleName(f"Close {title}")
        button.setToolTip("Close (Ctrl+W, or a middle click on the tab)")

    def _fit(self) -> None:
        """One tab needs no row of tabs."""
        self.setVisible(len(self.tabs) > 1)

    def menu(self, number: int) -> QMenu:
        """Return the menu of a tab."""
        menu = QMenu(self.bar)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Close the tab\tCtrl+W", partial(self.closed.emit, number))
        others = menu.addAction("Close the other tabs", partial(self.others_closed.emit, number))
        others.setEnabled(len(self.tabs) > 1)
        menu.addAction("Close all tabs", self.all_closed.emit)
        menu.addSeparator()
        reopen = menu.addAction("Open the tab closed last again\tCtrl+Shift+T", self.reopen_wanted.emit)
        reopen.setEnabled(self.can_reopen)
        menu.addSeparator()
        path = menu.addAction("Copy the path of the file", partial(self.path_wanted.emit, number))
        path.setEnabled(self.tabs[number].article is not None)
        return menu

    def _show_menu(self, number: int, place: QPoint) -> None:
        self.menu(number).popup(place)
