"""The program's own data read-only, full, damaged or of another version: said in one sentence, and mended."""

import contextlib
import os
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from command import Outcome, pressmark, without_rights
from pressmark.errors import ArchiveGone, LaterVersion
from pressmark.indexing.pipeline import index
from pressmark.library import Library
from pressmark.paths import archive_data
from pressmark.search.whoosh.schema import VERSION_FILE
from pressmark.values import ArticleKey, Scope
from texts import article

Make = Callable[..., Path]
MANY = 40


@pytest.fixture
def indexed(hostile: Make) -> tuple[Path, Path]:
    """An indexed archive of some size, and its data folder."""
    root = hostile({f"more/{number:02}.txt": article(number) for number in range(3, MANY)})
    data = archive_data(root)
    list(index(root, data))
    return root, data


def searched(root: Path) -> Outcome:
    """Search for a word that all articles have."""
    return pressmark("search", root, "Elsing", "--json", "--limit", "100")


def is_whole(outcome: Outcome) -> bool:
    """Tell whether a search found all articles and knows it."""
    return outcome.status == 0 and outcome.records[0]["total"] == MANY - 1 and outcome.records[0]["complete"]


def test_a_read_only_data_folder(hostile: Make, data_folder: Path) -> None:
    root = hostile()
    data_folder.chmod(0o555)
    outcome = pressmark("index", root, before=without_rights)
    assert outcome.status == 1
    assert len(outcome.said) == 1
    assert str(data_folder) in outcome.err
    assert "writ" in outcome.err
    assert "PRESSMARK_DATA" in outcome.err


def test_a_data_folder_that_became_read_only(indexed: tuple[Path, Path]) -> None:
    root, data = indexed
    for path in (data, *data.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    outcome = pressmark("index", root, before=without_rights)
    assert (outcome.status, len(outcome.said)) == (1, 1)
    assert "writ" in outcome.err


def test_a_data_folder_among_the_articles(hostile: Make) -> None:
    root = hostile()
    outcome = pressmark("index", root, "--data", root / "data")
    assert outcome.status == 1
    assert "inside the archive" in outcome.err
    assert "--data" in outcome.err


@pytest.mark.parametrize("kilobytes", [0, 40, 130, 200])
def test_no_room_for_a_larger_file(hostile: Make, kilobytes: int, data_folder: Path) -> None:
    """Each file may grow so far only: what is done is kept, and with more room it goes on."""
    root = hostile({f"{number:03}.txt": article(number) * 3 for number in range(3, 110)})

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes << 10, kilobytes << 10))

    outcome = pressmark("index", root, before=limit)
    assert (outcome.status, len(outcome.said)) == (1, 1), outcome.err
    assert "Pressmark" in outcome.err or str(data_folder) in outcome.err
    again = pressmark("index", root, "--json")
    assert (again.status, again.last["files"]) == (0, 109)
    assert pressmark("search", root, "number100", "--json").records[0]["total"] == 1


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 300 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=300k", "none", str(disk)]
    if os.geteuid() or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root can mount a disk; the test above stands in for this one")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk(hostile: Make, small_disk: Path) -> None:
    root = hostile({f"{number:03}.txt": article(number) * 3 for number in range(3, 110)})
    outcome = pressmark("index", root, "--data", small_disk)
    assert (outcome.status, len(outcome.said)) == (1, 1), outcome.err
    assert "full" in outcome.err
    subprocess.run(["mount", "-o", "remount,size=60m", str(small_disk)], check=True)
    assert pressmark("index", root, "--data", small_disk, "--json").last["files"] == 109


def truncate(file: Path) -> None:
    """Cut the second half off."""
    with file.open("r+b") as out:
        out.truncate(file.stat().st_size // 2)


def garble(file: Path) -> None:
    """Write what means nothing over all of it."""
    file.write_bytes(bytes(range(1, 255)) * (file.stat().st_size // 254 + 1))


def zero_the_middle(file: Path) -> None:
    """Lose all but the first and last page."""
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\0" * (len(content) - 8192) + content[-4096:])


def swap_some(file: Path) -> None:
    """Garble a stretch, and keep the size."""
    content = bytearray(file.read_bytes())
    at = len(content) * 2 // 3
    content[at : at + 200] = b"\xee" * len(content[at : at + 200])
    file.write_bytes(bytes(content))


def empty(file: Path) -> None:
    """Leave nothing in it."""
    file.write_bytes(b"")


@pytest.mark.parametrize("damage", [truncate, garble, zero_the_middle, empty])
def test_a_damaged_catalog(indexed: tuple[Path, Path], damage: Callable[[Path], None]) -> None:
    root, data = indexed
    with contextlib.closing(sqlite3.connect(data / "catalog.sqlite3")) as catalog:
        catalog.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    damage(data / "catalog.sqlite3")
    outcome = searched(root)
    assert is_whole(outcome), outcome
    assert outcome.said
    if damage is not empty:
        assert "set aside as catalog.sqlite3.damaged-1" in outcome.err
        assert (data / "catalog.sqlite3.damaged-1").exists()
    assert pressmark("health", root, "--json").last["articles"] == MANY - 1
    assert pressmark("index", root, "--json").last["skipped_unchanged"] == MANY - 1


def test_a_blob_of_the_catalog_that_is_no_more(indexed: tuple[Path, Path]) -> None:
    """Damage that SQLite cannot see: the blocks of one article."""
    root, data = indexed
    with contextlib.closing(sqlite3.connect(data / "catalog.sqlite3")) as catalog, catalog:
        catalog.execute("UPDATE articles SET blocks=zeroblob(500) WHERE id=7")
    outcome = searched(root)
    assert is_whole(outcome), outcome
    assert "set aside" in outcome.err


@pytest.mark.parametrize("version", [1, 99])
def test_a_catalog_of_another_version(indexed: tuple[Path, Path], version: int) -> None:
    root, data = indexed
    with contextlib.closing(sqlite3.connect(data / "catalog.sqlite3")) as catalog:
        catalog.execute(f"PRAGMA user_version={version}")
    outcome = pressmark("index", root, "--json")
    assert outcome.status == 0
    assert len(outcome.said) == 1
    assert ("a later version" if version == 99 else "another version") in outcome.err
    assert is_whole(searched(root))


def test_user_data_of_a_later_version_are_left_alone(indexed: tuple[Path, Path]) -> None:
    """What an older program does not understand it neither renames nor replaces; the archive can be read all the same."""
    root, data = indexed
    with contextlib.closing(sqlite3.connect(data / "user.sqlite3")) as user:
        user.execute("INSERT INTO encodings VALUES('d', 'koi8-r')")
        user.execute("CREATE TABLE notes(text)")
        user.execute("PRAGMA user_version=99")
        user.commit()
    before = sorted(file.name for file in data.iterdir())
    content = (data / "user.sqlite3").read_bytes()
    for arguments in (["index", root], ["search", root, "Elsing"]):
        outcome = pressmark(*arguments)
        assert outcome.status == 0
        assert outcome.err.count("later version of Pressmark") == 1
        assert "left untouched" in outcome.err
    with contextlib.closing(Library(root, data)) as library:
        opened = library.open_article(ArticleKey("more/03.txt"))
        with pytest.raises(LaterVersion, match="Update Pressmark"):
            library.correct(opened.stored.key, [0], keep=False, scope=Scope.ARTICLE)
    assert sorted(file.name for file in data.iterdir()) == before
    assert (data / "user.sqlite3").read_bytes() == content


def test_damaged_user_data_is_kept(indexed: tuple[Path, Path]) -> None:
    root, data = indexed
    (data / "user.sqlite3").write_bytes(b"garbage " * 2000)
    outcome = pressmark("index", root)
    assert outcome.status == 0
    assert "kept as" in outcome.err
    assert (data / "user.sqlite3.damaged-1").read_bytes() == b"garbage " * 2000


ENDINGS = [".toc", ".arrays", ".pst", ".trm", "_stored.col", "_text_len.col"]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("damage", [truncate, garble, swap_some])
def test_a_damaged_index(
    indexed: tuple[Path, Path], ending: str, damage: Callable[[Path], None], tmp_path: Path
) -> None:
    """However a file of the index is damaged, the search says so and answers, or does not need the file."""
    root, data = indexed
    victims = [file for file in (data / "index").iterdir() if file.name.endswith(ending)]
    assert victims
    for victim in victims:
        damage(victim)
    kept = tmp_path / "kept"
    shutil.copytree(data, kept)
    if ending in (".toc", ".arrays") and damage is not swap_some:
        outcome = searched(root)
        assert is_whole(outcome), outcome
        assert "index" in outcome.err
        shutil.rmtree(data)
        shutil.copytree(kept, data)
    (*_, last) = index(root, data)
    assert last.skipped_unchanged == MANY - 1
    assert bool(last.notices) == (ending in (".toc", ".arrays"))
    with contextlib.closing(Library(root, data)) as library:
        assert library.search("Elsing").total == MANY - 1


@pytest.mark.parametrize("lost", ["all", "toc", "arrays", "version"])
def test_an_index_with_a_part_lost(indexed: tuple[Path, Path], lost: str) -> None:
    root, data = indexed
    folder = data / "index"
    if lost == "all":
        shutil.rmtree(folder)
    elif lost == "version":
        (folder / VERSION_FILE).write_text("0")
    else:
        for file in folder.glob(f"*.{lost}"):
            file.unlink()
    outcome = searched(root)
    assert is_whole(outcome), outcome
    if lost == "version":
        assert "another version" in outcome.err


def test_a_folder_that_vanishes_while_it_is_read(tmp_path: Path, data_folder: Path) -> None:
    """Nothing is forgotten, and when the folder is back the index is as if it had never gone."""
    root = tmp_path / "archive"
    root.mkdir()
    for number in range(230):
        (root / f"{number:03}.txt").write_text(article(number))
    asked = 0

    def goes_on() -> bool:
        nonlocal asked
        asked += 1
        if asked == 150:
            root.rename(tmp_path / "elsewhere")
        return True

    with pytest.raises(ArchiveGone, match="is not there"):
        list(index(root, data_folder / "one", goes_on))
    (tmp_path / "elsewhere").rename(root)
    (*_, last) = index(root, data_folder / "one")
    assert last.articles + last.skipped_unchanged == 230
    assert last.unreadable == 0


def test_an_archive_whose_disk_is_not_plugged_in(indexed: tuple[Path, Path], tmp_path: Path) -> None:
    """The folder where the disk is mounted is there, and empty: nothing is forgotten, and the search goes on."""
    root, _ = indexed
    root.rename(tmp_path / "disk")
    try:
        root.mkdir()
        outcome = pressmark("index", root)
        assert (outcome.status, len(outcome.said)) == (1, 1)
        assert "is empty" in outcome.err
        assert is_whole(searched(root))
        root.rmdir()
        assert is_whole(searched(root))
    finally:
        (tmp_path / "disk").rename(root)
    assert pressmark("index", root, "--json").last["skipped_unchanged"] == MANY - 1
