"""Where things lie."""

import os
from pathlib import Path

import pytest

from pressmark import paths


def test_the_persons_choice_of_a_data_folder(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.data_folder() == data_folder
    for file in (paths.settings_file(), paths.log_file(), paths.archive_data(Path("x"))):
        assert file.is_relative_to(data_folder)
    monkeypatch.delenv(paths.DATA_VARIABLE)
    for file in (paths.data_folder(), paths.settings_file(), paths.log_file()):
        assert "pressmark" in str(file)
        assert not file.is_relative_to(data_folder)


def test_the_same_folder_by_another_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    (tmp_path / "link").symlink_to(folder)
    monkeypatch.chdir(tmp_path)
    ways = [folder, tmp_path / "link", Path("archive"), Path("archive/../archive"), Path(f"{folder}/")]
    assert len({paths.archive_data(way) for way in ways}) == 1
    assert paths.archive_data(folder) != paths.archive_data(tmp_path)
    assert paths.archive_data(folder, tmp_path / "data").is_relative_to(tmp_path / "data")


def test_strange_folders(tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to("round")
    assert paths.archive_data(tmp_path / "round")
    assert paths.archive_data(Path(os.fsdecode(b"\xff")))


def test_what_is_shipped(seeds: Path, tmp_path: Path) -> None:
    assert paths.resources().is_dir()
    assert paths.sample_archive() == seeds
    assert paths.archive_name(seeds) == "Sample archive"
    assert paths.archive_name(tmp_path) == tmp_path.name
    assert paths.archive_name(Path("/")) == "/"
