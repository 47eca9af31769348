"""Archives that are large, broken, gone, or changed while the window is open."""

import os
import shutil
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from driver import Driver
from pressmark.gui.related.related_controller import NONE_AT_ALL, NOT_YET

ALONE = (
    "A lamp for nobody\n\n"
    + "Quartz zebras juggle velvet umbrellas under seven quiet moons of porcelain. " * 4
)
Open = Callable[..., Driver]
Write = Callable[..., Path]


def _article(number: int) -> str:
    body = "\n\n".join(
        f"The committee on matter {number} met in Riverton for the {part}th time, and its chairwoman said that the harbour "
        f"would be dredged before winter if the council found the money for it."
        for part in range(12)
    )
    return f"Harbour committee meets, number {number}\n3 May {1950 + number % 50}\n\n{body}\n"


@pytest.mark.logs
def test_kill_the_indexer_in_the_middle(open_window: Open, archive: Write) -> None:
    root = archive({f"{number // 100}/{number}.txt": _article(number) for number in range(1500)})
    driver = open_window(root, indexed=False)
    driver.until(lambda: driver.window.archive.totals.articles > 0)
    process = driver.window.archive.process_id
    assert process is not None
    os.kill(process, signal.SIGKILL)
    driver.until(lambda: driver.window.archive.process_id not in (None, process))
    driver.until_indexed()
    driver.until(lambda: driver.window.archive.totals.articles == 1500)
    driver.search("dredged")
    driver.until(lambda: driver.window.searching.answer.complete)  # type: ignore[union-attr]
    assert driver.window.searching.answer.total == 1500  # type: ignore[union-attr]


def test_search_while_indexing_says_that_it_is_not_complete(open_window: Open, archive: Write) -> None:
    root = archive({f"{number}.txt": _article(number) for number in range(500)})
    driver = open_window(root, indexed=False)
    driver.search("harbour")
    answer = driver.window.searching.answer
    assert answer is not None
    if not answer.complete:
        assert "still being built" in driver.window.results.notices_text
    driver.until_indexed()
    driver.until(lambda: (found := driver.window.searching.answer) is not None and found.complete)
    assert driver.window.searching.answer.total == 500  # type: ignore[union-attr]


def test_what_is_related_is_not_known_while_indexing(open_window: Open, archive: Write) -> None:
    """Nobody can say that no other article reports a passage as long as most of them were not read."""
    files = {f"{number // 100}/{number}.txt": _article(number) for number in range(1500)}
    root = archive(files | {"0/00.txt": ALONE})
    driver = open_window(root, indexed=False)
    driver.until(lambda: driver.window.archive.totals.articles > 0)
    driver.qtbot.mouseClick(driver.named("Pause indexing"), Qt.MouseButton.LeftButton)
    driver.window.reading.open_at("0/00.txt", with_related=False)
    driver.until(lambda: driver.window.reading.stored is not None)
    driver.until_related()
    assert driver.window.related.sentence == NOT_YET
    driver.window.relating.focus(0)
    assert driver.window.related.sentence == NOT_YET
    driver.qtbot.mouseClick(driver.named("Go on with indexing"), Qt.MouseButton.LeftButton)
    driver.until_indexed()
    driver.until(lambda: driver.window.related.sentence == NONE_AT_ALL)


def test_a_folder_of_broken_files_is_accounted_for(open_window: Open, archive: Write) -> None:
    root = archive({
        "good.txt": _article(1), "copy.txt": _article(1), "empty.txt": b"", "nul.txt": b"\0" * 4096,
        "image.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
        "shift-jis.txt": ("東京の会議は昨日終わった。" * 40).encode("shift_jis"),
        "html.txt": "<html><body><p>Shown as it is, never rendered, and found by its words.</p></body></html>\n" * 4,
    })  # fmt: skip
    (root / "dangling").symlink_to(root / "nowhere")
    os.mkfifo(root / "pipe")
    before = sorted((path.name, path.lstat().st_mtime_ns) for path in root.iterdir())
    driver = open_window(root)
    driver.until(lambda: driver.window.archive.totals.files == 9)
    driver.qtbot.mouseClick(driver.named("Archive health"), Qt.MouseButton.LeftButton)
    health = driver.window.archive.health_dialog
    assert health is not None
    driver.until(lambda: health.model.rowCount() == 9)
    states = {health.model.row(row).path: health.model.row(row) for row in range(9)}  # type: ignore[union-attr]
    unread = [path for path, record in states.items() if record and record.state.value == "unreadable"]
    assert sorted(unread) == ["dangling", "empty.txt", "image.txt", "nul.txt", "pipe"]
    assert all(record.reason for record in states.values() if record and record.state.value != "article")
    assert sorted((path.name, path.lstat().st_mtime_ns) for path in root.iterdir()) == before
    health.reject()


def test_a_new_file_is_found_without_asking(open_window: Open, archive: Write) -> None:
    root = archive({"one.txt": _article(1)})
    driver = open_window(root)
    driver.search("zeppelin")
    assert driver.window.searching.answer.total == 0  # type: ignore[union-attr]
    (root / "two.txt").write_text(_article(2).replace("harbour", "zeppelin"), encoding="utf-8")
    driver.until(lambda: driver.window.searching.answer.total == 1)  # type: ignore[union-attr]


def test_the_folder_goes_away_and_comes_back(open_window: Open, archive: Write, tmp_path: Path) -> None:
    root = archive({"one.txt": _article(1)})
    driver = open_window(root)
    shutil.move(root, tmp_path / "elsewhere")
    driver.key(Qt.Key.Key_F5)
    driver.until(lambda: driver.window.archive.problem != "")
    driver.until(lambda: driver.window.reader.page.title == "The articles are out of reach")
    driver.search("harbour")
    assert driver.window.searching.answer.total == 1, "what was indexed is still found"  # type: ignore[union-attr]
    shutil.move(tmp_path / "elsewhere", root)
    driver.qtbot.mouseClick(driver.named("Look again"), Qt.MouseButton.LeftButton)
    driver.until(lambda: driver.window.archive.problem == "")


def test_a_folder_dropped_on_the_window_is_opened(open_window: Open, archive: Write, seeds: Path) -> None:
    root = archive({"one.txt": _article(1)})
    driver = open_window(seeds)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(root))])
    arguments = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPointF(50, 50).toPoint(), *arguments)
    driver.window.dragEnterEvent(entering)
    assert entering.isAccepted()
    driver.window.dropEvent(QDropEvent(QPointF(50, 50), *arguments))
    driver.until(lambda: driver.window.archive.root == root)
    driver.until_indexed()
    driver.search("harbour")
    assert driver.window.results.model.rowCount() == 1


def test_a_folder_on_a_dead_disk_holds_neither_the_window_nor_its_end(
    open_window: Open, archive: Write, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks for it waits until the disk answers, which it does only after the window is closed."""
    dead, news = tmp_path / "dead", archive({"one.txt": _article(1)})
    answers, realpath = threading.Event(), os.path.realpath

    def asked(path: str | os.PathLike[str], **how: bool) -> str:
        if os.fspath(path) == str(dead):
            answers.wait(60)
        return realpath(path, **how)

    monkeypatch.setattr(os.path, "realpath", asked)
    driver = open_window(seeds)
    before = time.monotonic()
    driver.window.open_archive(dead)
    assert time.monotonic() - before < 1
    assert driver.window.archive.root == dead
    driver.window.open_archive(news)
    driver.until_indexed()
    driver.search("harbour")
    assert driver.window.results.model.rowCount() == 1
    driver.window.open_archive(dead)
    before = time.monotonic()
    driver.close()
    assert time.monotonic() - before < 5, "a second for the lanes, one for the process, one for the library"
    answers.set()
