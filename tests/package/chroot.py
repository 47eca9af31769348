"""A fresh Debian in a folder, with a desktop and an ordinary person in it, to install the package into."""

import os
import shutil
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

SUITE = "bookworm"
MIRROR = "http://deb.debian.org/debian"
DESKTOP = (
    "xvfb", "openbox", "pcmanfm", "xdotool", "imagemagick", "dbus", "desktop-file-utils",
    "shared-mime-info", "hicolor-icon-theme", "adwaita-icon-theme", "librsvg2-common", "libgtk-3-bin", "libglib2.0-bin",
    "gtk-update-icon-cache", "fonts-noto-core", "libfm-modules", "lxmenu-data", "man-db", "x11-utils",
)  # fmt: skip
CHROOT = "/usr/sbin/chroot"
ROOT_ENVIRONMENT = os.environ | {
    "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    "DEBIAN_FRONTEND": "noninteractive",
    "LC_ALL": "C.UTF-8",
}
PERSON, HOME = "reader", Path("home/reader")
DISPLAY = f":{time.time_ns() // 1_000_000 % 30_000 + 100}"  # the names of screens are shared with the system outside
SCREEN = "1280x900x24"
PATIENCE_SECONDS = 30
PYTHON = ("usr/bin/python3", "usr/bin/python3.11", "usr/lib/python3.11")


class Chroot:
    """A Debian in `folder`; leaves nothing mounted as long as its process has a mount namespace of its own."""

    def __init__(self, folder: Path, pictures: Path) -> None:
        """Unpack a fresh system from the cache, or make it first; keep pictures of its screen in a folder."""
        self.root = folder
        self._pictures, self._shots = pictures, 0
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        cached = _cached_system()
        subprocess.run(["tar", "-xf", cached, "-C", folder], check=True)
        for kind, place in (("proc", "proc"), ("sysfs", "sys"), ("devpts", "dev/pts"), ("tmpfs", "dev/shm")):
            (folder / place).mkdir(exist_ok=True)
            subprocess.run(["mount", "-t", kind, kind, folder / place], check=True)
        shutil.copy("/etc/resolv.conf", folder / "etc" / "resolv.conf")
        self.run("useradd", "--create-home", "--shell", "/bin/bash", PERSON)
        runtime = folder / "run" / "user" / "1000"
        runtime.mkdir(parents=True)
        runtime.chmod(0o700)
        os.chown(runtime, 1000, 1000)
        self._session: subprocess.Popen[bytes] | None = None

    @property
    def home(self) -> Path:
        """The person's home, seen from outside."""
        return self.root / HOME

    def run(self, *words: str | Path, check: bool = True) -> str:
        """Run a command as root; return what it wrote."""
        done = subprocess.run(
            [CHROOT, self.root, *words], capture_output=True, text=True, check=False, env=ROOT_ENVIRONMENT
        )
        if check and done.returncode:
            sys.exit(f"{' '.join(map(str, words))}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout

    def start_session(self, **more: str) -> None:
        """Begin the person's session: a bus, a screen, a window manager."""
        inside = (
            "Xvfb $DISPLAY -screen 0 $SCREEN -nolisten tcp & until xdpyinfo > /dev/null 2>&1; do sleep .1; done; "
            "openbox & env > /tmp/session; exec sleep infinity"
        )
        environment = {
            "HOME": f"/{HOME}", "USER": PERSON, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "DISPLAY": DISPLAY,
            "XDG_RUNTIME_DIR": "/run/user/1000", "XDG_CURRENT_DESKTOP": "LXDE", "XDG_MENU_PREFIX": "lxde-", "SCREEN": SCREEN,
        } | more  # fmt: skip
        said = self.root / "tmp" / "session"
        said.unlink(missing_ok=True)
        self._session = subprocess.Popen(
            [CHROOT, f"--userspec={PERSON}:{PERSON}", self.root, "dbus-run-session", "--", "sh", "-c", inside],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        until(lambda: said.exists() and said.read_text().endswith("\n"), "the session is there")
        self._environment = dict(
            line.split("=", 1) for line in said.read_text().splitlines() if "=" in line
        )  # with the bus's address

    def end_session(self) -> None:
        """End everything the person started."""
        if self._session is not None:
            self.run("pkill", "-u", PERSON, check=False)
            self._session.wait(20)
            self._session = None

    def start(self, *words: str | Path, out: int = subprocess.DEVNULL) -> subprocess.Popen[str]:
        """Start a command as the person, in the session."""
        return subprocess.Popen(
            [CHROOT, f"--userspec={PERSON}:{PERSON}", self.root, *words],
            env=self._environment, stdout=out, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip

    def asked(self, *words: str | Path) -> tuple[int, str]:
        """Run a command as the person to its end; return its status and what it wrote."""
        with self.start(*words, out=subprocess.PIPE) as process:
            said = process.communicate()[0]
        return process.returncode, said

    def without_python(self, hidden: bool) -> None:
        """Put the system's Python out of reach, or back: openbox depends on it, the person's program must not."""
        for place in PYTHON:
            there, away = self.root / place, self.root / f"{place}.away"
            (there if hidden else away).rename(away if hidden else there)

    def shoot(self, name: str) -> None:
        """Keep a picture of the screen, numbered in the order of what happened."""
        self.asked("import", "-window", "root", f"/tmp/{name}.png")
        self.keep(self.root / "tmp" / f"{name}.png")

    def keep(self, picture: Path) -> None:
        """Keep a picture that was taken inside."""
        self._shots += 1
        self._pictures.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(picture, self._pictures / f"{self._shots:02}-{picture.name}")


def say(sentence: str) -> None:
    """Tell how far it is."""
    print(sentence, flush=True)


def check(holds: object, what: str) -> None:
    """End here unless something holds."""
    if not holds:
        sys.exit(f"NOT SO: {what}")
    say(f"  {what}")


def until(condition: Callable[[], object], what: str, seconds: float = PATIENCE_SECONDS) -> float:
    """Wait until a condition holds; return how long it took."""
    began = time.monotonic()
    while not condition():
        if time.monotonic() - began > seconds:
            sys.exit(f"Waited {seconds:.0f} s in vain for this: {what}.")
        time.sleep(0.02)
    return time.monotonic() - began


def _cached_system() -> Path:
    """Return the archive of a bare system with the desktop, made by debootstrap and apt the first time."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "pressmark-chroot"
    kind = zlib.crc32(" ".join((SUITE, *DESKTOP)).encode())
    archive = cache / f"{SUITE}-{kind:08x}.tar"
    if not archive.exists():
        cache.mkdir(parents=True, exist_ok=True)
        system = cache / "system"
        shutil.rmtree(system, ignore_errors=True)
        print("making a bare Debian; this takes two minutes, the first time only", flush=True)
        _run(["debootstrap", "--variant=minbase", "--include=ca-certificates", SUITE, system, MIRROR])
        shutil.copy("/etc/resolv.conf", system / "etc" / "resolv.conf")
        _run([CHROOT, system, "apt-get", "update", "-qq"])
        _run([CHROOT, system, "apt-get", "install", "-y", "-qq", "--no-install-recommends", *DESKTOP])
        half = archive.with_suffix(".half")
        _run(["tar", "-cf", half, "-C", system, "."])
        half.replace(archive)
        shutil.rmtree(system)
    return archive


def _run(command: list[str | Path]) -> None:
    """Run a command as root, and end with what it said if it fails."""
    done = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env=ROOT_ENVIRONMENT,
    )
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}: {done.stdout[-2000:]}")
