"""What the documents say is true: commands, files, dependencies, queries and rules are there."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from pressmark import cli
from pressmark.gui import actions
from pressmark.search.query_parser import parse

HERE = Path(__file__).resolve().parent.parent
DOCUMENTS = [HERE / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")]
PROJECT = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_make_commands_are_in_the_menu(document: Path) -> None:
    menu = set(re.findall(r"^([a-z-]+):.*##", _text("Makefile"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)", document.read_text(encoding="utf-8")))
    named |= set(re.findall(r"^make ([a-z-]+)", document.read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= menu


def test_the_menu_is_the_one_that_was_promised() -> None:
    menu = set(re.findall(r"^([a-z-]+):.*##", _text("Makefile"), re.MULTILINE))
    assert {"setup", "run", "test", "check", "bench", "shots", "package", "clean"} <= menu


def test_every_command_line_of_the_readme_is_understood() -> None:
    lines = re.findall(r"^pressmark [^#\n]+", _text("README.md"), re.MULTILINE)
    assert len(lines) >= 7
    named = {words[1] for words in map(shlex.split, lines) if words[1] in cli.COMMANDS}
    assert named == set(cli.COMMANDS)
    for words in map(shlex.split, lines):
        parser = cli._command_parser() if words[1] in cli.COMMANDS else cli._window_parser()
        parser.parse_args(words[1:])


def test_every_query_of_the_readme_is_understood() -> None:
    table = _text("README.md").split("## Searching", 1)[1].split("## Command line", 1)[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    queries = [query for row in rows for query in re.findall(r"`([^`]+)`", row)]
    assert len(queries) >= 14
    for query in queries:
        assert parse(query).notices == (), query


def test_each_dependency_has_its_reason() -> None:
    told = set(
        re.findall(r"^\| ([\w-]+) \|", _text("ARCHITECTURE.md").split("## Dependencies", 1)[1], re.MULTILINE)
    )
    named = {re.split(r"[<>=!~]", dependency)[0].strip() for dependency in PROJECT["dependencies"]}
    assert told - {"package"} == named


def test_the_files_that_are_named_are_there() -> None:
    for document in DOCUMENTS:
        for name in re.findall(
            r"`((?:[a-z_]+/)+[a-z_]+\.(?:py|json|sh))`", document.read_text(encoding="utf-8")
        ):
            places = (HERE / name, HERE / "desktop" / "pressmark" / name)
            assert any(place.is_file() for place in places), f"{document.name} names {name}"


def test_the_pictures_are_there() -> None:
    for picture in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", _text("README.md")):
        assert (HERE / picture).is_file(), picture


def test_the_version_of_the_changes_is_the_programs() -> None:
    import pressmark

    assert f"## {pressmark.__version__}" in _text("CHANGELOG.md")


def test_the_keys_of_the_readme_are_keys() -> None:
    known = {key for action in actions.ACTIONS for key in action.keys} | {
        keys for _, keys, _ in actions.ELSEWHERE
    }
    for key in ("H", "F1", "Alt+Left"):
        assert key in known
        assert key in _text("README.md")


def test_the_lock_has_every_dependency_with_its_hash() -> None:
    lock = _text("requirements.lock")
    for dependency in PROJECT["dependencies"]:
        name = re.split(r"[<>=!~]", dependency)[0].strip().lower()
        assert re.search(rf"^{re.escape(name)}==.*\\\n\s+--hash=sha256:", lock, re.MULTILINE), name
    assert "://" not in lock
