"""Screenshots of the window's main states, into build/shots: look at each one after a change."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from stage import NoStage, pause, virtual_screen, wait_for

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parent / "seeds"
OUT = HERE.parent / "build" / "shots"
SCHEMES = ("light", "dark")
AT_TWICE = "related,filtered,corrections"

Search = Callable[[str], None]

HOSTILE = {
    "long.txt": "Committee for the dredging, widening and deepening of Riverton harbour and of the six neighbouring "
    "harbours along the northern shore meets for the last time before winter, chairwoman says\n3 May 1957\n\n"
    + "\n\n".join(
        f"The chairwoman said for the {part}th time that the harbour would be dredged before winter."
        for part in range(30)
    ),
    "arabic.txt": "الرئيس يعلن بدء المفاوضات في العاصمة\n3 مايو 2001\n\n"
    + "\n\n".join(
        "أعلن الرئيس اليوم أن المفاوضات حول الميناء سوف تبدأ في العاصمة قبل نهاية الشهر الجاري."
        for _ in range(8)
    ),
    "japanese.txt": "港の浚渫をめぐる会議が始まる\n2001年5月3日\n\n"
    + "\n\n".join(
        "市の委員会は三日、港の浚渫について話し合いを始めた。議長は冬の前に工事を終えると述べた。"
        for _ in range(8)
    ),
}


def take(
    name: str, scheme: str, size: tuple[int, int], folder: Path, act: Callable[[Any, Search, Search], object]
) -> None:
    """Open the window in a scheme and size, act in it, and save what it looks like."""
    import dataclasses

    from PySide6.QtWidgets import QApplication, QDialog

    from pressmark import paths
    from pressmark.gui import app
    from pressmark.gui.window.session import Session
    from pressmark.instance import Opening

    application = app.make_application()
    session = Session(paths.settings_file())
    session.settings = dataclasses.replace(type(session.settings)(), scheme=scheme)
    window = app.make_window(application, session)
    window.resize(*size)
    window.show()
    app.start(window, Opening(str(folder)))
    assert wait_for(lambda: window.archive.ready)
    pause(50)

    def search(query: str) -> None:
        window.top.search.setText(query)
        assert wait_for(
            lambda: window.searching.answer is not None and window.searching.answer.query == query
        )

    def read(query: str) -> None:
        search(query)
        window.searching.enter(in_new_tab=False)
        assert wait_for(lambda: window.reading.stored is not None)
        assert wait_for(lambda: not window.relating.lane.busy)

    act(window, search, read)
    pause(150)
    OUT.mkdir(parents=True, exist_ok=True)
    dialogs = [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible() and isinstance(widget, QDialog)
    ]
    (dialogs[0] if dialogs else window).grab().save(str(OUT / f"{name}-{scheme}.png"))
    window.close()
    window.deleteLater()


def hostile_folder(parent: Path) -> Path:
    """Write the articles with long headlines and other scripts."""
    folder = parent / "scripts"
    folder.mkdir()
    for name, text in HOSTILE.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "empty.txt").write_text("")
    return folder


def look_at_related(window: Any, search: Search, read: Search) -> None:
    """Read an article and step to its first passage with a quotation elsewhere."""
    read("nato expansion")
    window.folding.want_related(True)
    for _ in range(20):
        window.relating.step(1)
        card = window.related.model.card(0)
        if card is not None and card.relation.kind.value == "quotation":
            break


def look_at_aside(window: Any, search: Search, read: Search) -> None:
    """Read an article with the set-aside lines shown."""
    read("nato expansion")
    window.top.aside.toggle()


def look_at_health(window: Any, search: Search, read: Search) -> None:
    """Open the archive's health at its second line."""
    window.archive.show_health()
    dialog = window.archive.health_dialog
    assert wait_for(lambda: dialog.model.rowCount() > 0)
    dialog.table.selectRow(1)


def look_at_tabs(window: Any, search: Search, read: Search) -> None:
    """Read two articles in tabs, and find within the second."""
    read("verhofstadt")
    window.reading.tabs.new()
    read("pildegovics")
    window.reader.open_find()
    window.reader.find_bar.field.setText("nato")


def look_at_corrections(window: Any, search: Search, read: Search) -> None:
    """Correct two lines of an article and open the list of corrections."""
    read("verhofstadt")
    for letter in ("text", "not_text"):
        window.correcting.step_line(1)
        window.actions_by_name[letter].trigger()
        assert wait_for(lambda: not window.correcting.busy)
    window.corrections.show()
    dialog = window.corrections.dialog
    assert wait_for(lambda: dialog.model.rowCount() > 0)


def states(scripts: Path) -> list[tuple[str, tuple[int, int], Path, Callable[[Any, Search, Search], object]]]:
    """Return the states: name, size of the window, archive, and what to do in it."""
    usual = (1440, 860)
    return [
        ("welcome", usual, SEEDS, lambda window, search, read: None),
        ("related", usual, SEEDS, look_at_related),
        ("set-aside", usual, SEEDS, look_at_aside),
        ("filtered", usual, SEEDS, lambda window, search, read: search('outlet:="BBC News" putin')),
        ("nothing-found", usual, SEEDS, lambda window, search, read: search("chechnia sumit")),
        ("notices", usual, SEEDS, lambda window, search, read: search('auther:webb "nato expan')),
        ("tabs-and-find", usual, SEEDS, look_at_tabs),
        ("narrow", (640, 480), SEEDS, lambda window, search, read: read("putin")),
        ("middle", (1000, 700), SEEDS, look_at_related),
        ("wide", (2560, 1000), SEEDS, look_at_related),
        ("health", usual, scripts, look_at_health),
        ("corrections", usual, SEEDS, look_at_corrections),
        ("keys", usual, SEEDS, lambda window, search, read: window.actions_by_name["help"].trigger()),
        ("long-headline", usual, scripts, lambda window, search, read: read("dredging")),
        ("arabic", usual, scripts, lambda window, search, read: read("المفاوضات")),
        ("japanese", usual, scripts, lambda window, search, read: read("浚渫")),
    ]


def main() -> int:
    """Take all pictures, at the usual scale and at twice it."""
    if "--here" not in sys.argv:
        try:
            with virtual_screen("3000x2000x24"), tempfile.TemporaryDirectory() as folder:
                hostile_folder(Path(folder))
                for scale, names in (("1", ""), ("2", AT_TWICE)):
                    environment = os.environ | {"PRESSMARK_DATA": folder, "QT_SCALE_FACTOR": scale}
                    subprocess.run(
                        [sys.executable, __file__, "--here", folder, scale, names],
                        env=environment,
                        check=True,
                    )
        except NoStage as problem:
            print(problem)
            return 1
        print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT}")
        return 0
    folder, scale, names = sys.argv[2:5]
    for name, size, archive, act in states(Path(folder) / "scripts"):
        if not names or name in names.split(","):
            for scheme in SCHEMES:
                suffix = "" if scale == "1" else f"-{scale}00-percent"
                take(name + suffix, scheme, size, archive, act)
    return 0


if __name__ == "__main__":
    sys.exit(main())
