"""The window of a journey."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from driver import Driver


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Callable[..., Driver]]:
    """Return a function that opens the window on a folder; it is closed when the test ends."""
    with ExitStack() as opened:

        def open_on(folder: Path | None = None, query: str = "", *, indexed: bool = True) -> Driver:
            driver = Driver(qtbot, folder, query)
            opened.callback(driver.close)
            if indexed:
                driver.until_indexed()
            return driver

        yield open_on
