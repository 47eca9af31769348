"""The innermost choice counts, and each can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pressmark.catalog.chosen_outlets import (
    TABLE,
    choices,
    choose_for_article,
    choose_for_folder,
    chosen,
    folders_of,
)
from pressmark.catalog.database import Database

FOLDER = "chosen by you, for the folder “{}”"
ARTICLE = "chosen by you, for this article"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "user.sqlite3", TABLE, 1)
    choose_for_folder(made, "echo", "The Echo")
    choose_for_folder(made, "echo/2001", "Evening Echo")
    choose_for_article(made, "digest", "echo/2001/a.txt", "The Times")
    yield made
    made.close()


@pytest.mark.parametrize(
    ("digest", "path", "found"),
    [
        ("x", "echo/b.txt", ("The Echo", FOLDER.format("echo"))),
        ("x", "echo/2002/b.txt", ("The Echo", FOLDER.format("echo"))),
        ("x", "echo/2001/10/b.txt", ("Evening Echo", FOLDER.format("echo/2001"))),
        ("digest", "moved.txt", ("The Times", ARTICLE)),
        ("edited", "echo/2001/a.txt", ("The Times", ARTICLE)),
        ("x", "echo-2/b.txt", None),
        ("x", "echo", None),
    ],
)
def test_choices(database: Database, digest: str, path: str, found: tuple[str, str] | None) -> None:
    assert choices(database).of(digest, path) == found


def test_taken_back(database: Database) -> None:
    choose_for_article(database, "edited", "echo/2001/a.txt", "")
    choose_for_folder(database, "echo/2001", "")
    assert choices(database).of("digest", "echo/2001/a.txt") == ("The Echo", FOLDER.format("echo"))


def test_as_they_were_made(database: Database) -> None:
    assert chosen(database) == (
        ("The Times", "digest", "echo/2001/a.txt"),
        ("The Echo", "", "echo"),
        ("Evening Echo", "", "echo/2001"),
    )


def test_folders() -> None:
    assert folders_of("a/b/c.txt") == ("a/b", "a")
    assert folders_of("c.txt") == ()
