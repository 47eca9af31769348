"""Times the real window on an archive: start, typing while idle and while indexing, and how long it is ever blocked."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
TYPED = (
    "president",
    "oil prices",
    "harbour dredging",
    "interest rates rise",
    "nato expansion",
    "wheat exports fall",
)
HEARTBEAT_MS = 5
MOST_KEYS_WHILE_INDEXING = 60


def start_times(root: Path, data: Path) -> dict[str, float]:
    """Start the window in a process of its own; return seconds from the start to the first paint and to ready."""
    environment = os.environ | {"PRESSMARK_DATA": str(data)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # the installed program compiles nothing at its start
    subprocess.run([sys.executable, "-c", "import pressmark.gui.app"], env=environment, check=True)
    environment["BENCH_STARTED"] = str(time.time())
    output = subprocess.run(
        [sys.executable, __file__, "start", str(root)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return dict(json.loads(output.splitlines()[-1]))


def typing_times(root: Path, data: Path, *, indexing: bool) -> dict[str, float]:
    """Type queries letter by letter in the window; return milliseconds from key press to painted results, and memory."""
    environment = os.environ | {"PRESSMARK_DATA": str(data)}
    arguments = [sys.executable, __file__, "type", str(root), "indexing" if indexing else "idle"]
    output = subprocess.run(arguments, env=environment, capture_output=True, text=True, check=True).stdout
    return dict(json.loads(output.splitlines()[-1]))


def _start(root: str) -> None:
    """Be the process that is timed from its start: everything the program does, and an eye on the first paint."""
    from PySide6.QtCore import QEvent, QObject

    from pressmark import paths
    from pressmark.gui import app
    from pressmark.gui.window.session import Session
    from pressmark.instance import Opening
    from stage import wait_for

    began = float(os.environ["BENCH_STARTED"])
    seen: dict[str, float] = {}

    class Eye(QObject):
        def eventFilter(self, _: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                seen.setdefault("first_paint", time.time() - began)
            return False

    application = app.make_application()
    window = app.make_window(application, Session(paths.settings_file()))
    eye = Eye()
    window.top.installEventFilter(eye)
    window.show()
    wait_for(lambda: "first_paint" in seen)
    app.start(window, Opening(str(root)))
    wait_for(lambda: window.archive.totals.articles > 0)
    seen["ready"] = time.time() - began
    window.close()
    print(json.dumps(seen))


def _type(root: str, mode: str) -> None:
    """Be the process in which one types."""
    from pressmark import paths
    from pressmark.gui import app
    from pressmark.gui.window.session import Session
    from pressmark.instance import Opening
    from stage import wait_for

    application = app.make_application()
    window = app.make_window(application, Session(paths.settings_file()))
    window.resize(1400, 860)
    window.show()
    app.start(window, Opening(str(root)))
    if mode == "idle":
        assert wait_for(lambda: window.archive.ready, 600_000)
    else:
        assert wait_for(lambda: window.archive.totals.articles > 200, 600_000)
    watch = _Watch(window)
    times = _typed(window, watch, while_indexing=mode != "idle")
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    memory = next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))
    result = {
        "keys": len(times),
        "median_ms": times[len(times) // 2],
        "p95_ms": times[int(len(times) * 0.95)],
        "max_ms": times[-1],
        "blocked_max_ms": max(watch.gaps),
        "blocked_over_50": sum(gap > 50 for gap in watch.gaps),
        "memory_mb": memory,
        "still_indexing": not window.archive.ready,
    }
    window.close()
    print(json.dumps(result))


class _Watch:
    """Notes when the results were painted last, and how late the window's own heartbeat comes."""

    def __init__(self, window: Any) -> None:
        from PySide6.QtCore import QEvent, QObject, QTimer

        self.painted = 0.0
        self.gaps: list[float] = []
        self._beat = time.perf_counter()

        class Eye(QObject):
            def eventFilter(eye, _: QObject, event: QEvent) -> bool:  # noqa: N805  `self` is the watch
                if event.type() == QEvent.Type.Paint:
                    QTimer.singleShot(0, self._note)
                return False

        self._eye = Eye()
        window.results.list.viewport().installEventFilter(self._eye)
        self._heart = QTimer()
        self._heart.timeout.connect(self._hear)
        self._heart.start(HEARTBEAT_MS)

    def _note(self) -> None:
        self.painted = time.perf_counter()

    def _hear(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._beat) * 1000 - HEARTBEAT_MS)
        self._beat = now


def _typed(window: Any, watch: _Watch, *, while_indexing: bool) -> list[float]:
    """Type the queries letter by letter; return the milliseconds until each answer was painted, sorted."""
    from PySide6.QtTest import QTest

    from stage import pause, wait_for

    bar = window.top.search
    bar.setFocus()
    times: list[float] = []
    for query in TYPED:
        for number, letter in enumerate(query):
            before = time.perf_counter()
            QTest.keyClicks(bar, letter)
            wanted = query[: number + 1].strip()

            def there(wanted: str = wanted, before: float = before) -> bool:
                answer = window.searching.answer
                shown = answer is not None and answer.query == wanted and watch.painted > before
                return shown and not window.searching.lane.busy

            wait_for(there, 10_000)
            times.append((watch.painted - before) * 1000)
            pause(30)
        bar.clear()
        pause(30)
        if while_indexing and (window.archive.ready or len(times) > MOST_KEYS_WHILE_INDEXING):
            break
    return sorted(times)


if __name__ == "__main__":
    if sys.argv[1] == "start":
        _start(sys.argv[2])
    else:
        _type(sys.argv[2], sys.argv[3])
