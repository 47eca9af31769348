"""Drives the real window as a person would: with keys, and by the controls' accessible names."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from pressmark import paths
from pressmark.gui import app
from pressmark.gui.main_window import MainWindow
from pressmark.gui.menu import article_menu
from pressmark.gui.window.session import Session
from pressmark.instance import Opening

PATIENCE_MS = (
    40_000  # two processes start, one after the other and with little priority, before a page is found
)


class Driver:
    """A window with its archive, and the hands on the keyboard."""

    def __init__(self, qtbot: QtBot, folder: Path | None, query: str = "") -> None:
        """Open the window on a folder and wait until it has the keyboard."""
        self.qtbot = qtbot
        self._closed = False
        application = app.make_application()
        self.window: MainWindow = app.make_window(application, Session(paths.settings_file()))
        self.window.resize(1400, 860)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        app.start(self.window, Opening(str(folder) if folder else "", query))
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=PATIENCE_MS)

    def close(self) -> None:
        """Close the window as its close button does."""
        if not self._closed:
            self._closed = True
            self.window.close()
            self.window.deleteLater()

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something is the case."""
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def until_indexed(self) -> None:
        """Wait until the archive is indexed."""
        self.until(lambda: self.window.archive.ready)

    def type(self, text: str) -> None:
        """Type a text, letter by letter, to whatever has the keyboard."""
        for letter in text:
            QTest.keyClicks(self._focus(), letter)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key, to whatever has the keyboard."""
        QTest.keyClick(self._focus(), key, modifier)

    def _focus(self) -> QWidget:
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the keyboard"
        return focus

    def search(self, query: str) -> None:
        """Go to the search bar, replace the query, and wait for the answer to it."""
        self.key(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        self.until(self.window.top.search.hasFocus)  # a menu that has just closed may still have the keyboard
        self.type(query)
        self.until(
            lambda: (answer := self.window.searching.answer) is not None and answer.query == query.strip()
        )

    def open_first(self, query: str) -> None:
        """Search, press Enter, and wait for the article."""
        self.search(query)
        self.key(Qt.Key.Key_Return)
        self.until(lambda: self.window.reading.stored is not None and self.window.reader.shows_article)

    def until_related(self) -> None:
        """Wait until the relations of the open article are known."""
        passages = self.window.relating
        self.until(lambda: not passages.lane.busy)

    def named(self, name: str) -> QWidget:
        """Return the visible control with an accessible name."""
        found = [w for w in self.window.findChildren(QWidget) if w.accessibleName() == name]
        assert found, f"no control is named {name!r}"
        return next((widget for widget in found if widget.isVisible()), found[0])

    def article_menu(self) -> QMenu:
        """Return the menu that a click with the other button opens in the article."""
        window = self.window
        can_undo = window.correcting.can_undo
        return article_menu(
            window.reader.view, window.reading.stored, window.actions_by_name, can_undo=can_undo
        )

    @property
    def headline(self) -> str:
        """The headline of the open article."""
        stored = self.window.reading.stored
        return stored.article.headline if stored else ""

    @property
    def text(self) -> str:
        """What the reader shows."""
        return self.window.reader.view.toPlainText()
