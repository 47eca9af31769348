"""The log file: rotated, in the platform's log folder, never on the archive."""

import logging
from pathlib import Path

LOG_BYTES = 512_000
LOG_FILES = 3
FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


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
    logger = logging.getLogger("pressmark")
    for former in logger.handlers[:]:
        logger.removeHandler(former)
        former.close()
    logger.addHandler(handler)
    logger.setLevel(level)
    logger.propagate = False
