"""A virtual screen with a window manager, for whoever shows the window where there is no display."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SCREEN = "1600x1000x24"
POLL_MS = 2


class NoStage(RuntimeError):
    """A virtual screen cannot be had on this machine."""


@contextmanager
def virtual_screen(screen: str = SCREEN) -> Iterator[str]:
    """Start Xvfb and openbox; yield the display's name, which is also put into DISPLAY."""
    for program in ("Xvfb", "openbox"):
        if shutil.which(program) is None:
            raise NoStage(f"{program} is not installed; `make setup` installs it on Debian.")
    ours, theirs = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(theirs), "-screen", "0", screen, "-nolisten", "tcp"],
        pass_fds=[theirs],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    with os.fdopen(ours) as answer:
        number = answer.readline().strip()
    if not number:
        raise NoStage("Xvfb did not start.")
    before = {name: os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    os.environ["DISPLAY"] = f":{number}"
    os.environ.pop("WAYLAND_DISPLAY", None)
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield os.environ["DISPLAY"]
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(10)
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def wait_for(condition: Callable[[], bool], milliseconds: int = 30_000) -> bool:
    """Let the window work until a condition holds; tell whether it came to hold in time.

    The event loop runs as in the program: the interpreter is free for its other threads meanwhile, which it is not
    inside QTest.qWait.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    end = time.monotonic() + milliseconds / 1000
    timer = QTimer()
    timer.setInterval(POLL_MS)
    timer.timeout.connect(lambda: loop.quit() if condition() or time.monotonic() > end else None)
    timer.start()
    if not condition():
        loop.exec()
    timer.stop()
    return condition()


def pause(milliseconds: int) -> None:
    """Let the window work for a while."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
