"""Installs the package on a fresh Debian and uses it as a person does: double clicks, keys, accessible names."""

import json
import os
import re
import shutil
import sqlite3
import sys
import time
from contextlib import closing
from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QImage

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from build import BUILD, PROJECT, packages
from chroot import HOME, PERSON, Chroot, check, say, until
from desk import Desk

from pressmark import paths
from saved_pages import PARAGRAPHS, page

SHOTS = BUILD / "package-shots"
RED = 0xFFCC0000
SAMPLE, NEWS, ARTICLES = "Sample archive — Pressmark", "news — Pressmark", "articles — Pressmark"
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
        clicked = desk.open(SAMPLE)
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
    until(lambda: read_marks(desk.system), "an article is opened")
    time.sleep(1)
    desk.shoot("search")
    desk.quit()
    known = desk.settings()
    there = (known["query"], known["tabs"])
    check(there == ("nato expansion", [WANTED]), "keywords typed, the expected article shown")
    desk.browse("menu://applications/Office", "Office")
    desk.open(SAMPLE)


def starting_again(desk: Desk) -> None:
    """Double-click an archive file, the menu entry once more, and a folder: one window shows it all."""
    desk.browse(f"/{HOME}/file", "file")
    desk.shoot("archive-file")
    desk.open(NEWS)
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
    desk.open_with(ARTICLES)
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


def saved_pages(system: Chroot) -> None:
    """Have the installed program read a folder of saved web pages, in processes of its own."""
    folder = system.root / "tmp" / "pages"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.html").write_text(
            page().replace("Ferry to", f"Ferry number{number} to"), encoding="utf-8"
        )
    status, said = system.asked("pressmark", "index", "/tmp/pages", "--json")
    check(
        status == 0 and json.loads(said.splitlines()[-1])["articles"] == 60, "60 saved pages are 60 articles"
    )
    found = system.asked("pressmark", "search", "/tmp/pages", "number7 title:ferry", "--json")[1].splitlines()
    check(json.loads(found[0])["total"] == 1, "and found by what they say")
    shutil.copytree(PROJECT / "tests" / "reading" / "formats" / "saved", system.root / "tmp" / "formats")
    said = system.asked("pressmark", "index", "/tmp/formats", "--json")[1]
    told = json.loads(said.splitlines()[-1])
    check(told["articles"] == 10, f"a file of each format is read ({told['articles']} of 10 articles)")


def pictures(desk: Desk) -> None:
    """Look at the picture of a page, in a format that Qt has a plugin for."""
    folder = desk.system.home / "pages"
    (folder / "ferry_files").mkdir(parents=True)
    for place, image in (("ferry_files/lead.jpg", "JPEG"), ("ferry_files/deck.webp", "WEBP")):
        red = QImage(900, 600, QImage.Format.Format_RGB32)
        red.fill(RED)
        check(red.save(str(folder / place), image, 100), f"a picture is made as {image}")
    body = "".join(f"<p>{part}</p>" for part in PARAGRAPHS[:4])
    shown = '<p><img src="ferry_files/lead.jpg"></p><p><img src="ferry_files/deck.webp"></p>'
    (folder / "ferry.html").write_text(page(shown + body), encoding="utf-8")
    desk.system.start("pressmark", f"/{HOME}/pages", "--query", "ferry sails")
    desk.see("pages — Pressmark")
    time.sleep(4)
    desk.xdotool("key", "Return")
    time.sleep(2)
    desk.xdotool("key", "p")
    for step, name in enumerate(("JPEG", "WEBP")):
        if step:
            desk.xdotool("key", "Right")
        time.sleep(3)
        desk.shoot(f"picture-{name.lower()}")
        screen = QImage(str(desk.system.root / "tmp" / f"picture-{name.lower()}.png"))
        colour = screen.pixelColor(screen.width() // 2 + 40, screen.height() // 2 - 60)
        check(colour.red() > 180 and colour.green() < 60, f"the picture of a page is shown large: {name}")
    desk.xdotool("key", "Escape")
    desk.quit()


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
    before = len(read_marks(system))
    desk.xdotool("key", "Return")
    until(lambda: len(read_marks(system)) > before, "an article is opened")
    desk.shoot("version-before")
    desk.quit()
    made = read_marks(system)
    version = (data / "index" / "pressmark-index-version").read_text()
    check(len(made) == before + 1, "an article was read, and that is remembered")
    install(system, newer)
    system.start("pressmark")
    desk.see(NEWS)
    marked = data / "index" / "pressmark-index-version"
    until(lambda: marked.exists() and marked.read_text() != version, "the index is made anew")
    time.sleep(2)
    desk.shoot("upgraded")
    desk.quit()
    check(read_marks(system) == made, "the upgrade keeps what the person made")
    found = system.asked("pressmark", "search", f"/{HOME}/news", "nato expansion", "--json")[1].splitlines()
    check(json.loads(found[0])["total"] == 2, "and finds the articles in the new index")
    system.end_session()


def read_marks(system: Chroot) -> list[tuple[str, str]]:
    """Return which articles the person has read, and when, in all archives."""
    found = []
    for file in sorted((system.home / ".local" / "share" / "pressmark" / "archives").glob("*/user.sqlite3")):
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as opened:
            found += opened.execute("SELECT digest, read_at FROM reading ORDER BY digest").fetchall()
    return found


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
    status, said = system.asked("python3", "/tmp/by_name.py")
    system.keep(system.root / "tmp" / "by-name.png")
    say(said.rstrip())
    check(status == 0, "searched, opened, related, back: by accessible names alone")
    system.end_session()


def main() -> None:
    """Run all of it."""
    older, newest = packages()
    shutil.rmtree(SHOTS, ignore_errors=True)
    system = Chroot(BUILD / "chroot", SHOTS)
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
    pictures(desk)
    system.end_session()
    saved_pages(system)
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
