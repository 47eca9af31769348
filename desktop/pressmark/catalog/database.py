"""A SQLite file with a schema version, one connection a thread, and its errors in plain words."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pressmark.errors import ArchiveError, DataFolderProblem

BUSY_MS = 10_000  # how long a writer waits for another one before it gives up


class CatalogDamaged(ArchiveError):
    """The catalog cannot be read: it is set aside and built again from the archive."""


class Database:
    """A SQLite file opened once per thread; `script` makes an empty one, `version` is its schema's number."""

    def __init__(self, file: Path, script: str, version: int) -> None:
        """Open the file, and make it where there is none; raise CatalogDamaged if it is not ours or broken."""
        self.file = file
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _data_problem(file, error) from error
        with self.errors():
            found = int(self.connection.execute("PRAGMA user_version").fetchone()[0])
            if found == 0:
                self.connection.executescript(f"BEGIN;{script};PRAGMA user_version={version};COMMIT;")
            elif found != version:
                self.close()
                raise CatalogDamaged(
                    f"{file.name} was written by another version of Pressmark (its schema is {found})."
                )

    @property
    def connection(self) -> sqlite3.Connection:
        """Return this thread's connection."""
        known: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if known is None:
            known = sqlite3.connect(
                self.file, timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False
            )
            known.execute("PRAGMA journal_mode=WAL")
            known.execute("PRAGMA synchronous=NORMAL")
            known.execute("PRAGMA foreign_keys=ON")
            self._local.connection = known
            with self._lock:
                self._connections.append(known)
        return known

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Run what is inside as one change: all of it is kept, or nothing; one inside another is part of it."""
        if self.connection.in_transaction:
            yield self.connection
            return
        connection = self.connection
        with self.errors():
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turn SQLite's errors into sentences."""
        try:
            yield
        except sqlite3.OperationalError as error:
            if "malformed" in str(error) or "disk image" in str(error):
                raise _damaged(self.file) from error
            raise _data_problem(self.file, error) from error
        except sqlite3.DatabaseError as error:
            raise _damaged(self.file) from error

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
        self._local = threading.local()


def _damaged(file: Path) -> CatalogDamaged:
    return CatalogDamaged(f"{file.name} is damaged.")


def _data_problem(file: Path, error: Exception) -> DataFolderProblem:
    """Say what is wrong with the data folder, and what to do."""
    text = str(error).lower()
    if "full" in text or "no space" in text:
        what = "The disk with Pressmark's data is full. Free some space, then choose “Index again”."
    elif "readonly" in text or "read-only" in text or "permission" in text:
        what = "Pressmark's data folder cannot be written to. Make it writable, or set PRESSMARK_DATA to another folder."
    elif "locked" in text:
        what = "Another Pressmark is writing to this archive's data. Close it, or wait until it has finished."
    else:
        what = f"Pressmark's data folder cannot be used ({error}). Check the disk, or set PRESSMARK_DATA to another folder."
    return DataFolderProblem(f"{what} ({file.parent})")


def set_aside(file: Path) -> Path:
    """Rename a damaged database, with its journal, so that a new one can be made; return its new name."""
    number = 1
    while (target := file.with_name(f"{file.name}.damaged-{number}")).exists():
        number += 1
    for suffix in ("", "-wal", "-shm"):
        part = file.with_name(file.name + suffix)
        if part.exists():
            part.replace(target.with_name(target.name + suffix))
    return target
