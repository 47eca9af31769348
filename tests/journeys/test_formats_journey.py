"""A folder that mixes formats, in the window: indexed, searched, read, and what became of each file told."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from driver import Driver
from saved_pages import page
from texts import article

Open = Callable[..., Driver]
SAVED = Path(__file__).resolve().parents[1] / "reading" / "formats" / "saved"
MAIL = b"""From echo@echo.example Mon May  5 10:00:00 2003
From: Riverton Echo <echo@echo.example>
Date: Mon, 05 May 2003 10:00:00 +0000
Subject: Letter of the week
Message-ID: <1@echo.example>
Content-Type: text/plain; charset=utf-8

"""


def mixed() -> dict[str, str | bytes]:
    """Return the files of a folder: one of each kind that is read in a way of its own."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("Echo/number5.txt", article(5))
        archive.writestr("Echo/number6.html", page(f"<p>{article(6).split(chr(10))[-2]}</p>" * 3))
    saved = {
        name: (SAVED / name).read_bytes() for name in ("issue.docx", "issue.epub", "page.mhtml", "page.pdf")
    }
    return saved | {
        "box.zip": made.getvalue(),
        "inbox.mbox": MAIL + article(7).encode(),
        "note.md": f"---\ntitle: A note\n---\n{article(8)}",
        "style.css": "\n".join(f".a{n} {{\n  color: red;\n}}" for n in range(9)),
    }


def test_a_folder_of_many_formats_is_indexed_searched_and_read(
    open_window: Open, archive: Callable[..., Path]
) -> None:
    driver = open_window(archive(mixed()))
    for query, path in (
        ("number5", "box.zip!/Echo/number5.txt"),
        ("number7", "inbox.mbox!/0"),
        ("number8", "note.md"),
    ):
        driver.open_first(query)
        driver.until(lambda path=path: driver.window.reading.stored.path == path)
    driver.open_first("title:pier painted")
    assert {hit.path for hit in driver.window.searching.answer.hits} >= {"issue.epub!/EPUB/text/ch002.xhtml"}
    driver.search("ferry elsing sailed sunday")
    found = {hit.path.partition("!")[0] for hit in driver.window.searching.answer.hits}
    assert {"issue.docx", "issue.epub"} <= found
    driver.open_first("number5")
    driver.until(lambda: driver.window.reading.stored.path.startswith("box.zip"))
    driver.window.actions_by_name["copy_path"].trigger()
    driver.until(lambda: QGuiApplication.clipboard().text().endswith("box.zip"))


def test_health_tells_what_became_of_each_member(open_window: Open, archive: Callable[..., Path]) -> None:
    driver = open_window(archive(mixed()))
    driver.key(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = driver.window.archive.health_dialog
    driver.until(lambda: dialog.model.rowCount() > 0)
    shown = {record.path: (record.state.value, record.reason) for record in dialog._records}
    assert shown["box.zip"] == ("container", "2 files")
    assert shown["inbox.mbox!/0"][0] == "article"
    assert shown["style.css"][0] == "unreadable"
    assert "style sheet and no article" in shown["style.css"][1]
    assert "files with files in them" in dialog._sum.text()
