"""What the person made: precious, in a database of its own that no rebuild touches."""

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pressmark.catalog import chosen_outlets
from pressmark.catalog.database import Sealed, open_or_set_aside
from pressmark.errors import LaterVersion
from pressmark.values import Correction, Scope

VERSION = 2
# corrections: whose is the digest of an article's file, or the name of an outlet; keep is NULL where the person took it
# back: the row stays, so that the index learns of it. Each change gets a new serial.
_CORRECTIONS = """
CREATE TABLE corrections(
  serial INTEGER PRIMARY KEY AUTOINCREMENT, scope TEXT NOT NULL, whose TEXT NOT NULL, key TEXT NOT NULL,
  text TEXT NOT NULL, keep INTEGER, made_at TEXT NOT NULL, path TEXT NOT NULL, UNIQUE(scope, whose, key))
"""
# digest: of the file's content, so that what the person made follows a file that is moved.
SCRIPT = f"""
CREATE TABLE encodings(digest TEXT PRIMARY KEY, encoding TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE reading(digest TEXT PRIMARY KEY, read_at TEXT NOT NULL) WITHOUT ROWID;
{_CORRECTIONS};
{chosen_outlets.TABLE};
"""
MIGRATIONS = {1: (_CORRECTIONS, chosen_outlets.TABLE)}
LATER = "It holds what you made, so it is left untouched and nothing can be added to it. Update Pressmark to see it."
_COLUMNS = "scope, whose, key, text, keep, made_at, path"


class UserData:
    """The person's choices and reading state for one archive."""

    def __init__(self, folder: Path) -> None:
        """Open the database in an archive's data folder, and make it where there is none.

        One of a later version is left as it is: nothing of it is seen, and nothing can be added.
        """
        file = folder / "user.sqlite3"
        try:
            self._database, wrong, kept = open_or_set_aside(file, SCRIPT, VERSION, MIGRATIONS)
        except LaterVersion as later:
            self.notice = f"{later} {LATER}"
            self._database = Sealed(file, SCRIPT, self.notice)
        else:
            self.notice = (
                f"{wrong} It holds what you made, so it is kept as {kept}; a new one was begun."
                if kept
                else ""
            )

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _rows(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        with self._database.errors():
            return self._database.connection.execute(sql, values).fetchall()

    def encodings(self) -> dict[str, str]:
        """Return the encodings the person chose, by the digest of the file's content."""
        return dict(self._rows("SELECT digest, encoding FROM encodings"))

    def choose_encoding(self, digest: str, encoding: str) -> None:
        """Remember the person's encoding for a content; an empty one takes the choice back."""
        with self._database.transaction() as change:
            change.execute("DELETE FROM encodings WHERE digest=?", (digest,))
            if encoding:
                change.execute("INSERT INTO encodings VALUES(?,?)", (digest, encoding))

    def read(self, digests: Iterable[str]) -> frozenset[str]:
        """Return those of the digests whose articles were opened."""
        asked = tuple(digests)
        sql = f"SELECT digest FROM reading WHERE digest IN ({','.join('?' * len(asked))})"
        return frozenset(str(row[0]) for row in self._rows(sql, asked))

    def read_when(self) -> dict[str, str]:
        """Return when each article was opened first, by its digest."""
        return dict(self._rows("SELECT digest, read_at FROM reading"))

    def mark_read(self, digest: str) -> None:
        """Remember that an article was opened; where nothing can be added, that is no reason not to open it."""
        if isinstance(self._database, Sealed):
            return
        with self._database.transaction() as change:
            change.execute(
                "INSERT OR IGNORE INTO reading VALUES(?,?)",
                (digest, datetime.now(UTC).isoformat(timespec="seconds")),
            )

    def add(self, other: "UserData") -> None:
        """Add what was made in another archive, as one change; what was made here about the same stays as it is.

        Raises LaterVersion where either was written by a later program: nothing of it can be seen, or added to it.
        """
        if isinstance(other._database, Sealed):
            raise LaterVersion(other.notice)
        encodings = other._rows("SELECT digest, encoding FROM encodings")
        reading = other._rows("SELECT digest, read_at FROM reading")
        corrections = other._rows(
            f"SELECT {_COLUMNS} FROM corrections WHERE keep IS NOT NULL ORDER BY serial"
        )
        with self._database.transaction() as change:
            change.executemany("INSERT OR IGNORE INTO encodings VALUES(?,?)", encodings)
            change.executemany("INSERT OR IGNORE INTO reading VALUES(?,?)", reading)
            change.executemany(
                f"INSERT OR IGNORE INTO corrections({_COLUMNS}) VALUES(?,?,?,?,?,?,?)", corrections
            )
            chosen_outlets.add(self._database, other._database)

    # Outlets

    def outlets(self) -> chosen_outlets.Choices:
        """Return the outlets the person chose."""
        return chosen_outlets.choices(self._database)

    def outlets_chosen(self) -> tuple[tuple[str, str, str], ...]:
        """Return each choice of an outlet: (name, digest, path); one for a folder has no digest."""
        return chosen_outlets.chosen(self._database)

    def choose_outlet(self, digest: str, path: str, name: str, folder: str = "") -> None:
        """Remember the outlet of an article, or of all of a folder around it; an empty name takes the choice back."""
        if folder:
            chosen_outlets.choose_for_folder(self._database, folder, name)
        else:
            chosen_outlets.choose_for_article(self._database, digest, path, name)

    # Corrections

    def corrections(self) -> tuple[Correction, ...]:
        """Return what the person says of lines, the oldest first."""
        return tuple(one for one in self.corrections_since(0) if one.keep is not None)

    def corrections_since(self, serial: int) -> tuple[Correction, ...]:
        """Return what was said, or taken back, after a serial; the oldest first."""
        sql = f"SELECT {_COLUMNS} FROM corrections WHERE serial > ? ORDER BY serial"
        return tuple(_correction(row) for row in self._rows(sql, (serial,)))

    def last_correction(self) -> int:
        """Return the serial of the last change of a correction; 0 for none."""
        return int(self._rows("SELECT coalesce(max(serial), 0) FROM corrections")[0][0])

    def correct(self, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
        """Note corrections; return what was said of these lines before: noting that again undoes it."""
        before: list[Correction] = []
        with self._database.transaction() as change:
            for new in corrections:
                sql = f"SELECT {_COLUMNS} FROM corrections WHERE scope=? AND whose=? AND key=?"
                old = change.execute(sql, (new.scope.value, new.whose, new.key)).fetchall()
                unsaid = Correction(new.scope, new.whose, new.key, new.text, None, new.when, new.path)
                before.append(_correction(old[0]) if old else unsaid)
                change.execute(
                    f"INSERT OR REPLACE INTO corrections({_COLUMNS}) VALUES(?,?,?,?,?,?,?)",
                    (new.scope.value, new.whose, new.key, new.text, new.keep, new.when, new.path),
                )
        return tuple(before)

    def move(self, scope: Scope, whose: str, now: str, path: str) -> None:
        """Have corrections follow an article's file that has changed or was moved, or an outlet called otherwise now."""
        with self._database.transaction() as change:
            which = (scope.value, whose)
            rows = change.execute(
                f"SELECT {_COLUMNS} FROM corrections WHERE scope=? AND whose=? ORDER BY serial", which
            ).fetchall()
            change.execute("DELETE FROM corrections WHERE scope=? AND whose=?", which)
            change.executemany(
                f"INSERT OR IGNORE INTO corrections({_COLUMNS}) VALUES(?,?,?,?,?,?,?)",
                ((said, now, *rest, path) for said, _, *rest, _ in rows),
            )


def _correction(row: tuple[Any, ...]) -> Correction:
    scope, whose, key, text, keep, when, path = row
    return Correction(Scope(scope), whose, key, text, None if keep is None else bool(keep), when, path)
