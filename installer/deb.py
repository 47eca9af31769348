"""The Debian package: the frozen program with Debian's own libraries in place of the ones PyInstaller swept in."""

import argparse
import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

import freeze
import release

from pressmark import desktop_integration

SHIPPED = release.PROJECT / "installer" / "debian"
COMPONENT = "org.pressmark.pressmark"
DESCRIPTION = """search, read and relate a folder of archived news articles
 Pressmark is for people with a folder of archived news articles: journalists,
 historians, fact-checkers, encyclopedia editors. Keywords find the articles
 while one types; an article is shown without the page's menus and appeals; and
 each passage leads to the same quotation, wording or event in other articles.
 .
 It works without the network, and only ever reads the archive folder."""
COMMON = re.compile(
    r"GNU (LESSER |LIBRARY )?GENERAL PUBLIC LICENSE|Apache License\s+Version 2", re.IGNORECASE
)
COPYRIGHT_NOTE = """The texts of the GNU licences and of Apache's stand in /usr/share/common-licenses. Every text, also
these, stands in the program's menu under Help, About, and in the folders
/usr/lib/pressmark/_internal/pressmark/resources/licences and /usr/lib/pressmark/_internal/*.dist-info/licenses."""
RECOMMENDED = "fonts-noto-core, shared-mime-info, desktop-file-utils, hicolor-icon-theme, xdg-desktop-portal"


def build(frozen: Path, target: Path, version: str, compression: str = "xz") -> Path:
    """Make the package from a frozen program; return its file. The same input gives the same bytes."""
    tree = freeze.BUILD / "deb" / "pressmark"
    shutil.rmtree(tree.parent, ignore_errors=True)
    program = tree / "usr" / "lib" / "pressmark"
    shutil.copytree(frozen, program, symlinks=True)
    for library in (program / "_internal").glob("lib*.so*"):
        if not library.is_symlink() and not library.name.startswith("libpython"):
            library.unlink()  # Debian's own: the package depends on it
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / "pressmark").symlink_to("../lib/pressmark/pressmark")
    share = tree / "usr" / "share"
    desktop_integration.install(share, "pressmark")
    _write_texts(share, version)
    _write_control(tree, version)
    _settle(tree)
    package = target / f"pressmark_{version}_amd64.deb"
    target.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", f"-Z{compression}", "--build", tree, package],
        check=True,
        stdout=subprocess.DEVNULL,
        env=os.environ | {"SOURCE_DATE_EPOCH": str(release.epoch())},
    )
    return package


# What stands in /usr/share


def _write_texts(share: Path, version: str) -> None:
    """Write what the desktop, the reader of manuals and the lawyer look for."""
    day = release.changelog()[0].date
    manual = (SHIPPED / "pressmark.1").read_text(encoding="utf-8")
    _put(
        share / "man/man1/pressmark.1.gz",
        manual.replace("@VERSION@", version).replace("@DATE@", f"{day:%Y-%m-%d}"),
    )
    _put(share / "doc/pressmark/changelog.gz", debian_changelog(version))
    _put(share / "doc/pressmark/copyright", copyright_text(share.parent / "lib" / "pressmark" / "_internal"))
    _put(share / f"metainfo/{COMPONENT}.metainfo.xml", metainfo(version))
    _put(share / "lintian/overrides/pressmark", (SHIPPED / "lintian-overrides").read_text(encoding="utf-8"))


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    content = text.encode()
    file.write_bytes(gzip.compress(content, 9, mtime=0) if file.suffix == ".gz" else content)


def debian_changelog(version: str) -> str:
    """Return CHANGELOG.md as Debian writes it (Debian policy, 4.4)."""
    entries = []
    for found in release.changelog():
        notes = "\n".join(_wrapped(f"  * {note}", "    ") for note in found.notes)
        number = version if found is release.changelog()[0] else found.version
        entries.append(
            f"pressmark ({number}) stable; urgency=medium\n\n{notes}\n\n"
            f" -- {release.MAINTAINER}  {found.date:%a, %d %b %Y %H:%M:%S +0000}\n"
        )
    return "\n".join(entries)


def _wrapped(text: str, indent: str, width: int = 79) -> str:
    import textwrap

    return textwrap.fill(
        text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def metainfo(version: str) -> str:
    """Return the AppStream description with the address and the releases put in."""
    described = []
    for number, found in enumerate(release.changelog()):
        notes = "".join(f"\n          <li>{escape(note)}</li>" for note in found.notes)
        described.append(
            f'    <release version="{version if number == 0 else found.version}" date="{found.date:%Y-%m-%d}">\n'
            f"      <description>\n        <ul>{notes}\n        </ul>\n      </description>\n    </release>\n"
        )
    template = (SHIPPED / f"{COMPONENT}.metainfo.xml").read_text(encoding="utf-8")
    return template.replace("@HOME@", release.home().rstrip("/")).replace(
        "    @RELEASES@\n", "".join(described)
    )


def copyright_text(inside: Path) -> str:
    """Return who made what is inside, and under which licence, as the program's own About computes it.

    Ends the build where a library belongs to nothing that is named.
    """
    script = (
        "import json, sys; sys.frozen, sys._MEIPASS = True, sys.argv[1]; from dataclasses import asdict; "
        "from pressmark import licences as known; json.dump([[asdict(one) for one in known.components()], "
        "[file for file in known.shipped_files() if known.component_of(file) is None]], sys.stdout)"
    )
    asked = subprocess.run([sys.executable, "-c", script, inside], check=True, capture_output=True, text=True)
    components, unclaimed = json.loads(asked.stdout)
    if unclaimed:
        raise SystemExit(
            f"resources/licences/components.toml says of no component that it has {', '.join(unclaimed)}."
        )
    parts = [f"Pressmark, and everything that is shipped with it.\n\n{COPYRIGHT_NOTE}\n"]
    for one in components:
        about = [f"{one['name']} {one['version']}".strip(), one["home"], f"Licence: {one['licence']}"]
        text = "" if COMMON.search(one["text"]) else f"\n{one['text'].strip()}\n"
        parts.append("\n".join(["-" * 79, *filter(None, about), text]))
    return "\n".join(parts)


# What stands in DEBIAN


def _write_control(tree: Path, version: str) -> None:
    """Write the control file and the sums."""
    control = tree / "DEBIAN"
    control.mkdir()
    needed = depends(tree)
    size = -(-freeze.size_of(tree) // 1024)
    fields = [
        "Package: pressmark",
        f"Version: {version}",
        "Section: text",
        "Priority: optional",
        "Architecture: amd64",
        f"Maintainer: {release.MAINTAINER}",
        f"Installed-Size: {size}",
        f"Depends: {needed}",
        f"Recommends: {RECOMMENDED}",
        "Suggests: fonts-noto-cjk",
        f"Homepage: {release.home()}",
        f"Description: {DESCRIPTION}",
    ]
    sums = [
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  {file.relative_to(tree)}\n"
        for file in sorted(tree.rglob("*"))
        if file.is_file() and not file.is_symlink() and control not in file.parents
    ]
    (control / "control").write_text("\n".join(fields) + "\n", encoding="utf-8")
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")


def depends(tree: Path) -> str:
    """Return which packages have the libraries that the program's files are linked to, as dpkg-shlibdeps finds them."""
    files = [
        file
        for file in sorted(tree.rglob("*"))
        if file.is_file() and not file.is_symlink() and file.read_bytes()[:4] == b"\x7fELF"
    ]
    own = sorted({file.parent for file in files})
    work = tree.parent / "shlibdeps"
    (work / "debian").mkdir(parents=True, exist_ok=True)
    (work / "debian" / "control").write_text("Source: pressmark\n\nPackage: pressmark\nArchitecture: amd64\n")
    options = ["-O", "--ignore-missing-info", "--warnings=0", *(f"-l{folder}" for folder in own)]
    asked = subprocess.run(
        ["dpkg-shlibdeps", *options, *files], cwd=work, capture_output=True, text=True, check=False
    )
    if asked.returncode:
        raise SystemExit("\n".join(line for line in asked.stderr.splitlines() if "warning:" not in line))
    return asked.stdout.strip().removeprefix("shlibs:Depends=")


def _settle(tree: Path) -> None:
    """Give every file the same time and the usual modes, so that only its content counts."""
    moment = release.epoch()
    for file in [tree, *tree.rglob("*")]:
        if not file.is_symlink():
            runs = file.is_dir() or (file.read_bytes()[:4] == b"\x7fELF" and ".so" not in file.name)
            file.chmod(0o755 if runs else 0o644)
        os.utime(file, (moment, moment), follow_symlinks=False)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--frozen", type=Path, default=freeze.FROZEN)
    options.add_argument("--target", type=Path, default=release.PROJECT / "dist")
    options.add_argument("--version", default=release.version())
    options.add_argument("--compression", choices=("xz", "zstd"), default="xz")
    chosen = options.parse_args(sys.argv[1:])
    made = build(chosen.frozen, chosen.target, chosen.version, chosen.compression)
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB")
