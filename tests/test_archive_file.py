"""Archive files: what they name, what they refuse, and that none is written into an archive."""

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark import archive_file
from pressmark.archive_file import SavedArchive
from pressmark.errors import ArchiveFileProblem


def test_what_was_saved_is_read(tmp_path: Path) -> None:
    news = tmp_path / "Zürich news"
    news.mkdir()
    saved = SavedArchive(news, 'nato "joint statement"', "newest")
    for file in (tmp_path / "news.pressmark", tmp_path / "elsewhere" / "news.pressmark"):
        file.parent.mkdir(exist_ok=True)
        archive_file.write(file, saved)
        assert archive_file.read(file) == saved
        assert [other.name for other in file.parent.iterdir() if other.name.startswith(".")] == []


def test_a_folder_beside_the_file_moves_with_it(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    (disk / "news").mkdir(parents=True)
    archive_file.write(disk / "open.pressmark", SavedArchive(disk / "news"))
    moved = disk.rename(tmp_path / "other disk")
    assert archive_file.read(moved / "open.pressmark").folder == moved / "news"


@pytest.mark.parametrize("name", ["open.pressmark", "2001/open.pressmark"])
def test_never_into_the_archive(tmp_path: Path, name: str) -> None:
    news = tmp_path / "news"
    (news / "2001").mkdir(parents=True)
    with pytest.raises(ArchiveFileProblem, match="never writes into an archive"):
        archive_file.write(news / name, SavedArchive(news))
    link = tmp_path / "link"
    link.symlink_to(news, target_is_directory=True)
    with pytest.raises(ArchiveFileProblem, match="never writes into an archive"):
        archive_file.write(link / name, SavedArchive(news))
    assert not [file for file in news.rglob("*") if file.is_file()]


@pytest.mark.parametrize(
    "content",
    [b"", b"news", b"[]", b"{}", b"\xff\xfe", b'{"pressmark": 1}', b'{"folder": "news"}', b'{"pressmark": 1, "folder": 7}',
     b'{"pressmark": 1, "folder": ""}', b'{"pressmark": "1", "folder": "news"}', b'{"pressmark": 1, "folder": "a\\u0000b"}',
     b"[" * 60_000],
)  # fmt: skip
def test_a_file_of_something_else(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "odd.pressmark"
    file.write_bytes(content)
    with pytest.raises(ArchiveFileProblem, match=r"odd\.pressmark is not an archive file.*Ctrl\+O"):
        archive_file.read(file)


def test_a_file_of_a_later_version(tmp_path: Path) -> None:
    file = tmp_path / "later.pressmark"
    file.write_text(json.dumps({"pressmark": archive_file.VERSION + 1, "folder": "news"}))
    with pytest.raises(ArchiveFileProblem, match="newer Pressmark"):
        archive_file.read(file)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ArchiveFileProblem, match="cannot be read"):
        archive_file.read(tmp_path / "gone.pressmark")


@pytest.mark.skipif(sys.platform == "win32", reason="folders are not protected so on Windows")
def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ArchiveFileProblem, match="Choose another place"):
        archive_file.write(tmp_path / "file" / "open.pressmark", SavedArchive(tmp_path / "news"))


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_or_read(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.pressmark"
    file.write_bytes(content)
    with pytest.raises(ArchiveFileProblem):
        archive_file.read(file)
