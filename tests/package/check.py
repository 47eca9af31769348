"""Sees that the package is valid by Debian's and the desktop's own tools, small, and the same when built again."""

import hashlib
import io
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from build import BUILD, PROJECT, build, newest
from chroot import check, say

MOST_PACKED, MOST_INSTALLED = 40.0, 132.0  # MB, of the release package packed by xz
AGAIN = BUILD / "again"


def valid(package: Path) -> None:
    """Ask the tools that Debian and the desktops have for this."""
    quiet = [
        "--allow-root",
        "--suppress-tags",
        "malformed-deb-archive",
    ]  # packed by zstd: quick, for trying only
    subprocess.run(["lintian", *quiet, "--fail-on", "error,warning", package], check=True)
    say("  lintian has nothing to say that is not explained")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
        share = Path(folder) / "usr" / "share"
        subprocess.run(["desktop-file-validate", share / "applications" / "pressmark.desktop"], check=True)
        say("  desktop-file-validate: valid")
        (described,) = (share / "metainfo").iterdir()
        subprocess.run(["appstreamcli", "validate", "--pedantic", "--no-net", described], check=True)
        page = share / "man" / "man1" / "pressmark.1.gz"
        manual = subprocess.run(["man", "--warnings", "-l", page], capture_output=True, text=True, check=True)
        check(not manual.stderr, "the manual is without a warning")
        search = ["grep", "-rlF", str(PROJECT), folder]
        mine = subprocess.run(search, capture_output=True, text=True, check=False).stdout
        check(not mine, f"no file names the folder it was built in {mine}".rstrip())


def small(package: Path) -> None:
    """See that the package is as small as it is meant to be."""
    packed = package.stat().st_size / 1e6
    told = subprocess.run(
        ["dpkg-deb", "-f", package, "Installed-Size"], capture_output=True, text=True, check=True
    )
    installed = int(told.stdout) * 1024 / 1e6
    members = subprocess.run(["ar", "t", package], capture_output=True, text=True, check=True).stdout
    check(installed < MOST_INSTALLED, f"{installed:.0f} MB installed (at most {MOST_INSTALLED:.0f})")
    if "data.tar.xz" in members:
        check(packed < MOST_PACKED, f"{packed:.1f} MB packed (at most {MOST_PACKED:.0f})")
    else:
        say(f"  {packed:.1f} MB packed by zstd; the release is packed by xz")


def the_same_again(package: Path) -> None:
    """Build it once more, from a copy of the sources in another folder, and compare."""
    say("building it again elsewhere")
    os.environ["SOURCE_DATE_EPOCH"] = str(made_at(package))
    other = build(AGAIN, {}, "")
    check(digests(other) == digests(package), "the same sources give the same bytes")


def made_at(package: Path) -> int:
    """Return the time that the files of a package carry."""
    whole = subprocess.run(["dpkg-deb", "--fsys-tarfile", package], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(whole)) as opened:
        return int(opened.getmembers()[0].mtime)


def digests(package: Path) -> tuple[str, str]:
    """Return the sums of what a package says and of what it holds, whatever packed them."""
    return tuple(  # type: ignore[return-value]
        hashlib.sha256(
            subprocess.run(["dpkg-deb", wanted, package], check=True, capture_output=True).stdout
        ).hexdigest()
        for wanted in ("--ctrl-tarfile", "--fsys-tarfile")
    )


if __name__ == "__main__":
    found = newest()
    say(str(found.relative_to(PROJECT)))
    valid(found)
    small(found)
    if "--once" not in sys.argv:
        the_same_again(found)
