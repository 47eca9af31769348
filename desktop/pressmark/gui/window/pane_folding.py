"""Which panes have room: in a narrow window some fold away, and come back when they are wanted."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from pressmark.gui.reading.pane.reader_pane import ReaderPane
from pressmark.gui.related.pane.related_pane import RelatedPane
from pressmark.gui.searching.pane.results_pane import ResultsPane
from pressmark.gui.searching.pane.search_bar import SearchBar
from pressmark.gui.window.panes import Pane

NARROW, TIGHT = 1100, 760  # widths of the window under which the related pane, then the results fold away


class PaneFolding(QObject):
    """Shows and hides the panes by the window's width and what the person is doing."""

    def __init__(
        self, window: QWidget, scale: float, bar: SearchBar, results: ResultsPane, reader: ReaderPane,
        related: RelatedPane, panes: tuple[Pane, ...], has_results: Callable[[], bool],
    ) -> None:  # fmt: skip
        """Fold these panes of a window; `has_results` tells whether there is an answer to show."""
        super().__init__(window)
        self._window, self._scale, self._bar = window, scale, bar
        self._results, self._reader, self._related = results, reader, related
        self._panes, self._has_results = panes, has_results
        self._related_wanted = False
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)

    @property
    def related_is_over(self) -> bool:
        """Tell whether the related pane was unfolded over the place of another one."""
        return self._related_wanted and self._width() < NARROW and self._related.isVisible()

    def want_related(self, wanted: bool) -> None:
        """Unfold the related pane also where there is little room, or fold it away again."""
        self._related_wanted = wanted
        self.fold()
        if wanted and self._related.isVisible() and not self._reader.isVisible():
            self._related.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def back_to_list(self) -> bool:
        """Show the results again where the article has taken their place; tell whether it had."""
        if not (self._width() < TIGHT and self._reader.shows_article and self._has_results()):
            return False
        if self._results.isVisible():
            return False
        self._related_wanted = False
        self._results.setVisible(True)
        self._results.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fold()
        return True

    def fold(self) -> None:
        """Fold or unfold the panes for what is shown now."""
        tight = self._width() < TIGHT
        reading = self._reader.shows_article
        related = reading and (self._width() >= NARROW or self._related_wanted)
        choosing = self._bar.hasFocus() or self._results.list.hasFocus()
        results = self._has_results()
        if related and self._width() < NARROW:
            results = results and choosing and tight
        if tight and reading:
            results = results and choosing
            related = related and not choosing
        self._results.setVisible(results)
        self._related.setVisible(related)
        self._reader.setVisible(not (tight and reading and (results or related)))

    def next_pane(self, step: int) -> None:
        """Put the keyboard into the next or previous pane; the search bar counts as one."""
        places = [self._bar, *(pane.keyboard() for pane in self._panes)]
        shown = [place for place in places if place.isVisible()]
        focus = QApplication.focusWidget()
        inside = (
            n for n, place in enumerate(shown) if focus and (place is focus or place.isAncestorOf(focus))
        )
        target = shown[(next(inside, 0) + step) % len(shown)]
        if target is self._reader.page:
            self._reader.page.enter()
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _focus_changed(self) -> None:
        if self._width() < TIGHT and self._window.isVisible():
            self.fold()

    def _width(self) -> float:
        return self._window.width() / self._scale
