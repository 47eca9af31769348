"""The size of the article's letters."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pressmark.gui.window.session import LARGEST_ZOOM, SMALLEST_ZOOM, Session
from pressmark.gui.window.zoom import Zoom


@pytest.mark.parametrize(("step", "bound"), [(1, LARGEST_ZOOM), (-1, SMALLEST_ZOOM)])
def test_it_keeps_to_its_bounds_and_is_remembered(
    qtbot: QtBot, tmp_path: Path, step: int, bound: float
) -> None:
    session = Session(tmp_path / "settings.json")
    zoom, told = Zoom(session), list[float]()
    zoom.changed.connect(told.append)
    for _ in range(40):
        zoom.step(step)
    assert zoom.factor == session.settings.zoom == told[-1] == bound
    zoom.reset()
    assert zoom.factor == told[-1] == 1.0
    session.close()
    assert Session(tmp_path / "settings.json").settings.zoom == 1.0
