"""A folder of saved web pages: searched, read, corrected for the outlet."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from driver import Driver
from saved_pages import PARAGRAPHS, page

Open = Callable[[Path], Driver]
BOX = "<p>{}</p><p>Send us your memories of the harbour and of its ferries.</p>"


def test_a_folder_of_pages_is_searched_read_and_corrected(
    open_window: Open, archive: Callable[..., Path]
) -> None:
    files = {
        f"{number}.html": page(BOX.format(f"{PARAGRAPHS[number]}</p><p>{PARAGRAPHS[0]}"))
        .replace("Ferry to Elsing sails again", f"Ferry number{number} sails again")
        for number in range(2, 5)
    }  # fmt: skip
    driver = open_window(archive(files))
    driver.until(lambda: driver.window.archive.ready)
    driver.open_first("number3 ferry")
    assert driver.headline == "Ferry number3 sails again"
    view = driver.window.reader.view
    shown = [entry.text for entry in view.entries]
    assert shown[0].startswith("3 lines of menu"), "the page's navigation is folded away"
    assert any("echo.example/harbour/ferry" in text for text in shown), (
        "its address stands under the headline"
    )
    assert "Pier in Elsing is to be painted" not in driver.text
    driver.key(Qt.Key.Key_H)
    assert "Pier in Elsing is to be painted" in driver.text
    number = next(
        n for n, entry in enumerate(view.entries) if entry.text == "Pier in Elsing is to be painted"
    )
    assert "in a list of other stories" in view.told(number)
    driver.key(Qt.Key.Key_H)
    memories = next(
        n for n, entry in enumerate(view.entries) if entry.text.startswith("Send us your memories")
    )
    driver.qtbot.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view._rect(view.document().findBlockByNumber(memories)).center().toPoint(),
    )
    driver.key(Qt.Key.Key_N)
    driver.until(lambda: "Send us your memories" not in driver.text)
