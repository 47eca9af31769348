"""The menu entry: what is written, that it starts the program, and that taking it out leaves nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from pressmark import desktop_integration, paths

ODD = '/home/A B/100%/`x`/$HOME/"q"/back\\slash/pressmark'


def values(entry: Path) -> dict[str, str]:
    """Return the keys of a desktop entry."""
    lines = entry.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    return dict(line.split("=", 1) for line in lines[1:])


def test_what_is_written_is_taken_away_again(tmp_path: Path) -> None:
    (tmp_path / "applications").mkdir()
    other = tmp_path / "applications" / "other.desktop"
    other.touch()
    written = desktop_integration.install(tmp_path, "pressmark")
    assert {file for file in tmp_path.rglob("*") if file.is_file()} == {*written, other}
    assert desktop_integration.install(tmp_path, "pressmark") == written
    assert set(desktop_integration.remove(tmp_path)) == set(written)
    assert desktop_integration.remove(tmp_path) == []
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == [other]


def test_icons_have_the_size_their_folder_says(tmp_path: Path) -> None:
    icons = [file for file in desktop_integration.install(tmp_path, "pressmark") if file.suffix == ".png"]
    assert len(icons) == 2 * len(desktop_integration.ICON_SIZES)
    for file in icons:
        image = QImage(str(file))
        size = int(file.parts[-3].split("x")[0])
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(0, 0).alpha() == 0
        assert image.pixelColor(size // 2, size // 2).alpha() == 255


def test_the_entry_names_our_icon_and_our_kind_of_file(tmp_path: Path) -> None:
    desktop_integration.install(tmp_path, "pressmark")
    entry = values(tmp_path / desktop_integration.ENTRY)
    assert (entry["Name"], entry["Exec"], entry["Icon"]) == ("Pressmark", "pressmark %f", "pressmark")
    assert {"application/x-pressmark", "inode/directory"} <= set(entry["MimeType"].split(";"))
    assert 'glob pattern="*.pressmark"' in (tmp_path / desktop_integration.KIND).read_text(encoding="utf-8")


def test_a_command_with_odd_letters_is_quoted(tmp_path: Path) -> None:
    """Undo it as the desktop does: first the escapes of a string, then the quoting, which is that of the shell."""
    desktop_integration.install(tmp_path, ODD)
    told = values(tmp_path / desktop_integration.ENTRY)["Exec"].replace("\\\\", "\\")
    read = subprocess.run(
        ["sh", "-c", f"printf %s {told.removesuffix(' %f')}"], capture_output=True, text=True, check=True
    )
    assert read.stdout == ODD.replace("%", "%%")


def test_the_installed_command_is_there() -> None:
    assert Path(desktop_integration.installed_command()).name


def pressmark(*words: str, share: Path) -> subprocess.CompletedProcess[str]:
    """Run the command with another place for the person's data."""
    environment = os.environ | {"XDG_DATA_HOME": str(share)}
    command = [sys.executable, "-m", "pressmark", *words]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


@pytest.mark.parametrize("what", ["install", "remove"])
def test_from_the_command_line(tmp_path: Path, what: str) -> None:
    done = pressmark(f"--{what}-desktop-entry", share=tmp_path)
    assert str(tmp_path) in done.stdout
    entry = tmp_path / desktop_integration.ENTRY
    assert entry.exists() == (what == "install")
    if what == "install":
        command = values(entry)["Exec"].removesuffix(" %f")
        assert subprocess.run([command, "--version"], capture_output=True, check=True).stdout.startswith(
            b"Pressmark "
        )


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "share").write_text("in the way")
    done = pressmark("--install-desktop-entry", share=tmp_path / "share")
    assert done.returncode == 1
    assert done.stderr.startswith("pressmark: ")
    assert "Make it writable" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils are not installed")
def test_the_entry_is_valid(tmp_path: Path) -> None:
    desktop_integration.install(tmp_path, ODD)
    subprocess.run(["desktop-file-validate", tmp_path / desktop_integration.ENTRY], check=True)


def test_the_resources_are_shipped() -> None:
    assert {file.name for file in (paths.resources() / "desktop").iterdir()} == {
        "pressmark.desktop",
        "pressmark.xml",
    }
