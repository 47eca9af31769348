"""The installer for Windows: the frozen program, wrapped by NSIS; made on Windows or, from a Windows folder, anywhere."""

import argparse
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import freeze
import icons
import release

SCRIPT = release.PROJECT / "installer" / "windows" / "pressmark.nsi"
# NSIS as it is published makes 32-bit installers only; Debian's makes both, and its Wine runs 64-bit ones only.
TARGET = "x86-unicode" if sys.platform == "win32" else "amd64-unicode"
USUAL_PLACE = Path(os.environ.get("PROGRAMFILES(X86)", "")) / "NSIS" / "makensis.exe"


def build(frozen: Path, target: Path, version: str) -> Path:
    """Make the installer from a frozen program; return its file."""
    target.mkdir(parents=True, exist_ok=True)
    icon, _ = icons.write(freeze.BUILD / "icons")
    setup = target / f"pressmark_{version}_windows_x86_64_setup.exe"
    told = {
        "VERSION": version, "NUMBERS": numbers(version), "HOME": release.home(), "TARGET": TARGET,
        "SOURCE": frozen.absolute(), "ICON": icon.absolute(), "OUT": setup.absolute(),
    }  # fmt: skip
    defines = [f"-D{name}={value}" for name, value in told.items()]
    command = [str(makensis()), "-V2", "-WX", *defines, str(SCRIPT)]
    subprocess.run(command, check=True, env=os.environ | {"SOURCE_DATE_EPOCH": str(release.epoch())})
    return setup


def makensis() -> Path:
    """Return NSIS' compiler; ends the program with what to install if it is not there."""
    found = shutil.which("makensis") or (str(USUAL_PLACE) if USUAL_PLACE.is_file() else None)
    if found is None:
        raise SystemExit("The installer for Windows needs NSIS (Debian: apt-get install nsis).")
    return Path(found)


def numbers(version: str) -> str:
    """Return a version as the four numbers that Windows knows: 1.2rc1 is 1.2.0.0."""
    found = re.match(r"\d+(\.\d+)*", version)
    parts = found[0].split(".") if found else []
    return ".".join((parts + ["0"] * 4)[:4])


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--frozen", type=Path, default=freeze.FROZEN)
    options.add_argument("--target", type=Path, default=release.PROJECT / "dist")
    options.add_argument("--version", default=release.version())
    chosen = options.parse_args(sys.argv[1:])
    made = build(chosen.frozen, chosen.target, chosen.version)
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB")
