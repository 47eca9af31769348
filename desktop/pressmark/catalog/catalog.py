"""The catalog: what was read from the archive, for all who want to know."""

import copy
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pressmark.catalog.article_rows import ARTICLE_COLUMNS, article_of, unpack_text
from pressmark.catalog.catalog_schema import SCRIPT, VERSION
from pressmark.catalog.database import open_or_set_aside
from pressmark.errors import NotInArchive
from pressmark.values import Article, Decoded, FileRecord, FileState, StoredArticle, Totals

RUNNING, DONE = (
    "running",
    "done",
)  # meta "state": whether the folder was read to its end, and the index has it
CHUNK = 500  # how many numbers one SQL statement asks for; SQLite's own limit is far above
_ARTICLE = ", ".join(f"a.{column}" for column in ARTICLE_COLUMNS)

_OUTLETS = (
    "SELECT a.id, a.digest, f.path, a.outlet, a.outlet_evidence, a.signs FROM articles a "
    "JOIN files f ON f.article_id=a.id AND f.state='article'"
)
OutletRow = tuple[int, str, str, str, str, str]
Amend = Callable[[Sequence[StoredArticle]], list[StoredArticle]]


class Catalog:
    """The read side of the catalog; catalog/changes.py holds what writes to it."""

    def __init__(self, folder: Path) -> None:
        """Open the catalog in an archive's data folder; one that is damaged or of another version is set aside."""
        self.database, wrong, kept = open_or_set_aside(folder / "catalog.sqlite3", SCRIPT, VERSION)
        self.notice = (
            f"{wrong} It was set aside as {kept.name}, and the archive is read again; nothing of yours is lost."
            if kept
            else ""
        )
        self._amend: Amend = list

    def amended(self, amend: Amend) -> "Catalog":
        """Return the same catalog with articles as `amend` returns them: what was found, and then corrected."""
        seen = copy.copy(self)
        seen._amend = amend
        return seen

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        with self.database.errors():
            return self.database.connection.execute(sql, values).fetchall()

    def meta(self, key: str, default: str = "") -> str:
        """Return a fact about the archive as a whole."""
        found = self._rows("SELECT value FROM meta WHERE key=?", (key,))
        return str(found[0][0]) if found else default

    def totals(self) -> Totals:
        """Return how many files there are, by what became of them."""
        counts = {
            FileState(state): int(number)
            for state, number in self._rows("SELECT state, count(*) FROM files GROUP BY state")
        }
        return Totals(
            sum(counts.values()),
            counts.get(FileState.ARTICLE, 0),
            counts.get(FileState.UNREADABLE, 0),
            counts.get(FileState.DUPLICATE, 0),
            counts.get(FileState.PART, 0),
            counts.get(FileState.CONTAINER, 0),
        )

    def files(self) -> Iterator[FileRecord]:
        """Yield every file in the order of their paths."""
        sql = (
            "SELECT f.path, f.state, f.reason, f.encoding, f.encoding_reason, f.size, coalesce(a.words, 0), f.article_id "
            "FROM files f LEFT JOIN articles a ON a.id = f.article_id ORDER BY f.path"
        )
        for path, state, *rest in self._rows(sql):
            yield FileRecord(path, FileState(state), *rest)

    def articles(self, ids: Iterable[int]) -> dict[int, StoredArticle]:
        """Return the articles with these numbers; those the archive no longer has are left out."""
        found: list[StoredArticle] = []
        for part in _chunks(list(ids)):
            marks = ",".join("?" * len(part))
            paths: dict[int, list[str]] = {}
            for number, path in self._rows(
                f"SELECT article_id, path FROM files WHERE article_id IN ({marks}) ORDER BY state, path", part
            ):
                paths.setdefault(number, []).append(path)
            for number, digest, words, *row in self._rows(
                f"SELECT a.id, a.digest, a.words, {_ARTICLE} FROM articles a WHERE a.id IN ({marks})", part
            ):
                if number in paths:
                    article = self._unpacked(tuple(row))
                    found.append(StoredArticle(number, tuple(paths[number]), digest, words, article))
        return {stored.id: stored for stored in self._amend(found)} if found else {}

    def _unpacked(self, row: tuple[Any, ...]) -> Article:
        """Return the article of a row; one that cannot be unpacked was damaged on the disk."""
        try:
            return article_of(row)
        except (zlib.error, ValueError, TypeError, IndexError) as error:
            raise self.database.damaged() from error

    def article(self, number: int) -> StoredArticle:
        """Return one article; raise NotInArchive if it is gone."""
        found = self.articles([number])
        if number not in found:
            raise NotInArchive("This article is no longer in the archive: its file was moved or deleted.")
        return found[number]

    def number_at(self, path: str) -> int:
        """Return the number of the article that a file holds; raise NotInArchive if it holds none."""
        number, reason = self._file_at(path, "article_id, reason", (0, ""))
        if number == 0:
            raise NotInArchive(
                f"The archive has no file “{path}”. Give its path as it stands in the archive folder."
            )
        if number is None:
            raise NotInArchive(f"“{path}” is in the archive but could not be read as an article. {reason}")
        return int(number)

    def _file_at(self, path: str, columns: str, none: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return columns of the file at a path, given as it is shown or as the system's own bytes."""
        try:
            raw = os.fsencode(path)
        except UnicodeEncodeError:  # a lone surrogate that stands for no byte: no file is called so
            return none
        shown = raw.decode("utf-8", "replace")
        found = self._rows(
            f"SELECT {columns} FROM files WHERE path=? OR raw=? ORDER BY raw=? DESC", (shown, raw, raw)
        )
        return found[0] if found else none

    def headline(self, digest: str, path: str) -> str:
        """Return the headline of the article of a content, else of what a path holds now; "" for neither."""
        found = digest and self._rows("SELECT headline FROM articles WHERE digest=?", (digest,))
        sql = "SELECT headline FROM articles WHERE id=(SELECT article_id FROM files WHERE path=?)"
        rows = found or self._rows(sql, (path,))
        return str(rows[0][0]) if rows else ""

    def raw_at(self, path: str) -> bytes:
        """Return the path of a file as the system's bytes; raise NotInArchive where none is known."""
        raw = self._file_at(path, "raw", (None,))[0]
        if raw is None:
            raise NotInArchive(f"The archive has no file “{path}”.")
        return bytes(raw)

    def holds_article(self, path: str) -> bool:
        """Tell whether the file at a path holds an article."""
        return bool(self._file_at(path, "article_id", (0,))[0])

    def paths_of_addresses(self, addresses: Sequence[str]) -> dict[str, str]:
        """Return the path of the article whose page was at each address; those the archive has not are left out."""
        found: dict[str, str] = {}
        for start in range(0, len(addresses), CHUNK):
            part = addresses[start : start + CHUNK]
            marks = ",".join("?" * len(part))
            sql = (
                "SELECT a.address, f.path FROM articles a JOIN files f ON f.article_id=a.id AND f.state='article' "
                f"WHERE a.address != '' AND a.address IN ({marks})"
            )
            found.update(self._rows(sql, part))
        return found

    def digest_at(self, path: str) -> str:
        """Return the digest of a file's content, or "" where its bytes could not be read."""
        return str(self._file_at(path, "digest", ("",))[0] or "")

    def packed_blocks(self, outlet: str) -> Iterator[tuple[int, bytes, bytes]]:
        """Yield (number, packed blocks, packed text) of an outlet's articles, as they were found."""
        yield from self._stream("SELECT id, blocks, text FROM articles WHERE outlet=?", (outlet,))

    def has_outlet(self, outlet: str) -> bool:
        """Tell whether any article is of this outlet."""
        return bool(self._rows("SELECT 1 FROM articles WHERE outlet=? LIMIT 1", (outlet,)))

    def paths_with(self, digest: str) -> dict[str, int]:
        """Return the articles of a content by the paths of its files; none is there where it was never read."""
        number = "(SELECT id FROM articles WHERE digest=?)"
        sql = f"SELECT path, article_id FROM files WHERE article_id={number} ORDER BY state, path"
        return dict(self._rows(sql, (digest,)))

    def paths(self, numbers: Iterable[int]) -> dict[int, str]:
        """Return the path of each of these articles."""
        found: dict[int, str] = {}
        for part in _chunks(list(numbers)):
            sql = f"SELECT article_id, path FROM files WHERE state='article' AND article_id IN ({','.join('?' * len(part))})"
            found.update(self._rows(sql, part))
        return found

    def removed(self) -> list[int]:
        """Return the numbers of articles that are gone and that the index still has to drop."""
        return [int(row[0]) for row in self._rows("SELECT article_id FROM removed")]

    def terms(self) -> Iterator[tuple[int, bytes]]:
        """Yield (number, packed terms) of every article: what relate/ compares."""
        yield from self._stream("SELECT id, terms FROM articles ORDER BY id")

    def line_keys(self) -> Iterator[tuple[str, bytes]]:
        """Yield (outlet, line keys) of every article, for counting what an outlet repeats."""
        yield from self._stream("SELECT outlet, line_keys FROM articles")

    def pages_of(self, outlet: str) -> Iterator[tuple[int, bytes, bytes, bytes]]:
        """Yield (number, line keys, line grams, evidence) of every article of an outlet."""
        sql = "SELECT id, line_keys, line_grams, evidence FROM articles WHERE outlet=? ORDER BY id"
        yield from self._stream(sql, (outlet,))

    def outlets_of_articles(self) -> Iterator[OutletRow]:
        """Yield (number, digest, path, outlet, its evidence, signs) of every article."""
        yield from self._stream(f"{_OUTLETS} ORDER BY a.id")

    def outlets_of(self, numbers: Iterable[int]) -> Iterator[OutletRow]:
        """Yield the same of some articles."""
        for part in _chunks(list(numbers)):
            yield from self._stream(f"{_OUTLETS} WHERE a.id IN ({','.join('?' * len(part))})", part)

    def outlets_of_pages(self, signs: str, outlet: str, evidence: str) -> Iterator[OutletRow]:
        """Yield the same of all articles whose pages say just this and that have this outlet."""
        where = "WHERE a.signs=? AND a.outlet=? AND a.outlet_evidence=? ORDER BY a.id"
        yield from self._stream(f"{_OUTLETS} {where}", (signs, outlet, evidence))

    def outlets_by_signs(self) -> Iterator[tuple[str, str, str, int]]:
        """Yield (signs, outlet, its evidence, number of articles) for each such combination there is."""
        yield from self._stream(
            "SELECT signs, outlet, outlet_evidence, count(*) FROM articles GROUP BY signs, outlet, outlet_evidence"
        )

    def pages_count(self, outlet: str) -> int:
        """Return how many articles an outlet has."""
        return int(self._rows("SELECT count(*) FROM articles WHERE outlet=?", (outlet,))[0][0])

    def signs(self, number: int) -> str:
        """Return what the page of an article says of its outlet, packed."""
        found = self._rows("SELECT signs FROM articles WHERE id=?", (number,))
        return str(found[0][0]) if found else ""

    def outlet_names(self) -> list[str]:
        """Return the names of all outlets of the archive."""
        rows = self._rows("SELECT DISTINCT outlet FROM articles WHERE outlet!='' ORDER BY outlet")
        return [str(row[0]) for row in rows]

    def text(self, number: int) -> Decoded:
        """Return the decoded text of an article as its file held it; raise NotInArchive if it is gone."""
        found = self._rows(
            "SELECT text, encoding, encoding_reason, markup, reader FROM articles WHERE id=?", (number,)
        )
        if not found:
            raise NotInArchive("This article is no longer in the archive: its file was moved or deleted.")
        try:
            return unpack_text(*found[0])
        except (zlib.error, ValueError, TypeError, KeyError) as error:
            raise self.database.damaged() from error

    def _stream(self, sql: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield rows as they are read: all at once they would fill the memory."""
        with self.database.errors():
            yield from self.database.connection.execute(sql, values)


def _chunks(numbers: list[int]) -> Iterator[list[int]]:
    """Yield the numbers in parts small enough for one statement."""
    for start in range(0, len(numbers), CHUNK):
        yield numbers[start : start + CHUNK]
