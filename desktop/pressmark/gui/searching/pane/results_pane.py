"""The results pane: how many, how searched, when, and the list."""

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QMenu, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from pressmark.counting import count
from pressmark.gui.look.announcing import announce
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.menu_buttons import give_menu
from pressmark.gui.look.tab_stops import skip_while_empty
from pressmark.gui.look.theme import Theme, zoomed_controls
from pressmark.gui.searching.pane.results_delegate import ResultDelegate
from pressmark.gui.searching.pane.results_model import ROW_ROLE, ResultsModel, Row
from pressmark.gui.searching.pane.year_chart import YearChart
from pressmark.values import Answer, ArticleKey, Hit, Sort

ROOM_MS = 150  # after an answer is shown, when the typing has paused
SORT_NAMES = {Sort.RELEVANCE: "Relevance", Sort.NEWEST: "Newest first", Sort.OLDEST: "Oldest first"}


class ResultList(QListView):
    """The list; Enter opens, Up on the first row goes back to the search bar."""

    chosen = Signal(int, bool)
    left_upwards = Signal()
    menu_wanted = Signal(QPoint)
    _pressed = -1

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand Enter and Up at the top on."""
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.chosen.emit(row, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.key() == Qt.Key.Key_Up and row <= 0:
            self.left_upwards.emit()
        elif event.text().isprintable() and event.text().strip():
            event.ignore()  # letters are the window's: H, J, K
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out anew for another width: their heights depend on it, and Qt asks for them only once."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note the result on which a click begins."""
        self._pressed = self.indexAt(event.position().toPoint()).row()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open a result by a click; in a new tab by the middle button, or with Ctrl."""
        row = self.indexAt(event.position().toPoint()).row()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        middle = event.button() is Qt.MouseButton.MiddleButton
        super().mouseReleaseEvent(event)
        if row >= 0 and row == self._pressed and (middle or event.button() is Qt.MouseButton.LeftButton):
            self.setCurrentIndex(self.model().index(row, 0))
            self.chosen.emit(row, middle or control)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Want the menu of the result that was pointed at, or of the selected one."""
        by_key = event.reason() is not QContextMenuEvent.Reason.Mouse
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            place = self.visualRect(index).center() if by_key else event.pos()
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))


class ResultsPane(QWidget):
    """Shows an answer; tells which article was chosen and which order or years are wished for."""

    article_chosen = Signal(ArticleKey, bool)
    sort_chosen = Signal(object)
    years_chosen = Signal(int, int)
    left_upwards = Signal()
    more_wanted = Signal()

    def __init__(self, fonts: Fonts, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty pane."""
        super().__init__(parent)
        self.setObjectName("resultsPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._fonts = fonts
        self._told = ""  # to a screen reader
        self._total = QLabel()
        self._total.setProperty("role", "count")
        self._notices = QLabel()
        self._notices.setAccessibleName("Search notices")
        self._notices.setProperty("role", "count")
        self._notices.setWordWrap(True)
        self._notices.setTextFormat(Qt.TextFormat.PlainText)
        self._notices.setMinimumWidth(0)
        self.sort = QToolButton()
        self.sort.setAccessibleName("Sort order")
        self.sort.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._make_sort_menu()
        self._chart = YearChart(fonts, theme)
        self._chart.years_chosen.connect(self.years_chosen)
        self.model = ResultsModel(self)
        self.list = ResultList()
        self.list.setObjectName("resultsList")
        self.list.setAccessibleName("Results")
        self.list.setModel(self.model)
        skip_while_empty(self.list)
        self.list.setUniformItemSizes(False)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setBatchSize(30)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self._delegate = ResultDelegate(fonts, theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.chosen.connect(self._choose)
        self.list.left_upwards.connect(self.left_upwards)
        self.list.verticalScrollBar().valueChanged.connect(self._near_the_end)
        self._room = QTimer(self)  # asks for more where the first hits do not fill a tall window
        self._room.setSingleShot(True)
        self._room.setInterval(ROOM_MS)
        self._room.timeout.connect(self._fill_room)
        self._lay_out(fonts.scale)

    def _lay_out(self, scale: float) -> None:
        head = QWidget()
        head.setObjectName("resultsHead")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QVBoxLayout(head)
        self._inner = inner
        self._space(scale)
        top = QHBoxLayout()
        top.addWidget(self._total, 1)
        top.addWidget(self.sort)
        inner.addLayout(top)
        inner.addWidget(self._notices)
        inner.addWidget(self._chart)
        self._head = head
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self.list, 1)

    def _space(self, scale: float) -> None:
        self._inner.setContentsMargins(*(round(v * scale) for v in (16, 8, 12, 8)))
        self._inner.setSpacing(round(4 * scale))

    def _make_sort_menu(self) -> None:
        menu = QMenu(self.sort)
        group = QActionGroup(menu)
        for sort, name in SORT_NAMES.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setData(sort)
            group.addAction(action)
        group.triggered.connect(lambda action: self.sort_chosen.emit(Sort(action.data())))
        self._sorts = group
        give_menu(self.sort, menu)
        self.show_sort(Sort.RELEVANCE)

    def show_sort(self, sort: Sort) -> None:
        """Show the order in force."""
        self.sort.setText(f"{SORT_NAMES[sort]}  ▾")
        for action in self._sorts.actions():
            action.setChecked(Sort(action.data()) is sort)  # Qt gives the word back, not the member

    @property
    def notices_text(self) -> str:
        """What is said of how the query was read."""
        return self._notices.text()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._delegate.set_theme(theme)
        self._chart.set_theme(theme)
        self.list.viewport().update()

    def set_zoom(self, factor: float) -> None:
        """Show everything in another size."""
        fonts = self._fonts.zoomed(factor)
        self._delegate.set_fonts(fonts)
        self._chart.set_fonts(fonts)
        self._space(fonts.scale)
        self.setStyleSheet(zoomed_controls("#resultsPane", fonts))
        self.list.scheduleDelayedItemsLayout()

    def show_answer(self, answer: Answer | None, opened: str = "") -> None:
        """Show an answer from its best hit on, with the article at the path `opened` marked as the one that lies open.

        Where it has the hits that are listed already, and perhaps more, nothing moves.
        """
        place, row = self.list.verticalScrollBar().value(), self.list.currentIndex().row()
        same = (
            answer is not None
            and [row.hit.path for row in self.model.rows()][: len(answer.hits)]
            == [hit.path for hit in answer.hits][: len(self.model.rows())]
        )
        self.model.show(answer)
        self.model.mark_open(opened)
        self._room.start()
        self._say(answer)
        self._chart.show_years(answer.years if answer else ())
        if same:
            self._select_row(row)
            self.list.verticalScrollBar().setValue(place)
        else:
            self._select_row(-1)
            self.list.scrollToTop()

    def _say(self, answer: Answer | None) -> None:
        """Say how many articles were found, how the query was read, and what was not understood."""
        if answer is None:
            self._total.setText("")
            self._notices.setText("")
            self._told = ""
            self._head.setVisible(False)
            return
        self._head.setVisible(True)
        most = len(answer.hits) - answer.divider
        found = count(answer.total, "article") if answer.total or not most else "No article has all the words"
        self._total.setText(f"{found} · {answer.milliseconds:.0f} ms")
        self._total.setAccessibleName(found)
        if not answer.begun:  # while one types, nobody wants a number at each letter
            self.tell_found()
        notices = [answer.explanation, *answer.notices]
        if not answer.complete:
            notices.append("The index is still being built: there may be more.")
        self._notices.setText("\n".join(notice for notice in notices if notice))
        self._notices.setVisible(bool(self._notices.text()))

    def tell_found(self) -> None:
        """Tell a screen reader how many articles were found, unless it knows."""
        if self._total.accessibleName() != self._told:
            self._told = self._total.accessibleName()
            announce(self._total, self._told)

    def select(self, path: str) -> None:
        """Select the row of the article at a path, which lies open now, without choosing it."""
        self.model.mark_open(path)
        row = self.model.row_at(path)
        self._select_row(row)
        if row >= 0:
            self.list.scrollTo(self.model.index(row))

    def _select_row(self, row: int) -> None:
        selection = self.list.selectionModel()
        if row < 0:
            selection.clear()
        else:
            selection.setCurrentIndex(self.model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def enter(self) -> None:
        """Take the keyboard, with a row selected."""
        if self.model.rowCount():
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def pointed(self) -> Hit | None:
        """The selected result, while the list has the keyboard."""
        row = self.list.currentIndex().data(ROW_ROLE) if self.list.hasFocus() else None
        return row.hit if isinstance(row, Row) else None

    def choose(self, step: int) -> None:
        """Choose the row so many steps from the selected one, or from that of the article that lies open."""
        current = self.list.currentIndex()
        row = (current.row() if current.isValid() else self.model.open_row) + step
        if 0 <= row < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(row))
            self._choose(row, False)

    def choose_selected(self, in_new_tab: bool) -> None:
        """Choose the selected row, or the first."""
        if self.model.rowCount():
            self._choose(max(0, self.list.currentIndex().row()), in_new_tab)

    def _choose(self, row: int, in_new_tab: bool) -> None:
        found = self.model.index(row).data(ROW_ROLE)
        if isinstance(found, Row):
            self.article_chosen.emit(ArticleKey(found.hit.path), in_new_tab)

    def _fill_room(self) -> None:
        if self.model.rowCount() and not self.list.verticalScrollBar().maximum():
            self.more_wanted.emit()

    def _near_the_end(self, value: int) -> None:
        bar = self.list.verticalScrollBar()
        if bar.maximum() and value > bar.maximum() - 2 * bar.pageStep():
            self.more_wanted.emit()
