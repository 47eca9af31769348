"""The outlets that the person chose, for one article or for all of a folder, in the database of what the person made."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pressmark.catalog.database import Database

# scope "article": key is the digest of its content, path where it stood then; scope "folder": key and path are the
# folder's path inside the archive.
TABLE = """
CREATE TABLE outlets(
  scope TEXT NOT NULL, key TEXT NOT NULL, path TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY(scope, key)) WITHOUT ROWID
"""
CHOSEN = "chosen by you"


@dataclass(frozen=True, slots=True)
class Choices:
    """The chosen names: of articles by digest and by path, of folders by path."""

    digests: Mapping[str, str] = field(default_factory=dict)
    paths: Mapping[str, str] = field(default_factory=dict)
    folders: Mapping[str, str] = field(default_factory=dict)

    def choice(self, digest: str, path: str) -> tuple[str, str] | None:
        """Return the chosen outlet of an article and for which folder it was chosen, None for no choice.

        The choice for the article itself, whose folder is "", comes first, then that for the innermost folder.
        """
        name = self.digests.get(digest) or self.paths.get(path)
        if name:
            return name, ""
        return next(
            ((self.folders[folder], folder) for folder in folders_of(path) if folder in self.folders), None
        )

    def of(self, digest: str, path: str) -> tuple[str, str] | None:
        """Return the chosen outlet of an article and the evidence, None for no choice."""
        found = self.choice(digest, path)
        if found is None:
            return None
        name, folder = found
        return name, f"{CHOSEN}, for the folder “{folder}”" if folder else f"{CHOSEN}, for this article"


def folders_of(path: str) -> tuple[str, ...]:
    """Return the folders around a file, as paths inside the archive, the innermost first."""
    parts = path.split("/")[:-1]
    return tuple("/".join(parts[:end]) for end in range(len(parts), 0, -1))


def choices(database: Database) -> Choices:
    """Return all that was chosen."""
    with database.errors():
        rows = database.connection.execute("SELECT scope, key, path, name FROM outlets").fetchall()
    return Choices(
        {key: name for scope, key, _, name in rows if scope == "article"},
        {path: name for scope, _, path, name in rows if scope == "article"},
        {key: name for scope, key, _, name in rows if scope == "folder"},
    )


def chosen(database: Database) -> tuple[tuple[str, str, str], ...]:
    """Return each choice as it was made: (name, digest of the article's content, path); a folder has no digest."""
    with database.errors():
        rows = database.connection.execute("SELECT scope, key, path, name FROM outlets ORDER BY scope, path")
        return tuple((name, key if scope == "article" else "", path) for scope, key, path, name in rows)


def choose_for_article(database: Database, digest: str, path: str, name: str) -> None:
    """Remember the outlet of one article; "" takes the choice back."""
    with database.transaction() as change:
        change.execute("DELETE FROM outlets WHERE scope='article' AND (key=? OR path=?)", (digest, path))
        if name:
            change.execute("INSERT INTO outlets VALUES('article',?,?,?)", (digest, path, name))


def choose_for_folder(database: Database, folder: str, name: str) -> None:
    """Remember the outlet of all articles in a folder; "" takes the choice back."""
    with database.transaction() as change:
        change.execute("DELETE FROM outlets WHERE scope='folder' AND key=?", (folder,))
        if name:
            change.execute("INSERT INTO outlets VALUES('folder',?,?,?)", (folder, folder, name))


def add(database: Database, other: Database) -> None:
    """Add the choices of another archive, but none for an article or a folder that has one here."""
    with other.errors():
        rows = other.connection.execute("SELECT scope, key, path, name FROM outlets").fetchall()
    with database.transaction() as change:
        change.executemany(
            "INSERT OR IGNORE INTO outlets SELECT ?1, ?2, ?3, ?4 "
            "WHERE NOT EXISTS (SELECT 1 FROM outlets WHERE scope = ?1 AND path = ?3)",
            rows,
        )
