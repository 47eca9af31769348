"""An archive's folder has another place: all that was made follows, and nothing is lost on the way."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pressmark import paths
from pressmark.catalog.user_data import UserData
from pressmark.errors import ArchiveGone, DataFolderProblem, LaterVersion
from pressmark.indexing.lock import ArchiveLock
from pressmark.indexing.pipeline import index
from pressmark.library import Library, moving
from pressmark.library.moving import NotItsPlace, move_to
from pressmark.values import ArticleKey, Correction, Scope
from texts import article

Write = Callable[..., Path]
FILES = {f"echo/{number}.txt": article(number, "Riverton Echo") for number in range(4)}


def said(key: str, text: str, *, keep: bool = True) -> Correction:
    return Correction(Scope.OUTLET, "Riverton Echo", key, text, keep, "2026-01-02T03:04:05", "echo/1.txt")


@pytest.fixture
def library(archive: Write) -> Iterator[Library]:
    """An archive in which something was made, and whose folder was then moved to `elsewhere`."""
    root = archive(FILES)
    list(index(root, paths.archive_data(root)))
    made = Library(root, paths.archive_data(root))
    made.open_article(ArticleKey("echo/1.txt"))
    made.choose_encoding("echo/2.txt", "cp1251")
    made.user.choose_outlet("", "", "The Echo", "echo")
    made.user.correct([said("k", "Send us your pictures")])
    shutil.move(root, root.with_name("elsewhere"))
    yield made
    made.close()


def place(library: Library) -> tuple[Path, Path]:
    """Return where the folder is now, and where its data lie."""
    root = library.root.with_name("elsewhere")
    return root, paths.archive_data(root)


def what_was_made(data: Path) -> tuple[object, ...]:
    """Return all that was made, as its own database has it."""
    user = UserData(data)
    try:
        texts = tuple(one.text for one in user.corrections())
        return user.encodings(), tuple(user.read_when()), user.outlets_chosen(), texts
    finally:
        user.close()


def test_everything_is_at_the_new_place_and_the_old_is_untouched(library: Library) -> None:
    root, data = place(library)
    before = what_was_made(library.data)
    move_to(library, root, data)
    assert what_was_made(data) == before
    assert what_was_made(library.data) == before
    moved = Library(root, data)
    assert (moved.search("number3").total, moved.notices) == (1, ())
    *_, done = index(root, data)
    assert (done.articles, done.skipped_unchanged) == (1, 3), "only the file whose encoding was chosen"
    moved.close()


def test_what_was_made_at_a_known_place_goes_before(library: Library) -> None:
    root, data = place(library)
    list(index(root, data))
    digest = library.catalog.digest_at("echo/2.txt")
    user = UserData(data)
    user.choose_encoding(digest, "koi8-r")
    user.choose_outlet("", "", "Another Echo", "echo")
    user.correct([said("k", "As said here", keep=False), said("own", "Only here")])
    last = user.last_correction()
    user.close()
    library.user.correct(
        [said("more", "All the day's stories"), said("taken back", "x"), said("taken back", "x")]
    )
    move_to(library, root, data)
    encodings, read, outlets, texts = what_was_made(data)
    assert encodings == {digest: "koi8-r"}
    assert len(tuple(read)) == 1  # type: ignore[arg-type]
    assert outlets == (("Another Echo", "", "echo"),)
    assert texts == ("As said here", "Only here", "All the day's stories", "x")
    user = UserData(data)
    assert [one.text for one in user.corrections_since(last)] == ["All the day's stories", "x"], (
        "the index follows"
    )
    user.close()
    move_to(library, root, data)
    assert what_was_made(data)[3] == texts, "a second time adds nothing"


def test_a_folder_without_its_files_is_refused(library: Library, archive: Write) -> None:
    other = archive({"a/else.txt": article(77)}, "other")
    with pytest.raises(NotItsPlace, match="has none of the files"):
        move_to(library, other, paths.archive_data(other))
    assert not paths.archive_data(other).exists()
    with pytest.raises(ArchiveGone):
        move_to(library, library.root, library.data)


def test_files_in_other_folders_are_its_files(library: Library) -> None:
    root, _ = place(library)
    (root / "echo").rename(root / "renamed")
    data = paths.archive_data(root)
    move_to(library, root, data)
    assert what_was_made(data) == what_was_made(library.data)


def test_half_a_copy_is_none(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    root, data = place(library)
    before = what_was_made(library.data)

    def full(source: Path, target: Path) -> None:
        target.mkdir()
        (target / "begun").write_text("half")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(moving.shutil, "copytree", full)
        with pytest.raises(DataFolderProblem, match="untouched"):
            move_to(library, root, data)
    assert not data.exists()
    assert not list(data.parent.glob("*.half"))
    assert what_was_made(library.data) == before
    move_to(library, root, data)
    assert what_was_made(data) == before


def test_what_a_killed_copy_left_is_no_obstacle(library: Library) -> None:
    root, data = place(library)
    half = data.with_name(data.name + moving.HALF)
    half.mkdir()
    (half / "user.sqlite3").write_bytes(b"half of it")
    move_to(library, root, data)
    assert what_was_made(data) == what_was_made(library.data)
    assert not half.exists()


def test_while_another_one_writes_what_was_made_follows(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, data = place(library)
    monkeypatch.setattr(moving, "PATIENCE_SECONDS", 0.2)
    with ArchiveLock(library.data):
        move_to(library, root, data)
    assert what_was_made(data) == what_was_made(library.data)
    assert not (data / "catalog.sqlite3").exists()
    *_, done = index(root, data)
    assert done.articles == 4


def test_one_that_has_just_finished_writing_is_waited_for(library: Library) -> None:
    root, data = place(library)
    lock = ArchiveLock(library.data)
    ending = threading.Timer(0.3, lock.release)
    ending.start()
    move_to(library, root, data)
    ending.join()
    assert (data / "catalog.sqlite3").exists()


def test_what_a_later_program_made_is_not_passed_over(library: Library) -> None:
    root, data = place(library)
    list(index(root, data))
    library.user._database.connection.execute("PRAGMA user_version=99")
    library.user.close()
    later = UserData(library.data)
    library.user = later
    with pytest.raises(LaterVersion):
        move_to(library, root, data)
