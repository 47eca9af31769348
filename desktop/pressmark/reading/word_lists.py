"""The word lists that come with the program, read from its resources."""

from functools import cache
from pathlib import Path

from pressmark import paths


@cache
def lines_of_list(name: str) -> tuple[str, ...]:
    """Return the entries of a list, one a line; blank lines and lines that begin with "#" are none."""
    lines = (line.strip() for line in file_of(name).read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def file_of(name: str) -> Path:
    """Return where a file of the resources lies."""
    return paths.resources() / name
