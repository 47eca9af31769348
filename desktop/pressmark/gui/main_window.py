"""The main window: lays out the panes and connects them; nothing else does."""

import logging
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from pressmark import paths
from pressmark.archive_file import SavedArchive
from pressmark.gui.actions import Doers, make_actions, reading_action
from pressmark.gui.archive.archive_controller import ArchiveController
from pressmark.gui.archive.exporting import Exporting
from pressmark.gui.archive.library_holder import LibraryHolder
from pressmark.gui.archive.pane.status_bar import StatusBar
from pressmark.gui.dialogs.dialogs import Dialogs
from pressmark.gui.lane import close_all
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import Theme
from pressmark.gui.menu import article_menu, fill_menu, result_menu
from pressmark.gui.messages import Messages
from pressmark.gui.reading.correcting import Correcting
from pressmark.gui.reading.corrections_list import CorrectionsList
from pressmark.gui.reading.pane.reader_pane import ReaderPane
from pressmark.gui.reading.reading_controller import ReadingController
from pressmark.gui.reading.trail import Place
from pressmark.gui.related.pane.related_pane import RelatedPane
from pressmark.gui.related.related_controller import RelatedController
from pressmark.gui.searching.pane.results_pane import ResultsPane
from pressmark.gui.searching.search_controller import SearchController
from pressmark.gui.window.asked_article import AskedArticle
from pressmark.gui.window.empty_states import EmptyStates, WindowState, ways_of
from pressmark.gui.window.left_off import LeftOff
from pressmark.gui.window.notice_bar import NoticeBar
from pressmark.gui.window.one_article import OneArticle
from pressmark.gui.window.opener import Opener, dropped
from pressmark.gui.window.pane_folding import PaneFolding
from pressmark.gui.window.panes import Pane, side_by_side
from pressmark.gui.window.session import Session
from pressmark.gui.window.top_bar import TopBar
from pressmark.gui.window.zoom import Zoom
from pressmark.values import Answer, ArticleKey, Sort, StoredArticle

log = logging.getLogger(__name__)
SMALLEST = (480, 360)


class MainWindow(QMainWindow):
    """The window of one archive at a time."""

    def __init__(self, fonts: Fonts, theme: Theme, session: Session) -> None:
        """Make the window with the settings of the last session; `open_archive` fills it."""
        super().__init__()
        self.setWindowTitle("Pressmark")
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.fonts, self.theme, self.session = fonts, theme, session
        self._make_panes()
        self._make_controllers()
        self._lay_out()
        self.actions_by_name = make_actions(self._doers())
        self._connect()
        self._fill_menu()
        self.set_theme(theme)
        self._show_trail()
        self.left_off.restore_window(self.panes, fonts.scale)
        self.top.aside.setChecked(session.settings.set_aside_shown)
        self.reading.pictures.set_shown(session.settings.pictures_shown)

    def _make_panes(self) -> None:
        fonts, theme = self.fonts, self.theme
        self.top = TopBar(fonts.scale)
        self.notice = NoticeBar()
        self.results = ResultsPane(fonts, theme)
        self.reader = ReaderPane(fonts, theme)
        self.related = RelatedPane(fonts, theme)
        self.status = StatusBar(fonts.scale)
        # A pane is a line here: its least and its usual width, and what takes the keyboard.
        self.panes = (
            Pane(self.results, 260, 348, lambda: self.results.list),
            Pane(self.reader, 300, 0, lambda: self.reader.keyboard),
            Pane(self.related, 280, 352, lambda: self.related.list),
        )
        self.splitter = side_by_side(self.panes, fonts.scale)

    def _make_controllers(self) -> None:
        messages = self.messages = Messages(self)
        self.opener = Opener(self, messages, lambda: self.archive.root)
        self.archive = ArchiveController(self.status, messages, self)
        self.searching = SearchController(self.top.search, self.results, self._holder, messages)
        self.relating = RelatedController(self.reader.view, self.related, self._holder, messages)
        self.reading = ReadingController(self.reader, self.relating, self._holder, messages)
        self.correcting = Correcting(self.reader, self.reading, self._holder, messages)
        self.corrections = CorrectionsList(self, self.reading, self.correcting, self._holder, messages)
        self.exporting = Exporting(self, self._holder, messages)
        self.one = OneArticle(self.results, self.reading, self._holder, messages)
        self.asked = AskedArticle(self, self.archive, self.reading, messages)
        self.dialogs = Dialogs(self, lambda: self.theme)
        self.zoom = Zoom(self.session, self.reader, (self.results, self.related))
        self.folding = PaneFolding(
            self, self.fonts.scale, self.top.search, self.results, self.reader, self.related, self.panes,
            lambda: bool(self.searching.query) and self.searching.answer is not None,
        )  # fmt: skip
        self.empty_states = EmptyStates(
            self.reader.page,
            ways_of(
                self.searching,
                self.reading,
                self.archive,
                self.opener,
                self.open_archive,
                self.top.search.clear,
            ),
        )
        self.left_off = LeftOff(self.session, self, self.splitter, self.searching, self.reading, self.archive)

    def _holder(self) -> LibraryHolder | None:
        return self.archive.holder

    def _lay_out(self) -> None:
        whole = QWidget()
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self.notice)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(whole)

    def _doers(self) -> Doers:
        return Doers(
            self, self.top, self.searching, self.results, self.reader, self.reading, self.relating, self.correcting,
            self.archive, self.exporting, self.opener, self.folding, self.dialogs, self.zoom, self.one, self.corrections,
        )  # fmt: skip

    def _connect(self) -> None:
        """Connect what the panes tell with what others do."""
        self.top.search.down_pressed.connect(self.results.enter)
        self.top.search.escaped.connect(self.step_back)
        self.top.back.clicked.connect(self.actions_by_name["back"].trigger)
        self.top.forward.clicked.connect(self.reading.forward)
        self.top.filter_chosen.connect(self.searching.narrow)
        self.top.filter_removed.connect(self.searching.widen)
        self.top.filters_wanted.connect(self.searching.settle)
        self.top.aside.toggled.connect(self._show_aside)
        self.results.article_chosen.connect(self._open_result)
        self.results.years_chosen.connect(
            lambda first, last: self.searching.narrow(
                f"date:{first}" if first == last else f"date:{first}..{last}"
            )
        )
        self.results.list.menu_wanted.connect(
            lambda place: result_menu(self.results.list, self.actions_by_name).popup(place)
        )
        self.results.left_upwards.connect(self.searching.focus)
        self.searching.answered.connect(self._answered)
        self.searching.emptied.connect(self._emptied)
        self.searching.index_damaged.connect(self.archive.look_again)
        self.reader.view.outlet_wanted.connect(self.actions_by_name["outlet"].trigger)
        self.reader.view.word_wanted.connect(self.searching.set_query)
        self.reader.view.selectionChanged.connect(lambda: self.status.offer_search(self.reader.selected_text))
        self.status.search_wanted.connect(self.actions_by_name["search_selection"].trigger)
        self.reader.view.menu_wanted.connect(self._show_article_menu)
        self.reading.opened.connect(self._opened)
        self.reading.place_wanted.connect(self._show_place)
        self.reading.hits_said.connect(self.status.show_hits)
        self.related.relation_chosen.connect(self.reading.follow)
        self.relating.chosen.connect(lambda: self.folding.want_related(True))
        self.correcting.noted.connect(self.archive.look_again)
        self.correcting.noted.connect(self.searching.follow_correction)
        self.archive.changed.connect(self.correcting.archive_changed)
        self.archive.changed.connect(self.reading.tabs.archive_changed)
        self.archive.changed.connect(self.corrections.refresh)
        self.archive.changed.connect(self.show_state)
        self.archive.updated.connect(self._archive_updated)
        self.archive.finished.connect(self._archive_finished)
        self.archive.new_place.taken.connect(self._archive_moved)
        self.archive.article_chosen.connect(lambda key: self.reading.open(key, query=self.searching.query))
        self.messages.said.connect(self.notice.say)
        self.session.pictures_chosen.connect(self.reading.pictures.set_shown)
        self.opener.opened.connect(self._open_saved)
        self.zoom.changed.connect(self.reader.set_zoom)
        self.zoom.lists_changed.connect(self._zoom_lists)

    def _fill_menu(self) -> None:
        fill_menu(self.top.menu, self.actions_by_name, self.session, self.open_archive)

    def _show_article_menu(self, place: QPoint) -> None:
        menu = article_menu(
            self.reader.view, self.reading.stored, self.actions_by_name, can_undo=self.correcting.can_undo
        )
        menu.popup(place)

    # The archive

    def open_archive(self, root: Path, query: str = "") -> None:
        """Open an archive, with a query to start with."""
        self.left_off.leave_archive(root)
        self.session.change(lambda known: known.with_archive(str(root)))
        self.reading.clear()
        self._show_trail()
        self.top.search.show_query(query)
        self.setWindowTitle(f"{paths.archive_name(root)} — Pressmark")
        self.notice.clear()
        self.archive.open(root)
        self._fill_menu()
        self.searching.set_query(query)
        self.searching.focus()

    def _open_saved(self, saved: SavedArchive) -> None:
        """Open what a start, a dialog, a drop or an archive file asks for."""
        if saved.sort in list(Sort):
            self.searching.choose_sort(Sort(saved.sort))
        if saved.folder != self.archive.root:
            self.open_archive(saved.folder, saved.query or self.left_off.query_of(saved.folder))
        elif saved.query:
            self.searching.set_query(saved.query)
        self.asked.ask(saved.article)

    def _archive_moved(self, former: Path, root: Path) -> None:
        """Go on with an archive where its folder is now: with the same query, articles and place."""
        self.left_off.note()
        self.session.change(lambda known: known.moved(str(former), str(root)))
        if self.archive.root == former:
            self.open_archive(root, self.searching.query)
            self.left_off.go_on()
        else:
            self._fill_menu()

    def _archive_updated(self) -> None:
        """Show what the index has learned since."""
        answer = self.searching.answer
        if not self.searching.lane.busy and (answer is None or not answer.complete):
            self.searching.ask_again()
        self.show_state()

    def _archive_finished(self) -> None:
        self.searching.ask_again()
        self.reading.read_again()
        self.left_off.restore_tabs()
        self.show_state()

    # What is shown

    def show_state(self) -> None:
        """Show the article that is open, or the page that says why there is none."""
        state = WindowState(
            problem=self.archive.problem,
            is_gone=self.archive.is_gone,
            is_busy=self.archive.is_busy,
            is_sample=self.archive.root == paths.sample_archive(),
            ready=self.archive.ready,
            totals=self.archive.totals,
            query=self.searching.query,
            answer=self.searching.answer,
            recent=self.session.settings.recent_in(str(self.archive.root)),
        )
        says_nothing = state.nothing_found and self.searching.is_wanted and self.top.search.hasFocus()
        if self.reading.stored is not None and not says_nothing:
            self.reader.show_view()
        else:
            self.empty_states.show(state)
            self.reader.show_page()
        # The page says what is the matter with the archive; over an article it stands in the bar, never in both.
        problem = state.problem if self.reader.shows_article or state.is_busy else ""
        self.notice.stand(problem, self.empty_states.ways_out(state))
        self.folding.fold()

    def _answered(self, answer: Answer) -> None:
        self.top.show_filters(answer)
        self.reading.show_query(answer.query)
        self.show_state()

    def _emptied(self) -> None:
        self.top.show_filters(None)
        self.reading.show_query("")
        self.show_state()

    def _open_result(self, key: ArticleKey, in_new_tab: bool) -> None:
        query = self.searching.query
        if query:
            self.session.change(lambda known: known.with_query(str(self.archive.root), query))
        self.reading.open(key, in_new_tab=in_new_tab, query=query)

    def _opened(self, stored: StoredArticle | None) -> None:
        """Bring the rest of the window up to what is open now."""
        self.searching.chosen = stored.path if stored else ""
        if stored is not None:
            self.results.model.mark_read(stored.path)
            self.results.select(stored.path)
            if self.folding.related_is_over:
                self.folding.want_related(False)
        self._show_trail()
        self.show_state()
        focus = self.focusWidget()
        if stored is None:
            self.searching.focus()
        elif focus is None or not self.reader.isAncestorOf(focus):
            self.reader.take_focus()

    def _show_place(self, place: Place) -> None:
        """Show the query of a place one has come back to."""
        if place.query != self.searching.query:
            self.searching.set_query(place.query)
        self._show_trail()

    def _show_trail(self) -> None:
        self.top.back.setEnabled(self.reading.trail.can_go_back)
        self.top.forward.setEnabled(self.reading.trail.can_go_forward)

    def _show_aside(self, shown: bool) -> None:
        self.session.change_one(set_aside_shown=shown)
        self.reader.view.set_aside_shown(shown)

    def step_back(self) -> None:
        """Step back one thing: close the find bar, fold the pane, clear the query, return to the text."""
        if self.reader.find_bar.isVisible():
            self.reader.close_find()
        elif self.folding.related_is_over:
            self.folding.want_related(False)
            self.reader.take_focus()
        elif self.top.search.hasFocus() and self.top.search.text() and not self.reader.shows_article:
            self.top.search.clear()
        elif self.reader.shows_article:
            self.reader.take_focus()
        elif not self.top.search.hasFocus():
            self.searching.focus()

    def set_theme(self, theme: Theme) -> None:
        """Show everything in a theme."""
        self.theme = theme
        self.reader.set_zoom(self.zoom.factor)
        self._zoom_lists(self.zoom.lists_factor)
        for part in (self.top, self.notice, self.results, self.reader, self.related, self.status):
            part.set_theme(theme)

    def _zoom_lists(self, factor: float) -> None:
        self.results.set_zoom(factor)
        self.related.set_zoom(factor)

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
        """Remember the session, then end the processes and threads; whatever goes wrong with one, the rest is done."""
        event.accept()
        # After the window is hidden comes what waits for the disk, and for threads to end.
        for leave in (self.left_off.note, self.hide, self.session.close, self._end_lanes, self.archive.close):
            try:
                leave()
            except Exception:
                log.exception("something went wrong while leaving")

    def _end_lanes(self) -> None:
        with_lanes = (
            self.opener, self.one, self.asked, self.correcting, self.corrections, self.exporting, self.reading, self.archive
        )  # fmt: skip
        self.reading.pictures.close()
        lanes = (lane for one in with_lanes for lane in one.lanes())
        close_all([self.searching.lane, self.relating.lane, *lanes])
