"""The folder is looked at, and a change is seen."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pressmark.indexing.watch import SHORTEST_PAUSE, Watch

Write = Callable[..., Path]


class Clock:
    """Waits no time; does something at each wait, and counts."""

    def __init__(self, does: Callable[[int], bool]) -> None:
        self.does, self.waits = does, 0

    def __call__(self, seconds: float) -> bool:
        assert seconds >= 0
        self.waits += 1
        assert self.waits < 50, "the change was not seen"
        return self.does(self.waits)


CHANGES: list[Callable[[Path], object]] = [
    lambda root: (root / "new.txt").write_text("x"),
    lambda root: (root / "a.txt").unlink(),
    lambda root: (root / "a.txt").write_text("longer than before"),
    lambda root: os.utime(root / "a.txt", (5, 5)),
    lambda root: (root / "a.txt").rename(root / "b.txt"),
    lambda root: root.rename(root.with_name("gone")),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(archive: Write, change: Callable[[Path], object]) -> None:
    root = archive({"a.txt": "x", "sub/c.txt": "y"})
    watch = Watch(root)
    watch.look()

    def act(waits: int) -> bool:
        if waits == 3:
            change(root)
        return False

    clock = Clock(act)
    watch.wait(clock)
    assert clock.waits == 3


def test_a_wish_ends_the_wait(archive: Write) -> None:
    clock = Clock(lambda waits: waits == 2)
    watch = Watch(archive({"a.txt": "x"}))
    watch.look()
    watch.wait(clock)
    assert clock.waits == 2


def test_what_came_before_a_look_is_known(archive: Write) -> None:
    root = archive({"a.txt": "x"})
    watch = Watch(root)
    watch.look()
    (root / "b.txt").write_text("y")
    watch.look()
    clock = Clock(lambda waits: waits == 4)
    watch.wait(clock)
    assert clock.waits == 4


def test_the_look_that_saw_a_change_is_the_one_that_is_worked_on(archive: Write) -> None:
    root = archive({"a.txt": "x"})
    watch = Watch(root)
    watch.look()
    (root / "b.txt").write_text("y")
    watch.wait(Clock(lambda _: False))
    (root / "c.txt").write_text("z")
    looked = watch.look()
    assert looked is not None
    assert [source.path for source in looked] == ["a.txt", "b.txt"]  # the folder was not walked again ...
    clock = Clock(lambda _: False)
    watch.wait(clock)
    assert clock.waits == 1  # ... and what came after that look is seen by the next


def test_a_folder_that_is_gone(archive: Write) -> None:
    root = archive({"a.txt": "x"})
    root.rename(root.with_name("away"))
    watch = Watch(root)
    assert watch.look() is None


def test_it_waits_no_longer_than_wanted(archive: Write) -> None:
    asked: list[float] = []

    def wait(seconds: float) -> bool:
        asked.append(seconds)
        return len(asked) > 20

    watch = Watch(archive({"a.txt": "x"}))
    watch.look()
    watch.wait(wait, at_most=0.001)
    assert all(seconds == 0.001 for seconds in asked)
    assert SHORTEST_PAUSE > 0.001
