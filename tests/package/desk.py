"""The person at the screen of the fresh Debian: what they start, see, click and type."""

import json
import re
import time
from collections.abc import Callable

from chroot import PERSON, Chroot, say, until

ICON = ("250", "150")  # where a file manager's only icon lies, from the corner of the screen, in pixels
WITH_PRESSMARK = ("330", "308")  # where the context menu of a folder says "Pressmark"
TRIES, TRY_SECONDS = 4, 8


class Desk:
    """The person at the screen: what they start, see, click and type."""

    def __init__(self, system: Chroot) -> None:
        """Sit down in a system whose session has begun."""
        self.system, self.shoot = system, system.shoot

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
            end = time.monotonic() + TRY_SECONDS
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

    def open(self, title: str) -> float:
        """Double-click the icon until a window of this title is there; return when the click that did it was made."""
        return self._until_seen(title, self.double_click)

    def open_with(self, title: str) -> None:
        """Open the folder of the file manager in front with Pressmark, by its context menu."""

        def choose() -> float:
            self.xdotool("key", "Escape")
            self.xdotool("mousemove", *ICON, "click", "3")
            time.sleep(1)
            self.shoot("open-with")
            self.xdotool("mousemove", *WITH_PRESSMARK, "click", "1")
            return time.time()

        self._until_seen(title, choose)

    def _until_seen(self, title: str, act: Callable[[], float]) -> float:
        """Do something, again if the desktop was too slow to notice, until a window is there; return when it was done."""
        for _ in range(TRIES):
            moment = act()
            end = time.monotonic() + TRY_SECONDS
            while time.monotonic() < end:
                if self.windows(title):
                    return moment
        self.see(title)
        return moment

    def type(self, text: str) -> None:
        """Type a text to whatever has the keyboard."""
        self.xdotool("type", "--delay", "40", text)

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
