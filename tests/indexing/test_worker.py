"""The indexing process, started as the window starts it: no Qt in it, obedient, and gone with its pipe."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from logging import LogRecord
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from pressmark import paths
from pressmark.indexing import worker
from pressmark.indexing.lock import ArchiveLock
from pressmark.indexing.worker import Bug, Ended, Order, Worker
from pressmark.values import Progress
from texts import article

PATIENCE = 30  # seconds
Write = Callable[..., Path]


@pytest.fixture
def begun(archive: Write, tmp_path: Path) -> Iterator[tuple[BaseProcess, Connection, Path]]:
    """A process that indexes an archive of three batches."""
    root = archive({f"{number:03}.txt": article(number) for number in range(230)})
    process, pipe = worker.start(root)
    yield process, pipe, root
    pipe.close()
    process.join(PATIENCE)
    assert process.exitcode == 0


def hear(pipe: Connection) -> Progress:
    """Return the next thing the process tells of its work."""
    while isinstance(message := hear_anything(pipe), LogRecord):
        pass
    assert isinstance(message, Progress), message
    return message


def hear_anything(pipe: Connection) -> object:
    """Return the next thing the process tells."""
    assert pipe.poll(PATIENCE), "the process says nothing"
    return pipe.recv()


def hear_end(pipe: Connection) -> Progress:
    """Listen until a run is finished."""
    while not (progress := hear(pipe)).finished:
        pass
    return progress


def test_it_indexes_and_looks_again(begun: tuple[BaseProcess, Connection, Path]) -> None:
    _, pipe, root = begun
    last = hear_end(pipe)
    assert (last.stage, last.articles) == ("done", 230)
    (root / "new.txt").write_text(article(999))
    pipe.send(Order.LOOK_AGAIN)
    assert hear_end(pipe).articles == 1


def test_its_log_records_come_down_the_pipe(begun: tuple[BaseProcess, Connection, Path]) -> None:
    """The window alone writes the file: a second process would rotate it away under the first."""
    _, pipe, root = begun
    hear_end(pipe)
    record = hear_anything(pipe)
    assert isinstance(record, LogRecord)
    assert (record.name, record.processName) == ("pressmark.indexing.worker", "pressmark-indexer")
    assert f"looked at {root}: 230 articles read" in record.getMessage()
    assert not paths.log_file().exists()


def test_a_wish_to_look_again_is_kept_while_it_reads(begun: tuple[BaseProcess, Connection, Path]) -> None:
    _, pipe, _ = begun
    hear(pipe)
    pipe.send(Order.LOOK_AGAIN)
    assert hear_end(pipe).articles == 230
    assert hear_end(pipe).skipped_unchanged == 230


def test_it_pauses_and_goes_on(begun: tuple[BaseProcess, Connection, Path]) -> None:
    _, pipe, _ = begun
    pipe.send(Order.PAUSE)
    heard = []
    while pipe.poll(1.0):  # silence for a second: it has stopped
        heard.append(hear(pipe))
    assert not any(progress.finished for progress in heard)
    pipe.send(Order.RESUME)
    assert hear_end(pipe).articles == 230


def test_it_ends_when_the_pipe_closes_while_paused(begun: tuple[BaseProcess, Connection, Path]) -> None:
    process, pipe, _ = begun
    pipe.send(Order.PAUSE)
    hear(pipe)
    pipe.close()
    process.join(PATIENCE)
    assert process.exitcode == 0


def test_a_folder_that_is_gone_and_comes_back(begun: tuple[BaseProcess, Connection, Path]) -> None:
    _, pipe, root = begun
    hear_end(pipe)
    root.rename(root.with_name("elsewhere"))
    pipe.send(Order.LOOK_AGAIN)
    gone = hear_end(pipe)
    assert gone.stage == "gone"
    assert "is not there" in gone.problem
    root.with_name("elsewhere").rename(root)
    pipe.send(Order.LOOK_AGAIN)
    assert hear_end(pipe).skipped_unchanged == 230


def test_a_lock_held_by_another(archive: Write, tmp_path: Path) -> None:
    root = archive({"a.txt": article(1)})
    with ArchiveLock(paths.archive_data(root)):
        process, pipe = worker.start(root)
        busy = hear_end(pipe)
    assert busy.stage == "busy"
    assert "Another Pressmark" in busy.problem
    pipe.send(Order.LOOK_AGAIN)
    assert hear_end(pipe).stage == "done"
    pipe.close()
    process.join(PATIENCE)


class Talk:
    """A pipe whose other end says what was written down before, and then closes."""

    def __init__(self, *orders: Order) -> None:
        self.orders = list(orders)
        self.told: list[object] = []

    def poll(self, _seconds: float = 0.0) -> bool:
        return True

    def recv(self) -> Order:
        if not self.orders:
            raise EOFError
        return self.orders.pop(0)

    def send(self, message: object) -> None:
        self.told.append(message)


def test_a_fault_of_ours_is_told_and_the_process_goes_on(tmp_path: Path, archive: Write) -> None:
    """A catalog that is a folder is nothing the program reckons with."""

    class Broken(Worker):
        def _goes_on(self) -> bool:
            raise ZeroDivisionError

    talk = Talk()
    with pytest.raises(Ended):
        Broken(archive({"a.txt": article(1)}), tmp_path / "data", talk).work()  # type: ignore[arg-type]
    (bug,) = [message for message in talk.told if isinstance(message, Bug)]
    assert "ZeroDivisionError" in bug.trace


LISTS_MODULES = """
import multiprocessing, sys
from pathlib import Path
from pressmark import paths
from pressmark.indexing import worker

def tell(root, pipe):
    import pressmark.indexing.pipeline
    pipe.send([name for name in sys.modules if name.partition(".")[0] in ("PySide6", "shiboken6")])

if __name__ == "__main__":
    multiprocessing.freeze_support()
    import pressmark.gui.app
    assert "PySide6" in sys.modules
    worker.run = tell
    sys.modules["pressmark.indexing.worker"].run = tell
    process, pipe = worker.start(Path("."))
    print(pipe.recv())
"""


def test_there_is_no_qt_in_the_process(tmp_path: Path) -> None:
    """Started by a program that has Qt loaded, as the window has."""
    script = tmp_path / "window.py"
    script.write_text(LISTS_MODULES)
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr
