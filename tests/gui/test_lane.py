"""Lanes: the newest question wins."""

import threading
import time

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from pressmark.errors import ArchiveError
from pressmark.gui.lane import STUCK_MS, Lane, Stop, close_all

PATIENCE = 5.0  # seconds; a thread that does not come is a fault


@pytest.fixture
def lane(qtbot: QtBot):
    made = Lane("test")
    yield made
    made.close()


def test_an_answer_comes_with_its_ticket(lane: Lane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lane.answered) as caught:
        ticket = lane.ask(lambda stop: "answer")
        assert lane.busy
    assert caught.args == [ticket, "answer"]
    assert not lane.busy


def test_it_is_answered_in_another_thread(lane: Lane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lane.answered) as caught:
        lane.ask(lambda stop: threading.get_ident())
    assert caught.args[1] != threading.get_ident()


def test_the_newest_question_wins_and_the_old_one_is_stopped(lane: Lane, qtbot: QtBot) -> None:
    begun, stopped, answers = threading.Event(), threading.Event(), []
    lane.answered.connect(lambda ticket, answer: answers.append(answer))

    def old(stop: Stop) -> str:
        begun.set()
        while not stop():
            pass
        stopped.set()
        return "old"

    lane.ask(old)
    assert begun.wait(PATIENCE)
    with qtbot.waitSignal(lane.answered):
        lane.ask(lambda stop: "new")
    assert stopped.is_set()
    assert answers == ["new"], "a late answer is dropped"


def test_questions_in_between_are_never_begun(lane: Lane, qtbot: QtBot) -> None:
    begun, go_on, asked = threading.Event(), threading.Event(), []

    def slow(stop: Stop) -> None:
        begun.set()
        go_on.wait(PATIENCE)

    lane.ask(slow)
    assert begun.wait(PATIENCE)
    for number in range(50):
        lane.ask(lambda stop, number=number: asked.append(number))
    with qtbot.waitSignal(lane.answered):
        go_on.set()
    assert asked == [49]


def test_a_fresh_question_is_not_stopped(lane: Lane, qtbot: QtBot) -> None:
    lane.ask(lambda stop: None)
    with qtbot.waitSignal(lane.answered) as caught:
        lane.ask(lambda stop: stop())
    assert caught.args[1] is False


def test_an_error_comes_through_failed(lane: Lane, qtbot: QtBot) -> None:
    def fail(stop: Stop) -> None:
        raise ArchiveError("The folder is not there.")

    with qtbot.assertNotEmitted(lane.answered), qtbot.waitSignal(lane.failed) as caught:
        ticket = lane.ask(fail)
    assert caught.args[0] == ticket
    assert str(caught.args[1]) == "The folder is not there."
    assert not lane.busy


@pytest.mark.logs
def test_a_fault_of_ours_comes_with_its_trace_and_the_lane_goes_on(
    lane: Lane, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(lane.failed) as caught:
        lane.ask(lambda stop: 1 / 0)
    assert isinstance(caught.args[1], ZeroDivisionError)
    assert caught.args[1].__traceback__ is not None
    assert "test lane" in caplog.text
    with qtbot.waitSignal(lane.answered):
        lane.ask(lambda stop: None)


def test_what_is_dropped_is_never_answered(lane: Lane, qtbot: QtBot) -> None:
    begun, go_on, answers = threading.Event(), threading.Event(), []
    lane.answered.connect(lambda ticket, answer: answers.append(answer))

    def slow(stop: Stop) -> str:
        begun.set()
        go_on.wait(PATIENCE)
        return "late"

    lane.ask(slow)
    assert begun.wait(PATIENCE)
    lane.drop()
    assert not lane.busy
    go_on.set()
    with qtbot.waitSignal(lane.answered):
        lane.ask(lambda stop: "after")
    assert answers == ["after"]


def test_close_ends_the_thread_and_no_answer_comes(qtbot: QtBot) -> None:
    lane, begun, answers = Lane("closing"), threading.Event(), []
    lane.answered.connect(lambda ticket, answer: answers.append(answer))

    def slow(stop: Stop) -> str:
        begun.set()
        while not stop():
            pass
        return "late"

    lane.ask(slow)
    assert begun.wait(PATIENCE)
    lane.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "closing"]
    qtbot.wait(1)
    assert answers == []


def test_a_question_that_hangs_holds_neither_the_next_one_nor_the_end(qtbot: QtBot) -> None:
    """As one does that asks for a folder on a disk that does not answer."""
    lanes, alive_again, begun = [Lane("hanging") for _ in range(5)], threading.Event(), threading.Event()

    def hang(stop: Stop) -> str:
        begun.set()
        alive_again.wait(60)
        return "late"

    answers = []
    for lane in lanes:
        lane.answered.connect(lambda ticket, answer: answers.append(answer))
        begun.clear()
        lane.ask(hang)
        assert begun.wait(PATIENCE)
    with qtbot.waitSignal(lanes[0].answered):
        lanes[0].ask(lambda stop: "new")
    assert answers == ["new"]
    before = time.monotonic()
    close_all(lanes)
    assert time.monotonic() - before < 2
    alive_again.set()
    qtbot.waitUntil(lambda: not [thread for thread in threading.enumerate() if thread.name == "hanging"])
    assert answers == ["new"]


def test_questions_that_change_something_wait_for_one_another(qtbot: QtBot) -> None:
    lane, begun, go_on, done = Lane("in order", in_order=True), threading.Event(), threading.Event(), []

    def slow(stop: Stop) -> None:
        begun.set()
        go_on.wait(PATIENCE)
        done.append("first")

    lane.ask(slow)
    assert begun.wait(PATIENCE)
    lane.ask(lambda stop: done.append("second"))
    with qtbot.waitSignal(lane.answered):
        QTimer.singleShot(STUCK_MS + 200, go_on.set)
    assert done == ["first", "second"]
    lane.close()


def test_an_idle_lane_closes(qtbot: QtBot) -> None:
    Lane("idle").close()
    assert not [thread for thread in threading.enumerate() if thread.name == "idle"]
