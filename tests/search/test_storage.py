"""What an error of the operating system means for the index."""

import errno
from pathlib import Path

import pytest

from pressmark.errors import DataFolderProblem
from pressmark.search.schema import IndexDamaged
from pressmark.search.storage import index_generation, problem_of


@pytest.mark.parametrize(
    ("number", "kind", "said"),
    [
        (errno.ENOSPC, DataFolderProblem, "full"),
        (errno.EROFS, DataFolderProblem, "written"),
        (errno.EACCES, DataFolderProblem, "permissions"),
        (errno.EIO, IndexDamaged, "again"),
    ],
)
def test_problems(number: int, kind: type[Exception], said: str) -> None:
    problem = problem_of(Path("x"), OSError(number, "why"))
    assert isinstance(problem, kind)
    assert said in str(problem)


def test_no_folder_has_no_generation(tmp_path: Path) -> None:
    assert index_generation(tmp_path / "none") == -1
    assert index_generation(tmp_path) == -1
