"""Tasks that do to a process what damaged files do."""

import ctypes
import os
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Add:
    """Add two numbers."""

    one: int
    other: int

    def __call__(self) -> int:
        return self.one + self.other


@dataclass(frozen=True)
class Crash:
    """Read memory that is not there."""

    def __call__(self) -> int:
        return ctypes.string_at(0)[0]


@dataclass(frozen=True)
class Hang:
    """Never end."""

    def __call__(self) -> int:
        while True:
            time.sleep(1)


@dataclass(frozen=True)
class Grow:
    """Take all memory that there is."""

    def __call__(self) -> int:
        return len([bytearray(1 << 26) for _ in range(1 << 10)])


@dataclass(frozen=True)
class Raise:
    """Have a fault."""

    def __call__(self) -> int:
        raise KeyError("fault")


@dataclass(frozen=True)
class Name:
    """Tell in which process it is done, and take a while."""

    def __call__(self) -> int:
        time.sleep(0.02)
        return os.getpid()


@dataclass(frozen=True)
class Echo:
    """Give back what was given."""

    told: bytes

    def __call__(self) -> bytes:
        return self.told
