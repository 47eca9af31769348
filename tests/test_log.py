"""Records go to the log file, or to standard error where there can be none."""

import logging
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressmark import log


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Take the handlers away again."""
    logger = logging.getLogger("pressmark")
    yield
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
        handler.close()
    logger.propagate = True


def test_a_file(tmp_path: Path) -> None:
    log.start(tmp_path / "first.log")
    log.start(tmp_path / "deep" / "second.log")
    logging.getLogger("pressmark.part").info("hello")
    assert "INFO pressmark.part: hello" in (tmp_path / "deep" / "second.log").read_text()
    assert (tmp_path / "first.log").read_text() == ""


def test_two_processes_write_one_file_without_losing_a_record(tmp_path: Path) -> None:
    """The records of the other process come by hand; the file is rotated many times meanwhile."""
    logger, records = logging.getLogger("pressmark.part"), list[logging.LogRecord]()
    log.hand_over(records.append)
    for number in range(3_000):
        logger.info("theirs %d %s", number, "x" * 100)
    log.start(tmp_path / "a.log")
    for number, record in enumerate(pickle.loads(pickle.dumps(records))):
        log.take(record)
        logger.info("ours %d %s", number, "x" * 100)
    files = list(tmp_path.iterdir())
    assert len(files) > 1
    written = "".join(file.read_text() for file in files)
    assert all(f"{whose} {number} " in written for whose in ("ours", "theirs") for number in range(3_000))


def test_records_for_a_process_that_has_ended_are_dropped() -> None:
    asked = []

    def gone(record: logging.LogRecord) -> None:
        asked.append(record.getMessage())
        raise BrokenPipeError

    log.hand_over(gone)
    logging.getLogger("pressmark").info("hello")
    assert asked == ["hello"]


def test_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    log.start(tmp_path / "file" / "x.log")
    logging.getLogger("pressmark").info("hello")
    assert "hello" in capsys.readouterr().err
