"""Processes that read: what ends one of them costs one file."""

import sys
import time
from collections.abc import Iterator

import pytest

from indexing.pool_tasks import Add, Crash, Echo, Grow, Hang, Name, Raise
from pressmark.indexing.reading_pool import (
    CRASHED,
    LATE,
    PROCESSES,
    TOO_BIG,
    ReadingEnded,
    ReadingPool,
    processes,
)


@pytest.fixture
def pool() -> Iterator[ReadingPool]:
    made = ReadingPool(2, seconds=3)
    yield made
    made.close()


def go_on() -> None:
    """Want nothing."""


def test_results_come_in_the_order_of_the_tasks(pool: ReadingPool) -> None:
    tickets = pool.submit([Add(number, 1) for number in range(200)])
    assert pool.collect(tickets[100:], go_on) == list(range(101, 201))
    assert pool.collect(tickets[:100], go_on) == list(range(1, 101))


def test_a_crash_and_a_hang_cost_one_task_each(pool: ReadingPool) -> None:
    tasks = [Add(1, 1), Crash(), Add(2, 2), Hang(), *(Add(number, 0) for number in range(20))]
    found = pool.collect(pool.submit(tasks), go_on)
    assert isinstance(found[1], ReadingEnded)
    assert isinstance(found[3], ReadingEnded)
    assert (str(found[1]), str(found[3])) == (CRASHED, LATE)
    assert [found[0], found[2], *found[4:]] == [2, 4, *range(20)]
    assert pool.collect(pool.submit([Add(3, 4)]), go_on) == [7], (
        "other processes took the place of those that ended"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux sees to the memory of a process")
def test_what_eats_memory_is_ended(pool: ReadingPool) -> None:
    (ended, after) = pool.collect(pool.submit([Grow(), Add(1, 2)]), go_on)
    assert str(ended) == TOO_BIG
    assert after == 3


def test_a_fault_of_ours_is_raised(pool: ReadingPool) -> None:
    with pytest.raises(KeyError, match="fault"):
        pool.collect(pool.submit([Raise()]), go_on)


def test_the_person_can_stop_it(pool: ReadingPool) -> None:
    began = time.monotonic()

    def ask() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        pool.collect(pool.submit([Hang()]), ask)
    assert time.monotonic() - began < 2


def test_how_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PROCESSES, "3")
    assert processes() == 3
    monkeypatch.setenv(PROCESSES, "many")
    assert processes() >= 1


def test_a_share_of_the_processes_is_used(pool: ReadingPool) -> None:
    pool.use(0.5)
    assert len(set(pool.collect(pool.submit([Name() for _ in range(20)]), go_on))) == 1
    pool.use(1.0)
    assert len(set(pool.collect(pool.submit([Name() for _ in range(20)]), go_on))) == 2
    pool.use(0.0)
    assert pool.collect(pool.submit([Add(1, 1)]), go_on) == [2]


def test_tasks_and_results_larger_than_a_pipe_holds_pass_each_other(pool: ReadingPool) -> None:
    texts = [bytes([number]) * 3_000_000 for number in range(12)]
    began = time.monotonic()

    def ask() -> None:
        assert time.monotonic() - began < 15, "each end of the pipe waits for the other"

    assert pool.collect(pool.submit([Echo(text) for text in texts]), ask) == texts
