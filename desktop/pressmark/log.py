"""The log file: rotated, in the platform's log folder, never on the archive; one process writes it."""

import contextlib
import logging
from collections.abc import Callable
from pathlib import Path

LOG_BYTES = 512_000
LOG_FILES = 3
FORMAT = "%(asctime)s %(processName)s %(levelname)s %(name)s: %(message)s"


def start(file: Path, level: int = logging.INFO) -> None:
    """Send the program's log records to a file; where that cannot be written, to standard error."""
    from logging.handlers import (
        RotatingFileHandler,  # loads the network's modules: not before the first paint
    )

    handler: logging.Handler
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter(FORMAT))
    _install(handler, level)


def hand_over(send: Callable[[logging.LogRecord], None], level: int = logging.INFO) -> None:
    """Send the log records of this process to the one that writes the file: two would rotate it under each other.

    `send` gets records that can be pickled; its OSError means that the other process has ended.
    """
    from logging.handlers import QueueHandler  # the same

    class Handing(QueueHandler):
        def enqueue(self, record: logging.LogRecord) -> None:
            with contextlib.suppress(OSError):
                send(record)

    _install(Handing(None), level)  # type: ignore[arg-type]  # it has no queue: `enqueue` is all that uses one


def take(record: logging.LogRecord) -> None:
    """Write a record that another process handed over."""
    logging.getLogger(record.name).handle(record)


def _install(handler: logging.Handler, level: int) -> None:
    """Have the program's records handled so and only so."""
    logger = logging.getLogger("pressmark")
    for former in logger.handlers[:]:
        logger.removeHandler(former)
        former.close()
    logger.addHandler(handler)
    logger.setLevel(level)
    logger.propagate = False
