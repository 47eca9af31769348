"""SQLite's ways to fail, in plain words; threads, transactions, versions."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from pressmark.catalog.database import CatalogDamaged, Database, Sealed, open_or_set_aside, set_aside
from pressmark.errors import ArchiveClosed, ArchiveError, DataFolderProblem, LaterVersion

SCRIPT = "CREATE TABLE notes(text TEXT);"


def make(file: Path, version: int = 1) -> Database:
    """Open a database of one table."""
    return Database(file, SCRIPT, version)


def notes(database: Database) -> list[str]:
    """Return what stands in the table."""
    with database.errors():
        return [row[0] for row in database.connection.execute("SELECT text FROM notes")]


def test_made_once_and_read_by_every_thread(tmp_path: Path) -> None:
    database = make(tmp_path / "deep" / "db")
    with database.transaction() as change:
        change.execute("INSERT INTO notes VALUES('a')")
        with database.transaction() as inner:
            assert inner is change
    seen: list[list[str]] = []
    thread = threading.Thread(target=lambda: seen.append(notes(database)))
    thread.start()
    thread.join()
    assert seen == [["a"]]
    database.close()
    with pytest.raises(ArchiveClosed):
        notes(database)
    database.close()


def test_many_make_it_at_once(tmp_path: Path) -> None:
    problems: list[Exception] = []
    gate = threading.Barrier(8)

    def open_them() -> None:
        for number in range(20):
            gate.wait()
            try:
                make(tmp_path / f"db{number}").close()
            except Exception as problem:
                problems.append(problem)

    threads = [threading.Thread(target=open_them) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []


def test_a_failed_change_leaves_nothing(tmp_path: Path) -> None:
    database = make(tmp_path / "db")
    with pytest.raises(ZeroDivisionError), database.transaction() as change:
        change.execute("INSERT INTO notes VALUES('a')")
        raise ZeroDivisionError
    assert notes(database) == []
    database.close()


@pytest.mark.parametrize("content", [b"garbage" * 1000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_no_database(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "db").write_bytes(content)
    with pytest.raises(CatalogDamaged, match="db is damaged"):
        make(tmp_path / "db")
    database, wrong, kept = open_or_set_aside(tmp_path / "db", SCRIPT, 1)
    assert "damaged" in wrong
    assert kept == tmp_path / "db.damaged-1"
    assert kept.read_bytes() == content
    assert notes(database) == []
    database.close()


def test_an_earlier_version_that_cannot_be_carried_over(tmp_path: Path) -> None:
    make(tmp_path / "db", 1).close()
    with pytest.raises(CatalogDamaged, match="another version"):
        make(tmp_path / "db", 2)


def test_a_later_version(tmp_path: Path) -> None:
    make(tmp_path / "db", 2).close()
    with pytest.raises(LaterVersion, match="later version"):
        make(tmp_path / "db", 1)
    with pytest.raises(LaterVersion):
        open_or_set_aside(tmp_path / "db", SCRIPT, 1, {0: ("SELECT 1",)})
    assert [file.name for file in tmp_path.iterdir() if "damaged" in file.name] == []
    database, wrong, kept = open_or_set_aside(tmp_path / "db", SCRIPT, 1)
    assert "later version" in wrong
    assert kept == tmp_path / "db.damaged-1"
    database.close()


def test_a_sealed_one_reads_as_empty_in_every_thread_and_refuses_changes(tmp_path: Path) -> None:
    database = Sealed(tmp_path / "db", SCRIPT, "Update it.")
    found: list[list[str]] = []
    threads = [threading.Thread(target=lambda: found.append(notes(database))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[], [], []]
    with pytest.raises(LaterVersion, match="Update it"), database.transaction() as change:
        change.execute("INSERT INTO notes VALUES('a')")
    database.close()
    assert not (tmp_path / "db").exists()


def test_a_file_of_somebody_else(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "db")) as other:
        other.execute("CREATE TABLE notes(other)")
    with pytest.raises(CatalogDamaged):
        make(tmp_path / "db")


def test_damage_found_late_is_marked(tmp_path: Path) -> None:
    database = make(tmp_path / "db")
    database.connection.execute("DROP TABLE notes")
    with pytest.raises(CatalogDamaged):
        notes(database)
    anew, wrong, kept = open_or_set_aside(tmp_path / "db", SCRIPT, 1)
    assert wrong
    assert kept
    assert notes(database) == [], "the one who had it open goes over to the new file"
    again, wrong, _ = open_or_set_aside(tmp_path / "db", SCRIPT, 1)
    assert wrong == ""
    for one in (database, anew, again):
        one.close()


def test_set_aside_keeps_every_former_one(tmp_path: Path) -> None:
    for number in (1, 2, 3):
        (tmp_path / "db").write_text(str(number))
        (tmp_path / "db-wal").write_text("journal")
        kept = set_aside(tmp_path / "db")
        assert kept.name == f"db.damaged-{number}"
        assert kept.read_text() == str(number)
        assert kept.with_name(kept.name + "-wal").exists()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("database or disk is full", "full"),
        ("attempt to write a readonly database", "writable"),
        ("database is locked", "Another Pressmark"),
        ("unable to open database file", "Check the disk"),
    ],
)
def test_problems_in_plain_words(tmp_path: Path, said: str, told: str) -> None:
    database = make(tmp_path / "db")
    with pytest.raises(DataFolderProblem, match=told) as problem, database.errors():
        raise sqlite3.OperationalError(said)
    assert str(tmp_path) in str(problem.value)
    database.close()


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DataFolderProblem):
        make(tmp_path / "file" / "db")


def test_closing_waits_for_a_statement_in_another_thread(tmp_path: Path) -> None:
    for _ in range(8):
        database = Database(tmp_path / "busy.sqlite3", "CREATE TABLE t(n INTEGER)", 1)
        began, ended = threading.Event(), threading.Event()

        def count(
            database: Database = database, began: threading.Event = began, ended: threading.Event = ended
        ) -> None:
            slow = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM c WHERE n < 100000000) SELECT count(*) FROM c"
            try:
                with database.errors():
                    connection = database.connection
                    began.set()
                    connection.execute(slow).fetchall()
            except ArchiveClosed:
                ended.set()

        thread = threading.Thread(target=count)
        thread.start()
        assert began.wait(10)
        database.close()
        thread.join(10)
        assert ended.is_set()


def test_a_closed_database_is_not_called_damaged(tmp_path: Path) -> None:
    database = Database(tmp_path / "closed.sqlite3", "CREATE TABLE t(n INTEGER)", 1)
    database.close()
    with pytest.raises(ArchiveClosed), database.errors():
        database.connection.execute("SELECT 1")
    reopened, wrong, kept = open_or_set_aside(tmp_path / "closed.sqlite3", "CREATE TABLE t(n INTEGER)", 1)
    reopened.close()
    assert (wrong, kept) == ("", None)


def test_an_earlier_version_is_carried_over_step_by_step(tmp_path: Path) -> None:
    file = tmp_path / "x.sqlite3"
    old = Database(file, "CREATE TABLE a(x)", 1)
    with old.transaction() as change:
        change.execute("INSERT INTO a VALUES(7)")
    old.close()
    steps = {1: ("CREATE TABLE b(x)", "INSERT INTO b SELECT x FROM a"), 2: ("INSERT INTO b VALUES(8)",)}
    new, wrong, kept = open_or_set_aside(file, "", 3, steps)
    assert (wrong, kept) == ("", None)
    assert new.connection.execute("SELECT x FROM b ORDER BY x").fetchall() == [(7,), (8,)]
    new.close()
    assert {path.name for path in tmp_path.glob("x.sqlite3.version-*")} == {
        "x.sqlite3.version-1",
        "x.sqlite3.version-2",
    }


def test_a_step_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "x.sqlite3"
    Database(file, "CREATE TABLE a(x)", 1).close()
    with pytest.raises(ArchiveError):
        Database(file, "", 2, {1: ("CREATE TABLE b(x)", "CREATE TABLE no such syntax")})
    again = Database(file, "", 1)
    assert again.connection.execute("SELECT name FROM sqlite_master").fetchall() == [("a",)]
    again.close()
