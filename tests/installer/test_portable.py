"""Tests of the portable folder's archive."""

import tarfile
from pathlib import Path

import portable
import pytest

MOMENT = 1_000_000_000


@pytest.mark.parametrize(
    "name", ["libpython3.11.so.1.0", "libcrypto.so.3", "libxcb-cursor.so.0", "libxkbcommon-x11.so.0"]
)
def test_what_a_desktop_without_qt_may_lack_travels(name: str) -> None:
    assert portable.travels(name)


@pytest.mark.parametrize(
    "name",
    ["libglib-2.0.so.0", "libgtk-3.so.0", "libX11.so.6", "libxcb.so.1", "libGL.so.1", "libdrm.so.2", "libfontconfig.so.1",
     "libstdc++.so.6", "libgcc_s.so.1", "libwayland-client.so.0", "libdbus-1.so.3"],
)  # fmt: skip
def test_what_belongs_to_the_desktop_stays(name: str) -> None:
    assert not portable.travels(name)


def test_a_notice_of_no_known_library_ends_it() -> None:
    with pytest.raises(SystemExit, match="libnowhere"):
        portable.notice("libnowhere.so.1")


def test_the_same_folder_gives_the_same_bytes_whoever_packs_it(tmp_path: Path) -> None:
    made = []
    for name, order, mode in [("first", "ab", 0o600), ("second", "ba", 0o664)]:
        folder = tmp_path / name / "pressmark-1"
        folder.mkdir(parents=True)
        for file in order:
            (folder / file).write_text(file, encoding="utf-8")
            (folder / file).chmod(mode)
        (folder / "run").touch(0o700)
        (folder / "link").symlink_to("a")
        made.append(tmp_path / f"{name}.tar.xz")
        portable.pack(folder, made[-1], MOMENT)
    assert made[0].read_bytes() == made[1].read_bytes()
    with tarfile.open(made[0]) as packed:
        told = {entry.name: (entry.mode, entry.mtime, entry.uid, entry.linkname) for entry in packed}
    assert told == {
        "pressmark-1": (0o755, MOMENT, 0, ""),
        "pressmark-1/a": (0o644, MOMENT, 0, ""),
        "pressmark-1/b": (0o644, MOMENT, 0, ""),
        "pressmark-1/link": (0o777, MOMENT, 0, "a"),
        "pressmark-1/run": (0o755, MOMENT, 0, ""),
    }


def test_the_read_me_names_the_commands() -> None:
    for command in ("./pressmark ", "--install-desktop-entry", "--remove-desktop-entry"):
        assert command in portable.README
