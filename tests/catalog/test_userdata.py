"""What the person chose and read is kept, and outlives damage as a file of its own."""

import sqlite3
from contextlib import closing
from pathlib import Path

from pressmark.catalog.userdata import UserData


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
    assert user.read() == frozenset()
    user.mark_read("a")
    user.mark_read("a")
    assert user.read() == {"a"}
    user.close()


def test_damage(tmp_path: Path) -> None:
    (tmp_path / "user.sqlite3").write_bytes(b"precious but broken" * 99)
    user = UserData(tmp_path)
    assert "kept as" in user.notice
    assert (tmp_path / "user.sqlite3.damaged-1").read_bytes().startswith(b"precious")
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


def test_a_file_of_before_there_were_choices_of_outlets(tmp_path: Path) -> None:
    user = UserData(tmp_path)
    user.choose_encoding("a", "koi8-r")
    user.close()
    with closing(sqlite3.connect(tmp_path / "user.sqlite3")) as old, old:
        old.execute("DROP TABLE outlets")
    again = UserData(tmp_path)
    assert (again.notice, again.encodings()) == ("", {"a": "koi8-r"})
    assert again.outlets().of("a", "a.txt") is None
    again.close()
