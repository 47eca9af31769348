"""The application: fonts, colours, one window, and its life from the first paint to the last."""

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

import pressmark
from pressmark import log, paths
from pressmark.errors import ArchiveError
from pressmark.gui.look.fonts import Fonts, fonts_of
from pressmark.gui.look.icons import window_icon
from pressmark.gui.look.theme import DARK, LIGHT, Theme, palette, style_sheet
from pressmark.gui.main_window import MainWindow
from pressmark.gui.window.session import Session
from pressmark.instance import FirstStart, Opening

NO_DISPLAY = (
    "there is no display to open a window on. Start it from a desktop session, or use the commands: "
    "`pressmark search FOLDER QUERY` (`pressmark --help` lists them)."
)


class NoDisplay(ArchiveError):
    """There is no screen to show a window on."""


def run(opening: Opening, first: FirstStart) -> int:
    """Open the window on what is asked for; return the exit status when it is closed.

    A later start of the program tells `first` what it was asked to open; this window shows it.
    """
    check_display()
    application = make_application()
    window = make_window(application, Session(paths.settings_file()))
    window.messages.take_over()

    def begin() -> None:
        log.start(paths.log_file())
        start(window, opening)
        first.listen(window.opener.heard.emit)

    AfterFirstPaint(window.top, begin)
    window.show()
    try:
        status = application.exec()
    finally:
        first.release()
    from multiprocessing import active_children  # not before the first paint

    if active_children():  # one hangs in a dead disk, and Python would wait for it for ever
        logging.shutdown()
        os._exit(status)
    return status


class AfterFirstPaint(QObject):
    """Calls a function once, when a widget has been painted for the first time: what takes time can wait till then."""

    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        """Wait for the first paint of `widget`."""
        super().__init__(widget)
        self._widget, self._then = widget, then
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look out for the paint; let every event through."""
        if event.type() is QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def check_display() -> None:
    """Raise NoDisplay where Qt would abort."""
    on_unix = sys.platform.startswith(("linux", "freebsd"))
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if on_unix and not platform and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise NoDisplay(NO_DISPLAY)


def make_application() -> QApplication:
    """Return the application, made once a process."""
    if sys.platform.startswith("linux"):  # the desktop's own file dialogs without its toolkit in this process
        os.environ.setdefault("QT_QPA_PLATFORMTHEME", "xdgdesktopportal")
    known = QApplication.instance()
    application = known if isinstance(known, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("pressmark")
    application.setApplicationDisplayName("Pressmark")
    application.setApplicationVersion(pressmark.__version__)
    application.setDesktopFileName("pressmark")
    application.setStyle("Fusion")
    application.setWindowIcon(window_icon())
    return application


def make_window(application: QApplication, session: Session) -> MainWindow:
    """Return the window, in the scheme of the settings or of the system, followed live."""
    fonts = fonts_of(application)
    window = MainWindow(fonts, theme_of(session), session)
    apply_theme(application, fonts, window.theme)

    def follow(*_: object) -> None:
        theme = theme_of(session)
        apply_theme(application, fonts, theme)
        window.set_theme(theme)

    session.scheme_chosen.connect(follow)
    QGuiApplication.styleHints().colorSchemeChanged.connect(follow)
    return window


def theme_of(session: Session) -> Theme:
    """Return the theme that the person chose, or the system wants."""
    if session.settings.scheme in ("light", "dark"):
        return DARK if session.settings.scheme == "dark" else LIGHT
    return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT


def apply_theme(application: QApplication, fonts: Fonts, theme: Theme) -> None:
    """Paint everything in a theme; our own palette, since Qt follows only some desktops."""
    application.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme, fonts.scale))


def start(window: MainWindow, opening: Opening) -> None:
    """Open the archive that was asked for, or the one read last, or the sample."""
    last = Path(window.session.settings.archive or paths.sample_archive())
    window.opener.open(Path(opening.archive) if opening.archive else last, opening.query, otherwise=last)
