"""What changed in the folder since it was read last."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pressmark.catalog.changes import Known
from pressmark.reading.folder import walk
from pressmark.values import Source

CHOSEN = "chosen by you"


@dataclass(frozen=True, slots=True)
class Changed:
    """What has to be read, what is gone, and how many files are as they were."""

    sources: tuple[Source, ...]
    gone: tuple[bytes, ...]
    unchanged: int
    files: int


def changes(root: Path, known: Mapping[bytes, Known], encodings: Mapping[str, str]) -> Changed:
    """Compare the folder with what the catalog knows of it; raise ArchiveGone if the folder is not there."""
    sources, present = [], set()
    for source in walk(root):
        present.add(source.raw)
        if not _is_as_it_was(source, known.get(source.raw), encodings):
            sources.append(source)
    gone = tuple(raw for raw in known if raw not in present)
    return Changed(tuple(sources), gone, len(present) - len(sources), len(present))


def _is_as_it_was(source: Source, known: Known | None, encodings: Mapping[str, str]) -> bool:
    """Tell whether a file can be left alone: same size and time, and read in the encoding the person wants."""
    if known is None or known.digest is None:
        return bool(known and source.problem)
    if (known.size, known.mtime_ns) != (source.size, source.mtime_ns) or source.problem:
        return False
    return not wants_other_encoding(known, encodings)


def wants_other_encoding(known: Known, encodings: Mapping[str, str]) -> bool:
    """Tell whether the person chose, or took back, an encoding since the file was read."""
    wanted = encodings.get(known.digest or "")
    if wanted:
        return known.encoding != wanted
    return known.encoding_reason == CHOSEN


def stamp(root: Path) -> Iterator[tuple[bytes, int, int]]:
    """Yield (path, size, time) of every entry: two equal stamps mean that nothing happened in between."""
    for source in walk(root):
        yield source.raw, source.size, source.mtime_ns
