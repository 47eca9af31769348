"""The list of all corrections of an archive."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from driver import Driver
from pressmark.values import Block
from texts import article


def block_of(driver: Driver, text: str) -> Block:
    stored = driver.window.reading.stored
    assert stored is not None
    return next(block for block in stored.article.blocks if block.text == text)


def test_from_the_menu_to_a_line_and_back_to_what_the_program_found(
    qtbot: QtBot, archive: Callable[..., Path]
) -> None:
    driver = Driver(
        qtbot, archive({f"{number}.txt": article(number, "Riverton Echo") for number in range(3)})
    )
    try:
        driver.until_indexed()
        window, texts = driver.window, []
        for query in ("number1", "number2"):
            driver.open_first(query)
            driver.until(lambda query=query: query in driver.text)
            blocks = window.reading.stored.article.blocks  # type: ignore[union-attr]
            number = next(n for n, block in enumerate(blocks) if len(block.text) > 80)
            texts.append(blocks[number].text)
            window.reader.view.set_focus(number)
            driver.key(Qt.Key.Key_N)
            driver.until(lambda: block_of(driver, texts[-1]).set_aside)
        window.actions_by_name["corrections"].trigger()
        dialog = window.corrections.dialog
        assert dialog is not None
        driver.until(lambda: dialog.model.rowCount() == 2)
        assert [dialog.model.row(row).correction.text for row in (0, 1)] == texts[::-1]  # type: ignore[union-attr]
        dialog.table.selectRow(1)
        qtbot.mouseClick(dialog._go, Qt.MouseButton.LeftButton)
        driver.until(lambda: window.reading.stored is not None and window.reading.stored.path == "1.txt")
        assert not dialog.isVisible(), "the list would lie over the line"
        window.actions_by_name["corrections"].trigger()
        driver.until(lambda: dialog.model.rowCount() == 2)
        assert dialog.table.currentIndex().row() == 1, "and is found as it was left"
        qtbot.mouseClick(dialog._take_back, Qt.MouseButton.LeftButton)
        driver.until(lambda: dialog.model.rowCount() == 1)
        driver.until(lambda: not block_of(driver, texts[0]).set_aside)
        assert window.correcting.can_undo
        window.correcting.undo()
        driver.until(lambda: dialog.model.rowCount() == 2)
        driver.until(lambda: block_of(driver, texts[0]).set_aside)
        dialog.reject()
    finally:
        driver.close()
