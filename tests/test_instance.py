"""The one window: who is first, what the first hears, and that nothing keeps a window from opening."""

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing.connection import Client
from pathlib import Path

import pytest

from pressmark import instance
from pressmark.instance import FirstStart, Opening


@pytest.fixture
def first(runtime_folder: Path) -> Iterator[FirstStart]:
    """The first start."""
    claimed = instance.claim(Opening())
    assert claimed is not None
    yield claimed
    claimed.release()


@pytest.fixture(autouse=True)
def runtime_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for sockets, as short as the system wants it."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return tmp_path


def until(heard: list[Opening], number: int) -> None:
    """Wait until something was heard."""
    end = time.monotonic() + 10
    while len(heard) < number and time.monotonic() < end:
        time.sleep(0.01)
    assert len(heard) == number


def test_a_later_start_is_heard(first: FirstStart) -> None:
    heard: list[Opening] = []
    first.listen(heard.append)
    wanted = [Opening("/news/Zürich", "nato", "token"), Opening("", "", "")]
    for opening in wanted:
        assert instance.claim(opening) is None
    until(heard, 2)
    assert heard == wanted


def test_a_later_start_waits_for_a_first_that_is_only_starting(first: FirstStart) -> None:
    heard: list[Opening] = []
    answers: list[FirstStart | None] = []
    later = threading.Thread(target=lambda: answers.append(instance.claim(Opening("/news"))))
    later.start()
    time.sleep(0.1)
    first.listen(heard.append)
    later.join(10)
    assert answers == [None]
    until(heard, 1)


def test_when_the_first_has_ended_the_next_is_first(runtime_folder: Path) -> None:
    for _ in range(3):
        claimed = instance.claim(Opening())
        assert claimed is not None
        claimed.listen(lambda _: None)
        claimed.release()
        claimed.release()


def test_another_data_folder_is_another_window(
    first: FirstStart, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PRESSMARK_DATA", str(tmp_path / "other"))
    other = instance.claim(Opening())
    assert other is not None
    other.release()


def test_a_socket_left_by_a_killed_process(runtime_folder: Path) -> None:
    claimed = instance.claim(Opening())
    assert claimed is not None
    claimed.listen(lambda _: None)
    (socket,) = runtime_folder.rglob("*.socket")
    claimed.release()
    socket.touch()
    again = instance.claim(Opening())
    assert again is not None
    heard: list[Opening] = []
    again.listen(heard.append)
    assert instance.claim(Opening("/news")) is None
    until(heard, 1)
    again.release()


def test_a_window_that_hangs_keeps_no_other_from_opening(
    first: FirstStart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instance, "PATIENCE_SECONDS", 0.2)
    other = instance.claim(Opening("/news"))  # nobody listens
    assert other is not None
    other.listen(lambda _: None)
    other.release()


@pytest.mark.logs
def test_a_folder_that_others_can_use_is_not_used(runtime_folder: Path) -> None:
    (runtime_folder / "pressmark").mkdir()
    (runtime_folder / "pressmark").chmod(0o777)
    claimed = instance.claim(Opening())
    assert claimed is not None
    assert not list(runtime_folder.rglob("*.socket"))


@pytest.mark.parametrize("said", [b"nonsense", b"[]", b"{}", b'{"archive": 1}', b"\xff", b"x" * 70_000])
def test_nonsense_harms_nothing(first: FirstStart, runtime_folder: Path, said: bytes) -> None:
    heard: list[Opening] = []
    first.listen(heard.append)
    with suppress(OSError, EOFError), Client(str(next(runtime_folder.rglob("*.socket")))) as line:
        line.send_bytes(said)
        line.recv_bytes()
    assert instance.claim(Opening("/news")) is None
    until(heard, 1)
