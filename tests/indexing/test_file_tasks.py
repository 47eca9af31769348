"""Files opened and judged, here or in processes of their own: the same comes of it."""

import multiprocessing
import os
import signal
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from pressmark.catalog.catalog import Catalog
from pressmark.indexing import file_tasks, pipeline
from pressmark.indexing.file_tasks import RightHere, doing
from pressmark.indexing.pipeline import index
from pressmark.indexing.reading_pool import CRASHED, LATE, PROCESSES, ReadingPool
from pressmark.reading import formats
from pressmark.reading.formats import Reader, html, text
from pressmark.values import FileState, Source
from saved_pages import page
from texts import article

Write = Callable[..., Path]


@pytest.fixture
def folder(archive: Write) -> Path:
    """Two hundred texts and pages of three outlets, with copies and files that cannot be read."""
    files: dict[str, object] = {
        f"{('echo', 'post', 'mail')[n % 3]}/{n:03}.txt": article(n, "Echo") for n in range(200)
    }
    files |= {f"echo/{n}.html": page(f"<p>{article(n).split(chr(10))[-2]}</p>" * 3) for n in range(20)}
    return archive(files | {"copy.txt": article(3, "Echo"), "empty.txt": "", "odd.bin": b"\x89PNG\r\n\x1a\n"})


def told(data: Path) -> list[tuple[object, ...]]:
    """Return all that the catalog holds."""
    with sqlite3.connect(data / "catalog.sqlite3") as catalog:
        columns = "headline, byline, outlet, date_start, words, evidence, signs, terms, blocks, markup"
        articles = catalog.execute(f"SELECT {columns} FROM articles ORDER BY id").fetchall()
        return [
            *articles,
            *catalog.execute("SELECT path, state, reason, digest, article_id FROM files ORDER BY path"),
        ]


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_processes_changes_nothing(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    for name, number in (("here", 0), ("there", count)):
        monkeypatch.setenv(PROCESSES, str(number))
        *_, done = index(folder, tmp_path / name)
        assert (done.articles, done.unreadable, done.duplicates) == (220, 2, 1)
    assert told(tmp_path / "here") == told(tmp_path / "there")


def test_a_process_that_is_killed_in_the_middle_of_a_run(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PROCESSES, "2")
    killed = False
    for progress in index(folder, tmp_path / "data"):
        if progress.stage == "reading" and not killed:
            readers = [one for one in multiprocessing.active_children() if one.name == "pressmark-reader"]
            os.kill(readers[0].pid or 0, signal.SIGSEGV)
            killed = True
    assert killed
    assert progress.finished
    assert progress.articles + progress.unreadable + progress.duplicates == 223
    with_catalog = Catalog(tmp_path / "data")
    try:
        lost = [one for one in with_catalog.files() if one.reason == CRASHED]
    finally:
        with_catalog.close()
    assert len({one.article_id for one in lost}) <= 1, "one text, which a copy may have too"
    assert len(lost) <= 2
    *_, again = index(folder, tmp_path / "data")
    assert again.unreadable <= len(lost) + 2


def test_files_that_take_too_long_are_named_and_the_run_goes_on(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_tasks, "ReadingPool", partial(ReadingPool, seconds=0.0))
    (folder / "later.html").write_text(page())
    for old in folder.rglob("*.txt"):
        old.unlink()
    for old in (folder / "echo").glob("*.html"):
        old.unlink()
    *_, done = index(folder, tmp_path / "data")
    assert done.finished
    catalog = Catalog(tmp_path / "data")
    try:
        (late,) = [one for one in catalog.files() if one.path == "later.html"]
    finally:
        catalog.close()
    assert (late.state, late.reason) == (FileState.UNREADABLE, LATE)
    monkeypatch.undo()
    *_, again = index(folder, tmp_path / "data", again=False)
    assert (again.articles, again.unreadable) == (0, 0), "each time may take as long"
    *_, again = index(folder, tmp_path / "data")
    assert again.articles == 1, "it is tried again when that is wanted"


def test_a_process_that_hangs_in_the_middle_of_a_run_is_ended(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PROCESSES, "2")
    monkeypatch.setattr(file_tasks, "ReadingPool", partial(ReadingPool, seconds=2.0))
    hangs = False
    for progress in index(folder, tmp_path / "data"):
        if progress.stage == "reading" and not hangs:
            readers = [one for one in multiprocessing.active_children() if one.name == "pressmark-reader"]
            os.kill(readers[0].pid or 0, signal.SIGSTOP)
            hangs = True
    assert hangs
    assert progress.articles + progress.unreadable + progress.duplicates == 223
    assert progress.articles >= 219, "one file is lost to it at most"
    *_, _ = index(folder, tmp_path / "data")
    catalog = Catalog(tmp_path / "data")
    try:
        assert catalog.totals().articles == 220
    finally:
        catalog.close()


def test_a_few_plain_texts_need_no_process() -> None:
    with doing([Source("a.txt", b"a.txt", 1, 1)]) as hands:
        assert isinstance(hands, RightHere)
    with doing([Source("a.html", b"a.html", 1, 1)]) as hands:
        assert isinstance(hands, ReadingPool)


def test_the_folder_beside_a_page_is_accounted_for(archive: Write, tmp_path: Path) -> None:
    root = archive(
        {"ferry.html": page(), "ferry_files/logo.png": b"\x89PNG", "ferry_files/frame.html": page()}
    )
    *_, done = index(root, tmp_path / "data")
    assert (done.articles, done.parts, done.unreadable, done.duplicates) == (1, 2, 0, 0)
    catalog = Catalog(tmp_path / "data")
    try:
        totals = catalog.totals()
        states = {one.path: one.state for one in catalog.files()}
    finally:
        catalog.close()
    assert (totals.files, totals.articles, totals.parts, totals.unreadable) == (3, 1, 2, 0)
    assert states["ferry_files/frame.html"] is FileState.PART
    *_, again = index(root, tmp_path / "data")
    assert again.skipped_unchanged == 3


def test_what_an_earlier_reader_read_or_could_not_read_is_read_again(
    archive: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = archive(
        {"ferry.html": page(), "pier.txt": article(1), "odd.doc": "The pier of Elsing is painted again."}
    )
    monkeypatch.setenv(PROCESSES, "0")
    *_, done = index(root, tmp_path / "data")
    assert (done.articles, done.unreadable) == (2, 1)
    *_, again = index(root, tmp_path / "data")
    assert again.skipped_unchanged == 3
    later = Reader("documents", 1, lambda _, path: path.endswith(".doc"), lambda data, *_: text.decode(data))
    pages = next(one for one in formats.READERS if one.name == "web page")
    newer = replace(pages, version=99, read=lambda *told: replace(html.read(*told), metadata=None))
    monkeypatch.setattr(formats, "READERS", (later, newer, formats.READERS[-1]))
    monkeypatch.setattr(pipeline, "READERS", formats.READERS)
    *_, grown = index(root, tmp_path / "data")
    assert (grown.articles, grown.unreadable, grown.skipped_unchanged) == (2, 0, 1)
    with sqlite3.connect(tmp_path / "data" / "catalog.sqlite3") as catalog:
        found = dict(
            catalog.execute("SELECT f.path, a.reader FROM files f JOIN articles a ON a.id = f.article_id")
        )
        (address,) = catalog.execute("SELECT address FROM articles WHERE reader = 'web page 99'").fetchone()
    assert found == {"ferry.html": "web page 99", "pier.txt": "plain text 1", "odd.doc": "documents 1"}
    assert address == "", "what the later version made of it stands in the catalog"
