"""One writer an archive: a lock that the system gives back when its holder dies."""

import sqlite3
from pathlib import Path
from types import TracebackType

from pressmark.errors import ArchiveBusy, DataFolderProblem

LOCK = "lock.sqlite3"


class ArchiveLock:
    """Holds the right to write an archive's catalog and index, as an exclusive lock on a SQLite file.

    SQLite locks files on every platform, and a killed process leaves no lock behind.
    """

    def __init__(self, folder: Path) -> None:
        """Take the lock of the archive whose data lie in `folder`; raise ArchiveBusy if another process has it."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            try:
                self._connection = _locked(folder / LOCK)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:  # no database: it holds nothing, so another can take its place
                (folder / LOCK).unlink()
                self._connection = _locked(folder / LOCK)
        except (OSError, sqlite3.DatabaseError) as error:
            if "locked" in str(error):
                raise ArchiveBusy(
                    "Another Pressmark is indexing this archive; what it has found so far can be searched."
                ) from error
            raise _unusable(folder, error) from error

    def release(self) -> None:
        """Give the lock back."""
        self._connection.close()

    def __enter__(self) -> "ArchiveLock":
        """Return the lock, already taken."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the lock back."""
        self.release()


def _locked(file: Path) -> sqlite3.Connection:
    """Return a connection that holds the lock."""
    connection = sqlite3.connect(file, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _unusable(folder: Path, error: Exception) -> DataFolderProblem:
    return DataFolderProblem(
        f"Pressmark's data folder {folder} cannot be written to ({error}). "
        "Free some space or make it writable, or set PRESSMARK_DATA to another folder."
    )
