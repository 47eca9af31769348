"""The program as a folder for any Linux of today: unpack it, start it, delete it."""

import argparse
import fnmatch
import lzma
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import freeze
import release

# Of the libraries that PyInstaller takes from the machine it runs on, these travel: Python needs them, or a desktop
# without Qt may lack them (Qt's windows on X11). All others are the host's own, on purpose: GTK, GLib and their kin
# load modules of the desktop into our process, fontconfig reads its files, X11 and the GL libraries belong to its
# drivers; an older copy of ours under them fails, at worst in the middle of work. The public list of the AppImage
# project (https://github.com/AppImageCommunity/pkg2appimage/blob/master/excludelist) says much the same.
TRAVELLING = (
    "libpython*", "libcrypto.*", "libssl.*", "libsqlite3.*", "libbz2.*",
    "libxcb-*", "libxkbcommon.*", "libxkbcommon-x11.*",
)  # fmt: skip
OURS = "libpython*"  # its licence is among the program's own
README = """\
To start Pressmark, open this folder in a terminal and run  ./pressmark  (or double-click the file of this name).
To have it in the menu, run  ./pressmark --install-desktop-entry  and leave the folder where it is; nothing is ever
written outside your own data folders (~/.local/share, ~/.config and ~/.local/state).
To remove it, run  ./pressmark --remove-desktop-entry  and delete this folder.

It needs an x86-64 Linux with glibc 2.36 or newer (Debian 12, Ubuntu 23.04, Fedora 37 and later) and what a desktop
has anyway: libGL, libEGL, libX11 with libX11-xcb, fontconfig, FreeType, GLib 2 and D-Bus. On a bare Debian or Ubuntu:
apt install libgl1 libegl1 libx11-xcb1 libfontconfig1 libglib2.0-0 libdbus-1-3 fonts-noto-core
"""
PRESET = 6  # of xz; 9 takes twice as long and saves 2 %


def build(frozen: Path, target: Path, version: str) -> Path:
    """Make the archive from a frozen program; return its file. The same input gives the same bytes."""
    folder = freeze.BUILD / "portable" / f"pressmark-{version}"
    shutil.rmtree(folder.parent, ignore_errors=True)
    shutil.copytree(frozen, folder, symlinks=True)
    inside = folder / "_internal"
    notices = inside / "pressmark" / "resources" / "licences" / "host"
    notices.mkdir()
    for library in _swept_in(inside):
        if not travels(library.name):
            library.unlink()
        elif not fnmatch.fnmatch(library.name, OURS):
            shutil.copyfile(notice(library.name), notices / f"{library.name}.txt")
    (folder / "README.txt").write_text(README, encoding="utf-8")
    target.mkdir(parents=True, exist_ok=True)
    archive = target / f"pressmark_{version}_linux_x86_64.tar.xz"
    pack(folder, archive, release.epoch())
    return archive


def _swept_in(inside: Path) -> list[Path]:
    """Return the libraries that are no part of Qt, NumPy or another distribution."""
    return [library for library in sorted(inside.glob("lib*.so*")) if not library.is_symlink()]


def travels(name: str) -> bool:
    """Tell whether a library of this machine goes along."""
    return any(fnmatch.fnmatch(name, pattern) for pattern in TRAVELLING)


def notice(name: str) -> Path:
    """Return the copyright file of the Debian package that a library is from."""
    asked = subprocess.run(["dpkg-query", "-S", f"*/{name}"], capture_output=True, text=True, check=False)
    for line in asked.stdout.splitlines():
        package, _, file = line.partition(": ")
        copyright_file = Path("/usr/share/doc") / package.split(":")[0] / "copyright"
        if file.startswith(("/lib/", "/usr/lib/")) and copyright_file.is_file():
            return copyright_file
    raise SystemExit(f"{name} goes along, but no Debian package here tells its licence.")


def pack(folder: Path, archive: Path, moment: int) -> None:
    """Write a folder as a tar.xz in which only names and contents count: sorted, nobody's, all of one time."""

    def settled(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        runs = entry.isdir() or bool(entry.mode & 0o100)
        entry.mode = 0o777 if entry.issym() else 0o755 if runs else 0o644
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = moment
        return entry

    with lzma.open(archive, "wb", preset=PRESET) as file, tarfile.open(fileobj=file, mode="w") as packed:
        for place in [folder, *sorted(folder.rglob("*"))]:
            packed.add(place, place.relative_to(folder.parent).as_posix(), recursive=False, filter=settled)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--frozen", type=Path, default=freeze.FROZEN)
    options.add_argument("--target", type=Path, default=release.PROJECT / "dist")
    options.add_argument("--version", default=release.version())
    chosen = options.parse_args(sys.argv[1:])
    made = build(chosen.frozen, chosen.target, chosen.version)
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB")
