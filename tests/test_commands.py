"""The commands' own outputs for people, and how they mend what a question meets; the contract is in test_cli.py."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pressmark import cli
from pressmark.library import Library
from pressmark.paths import archive_data
from pressmark.values import Scope
from texts import article

Write = Callable[..., Path]


@pytest.fixture
def root(archive: Write) -> Path:
    """An archive of two articles and an empty file."""
    return archive({"a.txt": article(1), "b.txt": article(2), "void.txt": ""})


def test_outputs_for_people(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words, told in (
        (["index", root], "3 files: 2 new articles, 0 unchanged, 0 duplicates, 1 not read"),
        (["search", root, "Elsing"], "2 articles."),
        (["show", root, "a.txt"], "Ann Thorne"),
        (["clean", root / "b.txt"], "Port Elsing"),
        (["health", root], "3 files: 2 articles, 0 duplicates, 1 not read"),
    ):
        assert cli.run([str(word) for word in words]) == cli.DONE
        assert told in capsys.readouterr().out


def test_a_batch_goes_on_after_damage(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.run(["index", str(root)]) == cli.DONE
    capsys.readouterr()
    for file in (archive_data(root) / "index").glob("*.arrays"):
        file.write_bytes(b"garbage")
    lines = "".join(json.dumps({"id": number, "query": f"number{number}"}) + "\n" for number in (1, 2))
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
    assert cli.run(["search", str(root), "--batch"]) == cli.DONE
    said = capsys.readouterr()
    assert [json.loads(line)["paths"][0] for line in said.out.splitlines()] == ["a.txt", "b.txt"]
    assert len(said.err.splitlines()) == 1
    assert "again" in said.err


def test_what_the_person_made_is_exported(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["index", str(root)]) == cli.DONE
    library = Library(root, archive_data(root))
    stored = library.article_at("a.txt")
    library.correct(stored.key, [0], keep=False, scope=Scope.ARTICLE)
    library.close()
    capsys.readouterr()
    assert cli.run(["export", str(root), "--format", "jsonl", "--mine"]) == cli.DONE
    (line,) = capsys.readouterr().out.splitlines()
    one = json.loads(line)
    assert (one["kind"], one["value"], one["path"]) == ("correction", "not article text", "a.txt")
    file = tmp_path / "mine.jsonl"
    assert cli.run(["export", str(root), "--mine", "--output", str(file)]) == cli.DONE
    assert json.loads(file.read_text(encoding="utf-8")) == one
    assert cli.run(["export", str(root), "--mine", "--output", str(tmp_path / "no" / "f")]) == cli.NOT_DONE
    assert "could not be written" in capsys.readouterr().err
    assert cli.run(["export", str(root)]) == cli.WRONG_USE
    assert "--mine" in capsys.readouterr().err
