"""What is remembered from one start to the next."""

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from driver import Driver
from pressmark import paths
from pressmark.gui.window.session import Session


def test_every_choice_is_saved_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    session = Session(file)
    session.change_one(zoom=1.5)
    with qtbot.waitSignal(session.scheme_chosen):
        session.choose_scheme("dark")
    session.change(lambda known: known.with_query("/a", "nato"))
    qtbot.waitUntil(lambda: Session(file).settings.recent_in("/a") == ("nato",))
    again = Session(file).settings
    assert (again.zoom, again.scheme, again.recent_in("/a")) == (1.5, "dark", ("nato",))
    session.change_one(zoom=2.0)
    session.close()
    assert Session(file).settings.zoom == 2.0


@pytest.mark.logs
def test_settings_that_cannot_be_saved_are_kept_for_now(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    session = Session(tmp_path / "file" / "settings.json")
    session.change_one(zoom=1.5)
    session.close()
    assert session.settings.zoom == 1.5
    assert "cannot be saved" in caplog.text


@pytest.mark.parametrize(
    "values",
    [
        {"zoom": 0},
        {"zoom": -3.5},
        {"zoom": 1e9},
        {"splitter": [1]},
        {"geometry": "nonsense"},
        {"tab": -4, "tabs": ["x"]},
    ],
    ids=lambda values: next(iter(values)),
)
def test_nonsense_in_the_settings_is_harmless(qtbot: QtBot, seeds: Path, values: dict[str, object]) -> None:
    paths.settings_file().write_text(json.dumps(values | {"archive": str(seeds)}))
    driver = Driver(qtbot, None)
    try:
        driver.until_indexed()
        driver.open_first("nato")
        assert driver.window.reader.view.column().width() > 100
        driver.window.reader.view.go_to(12, 0)
    finally:
        driver.close()


def test_the_window_and_the_order_come_back(qtbot: QtBot, seeds: Path) -> None:
    driver = Driver(qtbot, seeds)
    driver.until_indexed()
    driver.open_first("nato")
    driver.window.resize(1111, 777)
    driver.window.top.aside.setChecked(True)
    driver.close()
    known = Session(paths.settings_file()).settings
    assert known.archive == str(seeds)
    assert (known.query, known.set_aside_shown, len(known.tabs)) == ("nato", True, 1)
    assert known.recent_in(str(seeds)) == ("nato",)
    again = Driver(qtbot, None)
    try:
        assert again.window.top.aside.isChecked()
        again.until(lambda: again.window.reading.stored is not None)
        assert again.window.reader.view._aside_shown
    finally:
        again.close()
