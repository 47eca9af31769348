"""The application: its display, its scheme, and what it opens."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from driver import Driver
from pressmark import paths
from pressmark.errors import ArchiveError
from pressmark.gui import app
from pressmark.gui.look.theme import DARK, LIGHT
from pressmark.gui.window.session import Session
from pressmark.instance import FirstStart, Opening

VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt aborts on X11 and Wayland only")
@pytest.mark.parametrize(
    ("set_to", "fine"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True),
     ({"QT_QPA_PLATFORM": "offscreen"}, True),
     ({"DISPLAY": ""}, False)],
)  # fmt: skip
def test_without_a_display_one_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, set_to: dict[str, str], fine: bool
) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in set_to.items():
        monkeypatch.setenv(name, value)
    if fine:
        app.check_display()
        return
    with pytest.raises(ArchiveError, match="pressmark search FOLDER QUERY"):
        app.check_display()
    with pytest.raises(app.NoDisplay):
        app.run(Opening(), FirstStart())


def test_the_application_is_made_once(qapp: QApplication) -> None:
    assert app.make_application() is qapp
    assert qapp.applicationName() == "pressmark"
    assert not qapp.windowIcon().isNull()


@pytest.mark.parametrize(("scheme", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_the_scheme_of_the_settings(scheme: str, theme: object, qapp: QApplication) -> None:
    session = Session(paths.settings_file())
    session.choose_scheme(scheme)
    assert app.theme_of(session) is theme
    session.choose_scheme("system")
    assert app.theme_of(session) in (LIGHT, DARK)


def test_the_scheme_is_followed_live(driver: Driver, qapp: QApplication) -> None:
    for scheme, theme in (("dark", DARK), ("light", LIGHT)):
        driver.window.session.choose_scheme(scheme)
        assert driver.window.theme is theme
        assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == theme.paper
        assert theme.chrome in qapp.styleSheet()
    driver.window.session.choose_scheme("system")


def test_starting_again_goes_on_where_one_was(qtbot: QtBot, seeds: Path) -> None:
    first = Driver(qtbot, seeds, "expansion")
    app.start(first.window, Opening())
    assert (first.window.archive.root, first.window.searching.query) == (seeds, "expansion")
    first.close()
    again = Driver(qtbot, None)
    try:
        assert (again.window.archive.root, again.window.searching.query) == (seeds, "expansion")
    finally:
        again.close()


def test_what_takes_time_begins_after_the_first_paint(qtbot: QtBot) -> None:
    began: list[bool] = []
    widget = QWidget()
    qtbot.addWidget(widget)
    app.AfterFirstPaint(widget, lambda: began.append(widget.isVisible()))
    assert not began
    widget.show()
    qtbot.waitUntil(lambda: began == [True])
    widget.update()
    widget.repaint()
    assert began == [True]
