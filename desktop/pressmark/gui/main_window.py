"""The main window: lays out the panes and connects them; nothing else does."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QMainWindow,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from pressmark import paths
from pressmark.archive_file import SavedArchive
from pressmark.gui.actions import make_actions, reading_action
from pressmark.gui.archive import ArchiveDesk
from pressmark.gui.correcting import Correcting
from pressmark.gui.desk import Desk
from pressmark.gui.exporting import Exporting
from pressmark.gui.folding import Folding
from pressmark.gui.fonts import Fonts
from pressmark.gui.latest import close_all
from pressmark.gui.menu import fill_menu
from pressmark.gui.messages import Messages
from pressmark.gui.notice_bar import NoticeBar
from pressmark.gui.opener import Opener, dropped
from pressmark.gui.pages import Pages
from pressmark.gui.reader.pane import ReaderPane
from pressmark.gui.related.pane import RelatedPane
from pressmark.gui.results.pane import ResultsPane
from pressmark.gui.searching import Searching
from pressmark.gui.session import LARGEST_ZOOM, SMALLEST_ZOOM, Session
from pressmark.gui.status_bar import StatusBar
from pressmark.gui.theme import Theme
from pressmark.gui.top_bar import TopBar
from pressmark.gui.trail import Place
from pressmark.values import Answer, ArticleKey, Sort, StoredArticle

SMALLEST = (480, 360)
ZOOM_STEP = 1.1


class MainWindow(QMainWindow):
    """The window of one archive at a time."""

    def __init__(self, fonts: Fonts, theme: Theme, session: Session) -> None:
        """Make the window with the settings of the last session; `open_archive` fills it."""
        super().__init__()
        self.setWindowTitle("Pressmark")
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.fonts, self.theme, self.session = fonts, theme, session
        self.messages = Messages(self)
        self.opener = Opener(self, self.messages, lambda: self.archive.root)
        self.top = TopBar(fonts.scale)
        self.notice = NoticeBar()
        self.results = ResultsPane(fonts, theme)
        self.reader = ReaderPane(fonts, theme)
        self.related = RelatedPane(fonts, theme)
        self.status = StatusBar(fonts.scale)
        self.archive = ArchiveDesk(self.status, self.messages, self)
        self.searching = Searching(self.top.search, self.results, lambda: self.archive.shelf, self.messages)
        self.desk = Desk(self.reader, self.related, lambda: self.archive.shelf, self.messages)
        self.pages = Pages(self)
        self.folding = Folding(self)
        self.correcting = Correcting(self)
        self.exporting = Exporting(self)
        self._lay_out()
        self.actions_by_name = make_actions(self, self._does())
        self._connect()
        fill_menu(self.top.menu, self)
        self.set_theme(theme)
        self._show_trail()
        session.restore_window(self)

    def _lay_out(self) -> None:
        scale = self.fonts.scale
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        for pane, narrowest in ((self.results, 260), (self.reader, 300), (self.related, 280)):
            pane.setMinimumWidth(round(narrowest * scale))
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setStretchFactor(2, 0)
        self.splitter.setChildrenCollapsible(False)
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self.notice)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        """Connect what the panes tell with what others do."""
        bar = self.top.search
        bar.down_pressed.connect(self.results.enter)
        bar.escaped.connect(self.step_back)
        self.top.back.clicked.connect(self.desk.back)
        self.top.forward.clicked.connect(self.desk.forward)
        self.top.filter_chosen.connect(self.narrow)
        self.top.aside.toggled.connect(self._show_aside)
        self.results.article_chosen.connect(self._open_result)
        self.results.years_chosen.connect(
            lambda first, last: self.narrow(f"date:{first}" if first == last else f"date:{first}..{last}")
        )
        self.results.left_upwards.connect(self.focus_search)
        self.searching.answered.connect(self._answered)
        self.searching.emptied.connect(self._emptied)
        self.searching.index_damaged.connect(self.archive.look_again)
        self.reader.view.outlet_wanted.connect(self.actions_by_name["outlet"].trigger)
        self.desk.opened.connect(self._opened)
        self.desk.place_wanted.connect(self._show_place)
        self.desk.passages.chosen.connect(lambda: self.folding.want_related(True))
        self.desk.hits_said.connect(self.status.show_hits)
        self.archive.changed.connect(self._archive_changed)
        self.archive.updated.connect(self._archive_updated)
        self.archive.finished.connect(self._archive_finished)
        self.archive.article_chosen.connect(lambda key: self.desk.open(key, query=self.searching.query))
        self.messages.said.connect(self.notice.say)
        self.opener.opened.connect(self._open_saved)

    def _does(self) -> dict[str, Callable[[], object]]:
        """Return what each action does; actions.py has their keys."""
        desk, reader, results = self.desk, self.reader, self.results
        return {
            "search": self.focus_search,
            "search_selection": self.search_selection,
            "find": reader.open_find,
            "next_hit": lambda: desk.go_to_hit(1),
            "previous_hit": lambda: desk.go_to_hit(-1),
            "next_result": lambda: results.choose(1),
            "previous_result": lambda: results.choose(-1),
            "back": desk.back,
            "forward": desk.forward,
            "aside": self.top.aside.toggle,
            "next_passage": lambda: desk.passages.step(1),
            "previous_passage": lambda: desk.passages.step(-1),
            "related": self._enter_related,
            "new_tab": self.new_tab,
            "close_tab": desk.close_tab,
            "reopen_tab": desk.reopen_tab,
            "next_tab": lambda: desk.step_tab(1),
            "previous_tab": lambda: desk.step_tab(-1),
            "zoom_in": lambda: self.zoom(ZOOM_STEP),
            "zoom_out": lambda: self.zoom(1 / ZOOM_STEP),
            "zoom_reset": lambda: self.zoom(0),
            "next_pane": lambda: self.folding.next_pane(1),
            "previous_pane": lambda: self.folding.next_pane(-1),
            "open_folder": self.opener.choose_folder,
            "open_file": self.opener.choose_file,
            "save_file": self.save_archive_file,
            "look_again": self.archive.look_again,
            "health": self.archive.show_health,
            "outlet": lambda: self.archive.outlets.ask(desk.stored),
            "help": self._show_keys,
            "log": self.opener.show_log,
            "about": self._show_about,
            "quit": self.close,
            "export_made": self.exporting.choose,
            **self.correcting.does(),
        }

    def _show_keys(self) -> None:
        from pressmark.gui.help import (
            KeysDialog,  # loaded when it is opened: the first paint need not wait for it
        )

        _open_once(KeysDialog(self.theme, self))

    def _show_about(self) -> None:
        from pressmark.gui.about import AboutDialog  # the same

        _open_once(AboutDialog(self))

    # The archive

    def open_archive(self, root: Path, query: str = "") -> None:
        """Open an archive, with a query to start with."""
        self.session.leave_archive(self, root)
        self.session.change(lambda known: known.with_archive(str(root)))
        self.desk.clear()
        self._show_trail()
        self.top.search.show_query(query)
        self.setWindowTitle(f"{paths.archive_name(root)} — Pressmark")
        self.notice.hide()
        self.archive.open(root)
        fill_menu(self.top.menu, self)
        self.searching.set_query(query)
        self.focus_search()

    def _open_saved(self, saved: SavedArchive) -> None:
        """Open what a start, a dialog, a drop or an archive file asks for."""
        if saved.sort in list(Sort):
            self.searching.choose_sort(Sort(saved.sort))
        if saved.folder != self.archive.root:
            self.open_archive(saved.folder, saved.query or self.session.query_of(self, saved.folder))
        elif saved.query:
            self.searching.set_query(saved.query)

    def save_archive_file(self) -> None:
        """Let the person save a file that opens this archive as it is searched now."""
        if self.archive.root is not None:
            self.opener.save(SavedArchive(self.archive.root, self.searching.query, self.searching.sort.value))

    def _archive_changed(self) -> None:
        self.pages.show()

    def _archive_updated(self) -> None:
        """Show what the index has learned since."""
        if self.searching.query and not self.searching.lane.busy and self._answer_is_old():
            self.searching.ask()
        self.pages.show()

    def _answer_is_old(self) -> bool:
        answer = self.searching.answer
        return answer is None or not answer.complete

    def _archive_finished(self) -> None:
        if self.searching.query:
            self.searching.ask()
        self.desk.read_again()
        self.session.restore_tabs(self)
        self.pages.show()

    # Searching

    def focus_search(self) -> None:
        """Put the caret into the search bar, with the query selected."""
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    def new_tab(self) -> None:
        """Open an empty tab, ready for a search."""
        self.desk.new_tab()
        self.focus_search()

    def search_selection(self) -> None:
        """Search the archive for the words selected in the article, next to one another."""
        from pressmark.search.language import as_phrase  # loads the stemmers: not before the first paint

        words = self.reader.view.textCursor().selectedText()
        if words.strip():
            self.searching.set_query(as_phrase(words))

    def narrow(self, addition: str) -> None:
        """Add a filter to the query, where one sees it and can change it."""
        from pressmark.search.language import narrowed  # the same

        self.searching.set_query(narrowed(self.searching.query, addition))
        self.focus_search()

    def _answered(self, answer: Answer) -> None:
        self.top.show_filters(answer)
        if self.desk.stored is not None:
            self.desk.show_query(answer.query)
        self.pages.show()

    def _emptied(self) -> None:
        self.top.show_filters(None)
        if self.desk.stored is not None:
            self.desk.show_query("")
        self.pages.show()

    # Reading

    def _open_result(self, key: ArticleKey, in_new_tab: bool) -> None:
        query = self.searching.query
        self.session.change(lambda known: known.with_query(query) if query else known)
        self.desk.open(key, in_new_tab=in_new_tab, query=query)

    def _opened(self, stored: StoredArticle | None) -> None:
        """Bring the rest of the window up to what is open now."""
        self.searching.chosen = stored.path if stored else ""
        if stored is not None:
            self.results.model.mark_read(stored.path)
            self.results.select(stored.path)
            if self.top.search.hasFocus() or self.results.list.hasFocus() or self.focusWidget() is None:
                self.reader.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_trail()
        self.pages.show()

    def _show_place(self, place: Place) -> None:
        """Show the query of a place one has come back to."""
        if place.query != self.searching.query:
            self.searching.set_query(place.query)
        self._show_trail()

    def _show_trail(self) -> None:
        self.top.back.setEnabled(self.desk.trail.can_go_back)
        self.top.forward.setEnabled(self.desk.trail.can_go_forward)

    def _show_aside(self, shown: bool) -> None:
        self.session.change_one(set_aside_shown=shown)
        self.reader.view.set_aside_shown(shown)

    def _enter_related(self) -> None:
        self.folding.want_related(True)
        self.desk.passages.enter()

    def step_back(self) -> None:
        """Step back one thing: close the find bar, fold the pane, clear the query, return to the text."""
        if self.reader.find_bar.isVisible():
            self.reader.close_find()
        elif self.folding.related_is_over:
            self.folding.want_related(False)
            self.reader.view.setFocus()
        elif self.top.search.hasFocus() and self.top.search.text() and not self.reader.shows_article:
            self.top.search.clear()
        elif self.reader.shows_article:
            self.reader.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif not self.top.search.hasFocus():
            self.focus_search()

    # The look

    def set_theme(self, theme: Theme) -> None:
        """Show everything in a theme."""
        self.theme = theme
        self.top.set_theme(theme, self.fonts.scale)
        self.notice.set_theme(theme)
        self.results.set_theme(theme)
        self.reader.set_theme(theme, self.session.settings.zoom)
        self.related.set_theme(theme)
        self.status.set_theme(theme)

    def zoom(self, factor: float) -> None:
        """Make the article larger or smaller; 0 for the usual size."""
        wanted = self.session.settings.zoom * factor if factor else 1.0
        self.session.change_one(zoom=min(LARGEST_ZOOM, max(SMALLEST_ZOOM, wanted)))
        self.reader.set_theme(self.theme, self.session.settings.zoom)

    # Qt's own events

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold panes away where the window gets too narrow."""
        super().resizeEvent(event)
        self.folding.fold()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the letters that work while reading, and on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.step_back()
            return
        name = reading_action(event)
        if name and not isinstance(self.focusWidget(), QLineEdit):
            self.actions_by_name[name].trigger()
            return
        super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what may be a folder or an archive file."""
        if dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        place = dropped(event.mimeData())
        if place is not None:
            event.acceptProposedAction()
            self.opener.open_dropped(place)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the session, then end the processes and threads."""
        self.session.remember(self)
        self.hide()  # what follows waits for the disk, and for threads to end
        self.session.close()
        holders = (self.opener, self.correcting, self.exporting, self.desk, self.archive)
        close_all([self.searching.lane, *(lane for holder in holders for lane in holder.lanes())])
        self.archive.close()
        event.accept()


def _open_once(dialog: QDialog) -> None:
    """Open a dialog that is let go when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
