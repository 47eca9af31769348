"""The reader pane: tabs, the find bar, and the article or the page that stands in for one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import Theme
from pressmark.gui.reading.pane.article_view import ArticleView
from pressmark.gui.reading.pane.find_bar import FindBar
from pressmark.gui.reading.pane.picture_view import PictureView
from pressmark.gui.reading.pane.state_page import StatePage
from pressmark.gui.reading.pane.tab_row import Tab, TabRow
from pressmark.gui.reading.pane.undo_bar import UndoBar
from pressmark.values import ArticleKey


class ReaderPane(QWidget):
    """Holds the view and the tabs; which article a tab shows is for the window to say."""

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
        self.row = TabRow(theme)
        self.undo_bar = UndoBar()
        self.large = PictureView(fonts, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.row)
        layout.addWidget(self.find_bar)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.undo_bar)
        self.find_bar.wanted.connect(self._find)
        self.find_bar.stepped.connect(self.view.go_to_hit)
        self.find_bar.closed.connect(self.close_find)
        self.large.closed.connect(self.take_focus)
        self.row.hide()

    @property
    def tab(self) -> Tab:
        """The tab in front."""
        return self.row.tab

    @property
    def tabs(self) -> list[Tab]:
        """The tabs in their order."""
        return self.row.tabs

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
        self.row.set_theme(theme)
        self.find_bar.set_theme(theme)

    def show_in_tab(self, article: ArticleKey | None, title: str) -> None:
        """Note which article the tab in front shows."""
        self.row.show_in_tab(article, title)

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
        """What takes the keyboard here: the article, a picture over it, or the page that stands in for it."""
        if self.large.isVisible():
            return self.large
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
            self.view.hit_changed.emit(self.view.current_hit, self.view.hit_count)
            self.view.setFocus()

    def _find(self, text: str, whole: bool) -> None:
        total = self.view.find_text(text, whole=whole)
        self.find_bar.show_count(0, total)
        if total:
            self.view.go_to_first_hit()
