"""From the keys in the search bar to the results: the newest question first, and never a stale Enter."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from pressmark.errors import IndexDamaged
from pressmark.gui.archive.library_holder import LibraryHolder
from pressmark.gui.lane import Lane, Stop
from pressmark.gui.messages import Messages
from pressmark.gui.searching.pane.results_pane import ResultsPane
from pressmark.gui.searching.pane.search_bar import SearchBar
from pressmark.search.query_text import as_phrase, narrowed, widened
from pressmark.values import Answer, Filters, Hit, Sort

PAUSE_MS = 1000  # after which the last word typed is taken for a whole one
FIRST_PAGE, NEXT_PAGE = 8, 40  # hits asked for at first, and more when the list is scrolled to its end


class SearchController(QObject):
    """Asks the library while the person types, and shows what it answers."""

    answered = Signal(object)
    index_damaged = Signal()
    emptied = Signal()

    def __init__(
        self,
        bar: SearchBar,
        results: ResultsPane,
        holder: Callable[[], LibraryHolder | None],
        messages: Messages,
    ) -> None:
        """Connect a bar and a results pane to the library in front."""
        super().__init__(bar)
        self._bar, self._results, self._holder = bar, results, holder
        self._messages = messages
        self.lane = Lane("search", self)
        self.sort = Sort.RELEVANCE
        self.answer: Answer | None = None
        self.chosen = ""  # the path of the article that lies open
        self._limit = FIRST_PAGE
        self._enter: bool | None = None
        self.is_wanted = (
            False  # Enter was pressed for what stands in the bar: it is no longer only being typed
        )
        self._typing = False  # the last word is read as a beginning, too
        self._steady = False  # the rows keep their order: a correction was made under one's eyes
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.settle)
        bar.asked.connect(self.type)
        bar.entered.connect(self.enter)
        results.sort_chosen.connect(self.choose_sort)
        results.more_wanted.connect(self._more)
        self.lane.answered.connect(self._show)
        self.lane.failed.connect(self._failed)

    @property
    def query(self) -> str:
        """The query as it stands in the bar."""
        return self._bar.text().strip()

    def type(self, _: str = "") -> None:
        """Ask what stands in the bar now, its last word perhaps half typed."""
        self._enter, self.is_wanted, self._steady = None, False, False
        self._limit = FIRST_PAGE
        self._typing = not self._bar.text().endswith(" ")
        self._pause.start()
        self.ask()

    def settle(self) -> None:
        """Take the last word for a whole one if there is such a word: one paused, pressed Enter, or goes elsewhere."""
        self._pause.stop()
        if self._typing:
            self._typing = False
            if self.answer is None or self.answer.begun or self.lane.busy:
                self.ask_again()

    def ask(self) -> None:
        """Ask the query in the bar; an empty one empties the results."""
        self._ask(0)

    def _ask(self, offset: int) -> None:
        """Ask for the hits from place `offset` up to the limit."""
        typing = self._typing
        query, sort, limit, holder = self.query, self.sort, self._limit - offset, self._holder()
        if not query or holder is None:
            self.lane.drop()
            self.answer = None
            self._results.show_answer(None)
            self.emptied.emit()
            return

        def search(stop: Stop) -> Answer:
            return holder.library().search(
                query, typing=typing, sort=sort, filters=Filters(), limit=limit, offset=offset, stop=stop
            )

        self.lane.ask(search)

    def set_query(self, query: str) -> None:
        """Put a query into the bar and ask it as a whole."""
        self._pause.stop()
        self._typing, self._enter, self.is_wanted, self._steady = False, None, False, False
        self._bar.show_query(query)
        self._limit = FIRST_PAGE
        self.ask()

    def ask_again(self) -> None:
        """Ask the query in the bar once more, if there is one: the archive has changed."""
        if self.query:
            self.ask()

    def follow_correction(self) -> None:
        """Ask the query once more, and leave each row where it is until the next search."""
        self._steady = True
        self.ask_again()

    def focus(self) -> None:
        """Put the caret into the search bar, with the query selected."""
        self._bar.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._bar.selectAll()

    def search_phrase(self, words: str) -> None:
        """Search the archive for words next to one another."""
        if words.strip():
            self.set_query(as_phrase(words))

    def narrow(self, addition: str) -> None:
        """Add a filter to the query, where one sees it and can change it."""
        self._change_to(narrowed(self.query, addition))

    def widen(self, field: str) -> None:
        """Take the filter of a field out of the query."""
        self._change_to(widened(self._bar.text(), field))

    def _change_to(self, query: str) -> None:
        """Ask another query, with the caret behind it: one types on."""
        self.set_query(query)
        self._bar.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bar.end(False)

    def enter(self, in_new_tab: bool) -> None:
        """Open the selected or first result, of the query as it stands: wait for its answer if it is still to come."""
        self._enter, self.is_wanted = in_new_tab, True
        self.settle()
        if self.lane.busy:
            return
        if self.answer is None or self.answer.query != self.query:
            self.ask()
        else:
            self._act_on_enter(self.answer)

    def _act_on_enter(self, answer: Answer) -> None:
        """Open what Enter was pressed for, unless the index is still to bring it."""
        if self._enter is not None and (answer.hits or answer.complete):
            in_new_tab, self._enter = self._enter, None
            self._results.choose_selected(in_new_tab)
            if not answer.hits:
                self.answered.emit(answer)  # only now is it said that there is nothing

    def begin_with(self, sort: Sort) -> None:
        """Order the results so from now on, without asking."""
        self.sort = sort
        self._results.show_sort(sort)

    def choose_sort(self, sort: Sort) -> None:
        """Order the results otherwise."""
        self._steady = False
        self.begin_with(sort)
        self.ask()

    def _more(self) -> None:
        """Ask for what comes after the hits that are listed."""
        answer = self.answer
        if answer is not None and answer.more_from and not self.lane.busy:
            self._limit = answer.more_from + NEXT_PAGE
            self._ask(answer.more_from)

    def _failed(self, _: int, error: Exception) -> None:
        """Say what went wrong; a damaged index is built again."""
        self._messages.error(error)
        if isinstance(error, IndexDamaged):
            self.index_damaged.emit()

    def _show(self, _: int, answer: Answer) -> None:
        if answer.offset:
            before = self.answer
            if before is None or before.generation != answer.generation:
                self.ask()  # the index went on: its places are others now
                return
            answer = _joined(before, answer)
        elif self.answer is not None and self._goes_on(answer):
            self._typing = True  # what is listed stays, and Enter opens its first
            self._results.tell_found()
            self._act_on_enter(self.answer)
            return
        elif self._steady and self.answer is not None:
            answer = _in_the_order_of(self.answer, answer)
        self.answer = answer
        self._results.show_answer(answer, self.chosen)
        self.answered.emit(answer)
        self._act_on_enter(answer)

    def _goes_on(self, answer: Answer) -> bool:
        """Tell whether the last word is plainly a beginning still: as a whole one it is found nowhere."""
        before = self.answer
        return (
            before is not None
            and before.begun
            and before.query == answer.query
            and before.total > answer.total == 0
        )


def _joined(before: Answer, more: Answer) -> Answer:
    """Return an answer with the hits that come after those of `before`."""
    return replace(more, hits=(*before.hits, *more.hits), divider=before.divider + more.divider, offset=0)


def _in_the_order_of(before: Answer, now: Answer) -> Answer:
    """Return an answer with its hits in the order they were listed in before; new ones come last."""
    places = {hit.path: place for place, hit in enumerate(before.hits)}

    def in_place(hits: tuple[Hit, ...]) -> list[Hit]:
        return sorted(hits, key=lambda hit: places.get(hit.path, len(places)))

    return replace(now, hits=(*in_place(now.hits[: now.divider]), *in_place(now.hits[now.divider :])))
