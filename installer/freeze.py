"""The program as one folder with its own Python and Qt, made by PyInstaller and then made slim."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import icu
import release

BUILD = release.PROJECT / "build"
FROZEN = BUILD / "frozen" / "pressmark"


def freeze(project: Path = release.PROJECT, frozen: Path = FROZEN) -> Path:
    """Freeze a project into a folder; return the folder.

    The same input gives the same bytes: the order of sets and all times are fixed.
    """
    shutil.rmtree(frozen, ignore_errors=True)
    recipe = project / "installer" / "pressmark.spec"
    places = ["--distpath", str(frozen.parent), "--workpath", f"{frozen.parent}-work"]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    subprocess.run(
        [*command, *places, str(recipe)],
        check=True,
        env=os.environ | {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(release.epoch())},
    )  # fmt: skip
    if sys.platform.startswith("linux"):
        _slim(frozen / "_internal")
    return frozen


def _slim(inside: Path) -> None:
    """Leave out what only a debugger reads, where this machine had its Python, and most of ICU's data."""
    libraries = [
        file
        for file in sorted(inside.rglob("*.so*"))
        if not file.is_symlink()
        and not file.parent.name.endswith(".libs")  # patched by auditwheel: strip breaks them
    ]
    subprocess.run(["strip", "--strip-unneeded", *libraries], check=True)
    python = [
        file for file in libraries if file.name.startswith("libpython") or file.parent.name == "lib-dynload"
    ]
    subprocess.run(["patchelf", "--remove-rpath", *python], check=True)
    for library in inside.glob("PySide6/Qt/lib/libicudata.so.*"):
        icu.slim(library)


def size_of(folder: Path) -> int:
    """Return how many bytes the files of a folder have."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


if __name__ == "__main__":
    made = freeze()
    print(f"{made}: {size_of(made) / 1e6:.0f} MB")
