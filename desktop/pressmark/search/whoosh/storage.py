"""The index folder: its generation, its table of contents, making it new, and what can be wrong with it."""

import errno
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import sleep
from typing import Any

from pressmark.errors import ArchiveError, DataFolderProblem, IndexDamaged
from pressmark.search.whoosh.arrays import COMPANION, SegmentArrays, load, save
from pressmark.search.whoosh.arrays_from_whoosh import arrays_of
from pressmark.search.whoosh.schema import INDEX_NAME, SCHEMA_VERSION, VERSION_FILE, stock_schema
from pressmark.search.whoosh.whoosh_parts import NoIndex, Segment, Storage, Table

_TABLE = re.compile(rf"^_{INDEX_NAME}_([0-9]+)\.toc$")
CHECKED_FILE = "pressmark-index-checked"
"""The file that names the companion files that were checked, with their sizes and times."""
_RETRIES = 20
"""How often a table of contents is looked for again when a commit took it away meanwhile."""
_PAUSE = 0.01
"""Seconds between two such looks."""
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_DISK = {errno.EROFS, errno.EACCES, errno.EPERM}


def index_generation(folder: Path) -> int:
    """Return the number of the index's last commit, or -1 when there is no index."""
    try:
        numbers = [int(match[1]) for entry in folder.iterdir() if (match := _TABLE.match(entry.name))]
    except FileNotFoundError:
        return -1
    except OSError as error:
        raise problem_of(folder, error) from error
    return max(numbers, default=-1)


def wipe(folder: Path) -> None:
    """Delete the index, so that it can be built again; there need not be one."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise problem_of(folder, error) from error


def create(folder: Path) -> None:
    """Make an empty index where there is none."""
    with disk_problems(folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / VERSION_FILE).write_text(str(SCHEMA_VERSION), encoding="utf-8")
        Table.create(Storage(str(folder)), stock_schema(), INDEX_NAME)


def read_table(folder: Path) -> Any:
    """Return the table of contents of the last commit."""
    check_version(folder)
    for attempt in range(_RETRIES):
        try:
            return _read_table(folder)
        except (FileNotFoundError, NoIndex) as error:
            if attempt == _RETRIES - 1:
                raise IndexDamaged(
                    f"The index in {folder} has no table of contents: it is being built again."
                ) from error
            sleep(_PAUSE)
        except OSError as error:
            raise problem_of(folder, error) from error
        except Exception as error:  # a damaged pickle raises anything at all
            raise IndexDamaged(
                f"The index in {folder} is damaged ({error}): it is being built again."
            ) from error
    raise AssertionError


def _read_table(folder: Path) -> Any:
    """Read the newest table of contents; Whoosh leaves a damaged one open, so it is closed here."""
    opened: list[Any] = []
    storage = Storage(str(folder))
    open_file = storage.open_file

    def remembering(*args: Any, **kwargs: Any) -> Any:
        opened.append(open_file(*args, **kwargs))
        return opened[-1]

    storage.open_file = remembering
    try:
        return Table.read(storage, INDEX_NAME)
    finally:
        for file in opened:
            if not file.is_closed:
                file.close()


def check_version(folder: Path) -> None:
    """Raise IndexDamaged when the index was made by another version."""
    try:
        version = (folder / VERSION_FILE).read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        version = "none"
    except OSError as error:
        raise problem_of(folder, error) from error
    if version.strip() != str(SCHEMA_VERSION):
        raise IndexDamaged(
            f"The index in {folder} was made by another version of Pressmark: it is being built again."
        )


def segment_arrays(
    folder: Path, segment: Segment, *, keep: bool = False, check: bool = False
) -> SegmentArrays:
    """Return a segment's arrays; a missing companion is made again from Whoosh's files, and kept if asked.

    With `check` all of it is read, and IndexDamaged raised where it is not as it was written.
    """
    path = folder / segment.make_filename(COMPANION)
    try:
        arrays = load(path, check=check)
    except FileNotFoundError:
        arrays = arrays_of(Storage(str(folder)), segment)
        if keep:
            save(arrays, path)
    if len(arrays) != segment.doc_count_all():
        raise IndexDamaged(
            f"The index file {path.name} does not fit its segment: the index is being built again."
        )
    return arrays


def check_whole(folder: Path) -> None:
    """Raise IndexDamaged when a companion file is not as it was written; reads all of them."""
    for path in _companions(folder):
        _check(path)


def check_changed(folder: Path) -> None:
    """Check the companion files that are not as they were when they were checked last, by size and time.

    Raises IndexDamaged. What damages a file without a trace in its time is met by `check_whole`, once a search
    stumbles over it, and before a merge.
    """
    with disk_problems(folder):
        known = _lines_of(folder / CHECKED_FILE)
        now = {_stamp(path): path for path in _companions(folder)}
        for stamp, path in now.items():
            if stamp not in known:
                _check(path)
        if set(now) != known:
            _note_checked(folder, set(now))


def note_written(folder: Path, segments: Iterable[Segment]) -> None:
    """Note that the companion files of segments are whole: they were just written."""
    paths = [folder / segment.make_filename(COMPANION) for segment in segments]
    _note_checked(folder, _lines_of(folder / CHECKED_FILE) | {_stamp(path) for path in paths})


def _note_checked(folder: Path, stamps: set[str]) -> None:
    text = "".join(f"{stamp}\n" for stamp in sorted(stamps))
    (folder / CHECKED_FILE).write_text(text, encoding="utf-8")


def _companions(folder: Path) -> list[Path]:
    """Return the companion files that are there; one that is missing is made again when it is wanted."""
    named = (folder / segment.make_filename(COMPANION) for segment in read_table(folder).segments)
    return [path for path in named if path.exists()]


def _check(path: Path) -> None:
    with suppress(FileNotFoundError):
        load(path, check=True)


def _stamp(path: Path) -> str:
    status = path.stat()
    return f"{path.name} {status.st_size} {status.st_mtime_ns}"


def _lines_of(path: Path) -> set[str]:
    try:
        return set(path.read_text(encoding="utf-8", errors="replace").splitlines())
    except FileNotFoundError:
        return set()


@contextmanager
def disk_problems(folder: Path) -> Iterator[None]:
    """Turn a full or read-only disk into the sentence the person reads."""
    try:
        yield
    except OSError as error:
        raise problem_of(folder, error) from error


def problem_of(folder: Path, error: OSError) -> ArchiveError:
    """Return what an error of the operating system means for the index."""
    if error.errno in _FULL:
        return DataFolderProblem(f"The disk that holds {folder} is full: make room, then index again.")
    if error.errno in _DISK:
        return DataFolderProblem(f"{folder} cannot be written to ({error.strerror}): check its permissions.")
    return IndexDamaged(f"The index in {folder} cannot be read ({error}): it is being built again.")
