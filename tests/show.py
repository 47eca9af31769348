"""Where there is no display: opens the window on a virtual screen, runs the sample search, leaves a picture."""

import subprocess
import sys
import tempfile
from pathlib import Path

from stage import NoStage, pause, virtual_screen, wait_for

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
PICTURE = Path(__file__).resolve().parent.parent / "build" / "pressmark.png"
QUERY = "nato expansion"


def main() -> int:
    """Show the window once; return the exit status."""
    print("There is no display here: opening the window on a virtual screen instead.", flush=True)
    if "--here" not in sys.argv:
        try:
            with virtual_screen(), tempfile.TemporaryDirectory() as data:
                import os

                environment = os.environ | {"PRESSMARK_DATA": data}
                return subprocess.run(
                    [sys.executable, __file__, "--here"], env=environment, check=False
                ).returncode
        except NoStage as problem:
            print(problem)
            return 1
    return 0


def picture() -> int:
    """Run the sample search in the window, as a person would, and save the whole screen."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtTest import QTest

    from pressmark import paths
    from pressmark.gui import app
    from pressmark.gui.window.session import Session
    from pressmark.instance import Opening

    application = app.make_application()
    window = app.make_window(application, Session(paths.settings_file()))
    window.resize(1400, 860)
    window.show()
    window.activateWindow()
    wait_for(window.isActiveWindow)
    app.start(window, Opening(str(SEEDS)))
    QTest.keyClicks(window.top.search, QUERY)
    QTest.keyClick(window.top.search, Qt.Key.Key_Return)
    found = wait_for(lambda: window.reading.stored is not None and window.archive.ready)
    wait_for(lambda: not window.relating.lane.busy)
    window.relating.step(1)
    pause(200)
    answer = window.searching.answer
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    QGuiApplication.primaryScreen().grabWindow(0).save(str(PICTURE))
    window.close()
    if not found or answer is None:
        print("The window did not answer.")
        return 1
    print(f"Searched for “{QUERY}”: {answer.total} articles. A picture of the window: {PICTURE}")
    return 0


if __name__ == "__main__":
    sys.exit(picture() if "--here" in sys.argv else main())
