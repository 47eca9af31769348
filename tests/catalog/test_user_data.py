"""What the person chose and read is kept, and outlives damage as a file of its own."""

import sqlite3
import threading
from pathlib import Path

from pressmark.catalog.user_data import UserData
from pressmark.values import Correction, Scope


def test_encodings(tmp_path: Path) -> None:
    user = UserData(tmp_path)
    user.choose_encoding("a", "cp1251")
    user.choose_encoding("a", "koi8-r")
    user.choose_encoding("b", "cp1252")
    user.choose_encoding("b", "")
    user.close()
    again = UserData(tmp_path)
    assert again.encodings() == {"a": "koi8-r"}
    assert again.notice == ""
    again.close()


def test_reading_state(tmp_path: Path) -> None:
    user = UserData(tmp_path)
    assert user.read(["a"]) == frozenset()
    user.mark_read("a")
    user.mark_read("a")
    assert user.read(["a", "b"]) == {"a"}
    assert user.read([]) == frozenset()
    user.close()


def test_damage(tmp_path: Path) -> None:
    (tmp_path / "user.sqlite3").write_bytes(b"precious but broken" * 99)
    user = UserData(tmp_path)
    assert "kept as" in user.notice
    assert (tmp_path / "user.sqlite3.damaged-1").read_bytes().startswith(b"precious")
    user.close()


VERSION_1 = """
CREATE TABLE encodings(digest TEXT PRIMARY KEY, encoding TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE reading(digest TEXT PRIMARY KEY, read_at TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO encodings VALUES('a', 'koi8-r');
INSERT INTO reading VALUES('b', '2026-01-01T10:00:00+00:00');
PRAGMA user_version=1;
"""


def said(keep: bool | None, whose: str = "d", path: str = "a.txt") -> Correction:
    return Correction(Scope.ARTICLE, whose, "key", "All rights reserved", keep, "2026-01-01", path)


def test_a_file_of_version_1_is_carried_over_and_a_copy_kept(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "user.sqlite3")
    connection.executescript(VERSION_1)
    connection.close()
    opened = [threading.Thread(target=lambda: UserData(tmp_path).close()) for _ in range(3)]
    for thread in opened:
        thread.start()
    for thread in opened:
        thread.join()
    user = UserData(tmp_path)
    assert user.notice == ""
    assert user.encodings() == {"a": "koi8-r"}
    assert user.read_when() == {"b": "2026-01-01T10:00:00+00:00"}
    assert user.correct([said(True)])[0].keep is None
    assert user.outlets().of("a", "echo/a.txt") is None
    user.choose_outlet("a", "echo/a.txt", "The Echo", "echo")
    assert user.outlets_chosen() == (("The Echo", "", "echo"),)
    user.close()
    assert not list(tmp_path.glob("*.damaged*"))
    copy = sqlite3.connect(tmp_path / "user.sqlite3.version-1")
    assert copy.execute("SELECT encoding FROM encodings").fetchall() == [("koi8-r",)]
    assert copy.execute("PRAGMA user_version").fetchone() == (1,)
    copy.close()


def test_a_correction_is_noted_changed_and_undone(tmp_path: Path) -> None:
    user = UserData(tmp_path)
    assert user.last_correction() == 0
    first = user.correct([said(True)])
    second = user.correct([said(False)])
    assert user.corrections() == (said(False),)
    assert second == (said(True),)
    assert user.correct(second) == (said(False),)
    assert user.corrections() == (said(True),)
    user.correct(first)
    assert user.corrections() == ()
    assert [one.keep for one in user.corrections_since(0)] == [None], "the index has to learn of it"
    assert user.corrections_since(user.last_correction()) == ()
    user.close()
    again = UserData(tmp_path)
    assert again.last_correction() == 4
    again.close()


def test_corrections_follow_their_file(tmp_path: Path) -> None:
    user = UserData(tmp_path)
    user.correct([said(True)])
    before = user.last_correction()
    user.move(Scope.ARTICLE, "d", "new", "b.txt")
    assert user.corrections() == (said(True, "new", "b.txt"),)
    assert user.last_correction() > before, "whoever has them in memory takes them anew"
    user.correct([said(False, "other", "b.txt")])
    user.move(Scope.ARTICLE, "new", "other", "b.txt")
    assert user.corrections() == (said(False, "other", "b.txt"),), "what was said of the new content holds"
    user.close()


def test_outlets(tmp_path: Path) -> None:
    user = UserData(tmp_path)
    user.choose_outlet("a", "echo/a.txt", "The Echo")
    user.choose_outlet("b", "echo/2001/b.txt", "Evening Echo", "echo/2001")
    user.close()
    again = UserData(tmp_path)
    assert again.outlets().of("a", "echo/2001/x.txt") == ("The Echo", "chosen by you, for this article")
    again.choose_outlet("a", "echo/a.txt", "")
    assert again.outlets().of("a", "echo/2001/x.txt") == (
        "Evening Echo",
        "chosen by you, for the folder “echo/2001”",
    )
    again.close()
