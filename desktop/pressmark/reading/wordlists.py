"""The word lists that come with the program, read from its resources."""

from functools import cache
from pathlib import Path

_HERE = Path(__file__)
# Installed, the resources lie inside the package; in a checkout, beside it.
_PLACES = (_HERE.parents[1] / "resources", _HERE.parents[3] / "resources")


@cache
def lines_of_list(name: str) -> tuple[str, ...]:
    """Return the entries of a list, one a line; blank lines and lines that begin with "#" are none."""
    file = next(place / name for place in _PLACES if (place / name).is_file())
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))
