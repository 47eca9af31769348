"""What the person made: precious, in a database of its own that no rebuild touches."""

from datetime import UTC, datetime
from pathlib import Path

from pressmark.catalog import outlets
from pressmark.catalog.database import open_or_set_aside

VERSION = 1
# digest: of the file's content, so that what the person made follows a file that is moved.
SCRIPT = """
CREATE TABLE encodings(digest TEXT PRIMARY KEY, encoding TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE reading(digest TEXT PRIMARY KEY, read_at TEXT NOT NULL) WITHOUT ROWID;
"""


class UserData:
    """The person's choices and reading state for one archive."""

    def __init__(self, folder: Path) -> None:
        """Open the database in an archive's data folder, and make it where there is none."""
        file = folder / "user.sqlite3"
        self._database, wrong, kept = open_or_set_aside(file, SCRIPT, VERSION)
        with self._database.errors():  # a file made before there were choices of outlets lacks their table
            self._database.connection.executescript(outlets.SCRIPT)
        self.notice = (
            f"{wrong} It holds what you made, so it is kept as {kept}; a new one was begun." if kept else ""
        )

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def outlets(self) -> outlets.Choices:
        """Return the outlets the person chose."""
        return outlets.choices(self._database)

    def choose_outlet(self, digest: str, path: str, name: str, folder: str = "") -> None:
        """Remember the outlet of an article, or of all of a folder around it; an empty name takes the choice back."""
        if folder:
            outlets.choose_for_folder(self._database, folder, name)
        else:
            outlets.choose_for_article(self._database, digest, path, name)

    def encodings(self) -> dict[str, str]:
        """Return the encodings the person chose, by the digest of the file's content."""
        with self._database.errors():
            return dict(
                self._database.connection.execute("SELECT digest, encoding FROM encodings").fetchall()
            )

    def choose_encoding(self, digest: str, encoding: str) -> None:
        """Remember the person's encoding for a content; an empty one takes the choice back."""
        with self._database.transaction() as change:
            change.execute("DELETE FROM encodings WHERE digest=?", (digest,))
            if encoding:
                change.execute("INSERT INTO encodings VALUES(?,?)", (digest, encoding))

    def read(self) -> frozenset[str]:
        """Return the digests of the articles that were opened."""
        with self._database.errors():
            return frozenset(
                row[0] for row in self._database.connection.execute("SELECT digest FROM reading")
            )

    def mark_read(self, digest: str) -> None:
        """Remember that an article was opened."""
        with self._database.transaction() as change:
            change.execute(
                "INSERT OR IGNORE INTO reading VALUES(?,?)",
                (digest, datetime.now(UTC).isoformat(timespec="seconds")),
            )
