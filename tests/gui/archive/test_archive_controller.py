"""The archive in front."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from driver import Driver
from pressmark.values import Progress


def test_the_sample_is_counted_and_said(driver: Driver, seeds: Path) -> None:
    archive = driver.window.archive
    assert archive.root == seeds
    assert archive.process_id is not None
    driver.until(lambda: archive.totals.articles == 2)
    assert driver.window.status._articles.text() == "2 articles"
    assert driver.window.status._index.text() == "Index up to date"


def test_a_notice_is_told_once(driver: Driver) -> None:
    told = []
    driver.window.messages.said.connect(told.append)
    for _ in range(3):
        driver.window.archive._progressed(Progress("reading", notices=("The disk is nearly full.",)))
    assert told == ["The disk is nearly full."]
    driver.window.archive._progressed(Progress("done", finished=True))


@pytest.mark.logs
def test_a_process_that_died_is_said(driver: Driver) -> None:
    for goes_on, said in ((True, "goes on where it was"), (False, "F5 tries again")):
        driver.window.archive._died(goes_on)
        assert said in driver.window.status._index.text()
    driver.window.archive.look_again()
    driver.until(lambda: driver.window.status._index.text() == "Index up to date")


def test_a_file_read_in_another_encoding(qtbot: QtBot, archive: Callable[..., Path]) -> None:
    text = (
        "Gemeinderat beschließt über die Fähre\n\n"
        + "Der Rat von Flußstadt hörte die Bürger an und beschloß. " * 20
    )
    driver = Driver(qtbot, archive({"a.txt": text.encode("cp850")}))
    try:
        driver.until_indexed()
        driver.window.archive.show_health()
        dialog = driver.window.archive.health_dialog
        assert dialog is not None
        driver.until(lambda: dialog.model.rowCount() == 1)
        dialog.table.selectRow(0)
        choice = dialog.detail.encoding
        choice.box.setCurrentIndex(choice.box.findData("cp850"))
        driver.until(lambda: choice.lines.toPlainText().startswith("Gemeinderat beschließt"))
        assert not dialog.model.row(0).encoding_reason.startswith("chosen by you"), "it is only looked at"
        choice.apply.click()
        driver.until(lambda: dialog.model.row(0).encoding_reason.startswith("chosen by you"))
        assert dialog.model.row(0).encoding == "cp850"
        driver.window.searching.set_query("Bürger")  # Qt's own typist knows ASCII only
        driver.until(lambda: (found := driver.window.searching.answer) is not None and found.total == 1)
        choice.undo.click()
        driver.until(lambda: not dialog.model.row(0).encoding_reason.startswith("chosen by you"))
        dialog.reject()
    finally:
        driver.close()
    assert driver.window.archive.process_id is None
    assert driver.window.archive.holder is None
