"""Files with files in them: each member an article of its own, in the catalog, the index and the health."""

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from pressmark.catalog.catalog import Catalog
from pressmark.indexing import file_tasks, pipeline
from pressmark.indexing.file_tasks import Members, Refused, RightHere
from pressmark.indexing.pipeline import index
from pressmark.indexing.reading_pool import CRASHED, ReadingEnded
from pressmark.library import Library
from pressmark.values import ArticleKey, FileState, Progress
from saved_pages import page
from texts import article

# The library's writer leaves temporary files to the collector of garbage.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
Write = Callable[..., Path]


def packed(files: dict[str, bytes | str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def run(root: Path) -> Progress:
    *_, done = index(root, root.parent / "data")
    return done


def states(root: Path) -> dict[str, FileState]:
    catalog = Catalog(root.parent / "data")
    try:
        return {one.path: one.state for one in catalog.files()}
    finally:
        catalog.close()


@pytest.fixture
def root(archive: Write) -> Path:
    inner = packed({"deep/3.txt": article(3), "page.html": page()})
    return archive(
        {
            "plain.txt": article(1),
            "Echo/box.zip": packed(
                {"2.txt": article(2), "inner.zip": inner, "bad.bin": b"\x89PNG\r\n\x1a\n"}
            ),
        }
    )


def test_members_are_articles_with_paths_of_their_own(root: Path) -> None:
    done = run(root)
    assert (done.articles, done.unreadable, done.containers, done.total) == (4, 1, 1, 6)
    assert states(root) == {
        "plain.txt": FileState.ARTICLE,
        "Echo/box.zip": FileState.CONTAINER,
        "Echo/box.zip!/2.txt": FileState.ARTICLE,
        "Echo/box.zip!/inner.zip!/deep/3.txt": FileState.ARTICLE,
        "Echo/box.zip!/inner.zip!/page.html": FileState.ARTICLE,
        "Echo/box.zip!/bad.bin": FileState.UNREADABLE,
    }
    library = Library(root, root.parent / "data")
    try:
        (hit,) = library.search("number3").hits
        assert hit.path == "Echo/box.zip!/inner.zip!/deep/3.txt"
        assert library.article_at(hit.path).article.headline
        assert library.file_of(hit.path) == root / "Echo/box.zip", "the file that can be shown in its folder"
        assert library.opened(library.article_of(ArticleKey(hit.path)), "number3").marks
    finally:
        library.close()


def test_an_unchanged_file_is_not_read_again_and_a_changed_one_tells_what_is_gone(root: Path) -> None:
    run(root)
    assert run(root).skipped_unchanged == 6
    (root / "Echo" / "box.zip").write_bytes(packed({"2.txt": article(2), "4.txt": article(4)}))
    done = run(root)
    assert (done.articles, done.containers) == (2, 1)
    assert set(states(root)) == {"plain.txt", "Echo/box.zip", "Echo/box.zip!/2.txt", "Echo/box.zip!/4.txt"}
    library = Library(root, root.parent / "data")
    try:
        assert library.search("number3").total == 0
        assert library.search("number4").total == 1
    finally:
        library.close()


def test_a_file_that_is_gone_takes_its_members_along(root: Path) -> None:
    run(root)
    (root / "Echo" / "box.zip").unlink()
    run(root)
    assert set(states(root)) == {"plain.txt"}


def test_a_member_keeps_its_number_and_what_was_read_when_its_file_grows(root: Path) -> None:
    run(root)
    library = Library(root, root.parent / "data")
    number = library.article_at("Echo/box.zip!/2.txt").id
    library.close()
    (root / "Echo" / "box.zip").write_bytes(packed({"0.txt": article(9), "2.txt": article(2)}))
    run(root)
    library = Library(root, root.parent / "data")
    try:
        assert library.article_at("Echo/box.zip!/2.txt").id == number
    finally:
        library.close()


def test_many_members_are_read_in_parts_and_a_run_that_stopped_goes_on(
    archive: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_tasks, "MEMBERS_AT_ONCE", 7)
    monkeypatch.setenv("PRESSMARK_PROCESSES", "0")
    lines = "\n".join(json.dumps({"title": f"Number {n}", "content": article(n)}) for n in range(40))
    root = archive({"feed.jsonl": lines})
    steps = 0

    def goes_on() -> bool:
        nonlocal steps
        steps += 1
        return steps < 15

    *_, stopped = index(root, root.parent / "data", goes_on)
    assert stopped.stage == "stopped"
    before = states(root)
    assert 0 < len(before) < 41
    assert "feed.jsonl" not in before, "it is not done with"
    done = run(root)
    assert done.finished
    assert len(states(root)) == 41
    assert states(root)["feed.jsonl"] is FileState.CONTAINER


def test_a_damaged_file_is_named_once(archive: Write) -> None:
    root = archive({"box.zip": packed({"a.txt": article(1)})[:50]})
    done = run(root)
    assert (done.articles, done.unreadable, done.containers) == (0, 1, 0)
    assert run(root).skipped_unchanged == 1


def test_archives_in_archives_end_somewhere(archive: Write) -> None:
    data: bytes = packed({"a.txt": article(1)})
    for _ in range(9):
        data = packed({"box.zip": data})
    root = archive({"box.zip": data})
    run(root)
    assert [path.count("!/") for path, state in states(root).items() if state is FileState.UNREADABLE] == [6]


def test_a_folder_whose_name_ends_like_a_member_is_a_folder(archive: Write) -> None:
    root = archive({"box!/a.txt": article(1), "b.txt": article(2)})
    assert run(root).articles == 2
    assert run(root).skipped_unchanged == 2
    (root / "box!" / "a.txt").unlink()
    run(root)
    assert set(states(root)) == {"b.txt"}


def test_a_member_is_read_in_the_encoding_that_the_person_wants(archive: Write) -> None:
    text = article(1).replace("The", "Žluť").encode("cp1250")
    root = archive({"box.zip": packed({"a.txt": text})})
    run(root)
    library = Library(root, root.parent / "data")
    library.choose_encoding("box.zip!/a.txt", "cp1250")
    library.close()
    assert run(root).containers == 1
    library = Library(root, root.parent / "data")
    try:
        assert library.article_at("box.zip!/a.txt").article.encoding == "cp1250"
    finally:
        library.close()
    assert run(root).containers == 0


def test_names_that_lead_out_are_shown_and_written_nowhere(archive: Write) -> None:
    root = archive({"box.zip": packed({"../../evil.txt": article(1), "a\nb\x1b.txt": article(2)})})
    run(root)
    assert set(states(root)) == {"box.zip", "box.zip!/../../evil.txt", "box.zip!/a\\x0ab\\x1b.txt"}
    assert not (root.parent / "evil.txt").exists()


def test_a_page_that_was_fetched_twice_is_two_members(archive: Write) -> None:
    made = io.BytesIO()
    writer = WARCWriter(made, gzip=True)
    for number in (1, 2):
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/plain")], protocol="HTTP/1.1")
        payload = io.BytesIO(article(number).encode())
        address = "https://echo.example/ferry"
        writer.write_record(
            writer.create_warc_record(address, "response", payload=payload, http_headers=headers)
        )
    root = archive({"crawl.warc.gz": made.getvalue()})
    run(root)
    inside = "crawl.warc.gz!/https://echo.example/ferry"
    assert states(root) == {
        "crawl.warc.gz": FileState.CONTAINER, inside: FileState.ARTICLE, f"{inside} (2)": FileState.ARTICLE,
    }  # fmt: skip


class Crashing(RightHere):
    """Reads right here, and does as if each part with a member called bad had ended its process."""

    def collect(self, tickets: Sequence[Any], ask: Callable[[], None]) -> list[Any]:
        return [
            ReadingEnded(CRASHED) if self._is_bad(found) else found for found in super().collect(tickets, ask)
        ]

    @staticmethod
    def _is_bad(found: object) -> bool:
        return isinstance(found, Members) and any(
            "bad" in source.path and not isinstance(one, Refused) for source, one in found.found
        )


def test_a_member_that_ends_its_process_is_named_and_the_others_are_read(
    archive: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = archive({"box.zip": packed({f"{n}{'bad' * (n in (3, 7))}.txt": article(n) for n in range(9)})})
    monkeypatch.setattr(pipeline, "doing", lambda sources: nullcontext(Crashing()))
    done = run(root)
    assert (done.articles, done.unreadable, done.containers) == (7, 2, 1)
    assert [path for path, state in states(root).items() if state is FileState.UNREADABLE] == [
        "box.zip!/3bad.txt", "box.zip!/7bad.txt",
    ]  # fmt: skip


def test_the_outlet_of_a_member_is_its_folder_and_never_its_file(archive: Write) -> None:
    root = archive(
        {
            "box.zip": packed({"a.txt": article(1), "Echo/b.txt": article(2)}),
            "Post/in.zip": packed({"c.txt": article(3)}),
        }
    )
    run(root)
    library = Library(root, root.parent / "data")
    try:
        paths = ("box.zip!/a.txt", "box.zip!/Echo/b.txt", "Post/in.zip!/c.txt")
        assert [library.article_at(path).article.outlet for path in paths] == ["", "Echo", "Post"]
    finally:
        library.close()
