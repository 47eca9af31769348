"""Installs the package on a fresh Debian and uses it as a person does: double clicks, keys, accessible names."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

from chroot import HOME, PERSON, Chroot, until

from pressmark import paths

PROJECT = Path(__file__).resolve().parents[2]
BUILD = PROJECT / "build"
SHOTS = BUILD / "package-shots"
ICON = ("250", "150")  # where a file manager's only icon lies, from the corner of the screen, in pixels
WITH_PRESSMARK = ("330", "308")  # where the context menu of a folder says "Pressmark"
SAMPLE, NEWS, ARTICLES = "Sample archive — Pressmark", "news — Pressmark", "articles — Pressmark"
TRIES = 4
WANTED = "003_71e0031a2701ba35.txt"
OWN_PLACES = (".local/share/pressmark", ".config/pressmark", ".local/state/pressmark", ".cache/pressmark")
SESSION_LEAVES = (
    ".cache",
    ".config",
    ".local",
    ".dbus",
    ".Xauthority",
    ".pki",
)  # what a desktop writes by itself


class Desk:
    """The person at the screen: what they start, see, click and type."""

    def __init__(self, system: Chroot) -> None:
        """Sit down in a system whose session has begun."""
        self.system = system
        self._shots = 0

    def xdotool(self, *words: str) -> list[str]:
        """Ask or tell the window manager."""
        return self.system.asked("xdotool", *words)[1].split()

    def windows(self, title: str) -> list[str]:
        """Return the visible windows that are called so."""
        return self.xdotool("search", "--onlyvisible", "--name", f"^{re.escape(title)}$")

    def see(self, title: str) -> float:
        """Wait until a window is there; return the seconds it took."""
        try:
            return until(lambda: self.windows(title), f"a window called {title!r}")
        except SystemExit:
            self.shoot("failed")
            say(self.system.run("ps", "-u", PERSON, "-o", "args"))
            raise

    def browse(self, place: str, title: str) -> None:
        """Open a file manager on a place, alone and where its icon is known to lie.

        Its server of menus sometimes never answers: then it is started again.
        """
        for _ in range(TRIES):
            self.system.run("pkill", "pcmanfm|menu-cached", check=False)
            until(
                lambda: not self.system.run("pgrep", "-r", "DRS", "pcmanfm", check=False),
                "the file manager ends",
            )
            self.system.start("pcmanfm", "--new-win", place)
            end = time.monotonic() + 8
            while not self.windows(title) and time.monotonic() < end:
                time.sleep(0.1)
            if self.windows(title):
                break
        self.see(title)
        (window,) = self.windows(title)
        self.xdotool("windowsize", "--sync", window, "640", "420", "windowmove", "--sync", window, "40", "40")
        self.xdotool("windowactivate", "--sync", window)
        time.sleep(1)

    def double_click(self) -> float:
        """Double-click the icon of the file manager in front; return when the second click was on its way."""
        self.xdotool("mousemove", *ICON, "click", "1")
        moment = time.time()
        self.xdotool("click", "1")
        return moment

    def type(self, text: str) -> None:
        """Type a text to whatever has the keyboard."""
        self.xdotool("type", "--delay", "40", text)

    def shoot(self, name: str) -> None:
        """Keep a picture of the screen."""
        self._shots += 1
        self.system.shoot(SHOTS / f"{self._shots:02}-{name}.png")

    def in_front(self) -> list[str]:
        """Return the window that has the keyboard."""
        return self.xdotool("getactivewindow")

    def quit(self) -> None:
        """Close the program by its key, and wait until all of it has ended."""
        self.xdotool("key", "ctrl+q")
        until(lambda: not self.processes(), "the program ends by Ctrl+Q")

    def processes(self) -> list[str]:
        """Return the numbers of the program's processes."""
        return self.system.run("pgrep", "-r", "DRS", "-u", PERSON, "-x", "pressmark", check=False).split()

    def log(self) -> list[str]:
        """Return the lines of the program's log."""
        file = next((self.system.home / ".local/state/pressmark").rglob("pressmark.log"), None)
        return file.read_text(encoding="utf-8").splitlines() if file else []

    def settings(self) -> dict[str, object]:
        """Return what the program remembers of the session."""
        found = json.loads((self.system.home / ".config/pressmark/settings.json").read_text(encoding="utf-8"))
        assert isinstance(found, dict)
        return found


def say(sentence: str) -> None:
    """Tell how far it is."""
    print(sentence, flush=True)


def check(holds: object, what: str) -> None:
    """End here unless something holds."""
    if not holds:
        sys.exit(f"NOT SO: {what}")
    say(f"  {what}")


def prepare(system: Chroot) -> None:
    """Give the person two folders of articles and an archive file; nothing of ours is among their programs."""
    for place in ("news", "open/articles"):
        shutil.copytree(PROJECT / "seeds", system.home / place)
    (system.home / "file").mkdir()
    (system.home / "file" / "summit.pressmark").write_text(
        json.dumps({"pressmark": 1, "folder": "../news", "query": "putin"}), encoding="utf-8"
    )
    system.run("chown", "-R", f"{PERSON}:{PERSON}", f"/{HOME}")


def install(system: Chroot, package: Path) -> float:
    """Install a package as the handbook says; return the seconds it took."""
    shutil.copyfile(package, system.root / "tmp" / "pressmark.deb")
    began = time.monotonic()
    system.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "/tmp/pressmark.deb")
    return time.monotonic() - began


# The first minute


def first_minute(desk: Desk) -> None:
    """Double-click the menu entry, search, read, and start again."""
    desk.browse("menu://applications/Office", "Office")
    desk.shoot("menu")
    drop_caches()
    for warmth in ("cold", "warm", "warm"):
        clicked = desk.double_click()
        desk.see(SAMPLE)
        until(lambda: any("opening" in line for line in desk.log()), "the first paint is in the log")
        opened = next(line for line in reversed(desk.log()) if "opening" in line)
        painted = datetime.strptime(opened[:23], "%Y-%m-%d %H:%M:%S,%f").astimezone().timestamp()
        say(f"  double click to first paint, {warmth}: {painted - clicked:.2f} s")
        if warmth == "cold" or len(desk.log()) < 3:
            time.sleep(2)
            desk.shoot(f"first-start-{warmth}")
            say(f"  memory with the sample archive: {memory(desk)}")
        if warmth == "cold":
            search(desk)
        desk.quit()
        time.sleep(0.5)
    check("ERROR" not in "".join(desk.log()), "the log has no error")


def search(desk: Desk) -> None:
    """Type keywords into the search bar, open the first result, and see by the session that it is the right one."""
    desk.type("nato expansion")
    desk.xdotool("key", "Return")
    time.sleep(2)
    desk.shoot("search")
    desk.quit()
    known = desk.settings()
    there = (known["query"], known["tabs"])
    check(there == ("nato expansion", [WANTED]), "keywords typed, the expected article shown")
    desk.browse("menu://applications/Office", "Office")
    desk.double_click()
    desk.see(SAMPLE)


def starting_again(desk: Desk) -> None:
    """Double-click an archive file, the menu entry once more, and a folder: one window shows it all."""
    desk.browse(f"/{HOME}/file", "file")
    desk.shoot("archive-file")
    desk.double_click()
    desk.see(NEWS)
    time.sleep(1.5)
    desk.shoot("archive-file-opened")
    (window,) = desk.windows(NEWS)
    number = len(desk.processes())
    desk.browse("menu://applications/Office", "Office")
    check(desk.in_front() != [window], "the file manager is in front")
    desk.double_click()
    until(lambda: desk.in_front() == [window], "the second double click raises the first window")
    until(lambda: len(desk.processes()) == number, "the second process ends")
    check(
        desk.windows(NEWS) == [window],
        "the second double click raises the first window, and there is still one",
    )
    desk.browse(f"/{HOME}/open", "open")
    desk.xdotool("mousemove", *ICON, "click", "3")
    time.sleep(1)
    desk.shoot("open-with")
    desk.xdotool("mousemove", *WITH_PRESSMARK, "click", "1")
    desk.see(ARTICLES)
    check(desk.windows(ARTICLES) == [window], "“Open with Pressmark” shows the folder in the same window")
    time.sleep(1)
    desk.shoot("folder-opened")
    desk.xdotool("windowactivate", "--sync", window)
    desk.quit()


def leaves_no_trace_elsewhere(system: Chroot) -> None:
    """See that only the platform's own folders were written to."""
    before = {"news", "open", "file", ".bashrc", ".profile", ".bash_logout"}
    there = {file.name for file in system.home.iterdir()}
    new = ", ".join(sorted(there - before))
    check(
        there <= before | set(SESSION_LEAVES),
        f"nothing new in the home folder but what a desktop makes ({new})",
    )
    ours = [
        file.relative_to(system.home).as_posix()
        for file in system.home.rglob("*")
        if file.is_file()
        and "pressmark" in str(file.relative_to(system.home))
        and file.suffix != ".pressmark"
    ]
    own = all(name.startswith(OWN_PLACES) for name in ours)
    check(ours and own, "its own files lie in the folders for data, config, state and cache")
    kept = [(system.home / place / file.name).read_bytes() == file.read_bytes()
            for place in ("news", "open/articles") for file in (PROJECT / "seeds").iterdir()]  # fmt: skip
    check(
        all(kept) and len(list((system.home / "news").iterdir())) == len(kept) // 2,
        "the archives are untouched",
    )


def memory(desk: Desk) -> str:
    """Return the proportional memory of the program's processes, in MB."""
    sizes = []
    for number in desk.processes():
        told = (desk.system.root / "proc" / number / "smaps_rollup").read_text()
        found = re.search(r"Pss: +(\d+)", told)
        sizes.append(int(found[1]) / 1024 if found else 0.0)
    return " + ".join(f"{size:.0f}" for size in sorted(sizes, reverse=True)) + " MB"


def drop_caches() -> None:
    """Make the next start a cold one, where the machine lets us."""
    os.sync()
    Path("/proc/sys/vm/drop_caches").write_text("3")


# Upgrade, removal, accessible names


def upgrade(system: Chroot, older: Path, newer: Path) -> None:
    """Use the version before, then this one: what the person made stays, the index is made anew."""
    install(system, older)
    check("0.0.9" in system.asked("pressmark", "--version")[1], "the version before is installed")
    system.asked("pressmark", "index", f"/{HOME}/news")
    data = paths.archive_data(Path(f"/{HOME}/news"), system.home / ".local" / "share" / "pressmark")
    system.start_session()
    desk = Desk(system)
    system.start("pressmark", f"/{HOME}/news", "--query", "nato expansion")
    desk.see(NEWS)
    time.sleep(2)
    desk.xdotool("key", "Return")
    time.sleep(2)
    desk.shoot("version-before")
    desk.quit()
    made = read_marks(data)
    version = (data / "index" / "pressmark-index-version").read_text()
    check(len(made) == 1, "an article was read, and that is remembered")
    install(system, newer)
    system.start("pressmark")
    desk.see(NEWS)
    marked = data / "index" / "pressmark-index-version"
    until(lambda: marked.exists() and marked.read_text() != version, "the index is made anew")
    time.sleep(2)
    desk.shoot("upgraded")
    desk.quit()
    check(read_marks(data) == made, "the upgrade keeps what the person made")
    found = system.asked("pressmark", "search", f"/{HOME}/news", "nato expansion", "--json")[1].splitlines()
    check(json.loads(found[0])["total"] == 2, "and finds the articles in the new index")
    system.end_session()


def read_marks(data: Path) -> list[tuple[str, str]]:
    """Return which articles the person has read, and when."""
    import sqlite3

    with sqlite3.connect(data / "user.sqlite3") as opened:
        return opened.execute("SELECT digest, read_at FROM reading").fetchall()


def remove(system: Chroot) -> None:
    """Uninstall: only what is the person's is left."""
    system.run("apt-get", "purge", "-y", "-qq", "pressmark")
    left = [
        file for top in ("usr", "etc", "var/lib", "opt") for file in (system.root / top).rglob("*pressmark*")
    ]
    check(not left, f"uninstalling leaves nothing in the system{': ' + str(left[:3]) if left else ''}")
    check(
        list((system.home / ".local/share/pressmark").rglob("user.sqlite3")), "and leaves the person's data"
    )


def accessible(system: Chroot) -> None:
    """Drive the program by names alone, through the desktop's accessibility bus."""
    system.run(
        "apt-get", "install", "-y", "-qq", "--no-install-recommends", "at-spi2-core", "python3-pyatspi"
    )
    shutil.copyfile(Path(__file__).with_name("by_name.py"), system.root / "tmp" / "by_name.py")
    shutil.rmtree(system.home / ".config" / "pressmark")
    system.start_session(QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
    desk = Desk(system)
    status, said = system.asked("python3", "/tmp/by_name.py")
    desk.shoot("by-names")
    say(said.rstrip())
    check(status == 0, "searched, opened, related, back: by accessible names alone")
    system.end_session()


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
        "desktop/pressmark/search/schema.py": (r"SCHEMA_VERSION = \d+", "SCHEMA_VERSION = 1"),
    }
    tried = newest()
    say("building the version before")
    return build(BUILD / "previous", changes, "0.0.9"), tried


def main() -> None:
    """Run all of it."""
    older, newest = packages()
    shutil.rmtree(SHOTS, ignore_errors=True)
    system = Chroot(BUILD / "chroot")
    prepare(system)
    say("a fresh Debian, an ordinary person, no Python")
    say(f"  installed in {install(system, newest):.1f} s with apt's own time")
    system.without_python(hidden=True)
    check(not system.run("sh", "-c", "command -v python3", check=False), "there is no Python")
    system.start_session()
    desk = Desk(system)
    first_minute(desk)
    starting_again(desk)
    leaves_no_trace_elsewhere(system)
    system.end_session()
    system.without_python(hidden=False)
    say("by accessible names")
    accessible(system)
    say("removal and upgrade")
    remove(system)
    upgrade(system, older, newest)
    remove(system)
    say(f"All of it holds. Pictures: {SHOTS}")


if __name__ == "__main__":
    main()
