"""The rules of the house that no other tool checks: sizes, docstrings, twins, and what may stand nowhere."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
PACKAGE = PROJECT / "desktop" / "pressmark"
TESTS = PROJECT / "tests"
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 400, 60
SOURCES = sorted(PACKAGE.rglob("*.py"))
FILES = sorted([*SOURCES, *TESTS.rglob("*.py"), *(PROJECT / "installer").rglob("*.py")])
MAY_PRINT = {PACKAGE / "cli.py", *(PACKAGE / "commands").glob("*.py")}
# Spelled in two halves, so that this file does not break its own rule.
NOWHERE = re.compile(
    r"\.\./sha" r"red|/wo" r"rk/|pypi\.o" r"rg|files\.pythonho" r"sted|\bTO" r"DO\b|\bFIX" r"ME\b"
)
TEXT_FILES = (
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".sh",
    ".lock",
    ".qss",
    ".svg",
    ".yml",
    ".yaml",
    ".cfg",
    ".desktop",
    ".xml",
    "",
)


def name_of(file: Path) -> str:
    """Return a file as it is called in the project."""
    return file.relative_to(PROJECT).as_posix()


def tree_of(file: Path) -> ast.Module:
    """Return a parsed file."""
    return ast.parse(file.read_text(encoding="utf-8"))


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield all functions and methods."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_sizes(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= MOST_LINES, "split the file"
    long = [
        node.name
        for node in functions(tree_of(file))
        if (node.end_lineno or 0) - node.lineno >= MOST_LINES_OF_A_FUNCTION
    ]
    assert not long, "split these functions"


@pytest.mark.parametrize("file", FILES, ids=name_of)
def test_each_file_opens_with_one_sentence(file: Path) -> None:
    told = ast.get_docstring(tree_of(file)) or ""
    first = told.split("\n")[0]
    assert first.endswith((".", "?", "!")), "the first line is no sentence"
    assert re.match(r"[\"“`'(\w]", first)


def public(tree: ast.Module) -> Iterator[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the public classes, functions and methods, without overloads and what only overrides."""
    for node in tree.body:
        if isinstance(
            node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
        ) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (
                    part
                    for part in node.body
                    if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef)
                    and not part.name.startswith("_")
                    and not any(getattr(mark, "id", "") == "override" for mark in part.decorator_list)
                )


@pytest.mark.parametrize("file", SOURCES, ids=name_of)
def test_what_is_public_has_its_sentence(file: Path) -> None:
    silent = [node.name for node in public(tree_of(file)) if not ast.get_docstring(node)]
    assert not silent


def twin_of(file: Path) -> Path:
    """Return where the tests of a source file stand."""
    inside = file.relative_to(PACKAGE)
    return TESTS / inside.parent / f"test_{inside.stem.strip('_')}.py"


def has_code(file: Path) -> bool:
    """Tell whether a file does more than import, say what it is, and name its version."""
    passive = (ast.Import, ast.ImportFrom, ast.Expr, ast.Assign)
    return not all(isinstance(node, passive) for node in tree_of(file).body)


@pytest.mark.parametrize("file", SOURCES, ids=name_of)
def test_each_source_has_its_twin(file: Path) -> None:
    if file.name == "__init__.py" and not has_code(file):
        assert file.read_text(encoding="utf-8")
        return
    twin = twin_of(file) if file.name != "__init__.py" else twin_of(file.parent.with_suffix(".py"))
    if not twin.exists():  # a folder of small files may have one twin
        twin = twin_of(file.parent.with_suffix(".py"))
    assert twin.exists(), f"write {name_of(twin_of(file))}"
    assert any(node.name.startswith("test_") for node in functions(tree_of(twin)))


def swallows(handler: ast.ExceptHandler) -> bool:
    """Tell whether whatever happens is passed over."""
    broad = handler.type is None or getattr(handler.type, "id", "") in ("Exception", "BaseException")
    return broad and all(isinstance(node, ast.Pass | ast.Continue) for node in handler.body)


@pytest.mark.parametrize("file", SOURCES, ids=name_of)
def test_nothing_is_swallowed_or_printed(file: Path) -> None:
    nodes = list(ast.walk(tree_of(file)))
    assert not [node.lineno for node in nodes if isinstance(node, ast.ExceptHandler) and swallows(node)]
    printed = [
        node.lineno
        for node in nodes
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    ]
    assert not printed or file in MAY_PRINT


def project_files() -> list[Path]:
    """Return the files of the project that are text of ours."""
    skipped = {".git", ".venv", "build", "dist", "seeds", "__pycache__"}
    found = []
    for top in sorted(PROJECT.iterdir()):
        if (
            top.name in skipped
            or (top.name.startswith(".") and top.name != ".ci")
            or top.name.endswith("_cache")
        ):
            continue
        found += [top] if top.is_file() else sorted(path for path in top.rglob("*") if path.is_file())
    return [file for file in found if file.suffix in TEXT_FILES and not skipped & set(file.parts)]


@pytest.mark.parametrize("file", project_files(), ids=name_of)
def test_what_may_stand_nowhere(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not [match[0] for match in NOWHERE.finditer(text)]
