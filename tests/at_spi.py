"""What a screen reader is told: the window on an accessibility bus of its own, asked through the system's busctl.

Runs in a session of D-Bus of its own (`dbus-run-session -- python at_spi.py FOLDER`); its last line is what it heard, JSON.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage

LAUNCHERS = (Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"))
NEEDED = ("dbus-run-session", "busctl", "xdotool")
PATIENCE_SECONDS = 40
ROOT = "/org/a11y/atspi/accessible/root"
SPI = "org.a11y.atspi"
STATE_COLLAPSED, STATE_READ_ONLY = 5, 43


class Bus:
    """The accessibility bus, and the program on it."""

    def __init__(self, log: Path) -> None:
        """Find the bus, and listen to what is announced."""
        found = self._busctl(
            [], "--user", "call", "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"
        )
        address = str(found["data"][0])
        self._at = [f"--address={address}"]
        self._wish_to_hear(address)
        self._log, self._program = log, ""
        self._listener = subprocess.Popen(
            ["busctl", *self._at, "--json=short", "monitor"],
            stdout=log.open("w"),
            stderr=subprocess.DEVNULL,
        )

    def _wish_to_hear(self, address: str) -> None:
        """Register for what things tell of themselves, on a connection that lasts: nobody speaks to nobody."""
        self._connection = QDBusConnection.connectToBus(address, "screen reader")
        place = f"{SPI}.Registry", "/org/a11y/atspi/registry", f"{SPI}.Registry", "RegisterEvent"
        call = QDBusMessage.createMethodCall(*place)
        call.setArguments(["object:"])
        self._connection.call(call)

    def close(self) -> None:
        """Listen no longer."""
        self._listener.terminate()
        self._listener.wait()

    @staticmethod
    def _busctl(at: list[str], *words: str) -> dict[str, list[object]]:
        done = subprocess.run(
            ["busctl", *at, "--json=short", *words], capture_output=True, text=True, check=False
        )
        return json.loads(done.stdout) if done.stdout.strip() else {"data": [""]}

    def ask(self, path: str, interface: str, method: str, *arguments: str) -> object:
        """Call a method of a thing on the bus."""
        words = "call", self._program, path, f"{SPI}.{interface}", method, *arguments
        data = self._busctl(self._at, *words)["data"]
        return data[0] if len(data) == 1 else data

    def find_program(self) -> bool:
        """Look for the program; tell whether it is there."""
        names = self._busctl(self._at, "list")
        for one in names if isinstance(names, list) else []:
            if one["pid"] not in (None, os.getpid()) and "python" in one["process"]:
                self._program = one["name"]
        return bool(self._program)

    def below(self, path: str) -> Iterator[tuple[str, str, str]]:
        """Yield the role, the name and the path of each thing below another."""
        children = self.ask(path, "Accessible", "GetChildren")
        for _, child in children if isinstance(children, list) else []:
            yield str(self.ask(child, "Accessible", "GetRoleName")), self.property_of(child, "Name"), child

    def property_of(self, path: str, name: str) -> str:
        """Return the name or the description of a thing."""
        words = "get-property", self._program, path, f"{SPI}.Accessible", name
        return str(self._busctl(self._at, *words)["data"])

    def search(self, role: str, name: str, path: str = ROOT) -> str:
        """Return the path of a thing of this role and name, "" where there is none."""
        for its_role, its_name, child in self.below(path):
            if (its_role, its_name) == (role, name):
                return child
            if its_role not in ("document", "list") and (found := self.search(role, name, child)):
                return found
        return ""

    def text_of(self, path: str) -> str:
        """Return the text of a thing."""
        return str(self.ask(path, "Text", "GetText", "ii", "--", "0", "-1"))

    def has_state(self, path: str, state: int) -> bool:
        """Tell whether a thing is in a state."""
        low, high = self.ask(path, "Accessible", "GetState")  # type: ignore[misc]
        return bool((int(low) | int(high) << 32) >> state & 1)

    def announced(self) -> list[str]:
        """Return what was announced since the beginning."""
        found = re.findall(r'"member":"Announcement".*', self._log.read_text())
        return [json.loads("{" + line)["payload"]["data"][3]["data"] for line in found]

    def came_to(self) -> list[str]:
        """Return the paths of all that got the focus since the beginning."""
        lines = [line for line in self._log.read_text().splitlines() if '"member":"StateChanged"' in line]
        told = [json.loads(line) for line in lines if line.endswith("}")]
        return [one["path"] for one in told if one["payload"]["data"][:2] == ["focused", 1]]


def until(condition: Callable[[], object], what: str) -> None:
    """Wait until something holds; asking the bus takes its time."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > end:
            sys.exit(f"waited in vain: {what}")


def press(*keys: str) -> None:
    """Press keys, one after the other."""
    subprocess.run(["xdotool", "key", "--delay", "60", *keys], check=True)


def read(bus: Bus) -> dict[str, object]:
    """Search, open the first article, step through its hits; return what was heard and what stands there."""
    until(bus.find_program, "the program on the bus")
    until(lambda: bus.search("document", "Article") or press("ctrl+k"), "the article")
    press(*"nato", "space", *"expansion")
    until(lambda: "2 articles" in bus.announced(), "the results announced")
    press("Return")
    article = bus.search("document", "Article")
    until(lambda: any(said.startswith("hit 1 of") for said in bus.announced()), "the first hit announced")
    press("F3")
    until(lambda: any(said.startswith("hit 2 of") for said in bus.announced()), "the second hit announced")
    press("j")
    until(lambda: any("related passage" in said for said in bus.announced()), "the passage announced")
    parts = list(bus.below(article))
    heading = next(path for role, _, path in parts if role == "heading")
    came_to = [name for _, name, path in parts if path in bus.came_to()]
    run = next(path for role, _, path in parts if role.endswith("button"))
    hit = next(path for role, name, path in parts if role != "heading" and "Nato" in name)
    at = bus.property_of(hit, "Name").index("Nato")
    heard = {
        "parts": [(role, name) for role, name, _ in parts],
        "came to": came_to,
        "heading": bus.text_of(heading),
        "whole": bus.text_of(article),
        "read only": bus.has_state(article, STATE_READ_ONLY),
        "folded": bus.has_state(run, STATE_COLLAPSED),
        "hits": bus.property_of(hit, "Description"),
        "word": bus.ask(hit, "Text", "GetStringAtOffset", "iu", str(at), "1"),
    }
    bus.ask(run, "Action", "DoAction", "i", "0")
    until(lambda: len(list(bus.below(article))) > len(parts), "the run opened")
    return heard | {"opened": [role for role, _, _ in bus.below(article)], "announced": bus.announced()}


def main() -> int:
    """Start the bus and the program, read, and end both."""
    application = QCoreApplication([])
    assert application is not None
    launcher = next(path for path in LAUNCHERS if path.exists())
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"XDG_RUNTIME_DIR": folder, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        os.environ |= {"PRESSMARK_DATA": f"{folder}/data"}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        bus_process = subprocess.Popen([str(launcher), "--launch-immediately"], **quiet)
        program = subprocess.Popen(
            [sys.executable, "-m", "pressmark", sys.argv[1]], stdout=subprocess.DEVNULL
        )
        try:
            bus = Bus(Path(folder) / "heard")
            heard = read(bus)
            press("ctrl+q")
            heard["ended with"] = program.wait(PATIENCE_SECONDS)
            bus.close()
        finally:
            for process in (program, bus_process):
                process.terminate()
                process.wait()
    print(json.dumps(heard))
    return 0


if __name__ == "__main__":
    sys.exit(main())
