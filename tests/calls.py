"""Counts how often functions are really called, for tests of work that must be done once."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType, FrameType
from typing import Any


@contextmanager
def calls(*functions: Callable[..., Any]) -> Iterator[Counter[str]]:
    """Count the calls of Python functions in this thread, by their names."""
    counted: Counter[str] = Counter()
    wanted: dict[CodeType, str] = {function.__code__: function.__name__ for function in functions}  # type: ignore[attr-defined]

    def look(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in wanted:
            counted[wanted[frame.f_code]] += 1

    sys.setprofile(look)
    try:
        yield counted
    finally:
        sys.setprofile(None)
