"""A single packed file."""

import bz2
import gzip
import lzma
from collections.abc import Callable

import pytest

from containers import members


@pytest.mark.parametrize(
    ("pack", "ending"), [(gzip.compress, "gz"), (bz2.compress, "bz2"), (lzma.compress, "xz")]
)
def test_what_is_packed_is_the_only_member(pack: Callable[[bytes], bytes], ending: str) -> None:
    (only,) = members(pack(b"The ferry sails again."), f"Echo/ferry.txt.{ending}")
    assert (only.name, only.data) == ("ferry.txt", b"The ferry sails again.")


@pytest.mark.parametrize(
    "data", [gzip.compress(b"ferry" * 99)[:20], b"\x1f\x8b" + b"x" * 40, b"BZh9" + b"x" * 40]
)
def test_a_damaged_one_is_one_sentence(data: bytes) -> None:
    (only,) = members(data, "ferry.txt.gz")
    assert "cannot be unpacked" in only.problem


def test_a_bomb_is_not_unpacked_whole() -> None:
    (only,) = members(gzip.compress(bytes(100_000_000)), "ferry.txt.gz")
    assert "too large" in only.problem
