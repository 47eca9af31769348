"""Records go to the log file, or to standard error where there can be none."""

import logging
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


def test_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    log.start(tmp_path / "file" / "x.log")
    logging.getLogger("pressmark").info("hello")
    assert "hello" in capsys.readouterr().err
