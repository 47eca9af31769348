"""The reader pane: tabs, the find bar, and the article or the page that stands in for one."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import Theme
from pressmark.gui.reading.pane.article_view import ArticleView
from pressmark.gui.reading.pane.find_bar import FindBar
from pressmark.gui.reading.pane.state_page import StatePage
from pressmark.gui.reading.pane.undo_bar import UndoBar
from pressmark.values import ArticleKey

TAB_TITLE_LENGTH = 34  # characters of a headline in its tab


@dataclass(slots=True)
class Tab:
    """What a tab holds: an article and the place in it."""

    article: ArticleKey | None = None
    title: str = ""
    block: int = 0
    offset: int = 0


class ReaderPane(QWidget):
    """Holds the view and the tabs; which article a tab shows is for the window to say."""

    tab_chosen = Signal(int)
    tab_closed = Signal(int)

    def __init__(self, fonts: Fonts, theme: Theme, parent: QWidget | None = None) -> None:
        """Make a pane with one empty tab."""
        super().__init__(parent)
        self.setObjectName("readerPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._zoom = theme, 1.0
        self.view = ArticleView(fonts, theme)
        self.page = StatePage(fonts)
        self.find_bar = FindBar()
        self.find_bar.set_theme(theme)
        self.tabs: list[Tab] = [Tab()]
        self.bar = QTabBar()
        self.bar.setAccessibleName("Open articles")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setTabsClosable(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideRight)
        self.bar.addTab("New tab")
        self._row = QWidget()
        self._row.setObjectName("tabRow")
        self._row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._row)
        layout.addWidget(self.find_bar)
        layout.addWidget(self._stack, 1)
        self.bar.currentChanged.connect(self.tab_chosen)
        self.bar.tabBarDoubleClicked.connect(self._double_clicked)
        self.find_bar.wanted.connect(self._find)
        self.find_bar.stepped.connect(self.view.go_to_hit)
        self.find_bar.closed.connect(self.close_find)
        self.undo_bar = UndoBar(self)
        self._fit_tabs()

    @property
    def tab(self) -> Tab:
        """The tab in front."""
        return self.tabs[self.bar.currentIndex()]

    @property
    def selected_text(self) -> str:
        """The words selected in the article."""
        return self.view.textCursor().selectedText()

    def set_zoom(self, zoom: float) -> None:
        """Show the article in another size."""
        self._zoom = zoom
        self.view.set_look(self._theme, zoom)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme."""
        self._theme = theme
        self.view.set_look(theme, self._zoom)
        self.find_bar.set_theme(theme)
        self.undo_bar.set_theme(theme)

    # Tabs

    def show_in_tab(self, article: ArticleKey | None, title: str) -> None:
        """Note which article the tab in front shows."""
        tab = self.tab
        tab.article, tab.title = article, title
        self._name(self.bar.currentIndex())

    def add_tab(self, tab: Tab) -> None:
        """Open a tab behind the others and bring it to the front, without telling."""
        self.bar.blockSignals(True)
        self.tabs.append(tab)
        self.bar.setCurrentIndex(self.bar.addTab(""))
        self._name(self.bar.currentIndex())
        self.bar.blockSignals(False)
        self._fit_tabs()

    def choose_tab(self, number: int) -> None:
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
        self._fit_tabs()
        return closed

    def _double_clicked(self, number: int) -> None:
        if number >= 0:  # beside the tabs Qt gives -1, which would close the one in front
            self.tab_closed.emit(number)

    def _name(self, number: int) -> None:
        title = self.tabs[number].title or "New tab"
        short = title if len(title) <= TAB_TITLE_LENGTH else title[: TAB_TITLE_LENGTH - 1].rstrip() + "…"
        self.bar.setTabText(number, short.replace("&", "&&"))
        self.bar.setTabToolTip(number, title)

    def _fit_tabs(self) -> None:
        """One tab needs no row of tabs."""
        self._row.setVisible(len(self.tabs) > 1)

    # The article, or the page that stands in for it

    def show_view(self) -> None:
        """Show the article."""
        self._stack.setCurrentWidget(self.view)

    def show_page(self) -> None:
        """Show the page that stands in for an article."""
        self.close_find()
        self._stack.setCurrentWidget(self.page)

    def take_focus(self) -> None:
        """Give the article the keyboard."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def keyboard(self) -> QWidget:
        """What takes the keyboard here: the article, or the page that stands in for it."""
        return self.view if self.shows_article else self.page

    @property
    def shows_article(self) -> bool:
        """Tell whether an article is shown."""
        return self._stack.currentWidget() is self.view

    # Find

    def open_find(self) -> None:
        """Open the find bar on the selection."""
        if self.shows_article:
            self.find_bar.open(self.view.textCursor().selectedText())

    def close_find(self) -> None:
        """Close the find bar; the query's hits are marked again."""
        if self.find_bar.isVisible():
            self.find_bar.hide()
            self.view.find_text("")
            self.view.setFocus()

    def _find(self, text: str, whole: bool) -> None:
        total = self.view.find_text(text, whole=whole)
        self.find_bar.show_count(0, total)
        if total:
            self.view.go_to_first_hit()
