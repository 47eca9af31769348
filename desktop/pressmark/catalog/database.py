"""A SQLite file with a schema version, one connection a thread, and its errors in plain words."""

import contextlib
import os
import sqlite3
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from pressmark.errors import ArchiveClosed, ArchiveError, DataFolderProblem, LaterVersion

BUSY_MS = 10_000  # how long a writer waits for another one before it gives up
PAGE_BYTES = 16_384  # rows of some 3 kB leave a third of SQLite's usual pages of 4,096 empty
PAUSE_SECONDS = 0.01
CLOSING_SECONDS = 2.0  # how long closing waits for statements that are under way ...
INTERRUPT_SECONDS = 0.02  # ... and how often it interrupts them: one may just be beginning
SIGNS_OF_DAMAGE = ("malformed", "disk image", "no such table", "already exists")
JOURNALS = ("", "-wal", "-shm")  # the files of one database
Migrations = Mapping[int, Sequence[str]]  # the statements that make the next version of this one
WHAT_TO_DO = "Choose “Index again”: it is then set aside and made anew."


class CatalogDamaged(ArchiveError):
    """A database cannot be read: it is set aside, and what can be is made again."""

    def __init__(self, sentence: str, file: Path) -> None:
        """Say what is wrong with the file."""
        super().__init__(sentence)
        self.file = file


class Database:
    """A SQLite file opened once per thread; `script` makes an empty one, `version` is its schema's number.

    One of an earlier version that `migrations` know is copied, then carried over; nothing of it is lost.
    A file that was set aside and made anew by another process is noticed, and opened in its place.
    """

    def __init__(self, file: Path, script: str, version: int, migrations: Migrations | None = None) -> None:
        """Open the file, and make it where there is none.

        Raises CatalogDamaged if it is not ours or broken, LaterVersion if a later program wrote it.
        """
        self.file = file
        self._script, self._version, self._migrations = script, version, migrations or {}
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._use = threading.Condition()
        self._users, self._closed = 0, False
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _data_problem(file, error) from error
        try:
            with self.errors():
                self._make()
        except BaseException:
            self.close()
            raise

    def _make(self) -> None:
        """Make the tables of an empty file; another process may do the same at the same moment."""
        if self._found_version() == 0:
            try:
                script = f"BEGIN IMMEDIATE;{self._script};PRAGMA user_version={self._version};COMMIT;"
                self.connection.executescript(script)
            except sqlite3.OperationalError:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                if self._found_version() == 0:
                    raise
        while (found := self._found_version()) in self._migrations:
            self._carry_over(found)
        if found > self._version:
            raise LaterVersion(
                f"{self.file.name} was written by a later version of Pressmark (its schema is {found})."
            )
        if found != self._version:
            raise CatalogDamaged(
                f"{self.file.name} was written by another version of Pressmark (its schema is {found}).",
                self.file,
            )

    def _carry_over(self, found: int) -> None:
        """Make the next version of a file, all of it or nothing; a copy of it as it was is kept beside it."""
        with self.transaction() as change:
            if self._found_version() != found:  # another process has done it meanwhile
                return
            copy_database(self.file, self.file.with_name(f"{self.file.name}.version-{found}"))
            for statement in self._migrations[found]:
                change.execute(statement)
            change.execute(f"PRAGMA user_version={found + 1}")

    def _found_version(self) -> int:
        return int(self.connection.execute("PRAGMA user_version").fetchone()[0])

    @property
    def connection(self) -> sqlite3.Connection:
        """Return this thread's connection."""
        known: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if known is not None and (known.in_transaction or self._local.identity == self._identity()):
            return known
        if known is not None:
            self._forget(known)
        known = sqlite3.connect(
            self.file, timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False
        )
        with self._lock:
            self._connections.append(known)
        known.execute(f"PRAGMA page_size={PAGE_BYTES}")  # of a file that is made now; any other keeps its own
        _keep_a_journal(known)
        known.execute("PRAGMA synchronous=NORMAL")
        known.execute("PRAGMA foreign_keys=ON")
        self._local.connection, self._local.identity = known, self._identity()
        return known

    def _identity(self) -> tuple[int, int]:
        """Tell one file at this path from another that takes its place."""
        try:
            status = os.stat(self.file)  # noqa: PTH116 - half the time of Path.stat, and asked before each statement
        except OSError:
            return (0, 0)
        return status.st_dev, status.st_ino

    def _forget(self, connection: sqlite3.Connection) -> None:
        with self._lock:
            if connection in self._connections:
                self._connections.remove(connection)
        connection.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Run what is inside as one change: all of it is kept, or nothing; one inside another is part of it."""
        with self.errors():
            connection = self.connection
            if self._is_changing():
                yield connection
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if self._is_changing():
                    connection.execute("ROLLBACK")
                raise

    def _is_changing(self) -> bool:
        """Tell whether this thread is inside a transaction."""
        return bool(self._local.connection.in_transaction)

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turn SQLite's errors into sentences, and keep the connections open for what is inside."""
        with self._use:
            if self._closed:
                raise ArchiveClosed("The archive was closed.")
            self._users += 1
        try:
            yield
        except (sqlite3.ProgrammingError, sqlite3.InterfaceError, sqlite3.IntegrityError):
            raise  # a fault of ours, and none of the file's
        except sqlite3.OperationalError as error:
            if self._closed:
                raise ArchiveClosed("The archive was closed.") from error
            if any(sign in str(error) for sign in SIGNS_OF_DAMAGE):
                raise self.damaged() from error
            raise _data_problem(self.file, error) from error
        except sqlite3.DatabaseError as error:
            raise self.damaged() from error
        finally:
            with self._use:
                self._users -= 1
                self._use.notify_all()

    def damaged(self) -> CatalogDamaged:
        """Return the error that says so, and leave a mark by which the next to open the file sets it aside."""
        with contextlib.suppress(OSError):
            _mark(self.file).touch()
        return CatalogDamaged(f"{self.file} is damaged. {WHAT_TO_DO}", self.file)

    def close(self) -> None:
        """Close the connections of all threads, once what is under way has ended; it is interrupted.

        SQLite does not bear that a connection is closed under a statement: one that does not end in time is left open.
        """
        end = time.monotonic() + CLOSING_SECONDS
        with self._use:
            self._closed = True
            while self._users and time.monotonic() < end:
                for connection in self._connections:
                    connection.interrupt()
                self._use.wait(INTERRUPT_SECONDS)
            if not self._users:
                for connection in self._connections:
                    connection.close()
        self._connections = []
        self._local = threading.local()


class Sealed(Database):
    """Stands in for a database that must not be touched: it reads as an empty one, and refuses every change."""

    def __init__(self, file: Path, script: str, refusal: str) -> None:
        """Stand in for `file`; `refusal` is the sentence for whoever wants to change something."""
        self._refusal = refusal
        super().__init__(file, script, 0)

    @override
    def _make(self) -> None:
        """Leave the file alone."""

    @property
    @override
    def connection(self) -> sqlite3.Connection:
        """Return this thread's connection to an empty database in memory."""
        known: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if known is None:
            known = self._local.connection = sqlite3.connect(":memory:", check_same_thread=False)
            known.executescript(self._script)
            with self._lock:
                self._connections.append(known)
        return known

    @override
    def transaction(self) -> NoReturn:
        """Raise LaterVersion."""
        raise LaterVersion(self._refusal)


def copy_database(file: Path, target: Path) -> None:
    """Copy a database as it was last committed, all of it or nothing; raises sqlite3.Error, OSError."""
    half = target.with_name(f"{target.name}.half")
    half.unlink(missing_ok=True)
    with (
        contextlib.closing(sqlite3.connect(file)) as source,
        contextlib.closing(sqlite3.connect(half)) as made,
    ):
        source.backup(made)
        made.execute("PRAGMA journal_mode=DELETE")
    half.replace(target)


def _keep_a_journal(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging; SQLite itself does not wait for others at this step, so we do."""
    end = time.monotonic() + BUSY_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > end:
                raise
            time.sleep(PAUSE_SECONDS)


def open_or_set_aside(
    file: Path, script: str, version: int, migrations: Migrations | None = None
) -> tuple[Database, str, Path | None]:
    """Open a database; one that is damaged or of a version that cannot be carried over is set aside first.

    One of a later version is set aside only if it can be made again, that is if there are no migrations: else
    LaterVersion is raised. Returns the database, what was wrong with the former one ("" for nothing), and where that
    one is kept.
    """
    try:
        if _mark(file).exists():
            raise CatalogDamaged(f"{file.name} is damaged.", file)
        return Database(file, script, version, migrations), "", None
    except (CatalogDamaged, LaterVersion) as problem:
        if migrations and isinstance(problem, LaterVersion):
            raise
        kept = set_aside(file)
        return Database(file, script, version, migrations), str(problem), kept


def set_aside(file: Path) -> Path:
    """Rename a damaged database, with its journal, so that a new one can be made; return its new name."""
    number = 1
    while (target := file.with_name(f"{file.name}.damaged-{number}")).exists():
        number += 1
    try:
        for suffix in JOURNALS:
            with contextlib.suppress(FileNotFoundError):
                file.with_name(file.name + suffix).replace(target.with_name(target.name + suffix))
        _mark(file).unlink(missing_ok=True)
    except OSError as error:
        raise _data_problem(file, error) from error
    return target


def _mark(file: Path) -> Path:
    """Return the file whose presence says that the database was found damaged."""
    return file.with_name(file.name + ".is-damaged")


def _data_problem(file: Path, error: Exception) -> DataFolderProblem:
    """Say what is wrong with the data folder, and what to do."""
    text = str(error).lower()
    if "full" in text or "no space" in text or "quota" in text:
        what = "The disk with Pressmark's data is full. Free some space, then choose “Index again”."
    elif "readonly" in text or "read-only" in text or "permission" in text:
        what = "Pressmark's data folder cannot be written to. Make it writable, or set PRESSMARK_DATA to another folder."
    elif "locked" in text:
        what = "Another Pressmark is writing to this archive's data. Close it, or wait until it has finished."
    else:
        what = f"Pressmark's data folder cannot be used ({error}). Check the disk, or set PRESSMARK_DATA to another folder."
    return DataFolderProblem(f"{what} ({file.parent})")
