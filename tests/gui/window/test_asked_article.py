"""An article that was dropped on the window: its folder opens with it in front."""

from collections.abc import Callable
from pathlib import Path

from driver import Driver
from saved_pages import page
from texts import article


def test_a_dropped_file_is_opened_in_its_folder(driver: Driver, archive: Callable[..., Path]) -> None:
    root = archive({"ferry.html": page(), "pier.txt": article(2), "empty.txt": ""})
    window = driver.window
    window.opener.open_dropped(root / "ferry.html")
    driver.until(lambda: window.archive.root == root)
    driver.until(lambda: driver.headline == "Ferry to Elsing sails again")
    window.opener.open_dropped(root / "pier.txt")
    driver.until(lambda: window.reading.stored is not None and window.reading.stored.path == "pier.txt")
    driver.until(lambda: window.archive.ready)
    window.opener.open_dropped(root / "empty.txt")
    driver.until(lambda: "empty.txt is no article that could be read" in window.notice.text)
    assert window.reading.stored is not None
    assert window.reading.stored.path == "pier.txt", "what lay open stays"
