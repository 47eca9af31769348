"""Writing: commits, replacements, merges, kills and damage."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from whoosh.index import open_dir
from whoosh.qparser import QueryParser

from pressmark.errors import ArchiveBusy, DataFolderProblem, IndexDamaged
from pressmark.search.engine import Document
from pressmark.search.query_parser import parse
from pressmark.search.whoosh.schema import VERSION_FILE, stock_schema
from pressmark.search.whoosh.searcher import Searcher
from pressmark.search.whoosh.storage import index_generation, read_table, wipe
from pressmark.search.whoosh.writer import IndexWriter


def made(number: int) -> Document:
    return Document(
        number,
        f"Article {number}",
        f"Common text with number{number % 7} and word{number}.",
        "",
        "Outlet",
        date="2001",
    )


def found(folder: Path, query: str) -> set[int]:
    return set(Searcher(folder).search(parse(query).tree, limit=10_000).ids)


def test_generations(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    assert index_generation(folder) == -1
    with IndexWriter(folder) as writer:
        assert index_generation(folder) == 0
        writer.replace([made(1)])
        assert writer.pending == 1
        assert writer.commit() == index_generation(folder) == 1
        assert writer.pending == 0
    wipe(folder)
    wipe(folder)
    assert index_generation(folder) == -1


def test_what_was_not_committed_is_gone(tmp_path: Path) -> None:
    with IndexWriter(tmp_path) as writer:
        writer.replace([made(1)])
        writer.commit()
        writer.replace([made(2)])
        writer.remove([1])
    assert found(tmp_path, "common") == {1}


def test_the_last_of_the_same_number_counts(tmp_path: Path) -> None:
    with IndexWriter(tmp_path) as writer:
        writer.replace([Document(1, "first"), Document(2, "other"), Document(1, "second")])
        writer.commit()
        assert (found(tmp_path, "first"), found(tmp_path, "second")) == (set(), {1})
        writer.replace([Document(2, "third")])
        writer.remove([1, 77])
        writer.commit()
    assert (found(tmp_path, "second"), found(tmp_path, "other"), found(tmp_path, "third")) == (
        set(),
        set(),
        {2},
    )
    assert Searcher(tmp_path).count() == 1


def test_segments_stay_few_and_nothing_is_lost(tmp_path: Path) -> None:
    with IndexWriter(tmp_path) as writer:
        for start in range(0, 60, 2):
            writer.replace([made(start), made(start + 1)])
            writer.remove([start - 3])
            writer.commit()
            assert len(read_table(tmp_path).segments) < 5
    alive = set(range(60)) - {start - 3 for start in range(0, 60, 2)}
    assert found(tmp_path, "common") == alive
    assert found(tmp_path, "number3") == {number for number in alive if number % 7 == 3}
    assert found(tmp_path, '"common text with"') == alive
    names = {entry.name.split(".")[0] for entry in tmp_path.iterdir() if entry.suffix == ".arrays"}
    assert len(names) == len(read_table(tmp_path).segments)


def test_dead_documents_are_merged_away_when_they_are_many(tmp_path: Path) -> None:
    with IndexWriter(tmp_path) as writer:
        writer.replace(made(number) for number in range(200))
        writer.commit()
        size = sum(entry.stat().st_size for entry in tmp_path.glob("*.arrays"))
        writer.remove(range(60))
        writer.commit()
        (segment,) = read_table(tmp_path).segments
        assert segment.deleted_count() == 60, "a few are carried along"
        writer.remove(range(60, 199))
        writer.commit()
    (segment,) = read_table(tmp_path).segments
    assert (segment.doc_count_all(), segment.deleted_count()) == (1, 0)
    assert sum(entry.stat().st_size for entry in tmp_path.glob("*.arrays")) < size / 5
    assert found(tmp_path, "common") == {199}


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    with IndexWriter(tmp_path), pytest.raises(ArchiveBusy):
        IndexWriter(tmp_path)
    IndexWriter(tmp_path).close()


COMMIT_FOR_EVER = """
import sys
from pathlib import Path
from pressmark.search.engine import Document
from pressmark.search.whoosh.writer import IndexWriter
writer = IndexWriter(Path(sys.argv[1]))
for start in range(0, 1_000_000, 20):
    writer.replace([Document(number, "", "Common text") for number in range(start, start + 20)])
    writer.commit()
    print(start + 20, flush=True)
"""


@pytest.fixture
def committing(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that commits twenty articles after twenty; it prints how many there are."""
    command = [sys.executable, "-c", COMMIT_FOR_EVER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


def said(process: subprocess.Popen[str]) -> int:
    assert process.stdout is not None
    return int(process.stdout.readline())


@pytest.mark.parametrize("commits", [1, 3, 9, 12])
def test_killed_while_committing(tmp_path: Path, committing: subprocess.Popen[str], commits: int) -> None:
    """The last commit stands, the lock is free, and what the killed writer left is cleared away."""
    for _ in range(commits):
        done = said(committing)
    committing.kill()
    committing.wait()
    numbers = found(tmp_path, "common")
    assert numbers >= set(range(done))
    assert len(numbers) % 20 == 0
    with IndexWriter(tmp_path) as writer:
        segments = {segment.segment_id() for segment in read_table(tmp_path).segments}
        files = [
            entry.name for entry in tmp_path.iterdir() if entry.name.startswith("MAIN_") and "." in entry.name
        ]
        assert {name.split(".")[0] for name in files} == segments
        writer.replace([made(1_000_001)])
        writer.commit()
    assert found(tmp_path, "common") == numbers | {1_000_001}


def test_searching_while_another_process_commits(tmp_path: Path, committing: subprocess.Popen[str]) -> None:
    done = said(committing)
    searcher = Searcher(tmp_path)
    while done < 600:
        searcher.refresh()
        answer = searcher.search(parse('"common text"').tree, limit=10_000)
        assert answer.total == len(set(answer.ids)) == searcher.count()
        assert answer.total >= done
        done = said(committing)


@pytest.mark.parametrize("exact", [False, True])
def test_stock_whoosh_asked_in_words_finds_the_same(archive: Path, searcher: Searcher, exact: bool) -> None:
    """Whoosh's own parser does not look at set-aside text, so these queries have none."""
    index = open_dir(str(archive), schema=stock_schema(exact=True) if exact else None)
    queries = [
        "NATO expansion", "organisation", "organizations", "U.S.", "loans", "café OR centre", "defence NOT treaty",
        '"cooperation agreement"', '"met the press"', "title:ferry", "outlet:bbc", "W-2", "Banquo", "O'Brien", "colours",
        "9/11", "short-term",
    ]  # fmt: skip
    with index.searcher() as stock:
        for query in queries:
            hits = stock.search(QueryParser("text", index.schema).parse(query), limit=None)
            found = searcher.search(parse(query.replace("NOT ", "-")).tree, limit=50)
            ours = set(found.ids[: found.divider])
            if query == "NATO expansion":
                assert ours == {2}
            assert {int(hit["id"]) for hit in hits} == ours, query
        hits = stock.search(
            QueryParser("text", index.schema).parse("word:expan* NOT aside:expansion"), limit=None
        )
        assert {int(hit["id"]) for hit in hits} == {2, 3}
        assert {hit["outlet_name"] for hit in stock.search(QueryParser("id", index.schema).parse("12"))} == {
            "朝日"
        }


@pytest.mark.parametrize("ending", [".arrays", ".toc"])
@pytest.mark.parametrize("damage", [b"", b"garbage" * 50])
def test_a_damaged_file_is_named_as_such(tmp_path: Path, ending: str, damage: bytes) -> None:
    with IndexWriter(tmp_path) as writer:
        writer.replace([made(1)])
        writer.commit()
    victim = next(entry for entry in tmp_path.iterdir() if entry.name.endswith(ending))
    victim.write_bytes(damage)
    with pytest.raises(IndexDamaged, match="again"):
        Searcher(tmp_path)


def test_an_index_of_another_version(tmp_path: Path) -> None:
    IndexWriter(tmp_path).close()
    (tmp_path / VERSION_FILE).write_text("0")
    with pytest.raises(IndexDamaged, match="another version"):
        Searcher(tmp_path)
    with pytest.raises(IndexDamaged, match="another version"):
        IndexWriter(tmp_path)
    wipe(tmp_path)
    IndexWriter(tmp_path).close()


def test_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged):
        Searcher(tmp_path / "none")


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(DataFolderProblem, match="permissions"):
        IndexWriter(tmp_path / "index")


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises((DataFolderProblem, IndexDamaged)):
        IndexWriter(tmp_path / "file" / "index")
