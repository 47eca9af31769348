"""A segment's postings as plain arrays: what the evaluator reads, kept beside Whoosh's own files."""

import json
import zlib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from pressmark.errors import IndexDamaged
from pressmark.search.whoosh.schema import SCHEMA_VERSION

Ints = npt.NDArray[Any]
Floats = npt.NDArray[np.float32]

COMPANION = ".arrays"
"""The companion's file ending; Whoosh deletes it with the segment's other files."""
_MAGIC = b"PMARRAY1"
_HEAD = 16
"""Bytes before the header: the magic and the header's length."""


class Vocabulary:
    """The terms of a field in order, as one run of bytes with a line feed after each."""

    def __init__(self, blob: Any, ends: Ints) -> None:
        self.blob = memoryview(blob)
        self.ends = ends

    @classmethod
    def of(cls, terms: Sequence[bytes]) -> "Vocabulary":
        """Make a vocabulary of sorted terms."""
        sizes = np.fromiter((len(term) + 1 for term in terms), dtype=np.int64, count=len(terms))
        return cls(b"".join(term + b"\n" for term in terms), np.cumsum(sizes))

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, number: int) -> bytes:
        if not 0 <= number < len(self.ends):
            raise IndexError(number)
        start = int(self.ends[number - 1]) if number else 0
        return bytes(self.blob[start : int(self.ends[number]) - 1])

    def find(self, term: bytes) -> int:
        """Return the number of a term, or -1."""
        number = bisect_left(self, term)
        return number if number < len(self) and self[number] == term else -1

    def beginning(self, prefix: bytes) -> tuple[int, int]:
        """Return the range [first, last) of the terms that begin so."""
        after = prefix + b"\xff"
        return bisect_left(self, prefix), bisect_left(self, after)

    def slice(self, first: int, last: int) -> list[bytes]:
        """Return the terms [first, last)."""
        if last <= first:
            return []
        start = int(self.ends[first - 1]) if first else 0
        return bytes(self.blob[start : int(self.ends[last - 1]) - 1]).split(b"\n")


@dataclass(frozen=True, slots=True)
class FieldArrays:
    """The postings of one field: those of term t are [starts[t], starts[t + 1]), by document.

    `counts[p]` is how many positions posting p has, and those of term t begin at `firsts[t]` of `positions` (empty
    arrays where places are not kept);
    `lengths` has the length of the field in each document. A field that was loaded has unsigned numbers of one, two
    or four bytes.
    """

    vocabulary: Vocabulary
    starts: Ints
    docs: Ints
    weights: Ints
    counts: Ints
    firsts: Ints
    positions: Ints
    lengths: Ints

    @property
    def placed(self) -> bool:
        """Whether the places of the words are kept."""
        return len(self.firsts) > 0

    def places(self, first: int, last: int) -> Ints:
        """Return where the positions begin of each posting of the terms [first, last), and where the last ones end."""
        counts = self.counts[int(self.starts[first]) : int(self.starts[last])]
        bounds = np.zeros(len(counts) + 1, dtype=np.int64)
        np.cumsum(counts, out=bounds[1:])
        return bounds + int(self.firsts[first])


@dataclass(frozen=True, slots=True)
class SegmentArrays:
    """A segment: article numbers, days (yyyymmdd, 0 unknown), outlets, and the fields."""

    ids: Ints
    first_days: Ints
    last_days: Ints
    outlet_of: Ints
    outlets: tuple[str, ...]
    fields: dict[str, FieldArrays] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.ids)


def ragged(starts: Ints, counts: Ints) -> Ints:
    """Return the indexes of the runs that begin at `starts` and are `counts` long, one after another."""
    counts = counts.astype(np.int64)
    total = int(counts.sum())
    before = np.cumsum(counts) - counts
    return np.repeat(starts.astype(np.int64) - before, counts) + np.arange(total, dtype=np.int64)


_PARTS = ("starts", "docs", "weights", "counts", "firsts", "positions", "lengths")
"""Kept in as few bytes a number as the segment's largest one needs: less than half the size of the file."""


def save(arrays: SegmentArrays, path: Path) -> None:
    """Write a companion file: magic, header length, JSON header, then the arrays, each at a multiple of 8."""
    named: dict[str, Any] = {
        name: getattr(arrays, name) for name in ("ids", "first_days", "last_days", "outlet_of")
    }
    for name, one in arrays.fields.items():
        named[f"{name}/blob"] = np.frombuffer(one.vocabulary.blob, dtype=np.uint8)
        named[f"{name}/ends"] = _narrowed(one.vocabulary.ends)
        named |= {f"{name}/{part}": _narrowed(getattr(one, part)) for part in _PARTS}
    table, at = {}, 0
    for name, array in named.items():
        table[name] = [array.dtype.str, at, len(array)]
        at += -(-array.nbytes // 8) * 8
    data = [part for array in named.values() for part in (_bytes(array), b"\0" * (-array.nbytes % 8))]
    checksum = 0
    for part in data:
        checksum = zlib.crc32(part, checksum)
    meta = {
        "version": SCHEMA_VERSION,
        "crc32": checksum,
        "outlets": arrays.outlets,
        "fields": list(arrays.fields),
        "arrays": table,
        "size": at,
    }
    header = json.dumps(meta).encode()
    header += b" " * (-len(header) % 8)
    with path.open("wb") as file:
        file.write(_MAGIC + len(header).to_bytes(8, "little") + header)
        file.writelines(data)


def _narrowed(array: Ints) -> Ints:
    """Return numbers that are not negative in the smallest type that holds them all."""
    return array.astype(np.min_scalar_type(int(array.max()))) if len(array) else array


def _bytes(array: Ints) -> bytes:
    return np.ascontiguousarray(array).tobytes()


def load(path: Path, *, check: bool = False) -> SegmentArrays:
    """Map a companion file into memory; nothing is read before it is needed, unless it is to be checked."""
    try:
        whole = np.memmap(path, dtype=np.uint8, mode="r")
        header_size = int.from_bytes(bytes(whole[8:_HEAD]), "little")
        if bytes(whole[:8]) != _MAGIC or header_size > len(whole):
            raise IndexDamaged(f"The index file {path.name} is damaged: the index is being built again.")
        meta = json.loads(bytes(whole[_HEAD : _HEAD + header_size]))
        base = _HEAD + header_size
        if meta["version"] != SCHEMA_VERSION or base + meta["size"] != len(whole):
            raise IndexDamaged(f"The index file {path.name} is not whole: the index is being built again.")
        if check and zlib.crc32(whole[base:].data) != meta["crc32"]:
            raise IndexDamaged(f"The index file {path.name} is damaged: the index is being built again.")
        named = {name: _view(whole, base, entry) for name, entry in meta["arrays"].items()}
        fields = {
            name: FieldArrays(
                Vocabulary(named[f"{name}/blob"], named[f"{name}/ends"]),
                *(named[f"{name}/{part}"] for part in _PARTS),
            )
            for name in meta["fields"]
        }
        return SegmentArrays(
            named["ids"],
            named["first_days"],
            named["last_days"],
            named["outlet_of"],
            tuple(meta["outlets"]),
            fields,
        )
    except FileNotFoundError:
        raise
    except (ValueError, KeyError, TypeError) as error:
        raise IndexDamaged(
            f"The index file {path.name} is damaged: the index is being built again."
        ) from error


def _view(whole: Any, base: int, entry: list[Any]) -> Any:
    kind, at, count = entry
    dtype = np.dtype(kind)
    return np.asarray(whole[base + at : base + at + count * dtype.itemsize]).view(dtype)
