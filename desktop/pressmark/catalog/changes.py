"""What the indexing process writes into the catalog."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, NamedTuple

from pressmark.catalog.article_rows import ARTICLE_COLUMNS, article_row
from pressmark.catalog.catalog import RUNNING, Catalog
from pressmark.reading.word_runs import run_keys
from pressmark.values import Article, ArticleDate, FileState, Source

SAME_CONTENT = "the same content as "
CHOSEN = "chosen by you"
NEVER = 1 << 62  # a generation no index reaches
_UNINDEXED = "INSERT OR REPLACE INTO unindexed(article_id) VALUES(?)"
_READ_COLUMNS = (
    "words", "terms", "line_keys", "line_grams", "evidence", "signs", "reader", "word_runs", "markup", *ARTICLE_COLUMNS
)  # fmt: skip
_NEW_ARTICLE = (
    f"INSERT INTO articles(digest, {', '.join(_READ_COLUMNS)}) VALUES(?,{','.join('?' * len(_READ_COLUMNS))})"
)
_CHANGED_ARTICLE = (
    f"UPDATE articles SET {', '.join(f'{column}=?' for column in _READ_COLUMNS)}, "
    "date_from=CASE WHEN date_evidence=? THEN date_from END WHERE id=?"
)
_DATES_DUE = "INSERT OR REPLACE INTO meta VALUES('dates', 'due')"
_STALE = "INSERT OR IGNORE INTO stale VALUES(?)"
_TOUCHED = "INSERT OR IGNORE INTO touched VALUES(?)"
_TOUCHED_AT = (
    "INSERT OR IGNORE INTO touched SELECT article_id FROM files WHERE raw=? AND article_id IS NOT NULL"
)
_STALE_OF = "INSERT OR IGNORE INTO stale SELECT outlet FROM articles"


class Known(NamedTuple):  # made for every file in each run: a third of the time that a dataclass takes
    """What the catalog knows of a file: enough to see whether it changed; `chosen` is the encoding the person chose."""

    size: int
    mtime_ns: int
    digest: str | None
    reason: str
    chosen: str


@dataclass(frozen=True, slots=True)
class Read:
    """An article as it was read, with its statistics.

    `row` is what `packed_row` makes of it, where that was done before; the article then has no blocks.
    """

    article: Article
    digest: str
    words: int
    terms: bytes
    line_keys: bytes
    line_grams: bytes
    evidence: bytes
    signs: str
    text: bytes
    markup: bytes = b""
    reader: str = ""
    row: tuple[Any, ...] = ()


class Changes:
    """The write side of the catalog; each method is one transaction, or part of the one around it."""

    def __init__(self, catalog: Catalog) -> None:
        """Write to this catalog."""
        self._database = catalog.database

    def together(self) -> AbstractContextManager[Any]:
        """Make one transaction of all the changes inside: a thousand small ones cost a thousand writes."""
        return self._database.transaction()

    def _rows(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        with self._database.errors():
            return self._database.connection.execute(sql, values).fetchall()

    def known_files(self) -> dict[bytes, Known]:
        """Return every file the catalog knows, by its raw path."""
        with self._database.errors():
            rows = self._database.connection.execute(
                "SELECT raw, size, mtime_ns, digest, reason, iif(encoding_reason=?, encoding, '') FROM files",
                (CHOSEN,),
            )
            return {row[0]: Known._make(row[1:]) for row in rows}

    def states_of(self, raws: Iterable[bytes]) -> list[FileState]:
        """Return what became of files, those that the catalog does not know left out."""
        found = (self._rows("SELECT state FROM files WHERE raw=?", (raw,)) for raw in raws)
        return [FileState(state) for rows in found for (state,) in rows]

    def number_of(self, digest: str) -> int | None:
        """Return the number of the article with a content, None where there is none."""
        found = self._rows("SELECT id FROM articles WHERE digest=?", (digest,))
        return int(found[0][0]) if found else None

    def reader_of(self, number: int) -> str:
        """Return which reader read an article."""
        found = self._rows("SELECT reader FROM articles WHERE id=?", (number,))
        return str(found[0][0]) if found else ""

    def read_again_what_others_read(self, readers: Sequence[str]) -> None:
        """Have files read again that were read by other readers than these, or that those before could not read."""
        told = "; ".join(readers)
        if self._rows("SELECT value FROM meta WHERE key='readers'") == [(told,)]:
            return
        marks = ",".join("?" * len(readers))
        with self._database.transaction() as change:
            change.execute("UPDATE files SET digest=NULL, reason='' WHERE state='unreadable'")
            others = f"SELECT id FROM articles WHERE reader NOT IN ({marks})"
            change.execute(f"UPDATE files SET digest=NULL WHERE article_id IN ({others})", tuple(readers))
            self.set_meta(readers=told)

    def set_meta(self, **facts: str) -> None:
        """Remember facts about the archive as a whole."""
        with self._database.transaction() as change:
            change.executemany("INSERT OR REPLACE INTO meta VALUES(?,?)", facts.items())

    def add_article(self, source: Source, read: Read) -> int:
        """Add an article with its first file, and note that the index lacks it; return its number."""
        with self._database.transaction() as change:
            number = int(
                change.execute(_NEW_ARTICLE, (read.digest, *(read.row or packed_row(read)))).lastrowid or 0
            )
            change.execute(_UNINDEXED, (number,))
            change.execute(_DATES_DUE)
            self._put_file(source, read.digest, FileState.ARTICLE, "", number)
        return number

    def change_article(self, number: int, read: Read) -> None:
        """Replace what is known of an article whose text was read anew."""
        with self._database.transaction() as change:
            change.execute(f"{_STALE_OF} WHERE id=?", (number,))
            change.execute(_STALE, (read.article.outlet,))
            self.judge_again(number, read)

    def judge_again(self, number: int, read: Read) -> None:
        """Replace what is known of an article that was judged anew, with the text and the outlet it had."""
        with self._database.transaction() as change:
            change.execute(
                _CHANGED_ARTICLE, (*(read.row or packed_row(read)), read.article.date.evidence, number)
            )
            change.execute(_DATES_DUE)
            encoding = (read.article.encoding, read.article.encoding_reason, number)
            change.execute("UPDATE files SET encoding=?, encoding_reason=? WHERE article_id=?", encoding)
            change.execute(_UNINDEXED, (number,))

    def set_date(self, number: int, date: ArticleDate, found_by: bytes) -> None:
        """Give an article the date that others vouch for, or none; `found_by` is the digest of these others."""
        with self._database.transaction() as change:
            values = (date.start, date.end, date.certainty.value, date.evidence)
            changed = "date_start IS NOT ? OR date_end IS NOT ? OR date_certainty!=? OR date_evidence!=?"
            sql = f"INSERT OR REPLACE INTO unindexed(article_id) SELECT id FROM articles WHERE id=? AND ({changed})"
            change.execute(sql, (number, *values))
            change.execute(
                "UPDATE articles SET date_start=?, date_end=?, date_certainty=?, date_evidence=?, date_from=? WHERE id=?",
                (*values, found_by, number),
            )

    def dates_due(self) -> bool:
        """Tell whether an article came, went or changed since all days were looked for."""
        return self._rows("SELECT 1 FROM meta WHERE key='dates' AND value='due'") != []

    def put_file(self, source: Source, digest: str, state: FileState, reason: str, number: int) -> None:
        """Add or replace a file whose content is the article `number`."""
        with self._database.transaction() as change:
            change.execute(_TOUCHED, (number,))
            self._put_file(source, digest, state, reason, number)

    def _put_file(self, source: Source, digest: str, state: FileState, reason: str, number: int) -> None:
        with self._database.transaction() as change:
            change.execute(_TOUCHED_AT, (source.raw,))
            change.execute(
                "INSERT OR REPLACE INTO files SELECT ?,?,?,?,?,?,?,encoding,encoding_reason,id FROM articles WHERE id=?",
                (source.raw, source.path, source.size, source.mtime_ns, digest, state.value, reason, number),
            )
            change.execute(f"{_STALE_OF} WHERE id=?", (number,))

    def sources_of(self, number: int) -> list[Source]:
        """Return the files that hold an article, the one that stands for it first."""
        rows = self._rows(
            "SELECT path, raw, size, mtime_ns FROM files WHERE article_id=? ORDER BY state, path", (number,)
        )
        return [Source(*row) for row in rows]

    def standing_for(self, number: int, but: bytes) -> str:
        """Return the path of the file that stands for an article, "" if that is the file `but` or none."""
        sql = "SELECT path FROM files WHERE article_id=? AND state='article' AND raw != ?"
        found = self._rows(sql, (number, but))
        return str(found[0][0]) if found else ""

    def add_unreadable(
        self, source: Source, digest: str | None, reason: str, encoding: tuple[str, str] = ("", "")
    ) -> None:
        """Add a file that could not be read, or is a part of a page; without a digest it is tried again at the next run.

        `encoding` is the one the person chose, if any, and that it was chosen.
        """
        with self._database.transaction() as change:
            row = (
                source.raw,
                source.path,
                source.size,
                source.mtime_ns,
                digest,
                (FileState.PART if source.is_part else FileState.UNREADABLE).value,
                reason,
                *encoding,
            )
            change.execute(_TOUCHED_AT, (source.raw,))
            change.execute("INSERT OR REPLACE INTO files VALUES(?,?,?,?,?,?,?,?,?,NULL)", row)

    def add_container(self, source: Source, told: str) -> None:
        """Add a file in which others are, each with a path of its own; it is read again when it changes."""
        with self._database.transaction() as change:
            row = (
                source.raw,
                source.path,
                source.size,
                source.mtime_ns,
                "",
                FileState.CONTAINER.value,
                told,
                "",
                "",
            )
            change.execute(_TOUCHED_AT, (source.raw,))
            change.execute("INSERT OR REPLACE INTO files VALUES(?,?,?,?,?,?,?,?,?,NULL)", row)

    def touch(self, source: Source) -> None:
        """Note a new time for a file whose content is as it was."""
        with self._database.transaction() as change:
            change.execute(
                "UPDATE files SET size=?, mtime_ns=? WHERE raw=?", (source.size, source.mtime_ns, source.raw)
            )

    def forget_files(self, raws: Iterable[bytes]) -> None:
        """Forget files that are gone; their articles stay until `settle`, since the files may only have moved."""
        with self._database.transaction() as change:
            gone = [(raw,) for raw in raws]
            change.executemany(f"{_STALE_OF} WHERE id=(SELECT article_id FROM files WHERE raw=?)", gone)
            change.executemany(_TOUCHED_AT, gone)
            change.executemany("DELETE FROM files WHERE raw=?", gone)

    def drop_articles_without_files(self) -> int:
        """Drop articles without a file, and give each other article one file that stands for it; return the dropped."""
        with self._database.transaction() as change:
            touched = "SELECT article_id FROM touched"
            orphans = (
                f"SELECT id FROM articles WHERE id IN ({touched}) "
                "AND NOT EXISTS(SELECT 1 FROM files f WHERE f.article_id=articles.id)"
            )
            change.execute(f"INSERT OR IGNORE INTO removed {orphans}")
            change.execute(f"{_STALE_OF} WHERE id IN ({orphans})")
            dropped = change.execute(f"DELETE FROM articles WHERE id IN ({orphans})").rowcount
            if dropped:
                change.execute(_DATES_DUE)
            change.execute("DELETE FROM unindexed WHERE article_id IN (SELECT article_id FROM removed)")
            change.execute(
                "UPDATE files SET state='article', reason='' WHERE raw IN (SELECT min(raw) FROM files "
                f"WHERE article_id IN ({touched}) GROUP BY article_id HAVING sum(state='article')=0)"
            )
            first = "(SELECT path FROM files f WHERE f.article_id=files.article_id AND f.state='article')"
            change.execute(
                f"UPDATE files SET reason=? || {first} "
                f"WHERE article_id IN ({touched}) AND state='duplicate' AND reason != ? || {first}",
                (SAME_CONTENT, SAME_CONTENT),
            )
        return int(dropped)

    def touched(self) -> list[int]:
        """Return the numbers of the articles that got or lost a file since `outlets_settled`."""
        return [int(row[0]) for row in self._rows("SELECT article_id FROM touched")]

    def outlets_settled(self) -> None:
        """Note that each article has the outlet that its files and all that is known speak for."""
        with self._database.transaction() as change:
            change.execute("DELETE FROM touched")

    def unindexed_after(self, serial: int, limit: int) -> list[tuple[int, int]]:
        """Return (serial, number) of articles that the index lacks, for serials above `serial`.

        An article without a file is left out: it is dropped at the end of the run, or its moved file is found.
        """
        sql = (
            "SELECT serial, article_id FROM unindexed WHERE serial > ? "
            "AND EXISTS(SELECT 1 FROM files f WHERE f.article_id=unindexed.article_id) ORDER BY serial LIMIT ?"
        )
        return [(int(serial), int(number)) for serial, number in self._rows(sql, (serial, limit))]

    def lacking(self) -> int:
        """Return how many articles the index lacks."""
        return int(self._rows("SELECT count(*) FROM unindexed")[0][0])

    def indexed(self, serials: Iterable[int], removed: Iterable[int], generation: int) -> None:
        """Note what a commit of the index, and its generation, now hold."""
        with self._database.transaction() as change:
            change.executemany("DELETE FROM unindexed WHERE serial=?", ((n,) for n in serials))
            change.executemany("DELETE FROM removed WHERE article_id=?", ((n,) for n in removed))
            change.execute("INSERT OR REPLACE INTO meta VALUES('index_generation', ?)", (str(generation),))

    def publish_again(self, numbers: Iterable[int]) -> None:
        """Note that the index lacks these articles as they are now."""
        with self._database.transaction() as change:
            change.executemany(_UNINDEXED, ((number,) for number in numbers))

    def index_everything(self) -> None:
        """Note that the index has nothing: it is new, or was lost."""
        with self._database.transaction() as change:
            change.execute("DELETE FROM removed")
            change.execute("INSERT OR IGNORE INTO unindexed(article_id) SELECT id FROM articles ORDER BY id")
            change.execute("DELETE FROM meta WHERE key='index_generation'")
            change.execute("INSERT OR REPLACE INTO meta VALUES('state', ?)", (RUNNING,))

    def distrust_index(self) -> None:
        """Have the index built anew by the next run: it was found damaged."""
        self.set_meta(index_generation=str(NEVER))

    def stale_outlets(self) -> list[str]:
        """Return the outlets whose articles or files came, went or changed since `compared`."""
        return [str(row[0]) for row in self._rows("SELECT outlet FROM stale ORDER BY outlet")]

    def compared(self, outlet: str) -> None:
        """Note that the articles of an outlet were compared with one another."""
        with self._database.transaction() as change:
            change.execute("DELETE FROM stale WHERE outlet=?", (outlet,))

    def note_evidence(self, number: int, evidence: bytes) -> None:
        """Note by what an article was judged again, with no change."""
        with self._database.transaction() as change:
            change.execute("UPDATE articles SET evidence=? WHERE id=?", (evidence, number))

    def note_signs(self, number: int, signs: str) -> None:
        """Note what the page of an article that moved to another folder says of its outlet."""
        with self._database.transaction() as change:
            change.execute("UPDATE articles SET signs=? WHERE id=?", (signs, number))

    def set_outlet(self, number: int, name: str, evidence: str) -> None:
        """Give an article another outlet, or the same one for another reason."""
        with self._database.transaction() as change:
            change.execute(f"{_STALE_OF} WHERE id=? AND outlet!=?", (number, name))
            change.execute(_DATES_DUE)
            moved = "SELECT ? FROM articles WHERE id=? AND outlet!=?"
            change.execute(f"INSERT OR IGNORE INTO stale {moved}", (name, number, name))
            change.execute(f"INSERT OR REPLACE INTO unindexed(article_id) {moved}", (number, number, name))
            change.execute(
                "UPDATE articles SET outlet=?, outlet_evidence=? WHERE id=?", (name, evidence, number)
            )


def packed_row(read: Read) -> tuple[Any, ...]:
    """Return the values of _READ_COLUMNS; most of the time goes into compressing them."""
    return (
        read.words, read.terms, read.line_keys, read.line_grams, read.evidence, read.signs, read.reader,
        run_keys(read.article).tobytes(), read.markup, *article_row(read.article, read.text),
    )  # fmt: skip
