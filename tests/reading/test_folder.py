"""Every entry of a folder is accounted for, and none can hang the reading."""

import ntpath
import os
import socket
from pathlib import Path

import pytest

from pressmark.errors import ArchiveGone, FileUnreadable
from pressmark.reading import folder
from pressmark.reading.folder import HIDDEN_FILE, HIDDEN_FOLDER, read_bytes, walk
from pressmark.values import Source


def problems(root: Path) -> dict[str, str]:
    return {source.path: source.problem for source in walk(root)}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    root = tmp_path / "archive"
    (root / "bbc" / "2001").mkdir(parents=True)
    (root / "bbc" / "2001" / "a.txt").write_text("a")
    (root / "b.txt").write_text("bb")
    return root


def test_files_come_sorted_with_their_size(archive: Path) -> None:
    found = list(walk(archive))
    assert [(source.path, source.size, source.problem) for source in found] == [
        ("b.txt", 2, ""),
        ("bbc/2001/a.txt", 1, ""),
    ]
    assert found == list(walk(archive))
    assert [read_bytes(archive, source) for source in found] == [b"bb", b"a"]


def test_what_cannot_be_read_says_why(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.txt").write_text("x")
    (archive / "dangling").symlink_to("nowhere")
    (archive / "inside").symlink_to("b.txt")
    (archive / "out").symlink_to(tmp_path / "outside.txt")
    (archive / "round").symlink_to("round")
    (archive / "tofolder").symlink_to("bbc")
    (archive / ".DS_Store").write_text("x")
    (archive / ".git").mkdir()
    (archive / ".git" / "config").write_text("x")
    os.mkfifo(archive / "pipe")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(archive / "sock"))
    found = problems(archive)
    assert found.pop("dangling") == "a link to a file that is not there"
    assert found.pop("out").startswith("a link that leads out")
    assert found.pop("round").startswith("a link that leads round")
    assert found.pop("tofolder").startswith("a link to a folder")
    assert found.pop("pipe").startswith("a pipe")
    assert found.pop("sock").startswith("a socket")
    assert found == {
        "inside": "",
        ".DS_Store": HIDDEN_FILE,
        ".git": HIDDEN_FOLDER,
        "b.txt": "",
        "bbc/2001/a.txt": "",
    }
    inside = next(source for source in walk(archive) if source.path == "inside")
    assert read_bytes(archive, inside) == b"bb"


def test_names_that_are_no_utf8_can_be_shown_and_opened(archive: Path) -> None:
    raw = b"caf\xe9\n.txt"
    with open(os.fsencode(archive) + b"/" + raw, "wb") as file:  # noqa: PTH123 - the name is bytes
        file.write(b"x")
    source = next(source for source in walk(archive) if source.raw == raw)
    assert source.path == "caf\\xe9\\x0a.txt"
    assert read_bytes(archive, source) == b"x"


def test_deep_folders(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 60)
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text("x")
    assert [source.path.count("/") for source in walk(tmp_path)] == [60]


def test_a_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ArchiveGone, match="is not there"):
        list(walk(tmp_path / "gone"))
    (tmp_path / "file").write_text("x")
    with pytest.raises(ArchiveGone, match="is a file"):
        list(walk(tmp_path / "file"))


def test_what_vanishes_while_it_is_walked_simply_ends(archive: Path) -> None:
    (archive / "zzz").mkdir()
    (archive / "zzz" / "z.txt").write_text("x")
    steps = walk(archive)
    assert next(steps).path == "b.txt"
    (archive / "zzz" / "z.txt").unlink()
    (archive / "zzz").rmdir()
    assert [source.path for source in steps] == ["bbc/2001/a.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_rights_is_one_problem(archive: Path) -> None:
    (archive / "bbc").chmod(0)
    try:
        assert problems(archive)["bbc"].startswith("the folder cannot be opened")
    finally:
        (archive / "bbc").chmod(0o700)


def test_reading_says_what_is_wrong(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = next(walk(archive))
    monkeypatch.setattr(folder, "LARGEST", 1)
    with pytest.raises(FileUnreadable, match="too large"):
        read_bytes(archive, source)
    (archive / "b.txt").unlink()
    with pytest.raises(FileUnreadable, match="no longer there"):
        read_bytes(archive, source)
    os.mkfifo(archive / "b.txt")
    with pytest.raises(FileUnreadable, match="no longer a regular file"):
        read_bytes(archive, source)
    with pytest.raises(FileUnreadable, match="hidden"):
        read_bytes(archive, Source(".x", b".x", 0, 0, HIDDEN_FILE))


def test_a_link_swapped_in_is_not_followed_out(archive: Path, tmp_path: Path) -> None:
    source = next(walk(archive))
    (tmp_path / "secret").write_text("secret")
    (archive / "b.txt").unlink()
    (archive / "b.txt").symlink_to(tmp_path / "secret")
    with pytest.raises(FileUnreadable):
        read_bytes(archive, source)


def test_a_path_on_another_drive_lies_in_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as on_windows:
        on_windows.setattr(os, "path", ntpath)
        found = [
            folder._within(rb"D:\pages\a.txt", rb"C:\archive"),
            folder._within(rb"C:\archives\a.txt", rb"C:\archive"),
            folder._within(rb"c:\Archive\a.txt", rb"C:\archive"),
            folder._within(b"C:\\a.txt", b"C:\\"),
        ]
    assert found == [False, False, True, True]


@pytest.mark.parametrize("ending", ["_files", "-Dateien", "_archivos", ".files"])
def test_what_a_browser_saved_beside_a_page_is_part_of_it(tmp_path: Path, ending: str) -> None:
    for name in (
        "ferry.html",
        f"ferry{ending}/pier.png",
        f"ferry{ending}/deep/frame.html",
        "other_files/a.txt",
        "pier.txt",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    found = {source.path: source.problem for source in walk(tmp_path)}
    assert found == {
        "ferry.html": "", f"ferry{ending}/pier.png": "part of the saved page ferry.html",
        f"ferry{ending}/deep/frame.html": "part of the saved page ferry.html", "other_files/a.txt": "", "pier.txt": "",
    }  # fmt: skip
    assert [source.path for source in walk(tmp_path) if source.is_part] == sorted(
        path for path in found if found[path]
    )
