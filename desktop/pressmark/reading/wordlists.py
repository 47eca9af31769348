"""The word lists that come with the program, read from its resources."""

from functools import cache
from pathlib import Path

_HERE = Path(__file__)
# Installed, the resources lie inside the package; in a checkout, beside it.
_PLACES = (_HERE.parents[1] / "resources", _HERE.parents[3] / "resources")


@cache
def lines_of_list(name: str) -> tuple[str, ...]:
    """Return the entries of a list, one a line; blank lines and lines that begin with "#" are none."""
    lines = (line.strip() for line in file_of(name).read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def file_of(name: str) -> Path:
    """Return where a file of the resources lies."""
    return next(place / name for place in _PLACES if (place / name).is_file())
