"""What the window's tests share: fonts, and one window a module."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from driver import Driver
from pressmark.gui.look.fonts import Fonts

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> Fonts:
    """The fonts at scale 1."""
    system = qapp.font()
    system.setPointSizeF(9.0)
    return Fonts(system)


@pytest.fixture(scope="module")
def opened(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Driver]:
    """The window of a module, on the sample archive, indexed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRESSMARK_DATA", str(tmp_path_factory.mktemp("module")))
        driver = Driver(QtBot(request), SEEDS)
        driver.until_indexed()
    yield driver
    driver.close()


@pytest.fixture
def driver(opened: Driver, qtbot: QtBot) -> Driver:
    """The module's window, put back to its beginning: no query, no article, wide, the search bar with the keyboard."""
    opened.qtbot = qtbot
    window = opened.window
    window.resize(1400, 860)
    window.top.aside.setChecked(False)
    window.zoom.reset()
    window.notice.hide()
    window.folding.want_related(False)
    window.reading.clear()
    window.searching.set_query("")
    window.searching.chosen = ""
    window.show_state()
    window.activateWindow()
    window.searching.focus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.top.search)
    return opened


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """A window to put things into."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget
