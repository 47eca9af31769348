"""Which panes have room: in a narrow window some fold away, and come back when they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from pressmark.gui.main_window import MainWindow

NARROW, TIGHT = 1100, 760  # widths of the window under which the related pane, then the results fold away


class Folding(QObject):
    """Shows and hides the panes by the window's width and what the person is doing."""

    def __init__(self, window: MainWindow) -> None:
        """Fold the panes of this window."""
        super().__init__(window)
        self._window = window
        self._related_wanted = False
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)

    @property
    def related_is_over(self) -> bool:
        """Tell whether the related pane was unfolded over the place of another one."""
        return self._related_wanted and self._width() < NARROW and self._window.related.isVisible()

    def want_related(self, wanted: bool) -> None:
        """Unfold the related pane also where there is little room, or fold it away again."""
        self._related_wanted = wanted
        self.fold()

    def fold(self) -> None:
        """Fold or unfold the panes for what is shown now."""
        window = self._window
        tight = self._width() < TIGHT
        reading = window.reader.shows_article
        related = reading and (self._width() >= NARROW or self._related_wanted)
        choosing = window.top.search.hasFocus() or window.results.list.hasFocus()
        results = bool(window.searching.query) and window.searching.answer is not None
        if related and self._width() < NARROW:
            results = results and choosing and tight
        if tight and reading:
            results = results and choosing
            related = related and not choosing
        window.results.setVisible(results)
        window.related.setVisible(related)
        window.reader.setVisible(not (tight and reading and (results or related)))

    def next_pane(self, step: int) -> None:
        """Put the keyboard into the next or previous pane."""
        window = self._window
        panes: list[QWidget] = [window.top.search, window.results.list]
        panes.append(window.reader.view if window.reader.shows_article else window.reader.page)
        panes.append(window.related.list)
        panes = [pane for pane in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        inside = (n for n, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus)))
        target = panes[(next(inside, 0) + step) % len(panes)]
        if target is window.reader.page:
            window.reader.page.enter()
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _focus_changed(self) -> None:
        if self._width() < TIGHT and self._window.isVisible():
            self.fold()

    def _width(self) -> float:
        return self._window.width() / self._window.fonts.scale
