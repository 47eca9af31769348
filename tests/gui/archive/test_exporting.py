"""What the person made, saved as a file."""

import json
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from driver import Driver


def test_what_was_made_is_written(driver: Driver, tmp_path: Path) -> None:
    driver.open_first("verhofstadt")
    file = tmp_path / "mine.jsonl"
    driver.window.exporting.write(file)
    driver.until(lambda: "that you made" in driver.window.notice.text)
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert {line["kind"] for line in lines} >= {"read"}


def test_where_it_cannot_be_written(driver: Driver, tmp_path: Path) -> None:
    driver.window.exporting.write(tmp_path / "no" / "mine.jsonl")
    driver.until(lambda: "could not be written" in driver.window.notice.text)
    assert list(tmp_path.rglob("mine.jsonl*")) == []


def test_the_person_is_asked_for_the_file(driver: Driver) -> None:
    driver.window.exporting.choose()
    dialog = driver.window.findChild(QFileDialog)
    assert dialog.windowTitle() == "Export what you made"
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.reject()
