"""The window's end of a real indexing process."""

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pressmark.gui.archive.indexer import MOST_RESTARTS, Indexer
from pressmark.indexing import worker

PATIENCE = 20_000


@pytest.fixture
def indexer(qtbot: QtBot):
    made = Indexer()
    yield made
    made.close()


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_it_indexes_and_ends_when_stopped(indexer: Indexer, seeds: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(
        indexer.progressed, timeout=PATIENCE, check_params_cb=lambda told: told.finished
    ) as caught:
        indexer.start(seeds)
        process = indexer.process_id
    assert process is not None
    assert (caught.args[0].stage, caught.args[0].articles) == ("done", 2)
    with qtbot.waitSignal(indexer.progressed, timeout=PATIENCE, check_params_cb=lambda told: told.finished):
        indexer.look_again()
    with qtbot.assertNotEmitted(indexer.died):
        indexer.stop()
    assert indexer.process_id is None
    indexer.close()
    assert not alive(process)
    indexer.close()


def test_a_process_that_dies_is_started_again_but_not_for_ever(
    indexer: Indexer, seeds: Path, qtbot: QtBot
) -> None:
    indexer.start(seeds)
    seen = set()
    for number in range(MOST_RESTARTS + 1):
        assert indexer.process_id is not None
        seen.add(indexer.process_id)
        with qtbot.waitSignal(indexer.died, timeout=PATIENCE) as caught:
            os.kill(indexer.process_id, signal.SIGKILL)
        assert caught.args == [number < MOST_RESTARTS]
    assert indexer.process_id is None
    assert len(seen) == MOST_RESTARTS + 1
    qtbot.waitUntil(lambda: not any(alive(process) for process in seen))
    with qtbot.waitSignal(indexer.progressed, timeout=PATIENCE, check_params_cb=lambda told: told.finished):
        indexer.look_again()
    assert indexer.process_id is not None


def test_orders_without_a_process_are_harmless(indexer: Indexer) -> None:
    indexer.pause(True)
    indexer.look_again()
    indexer.stop()
    assert indexer.process_id is None


def test_the_window_in_front_has_some_of_the_cores(indexer: Indexer, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[worker.Order] = []
    monkeypatch.setattr(indexer, "_tell", told.append)
    for state in (Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive):
        indexer.follow(state)
    assert told == [worker.Order.IN_FRONT, worker.Order.BEHIND]
