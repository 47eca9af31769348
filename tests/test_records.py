"""The values as JSON objects: nothing of the contract is missing, and everything can be written."""

import json
from pathlib import Path

import pytest

from pressmark import records
from pressmark.reading.article import read_article
from pressmark.values import (
    Answer,
    ArticleDate,
    BlockKind,
    Certainty,
    Decoded,
    FileRecord,
    FileState,
    Hit,
    Made,
    Progress,
    Relation,
    RelationKind,
    Snippet,
    Span,
    Totals,
)  # fmt: skip
from texts import article

DATE = ArticleDate("2001-10-03", "2001-10-04", Certainty.INFERRED, "shares a quotation")


def test_progress() -> None:
    record = records.progress_record(Progress("done", 9, 9, 1, 2, 3, 4, 1.23456, 0.98765))
    assert record == {
        "files": 10, "articles": 1, "unreadable": 2, "duplicates": 3, "parts": 0, "containers": 0,
        "skipped_unchanged": 4,
        "seconds": 1.235, "cpu_seconds": 0.988,
    }  # fmt: skip


def test_answer_and_hit() -> None:
    snippet = Snippet("the ferry", (Span(4, 9, "0"),), 7, set_aside=True)
    hit = Hit(1, 5, "a.txt", "Ferry", "Echo", DATE, 1.23456789, 2, 1, (snippet,), ("b.txt",))
    answer = Answer("ferry", "ferry", ("a word",), 1, 1, True, 1.2345, (hit,))
    assert json.loads(json.dumps(records.answer_record(answer)))["notices"] == ["a word"]
    record = records.hit_record(hit)
    assert record["snippets"] == [
        {"text": "the ferry", "spans": [[4, 9]], "first_line": 7, "set_aside": True}
    ]
    assert (record["date"], record["date_certainty"], record["like_this"]) == (
        "2001-10-03",
        "inferred",
        ["b.txt"],
    )


def test_article() -> None:
    read = read_article(Decoded(article(3, "Echo"), "utf-8", "valid UTF-8"), "Echo/3.txt")
    record = json.loads(json.dumps(records.article_record("Echo/3.txt", read)))
    assert (record["path"], record["encoding"], record["byline"]) == ("Echo/3.txt", "utf-8", ["Ann Thorne"])
    assert all((block["reason"] is not None) == block["set_aside"] for block in record["blocks"])
    cleaned = records.cleaned_record("x", read)
    headline = next(block for block in read.blocks if block.kind is BlockKind.HEADLINE)
    assert cleaned["headline_line"] == headline.first_line
    assert headline.first_line in cleaned["kept_line_indexes"]
    blank = {block.first_line for block in read.blocks if block.kind is BlockKind.BLANK}
    assert not blank & set(cleaned["kept_line_indexes"])


def test_relation() -> None:
    relation = Relation(
        1, 4, "text", RelationKind.QUOTATION, 0.123456, 2, "b.txt", "Other", "Echo", DATE, 3, 9, "other text",
        (Span(0, 4, "shared"),), (Span(6, 10, "shared"),), "the same words",
    )  # fmt: skip
    record = records.relation_record(relation)
    assert (record["kind"], record["score"], record["path"], record["other_first_line"]) == (
        "quotation",
        0.1235,
        "b.txt",
        9,
    )
    assert (record["spans"], record["other_spans"]) == ([[0, 4]], [[6, 10]])


def test_files_and_totals() -> None:
    record = records.file_record(FileRecord("a", FileState.UNREADABLE, "empty", "", "", 0, 0, None))
    assert (record["state"], record["reason"], record["bytes"], record["words"]) == (
        "unreadable",
        "empty",
        0,
        0,
    )
    assert records.totals_record(Totals(3, 1, 1, 1)) == {
        "files": 3,
        "parts": 0,
        "containers": 0,
        "articles": 1,
        "unreadable": 1,
        "duplicates": 1,
    }


def test_fields_of_a_batch() -> None:
    assert records.text_of({"a": "x", "b": 1}, "a") == "x"
    assert records.text_of({"a": "x", "b": 1}, "b") == ""
    assert records.text_of({}, "c", "default") == "default"


def test_what_the_person_made(tmp_path: Path) -> None:
    one = Made("correction", "article text", "2026-01-01", outlet="The Écho", text="A line")
    assert records.made_record(one) == {
        "kind": "correction", "value": "article text", "when": "2026-01-01", "outlet": "The Écho", "text": "A line",
    }  # fmt: skip
    file = tmp_path / "mine.jsonl"
    assert records.write_made(file, [one, Made("encoding", "koi8-r", digest="d")]) == 2
    lines = file.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["kind"] for line in lines] == ["correction", "encoding"]
    with pytest.raises(OSError, match="no"):
        records.write_made(tmp_path / "no" / "mine.jsonl", [one])
