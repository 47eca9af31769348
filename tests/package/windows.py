"""Installs, updates and uninstalls with the Windows installer under Wine; a stand-in plays the program.

Pressmark itself cannot be frozen for Windows on another system, so this tries everything but the program: the files,
the start menu, the registry, the kinds of file, what happens while the program runs, and what remains.
With `--setup FILE` it tries a given installer, as CI makes it, without starting the program.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT / "installer"))

import nsis  # noqa: E402

STANDIN = Path(__file__).with_name("standin.nsi")
CLASSES = r"HKCU\Software\Classes"
UNINSTALL = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Pressmark"
IS_OPEN, TOO_OLD = 2, 3  # how the installer ends while Pressmark is open, and on an old Windows
PATIENCE_SECONDS = 30
OLD, NEW = "0.0.9", "0.1.0"


class Windows:
    """A fresh Windows, as Wine plays it, in a folder."""

    def __init__(self, folder: Path) -> None:
        """Make it; takes some twenty seconds."""
        self._environment = (
            os.environ
            | {
                "WINEPREFIX": str(folder / "wine"),
                "WINEARCH": "win64",
                "WINEDEBUG": "-all",
                "LC_ALL": "C.UTF-8",  # in which Wine is given the names of files
                "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=",  # no offers to download, no menus of ours
                "PRESSMARK_TRIAL": "C:\\trial",
            }
        )
        self.wine("wineboot", "--init")
        self.c = folder / "wine" / "drive_c"
        self.trial = self.c / "trial"
        self.trial.mkdir()
        self.person = next(home for home in (self.c / "users").iterdir() if home.name != "Public")
        self.program = self.person / "AppData/Local/Programs/Pressmark"
        self.data = self.person / "AppData/Local/pressmark"
        self.menu = self.person / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Pressmark.lnk"

    def start(self, *words: str | Path) -> subprocess.Popen[str]:
        """Start a program."""
        return subprocess.Popen(
            ["wine", *words],
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def wine(self, *words: str | Path) -> tuple[int, str]:
        """Run a program to its end; return how it ended and what it wrote."""
        with self.start(*words) as process:
            said = process.communicate(timeout=PATIENCE_SECONDS)[0]
        return process.returncode, said

    def close(self) -> None:
        """End everything that runs in this Windows, and nothing else."""
        (self.trial / "wait.txt").unlink(missing_ok=True)
        self.wine("wineboot", "--end-session", "--kill")

    def value(self, key: str, name: str = "") -> str:
        """Return a value of the registry; nothing if it is not there."""
        _, said = self.wine("reg", "query", key, *(["/v", name] if name else ["/ve"]))
        found = re.search(r"REG_\w+ +(.*?)\r?\n", said)
        return found[1].strip() if found else ""

    def has(self, key: str) -> bool:
        """Tell whether a key of the registry is there."""
        return self.wine("reg", "query", key)[0] == 0

    def uninstall(self) -> int:
        """Run the uninstaller as Windows' settings do; it copies itself away, so wait until it is gone."""
        status, _ = self.wine(self.program / "uninstall.exe", "/S")
        until(
            lambda: not self.has(UNINSTALL) and not (self.program / "uninstall.exe").exists(), "uninstalled"
        )
        return status

    def started(self, file: Path) -> str:
        """Have the shell open a file; return the command line that the stand-in was started with."""
        return self._told("start", "C:\\" + str(file.relative_to(self.c)).replace("/", "\\"))

    def handed_over(self, key: str, name: str) -> str:
        """Run the command of a kind of file; return the command line that the stand-in was started with.

        Wine's own shell looks for commands in the machine's part of the registry only (Wine 8), Windows in the person's too.
        """
        command = re.fullmatch(r'"([^"]+)" "%1"', self.value(key))
        if command is None:
            sys.exit(f"NOT SO: {key} has a command")
        return self._told(command[1], f"C:\\trial\\{name}")

    def _told(self, *words: str) -> str:
        told = self.trial / "started.txt"
        told.unlink(missing_ok=True)
        self.wine(*words)
        until(lambda: told.is_file() and told.stat().st_size, f"{words[-1]} starts the program")
        return told.read_text(encoding="utf-16-le")


def until(condition: object, what: str) -> None:
    """Wait until something holds."""
    assert callable(condition)
    end = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > end:
            sys.exit(f"NOT SO: {what}")
        time.sleep(0.1)


def check(holds: object, what: str) -> None:
    """End here unless something holds."""
    if not holds:
        sys.exit(f"NOT SO: {what}")
    print(f"  {what}", flush=True)


def setup_of(folder: Path, version: str) -> Path:
    """Make an installer around the stand-in, with a file that only this version has."""
    frozen = folder / f"frozen-{version}"
    (frozen / "_internal" / "folder").mkdir(parents=True)
    (frozen / "_internal" / "folder" / f"only-{version}.txt").write_text(version, encoding="utf-8")
    for name in ("pressmark.exe", "pressmark-cli.exe"):
        command = [str(nsis.makensis()), "-V1", f"-DOUT={frozen / name}", str(STANDIN)]
        subprocess.run(command, check=True)
    return nsis.build(frozen, folder / "dist", version)


def refuses_old_windows(system: Windows, setup: Path) -> None:
    """Try to install on Windows 7, then have Windows 10."""
    system.wine("winecfg", "-v", "win7")
    check(
        system.wine(setup, "/S")[0] == TOO_OLD and not system.program.exists(),
        "it is not installed on Windows 7",
    )
    system.wine("winecfg", "-v", "win10")


def installs(system: Windows, setup: Path, version: str) -> None:
    """Install silently and look at everything that an installed program has."""
    status, _ = system.wine(setup, "/S")
    check(status == 0, f"{setup.name} /S installs")
    check((system.program / "pressmark.exe").is_file(), "the program is in the person's own Programs folder")
    check(system.menu.is_file(), "the start menu has an entry")
    check(system.value(UNINSTALL, "DisplayVersion") == version, f"Windows' list of programs says {version}")
    for name in (
        "DisplayName",
        "DisplayIcon",
        "Publisher",
        "UninstallString",
        "QuietUninstallString",
        "InstallLocation",
    ):
        check(system.value(UNINSTALL, name), f"… and {name}: {system.value(UNINSTALL, name)}")
    check(int(system.value(UNINSTALL, "EstimatedSize"), 16) > 0, "… and its size")
    check(system.value(rf"{CLASSES}\.pressmark") == "Pressmark.Archive", ".pressmark is a known kind of file")
    check(
        system.value(rf"{CLASSES}\Directory\shell\Pressmark") == "Open with Pressmark",
        "folders can be opened with it",
    )


def starts(system: Windows) -> None:
    """Open the start menu's entry, an archive file and a folder, as a double click does."""
    check("pressmark.exe" in system.started(system.menu), "the start menu's entry starts the program")
    kinds = {
        r"Pressmark.Archive\shell\open": "two words ä.pressmark",
        r"Directory\shell\Pressmark": "some folder",
    }
    for key, name in kinds.items():
        told = system.handed_over(rf"{CLASSES}\{key}\command", name)
        check(name in told, f"“{name}” is handed over to the program")


def runs(system: Windows, setup: Path) -> None:
    """While the program runs, neither update nor uninstall it."""
    (system.trial / "wait.txt").touch()
    (system.trial / "started.txt").unlink(missing_ok=True)
    with system.start(system.program / "pressmark.exe"):
        until((system.trial / "started.txt").is_file, "the program runs")
        check(system.wine(setup, "/S")[0] == IS_OPEN, "while it runs, the installer gives up")
        system.wine(system.program / "uninstall.exe", "/S")
        time.sleep(2)  # the uninstaller goes on in a copy of itself
        check(
            (system.program / "pressmark.exe").is_file() and system.has(UNINSTALL),
            "… and so does the uninstaller",
        )
        (system.trial / "wait.txt").unlink()


def updates(system: Windows, new: Path) -> None:
    """Install a version over another."""
    (system.program / "mine.txt").write_text("the person's", encoding="utf-8")
    installs(system, new, NEW)
    inside = system.program / "_internal" / "folder"
    check([file.name for file in inside.iterdir()] == [f"only-{NEW}.txt"], f"nothing of {OLD} is left")
    check((system.program / "mine.txt").is_file(), "what the person put beside it stays")
    (system.program / "mine.txt").unlink()


def leaves(system: Windows) -> None:
    """Uninstall silently and look at what remains."""
    system.data.mkdir(exist_ok=True)
    (system.data / "settings.json").write_text("{}", encoding="utf-8")
    check(system.uninstall() == 0, "uninstall.exe /S uninstalls")
    until(lambda: not system.program.exists(), "the program's folder goes")
    check(not system.menu.exists(), "no files and no entry in the start menu remain")
    keys = (
        UNINSTALL,
        rf"{CLASSES}\.pressmark",
        rf"{CLASSES}\Pressmark.Archive",
        rf"{CLASSES}\Directory\shell\Pressmark",
    )
    check(not any(map(system.has, keys)), "nothing remains in the registry")
    check((system.data / "settings.json").is_file(), "the person's own data remain")


def main(words: list[str]) -> None:
    """Try the installer; with nothing to try it with, say what is missing and fail."""
    missing = [name for name in ("wine", "makensis") if shutil.which(name) is None]
    if missing:
        sys.exit(f"Missing here: {', '.join(missing)} (Debian: apt-get install wine wine64 nsis).")
    given = Path(words[1]).absolute() if words[:1] == ["--setup"] else None
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        system = Windows(folder)
        try:
            setup = given or setup_of(folder, OLD)
            refuses_old_windows(system, setup)
            if given:
                installs(system, given, given.name.split("_")[1])
            else:
                new = setup_of(folder, NEW)
                installs(system, setup, OLD)
                starts(system)
                runs(system, new)
                updates(system, new)
                starts(system)
            leaves(system)
        finally:
            system.close()
    print("the installer does what it should")


if __name__ == "__main__":
    main(sys.argv[1:])
