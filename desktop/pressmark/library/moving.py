"""An archive whose folder has another place now: what the person made follows it, and what was read as well."""

import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path, PurePosixPath

from pressmark.catalog.database import copy_database
from pressmark.catalog.user_data import UserData
from pressmark.errors import ArchiveBusy, ArchiveClosed, ArchiveError, DataFolderProblem
from pressmark.indexing.lock import ArchiveLock
from pressmark.library.opened import OpenArchive
from pressmark.reading.folder import look_at, walk

USER, CATALOG = "user.sqlite3", "catalog.sqlite3"
FORMER = "user.sqlite3."  # what was made under an earlier version, or before damage: kept beside the database
INDEX = "index"
HALF = ".half"
PATIENCE_SECONDS = 5.0  # how long to wait for whoever is writing the index just now ...
PAUSE_SECONDS = 0.05  # ... and how often to ask


class NotItsPlace(ArchiveError):
    """A folder has none of the files of the archive that is said to be there now."""


def move_to(archive: OpenArchive, root: Path, data: Path, stop: Callable[[], bool] = lambda: False) -> None:
    """Have the folder `root`, whose data lie in `data`, take over an archive from its former place.

    Everything is copied, and the former data stay as they are: whatever happens half way, nothing is lost, and a disk
    that comes back finds its own. Where `root` is a known archive already, what the person made is added to what was
    made there. While the former index goes on being written, only what was made is copied, and the folder is read anew.
    Raises ArchiveGone, NotItsPlace, LaterVersion, DataFolderProblem.
    """
    look_at(root)
    if data == archive.data:
        return
    if not _has_files_of(archive, root, stop):
        raise NotItsPlace(
            f"{root} has none of the files that were read from {archive.root}. Choose the folder that holds them now; "
            "another archive is opened by Ctrl+O."
        )
    if data.exists():
        known = UserData(data)
        try:
            known.add(archive.user)
        finally:
            known.close()
        return
    half = data.with_name(data.name + HALF)
    try:
        with ExitStack() as held:
            lock = _locked(archive.data, stop)
            if lock is not None:
                held.enter_context(lock)
            _copy(archive.data, half, what_was_read=lock is not None)
        half.rename(data)
    except (OSError, sqlite3.Error) as error:
        raise DataFolderProblem(
            f"What belongs to {archive.root} could not be copied for its new place ({error}). It is untouched. "
            f"Free some space on the disk of {data.parent}, then choose the place again."
        ) from error
    finally:
        shutil.rmtree(half, ignore_errors=True)


def _has_files_of(archive: OpenArchive, root: Path, stop: Callable[[], bool]) -> bool:
    """Tell whether a folder has a file of an archive, known by its name and size; so has any, if none is known."""
    known = {(PurePosixPath(one.path).name, one.size) for one in archive.files() if one.size}
    if not known:
        return True
    for source in walk(root):
        if stop():
            raise ArchiveClosed("The archive was closed.")
        if (PurePosixPath(source.path).name, source.size) in known:
            return True
    return False


def _locked(data: Path, stop: Callable[[], bool]) -> ArchiveLock | None:
    """Return the right to write an archive's index, so that nobody does meanwhile; None where another one goes on."""
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return ArchiveLock(data)
        except ArchiveBusy:
            if stop() or time.monotonic() > end:
                return None
            time.sleep(PAUSE_SECONDS)


def _copy(data: Path, half: Path, *, what_was_read: bool) -> None:
    """Copy an archive's data: databases as they were last committed, and the index."""
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    for name in (USER, CATALOG) if what_was_read else (USER,):
        if (data / name).exists():
            copy_database(data / name, half / name)
    for file in data.glob(f"{FORMER}*"):
        shutil.copy2(file, half / file.name)
    if what_was_read and (data / INDEX).is_dir():
        shutil.copytree(data / INDEX, half / INDEX)
