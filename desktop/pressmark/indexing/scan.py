"""What changed in the folder since it was read last."""

import codecs
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pressmark.catalog.changes import Known
from pressmark.counting import count
from pressmark.errors import ArchiveGone
from pressmark.indexing.reading_pool import ENDED
from pressmark.reading.folder import look_at, walk
from pressmark.values import MEMBER, Source

_MEMBER = MEMBER.encode()


@dataclass(frozen=True, slots=True)
class Changed:
    """What has to be read, what is gone, and how many files are as they were."""

    sources: tuple[Source, ...]
    gone: tuple[bytes, ...]
    unchanged: int
    files: int


def changes(
    root: Path,
    known: Mapping[bytes, Known],
    encodings: Mapping[str, str],
    looked: Iterable[Source] | None = None,
    *,
    again: bool = True,
) -> Changed:
    """Compare the folder with what the catalog knows of it; `looked` is what is in it, where that was just seen.
    A file whose reading had to be ended is read `again` only if that is wanted: each time may take as long.

    Raises ArchiveGone if the folder is not there, vanishes meanwhile, or is empty where files are known: that
    is how the folder of a disk looks that is not plugged in, and what was read must not be forgotten for it.
    """
    sources, present = [], set()
    # Files in which a member is that the person wants read in another encoding.
    wanted = {
        container_in(raw, known)
        for raw, one in known.items()
        if _MEMBER in raw and wants_other_encoding(one, encodings)
    }
    for source in walk(root) if looked is None else looked:
        present.add(source.raw)
        if source.raw in wanted or not _is_as_it_was(source, known.get(source.raw), encodings, again=again):
            sources.append(source)
    look_at(root)
    changed = {source.raw for source in sources}
    read_again = set(changed)
    for raw in (
        known
    ):  # members of a file are there as long as the file is; whether they still are, its reading tells
        outer = container_in(raw, known)
        if outer in present and raw not in present:
            present.add(raw)
            if outer in changed:
                read_again.add(raw)
    if known and not present:
        raise ArchiveGone(
            f"The folder {root} is empty, but {count(len(known), 'file')} had been read from it; what was read is kept. "
            "Plug in the disk it is on, or open another folder."
        )
    gone = tuple(raw for raw in known if raw not in present)
    return Changed(tuple(sources), gone, len(present) - len(read_again), len(present))


def container_in(raw: bytes, known: Mapping[bytes, Known]) -> bytes | None:
    """Return the outermost file of the folder in which a member is, None for a file of the folder itself."""
    at = raw.find(_MEMBER)
    while at >= 0:
        if raw[:at] in known:
            return raw[:at]
        at = raw.find(_MEMBER, at + 1)
    return None


def _is_as_it_was(source: Source, known: Known | None, encodings: Mapping[str, str], *, again: bool) -> bool:
    """Tell whether a file can be left alone: same size and time, and read in the encoding the person wants."""
    if known is None:
        return False
    same = (known.size, known.mtime_ns) == (source.size, source.mtime_ns)
    if known.digest is None and known.reason in ENDED:
        return same and not again
    if source.problem or known.digest is None:
        return known.digest is None and bool(source.problem) and known.reason == source.problem
    return same and not wants_other_encoding(known, encodings)


def wants_other_encoding(known: Known, encodings: Mapping[str, str]) -> bool:
    """Tell whether the person chose, or took back, an encoding since the file was read."""
    wanted = encodings.get(known.digest or "", "")
    return known.chosen != (encoding_name(wanted) if wanted else "")


def encoding_name(chosen: str) -> str:
    """Return the one name of an encoding that goes by several ("windows-1251", "cp1251")."""
    try:
        return codecs.lookup(chosen).name
    except LookupError:
        return chosen
