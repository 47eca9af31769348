"""Where the window was left, and that it fits the screen at the very first start."""

from functools import reduce
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from driver import Driver
from pressmark import paths
from pressmark.gui import app
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import LIGHT
from pressmark.gui.main_window import MainWindow
from pressmark.gui.window.left_off import USUAL_SIZE
from pressmark.gui.window.session import Session
from pressmark.values import Sort


def test_the_first_window_fits_its_screen(qtbot: QtBot, tmp_path: Path) -> None:
    huge = Session(tmp_path / "settings.json")
    application = app.make_application()
    system = application.font()
    system.setPointSizeF(30)
    window = MainWindow(Fonts(system), LIGHT, huge)
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    assert USUAL_SIZE[0] * window.fonts.scale > room.width()
    assert window.width() <= room.width()
    assert window.height() <= room.height()
    window.close()


@pytest.mark.logs
@pytest.mark.parametrize("part", ["reading.tabs.left", "saveGeometry", "exporting.lanes"])
def test_whatever_goes_wrong_while_leaving_the_rest_is_saved_and_the_window_closes(
    qtbot: QtBot, seeds: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    driver = Driver(qtbot, seeds)
    driver.until_indexed()
    driver.open_first("nato")
    driver.window.results.sort_chosen.emit(Sort.OLDEST)
    *way, name = part.split(".")
    owner = reduce(getattr, way, driver.window)
    monkeypatch.setattr(owner, name, fail)
    process = driver.window.archive.process_id
    driver.close()
    assert not driver.window.isVisible()
    known = Session(paths.settings_file()).settings
    assert (known.query, known.sort) == ("nato", "oldest")
    assert bool(known.tabs) is (part != "reading.tabs.left")
    assert process is not None
    qtbot.waitUntil(lambda: not Path(f"/proc/{process}").exists())


def test_a_tab_is_found_again_when_its_file_was_moved_between_two_starts(qtbot: QtBot, archive) -> None:
    root = archive(
        {"one.txt": "The harbour was dredged.\n" * 9, "two.txt": "The ferry sailed at noon.\n" * 9}
    )
    driver = Driver(qtbot, root)
    driver.until_indexed()
    driver.window.reading.open_at("two.txt", with_related=False)
    driver.until(lambda: driver.window.reading.stored is not None)
    driver.close()
    (root / "later").mkdir()
    (root / "two.txt").rename(root / "later" / "two.txt")
    again = Driver(qtbot, None)
    try:
        again.until(lambda: again.window.reading.stored is not None)
        assert again.window.reading.stored.path == "later/two.txt"
    finally:
        again.close()
