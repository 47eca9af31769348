"""Starting the program a second time: the window that is open comes to the front and shows what was asked for."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from texts import article

PATIENCE_SECONDS = 40


def xdotool(*words: str) -> list[str]:
    """Ask the window manager; return the numbers of windows it answers with."""
    return subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False).stdout.split()


def windows(title: str) -> list[str]:
    """Return the windows that are called so."""
    return xdotool("search", "--onlyvisible", "--name", title)


def until(condition: Callable[[], object]) -> None:
    """Wait until something is the case."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.fixture
def first(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is running, with its window on the sample archive."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    process = subprocess.Popen([sys.executable, "-m", "pressmark", str(seeds)], stderr=subprocess.PIPE)
    until(lambda: windows("Sample archive — Pressmark"))
    yield process
    process.terminate()
    process.wait(20)
    assert process.stderr is not None
    process.stderr.close()


def start(*words: object) -> subprocess.CompletedProcess[str]:
    """Start the program once more."""
    command = [sys.executable, "-m", "pressmark", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)


def test_the_second_start_shows_its_folder_in_the_first_window(
    first: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    news = tmp_path / "Übersee"
    news.mkdir()
    (news / "1.txt").write_text(article(1), encoding="utf-8")
    again = start(os.path.relpath(news), "--query", "settle")
    assert (again.returncode, again.stderr) == (0, "")
    until(lambda: windows("Übersee — Pressmark"))
    assert first.poll() is None
    assert len(windows("— Pressmark")) == 1


def test_the_second_start_raises_the_first_window(first: subprocess.Popen[bytes]) -> None:
    (window,) = windows("Sample archive — Pressmark")
    xdotool("windowminimize", window)
    until(lambda: not windows("Sample archive — Pressmark"))
    assert start().returncode == 0
    until(lambda: windows("Sample archive — Pressmark") == [window])
    until(lambda: xdotool("getactivewindow") == [window])
