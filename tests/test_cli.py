"""The contract of the command line: every command and field, batches, exit statuses, and plain sentences."""
# ruff: noqa: E501

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from command import pressmark
from pressmark import cli
from pressmark.indexing.pipeline import index
from pressmark.paths import archive_data
from texts import article

Write = Callable[..., Path]
OUTCOME = {"files", "articles", "unreadable", "duplicates", "skipped_unchanged", "seconds", "cpu_seconds"}
ANSWER = {"query", "explanation", "notices", "total", "complete", "milliseconds"}
HIT = {
    "rank", "path", "headline", "outlet", "date", "date_certainty", "score", "hits", "hits_set_aside", "snippets", "like_this",
}  # fmt: skip
ARTICLE = {
    "path", "encoding", "encoding_reason", "headline", "byline", "outlet", "section", "dateline", "date",
    "date_certainty", "date_evidence", "language", "blocks",
}  # fmt: skip
BLOCK = {"kind", "text", "first_line", "last_line", "set_aside", "reason"}
RELATION = {
    "first_line", "text", "kind", "score", "path", "other_first_line", "other_text", "spans", "other_spans", "reason",
}  # fmt: skip
HEALTH = {"path", "state", "reason", "encoding", "bytes", "words"}


@pytest.fixture
def few(archive: Write) -> Path:
    """An archive of three articles, a copy and an empty file."""
    files = {f"{number}.txt": article(number) for number in (1, 2, 3)}
    return archive(files | {"copy.txt": article(1), "void.txt": ""})


def test_index(few: Path) -> None:
    outcome = pressmark("index", few, "--json")
    assert outcome.status == 0
    assert outcome.err == ""
    last = outcome.last
    assert set(last) >= OUTCOME
    assert (
        last["files"]
        == 5
        == sum(last[k] for k in ("articles", "unreadable", "duplicates", "skipped_unchanged"))
    )
    plain = pressmark("index", few)
    assert b"5 files" in plain.out
    assert b"5 unchanged" in plain.out


def test_one_is_no_more_than_one(archive: Write) -> None:
    root = archive({"only.txt": article(1)})
    assert pressmark("index", root).out.startswith(b"1 file: 1 new article, 0 unchanged, 0 duplicates,")
    assert pressmark("health", root).out == b"1 file: 1 article, 0 duplicates, 0 not read\n"
    assert pressmark("search", root, "number1").out.startswith(b"1 article. ")


def test_search_indexes_first_and_says_so(few: Path) -> None:
    outcome = pressmark("search", few, "number2 settle", "--json", "--limit", "5")
    assert outcome.status == 0
    assert len(outcome.said) == 1
    assert "first" in outcome.err
    answer, *hits = outcome.records
    assert set(answer) >= ANSWER
    assert answer["complete"] is True
    assert [hit["path"] for hit in hits][:1] == ["2.txt"]
    assert set(hits[0]) >= HIT
    for snippet in hits[0]["snippets"]:
        assert set(snippet) >= {"text", "spans", "first_line"}
        assert all(0 <= start < end <= len(snippet["text"]) for start, end in snippet["spans"])


def test_search_narrowed_and_sorted(few: Path) -> None:
    years = {
        path: pressmark("show", few, path, "--json").last["date"][:4] for path in ("1.txt", "2.txt", "3.txt")
    }
    newest = [
        hit["path"] for hit in pressmark("search", few, "Elsing", "--json", "--sort", "newest").records[1:]
    ]
    assert [years[path] for path in newest] == sorted(years.values(), reverse=True)
    only = pressmark("search", few, "Elsing", "--json", "--from", years["2.txt"], "--to", years["2.txt"])
    assert {years[hit["path"]] for hit in only.records[1:]} == {years["2.txt"]}
    none = pressmark("search", few, "Elsing", "--json", "--outlet", "No Such Paper")
    assert none.records[0]["total"] == 0


@pytest.mark.parametrize("query", ["-number1", "-number1 -number2", '-"nothing of the kind" Elsing'])
def test_a_query_may_begin_with_a_minus(few: Path, query: str) -> None:
    outcome = pressmark("search", few, query, "--json", "--limit", "5")
    wanted = pressmark("search", few, "--batch", typed=json.dumps({"id": 1, "query": query}))
    assert outcome.records[0]["total"] == wanted.records[0]["total"] > 0
    assert outcome.records[0]["query"] == query


def test_search_batch(few: Path) -> None:
    questions = [
        '{"id": 1, "query": "number1", "limit": 10, "sort": "relevance"}', "no json", '["a list"]', "",
        '{"id": "two", "query": "Elsing", "limit": 2}', '{"id": 3, "query": "\\ud800 (( \\" -", "sort": "bad", "limit": "x"}',
        '{"id": 4}',
    ]  # fmt: skip
    outcome = pressmark("search", few, "--batch", typed="\n".join(questions))
    assert outcome.status == 0
    assert [line for line in outcome.said if "line 2" in line or "line 3" in line]
    answers = {answer["id"]: answer for answer in outcome.records}
    assert set(answers) == {1, "two", 3, 4}
    for answer in answers.values():
        assert set(answer) >= {"id", "total", "paths", "divider", "milliseconds"}
        assert answer["divider"] <= len(answer["paths"])
    assert answers[1]["paths"][0] == "1.txt"
    assert (answers["two"]["total"], len(answers["two"]["paths"])) == (3, 2)


def test_show_and_clean_say_the_same(few: Path) -> None:
    shown = pressmark("show", few, "2.txt", "--json").last
    cleaned = pressmark("clean", few / "2.txt", few / "void.txt", few / "none.txt", "--json")
    assert cleaned.status == 1
    assert len(cleaned.said) == 2
    assert set(shown) >= ARTICLE
    for record in (shown, cleaned.last):
        assert record["byline"] == ["Ann Thorne"]
        lines = [n for block in record["blocks"] for n in range(block["first_line"], block["last_line"] + 1)]
        assert lines == list(range(len(article(2).split("\n"))))
        assert all(set(block) >= BLOCK for block in record["blocks"])
    assert b"Elsing" in pressmark("show", few, "2.txt").out


def test_clean_of_a_pipe_does_not_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    outcome = pressmark("clean", tmp_path / "pipe", tmp_path)
    assert (outcome.status, len(outcome.said)) == (1, 2)


@pytest.mark.parametrize("alone", [True, False])
def test_clean_batch(alone: bool) -> None:
    texts = [
        article(number, "Echo").replace("\n", end) for number, end in enumerate(["\n", "\r\n", "\r"] * 4)
    ]
    texts += ["", "\ud800 lone", "\x00\x07"]
    pages = [
        json.dumps({"id": str(number), "site": "echo", "text": text}) for number, text in enumerate(texts)
    ]
    words = ["clean", "--batch", *(["--alone"] if alone else [])]
    outcome = pressmark(*words, typed="\n".join([*pages, "{broken", '{"id": 99}']))
    assert outcome.status == 0
    assert len(outcome.said) == 1
    records = {record["id"]: record for record in outcome.records}
    assert len(records) == len(texts) + 1
    for number, text in enumerate(texts):
        record = records[str(number)]
        assert set(record) >= {"id", "kept_line_indexes", "headline", "headline_line", "date", "byline"}
        count = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
        kept = record["kept_line_indexes"]
        assert kept == sorted(set(kept))
        assert all(0 <= line < count for line in kept)
        assert record["headline_line"] is None or 0 <= record["headline_line"] < count
    first = records["0"]
    assert (0 in first["kept_line_indexes"]) <= alone, "furniture of twelve pages is kept"


def test_related(seeds: Path) -> None:
    paths = sorted(file.name for file in seeds.glob("*.txt"))
    outcome = pressmark("related", seeds, paths[0], "--json")
    assert outcome.status == 0
    for relation in outcome.records:
        assert set(relation) >= RELATION
        assert all(0 <= start < end <= len(relation["text"]) for start, end in relation["spans"])
        assert all(0 <= start < end <= len(relation["other_text"]) for start, end in relation["other_spans"])
    lines = {relation["first_line"] for relation in outcome.records}
    assert lines, "the two seeds quote the same words"
    one = min(lines)
    only = pressmark("related", seeds, paths[0], "--json", "--line", str(one)).records
    assert {relation["first_line"] for relation in only} == {one}
    asked = [
        json.dumps({"id": 1, "path": paths[0], "line": one}),
        "x",
        json.dumps({"id": 2, "path": "none", "line": 0}),
    ]
    batch = pressmark("related", seeds, "--batch", typed="\n".join(asked))
    assert batch.status == 0
    first, second = batch.records
    assert [r["path"] for r in first["related"]] == [r["path"] for r in only]
    assert set(first["related"][0]) == {"path", "line", "kind", "score"}
    assert second["related"] == []
    assert len(batch.said) == 2
    assert pressmark("related", seeds, paths[0]).status == 0


def test_one_odd_date_does_not_end_the_relations_of_others(archive: Write) -> None:
    said = "“We shall raise the harbour wall by two feet before the winter storms come,” the harbour master said."
    told = "The council of the island heard of the cost of it, and of the stones that are to come by ferry."
    root = archive(
        {
            "2001/leap.txt": f"Wall to be raised\n29 February\n\n{said}\n\n{told}\n",
            "2001/mainland.txt": f"Island hears of its wall\n1 March 2001\n\n{said}\n\nNobody spoke against it.\n",
            "2001/ferry.txt": f"Ferry to bring stones\n2 March 2001\n\n{told}\n\nIt sails on Friday morning.\n",
        }
    )
    for path in ("2001/leap.txt", "2001/mainland.txt", "2001/ferry.txt"):
        outcome = pressmark("related", root, path, "--json")
        assert (outcome.status, bool(outcome.records)) == (0, True)
    shown = pressmark("show", root, "2001/leap.txt", "--json").records[0]
    assert shown["date"] == "2001"
    assert "29 February" in shown["date_evidence"]


def test_health(few: Path) -> None:
    *files, totals = pressmark("health", few, "--json").records
    assert all(set(record) >= HEALTH for record in files)
    assert {record["path"]: record["state"] for record in files} == {
        "1.txt": "article", "2.txt": "article", "3.txt": "article", "copy.txt": "duplicate", "void.txt": "unreadable",
    }  # fmt: skip
    assert (totals["files"], totals["articles"], totals["duplicates"], totals["unreadable"]) == (5, 3, 1, 1)
    assert b"void.txt: unreadable: The file is empty" in pressmark("health", few).out


WRONG_USE = [
    ["index"], ["search"], ["search", "x"], ["show", "x"], ["related", "x"], ["clean"], ["index", "a", "b"],
    ["search", "x", "y", "--limit", "0"], ["search", "x", "y", "--limit", "many"], ["search", "x", "y", "--sort", "best"],
    ["search", "x", "y", "--from", "yesterday"], ["search", "x", "y", "--to", "2001-13"],
    ["search", "x", "y", "--to", "2001-02-29"], ["a", "b", "c"], ["--nonsense"],
]  # fmt: skip


@pytest.mark.parametrize("words", WRONG_USE, ids=" ".join)
def test_wrong_use(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(words) == cli.WRONG_USE
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert said.err.startswith("pressmark: ")


@pytest.mark.parametrize("words", [["show", "none.txt"], ["related", "none.txt"], ["show", "void.txt"]])
def test_what_cannot_be_done(few: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    cli.run(["index", str(few)])
    capsys.readouterr()
    assert cli.run([words[0], str(few), *words[1:]]) == cli.NOT_DONE
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert words[1] in said.err


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--help"], ["--version"], *([command, "--help"] for command in cli.COMMANDS)):
        assert cli.run(words) == cli.DONE
        assert capsys.readouterr().out


def test_where_the_data_lie(few: Path, tmp_path: Path, data_folder: Path) -> None:
    assert pressmark("index", few, "--data", tmp_path / "by-option").status == 0
    assert not (data_folder / "archives").exists()
    assert pressmark("index", few, environment={"PRESSMARK_DATA": str(tmp_path / "by-name")}).status == 0
    for name in ("by-option", "by-name"):
        assert list((tmp_path / name / "archives").glob("*/catalog.sqlite3"))


def test_no_display(few: Path) -> None:
    none = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    for words in ([], [few, "--query", "x"]):
        outcome = pressmark(*words, environment=none)
        assert (outcome.status, len(outcome.said)) == (1, 1)
        assert "display" in outcome.err


def test_search_while_another_process_indexes(few: Path) -> None:
    steps = index(few, archive_data(few))
    next(steps)  # from here to its end the run holds the lock
    outcome = pressmark("search", few, "number1", "--json")
    steps.close()
    assert outcome.status == 0
    assert outcome.records[0]["complete"] is False
    assert "Another Pressmark" in outcome.err


def test_a_bar_only_on_a_terminal(few: Path, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    command = [
        sys.executable,
        "-m",
        "pressmark",
        "index",
        str(few),
        "--json",
        "--data",
        str(tmp_path / "data"),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 1000):
                shown += piece
        except OSError:  # how the end of a terminal shows
            pass
        assert process.stdout is not None
        record = json.loads(process.stdout.read())
    os.close(ours)
    assert record["files"] == 5
    assert b"of 5 files" in shown
    assert shown.endswith(b"\r\x1b[K")


def test_a_reader_that_goes_away(few: Path) -> None:
    pressmark("index", few)
    command = [sys.executable, "-m", "pressmark", "show", str(few), "1.txt", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.close()
        assert process.stderr
        assert process.stderr.read() == b""
        assert process.wait() == 1
