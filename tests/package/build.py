"""The packages that are tried: the one built last, and others made of the same sources with some lines changed."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from chroot import say

PROJECT = Path(__file__).resolve().parents[2]
BUILD = PROJECT / "build"


def newest() -> Path:
    """Return the package built last."""
    found = max(
        (PROJECT / "dist").glob("pressmark_*_amd64.deb"), key=lambda file: file.stat().st_mtime, default=None
    )
    return found or sys.exit("dist/ has no package: run `make package` first.")


def build(folder: Path, changes: dict[str, tuple[str, str]], version: str) -> Path:
    """Build a package in a folder, from a copy of the sources in which some lines are changed; return it."""
    sources = folder / "project"
    shutil.rmtree(sources, ignore_errors=True)
    for part in ("desktop", "resources", "seeds", "installer"):
        shutil.copytree(PROJECT / part, sources / part, ignore=shutil.ignore_patterns("__pycache__"))
    for name, (old, new) in changes.items():
        text, changed = re.subn(old, new, (sources / name).read_text(encoding="utf-8"))
        assert changed == 1, name
        (sources / name).write_text(text, encoding="utf-8")
    script = (
        "import sys; sys.path.insert(0, 'installer'); import deb, freeze, release; from pathlib import Path; "
        "folder = Path(sys.argv[1]); frozen = freeze.freeze(folder / 'project', folder / 'frozen' / 'pressmark'); "
        "deb.build(frozen, folder, sys.argv[2] or release.version(), 'zstd')"
    )
    for former in folder.glob("*.deb"):
        former.unlink()
    subprocess.run(
        [sys.executable, "-c", script, folder, version], check=True, cwd=PROJECT, stdout=subprocess.DEVNULL
    )
    return next(folder.glob("*.deb"))


def packages() -> tuple[Path, Path]:
    """Return a package of a version before, made of the same sources with two lines changed, and the one to be tried."""
    changes = {
        "desktop/pressmark/__init__.py": (r'__version__ = ".*"', '__version__ = "0.0.9"'),
        "desktop/pressmark/search/whoosh/schema.py": (r"SCHEMA_VERSION = \d+", "SCHEMA_VERSION = 1"),
    }
    tried = newest()
    say("building the version before")
    return build(BUILD / "previous", changes, "0.0.9"), tried
