"""What an error of the operating system means for the index."""

import errno
import os
from pathlib import Path

import pytest

from pressmark.errors import DataFolderProblem, IndexDamaged
from pressmark.search.engine import Document
from pressmark.search.whoosh.storage import check_changed, check_whole, index_generation, problem_of
from pressmark.search.whoosh.writer import IndexWriter


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


def rot(folder: Path) -> Path:
    """Damage a companion file without a trace in its size and time; return it."""
    victim = next(folder.glob("*.arrays"))
    status = victim.stat()
    content = bytearray(victim.read_bytes())
    content[-9] ^= 255
    victim.write_bytes(bytes(content))
    os.utime(victim, ns=(status.st_atime_ns, status.st_mtime_ns))
    return victim


def test_what_was_checked_is_not_read_again_until_it_changes(tmp_path: Path) -> None:
    with IndexWriter(tmp_path) as writer:
        writer.replace([Document(1, "Ferry", "The ferry sails again.")])
        writer.commit()
    victim = rot(tmp_path)  # what was just written is known to be whole
    check_changed(tmp_path)  # not one byte of it was read, or this would raise
    with pytest.raises(IndexDamaged):
        check_whole(tmp_path)
    os.utime(victim)
    with pytest.raises(IndexDamaged):
        check_changed(tmp_path)


def test_no_damage_is_merged_into_a_file_that_looks_whole(tmp_path: Path) -> None:
    with IndexWriter(tmp_path) as writer:
        for number in range(4):
            writer.replace([Document(number, "Ferry", f"The ferry {number} sails again.")])
            writer.commit()
        rot(tmp_path)
        writer.replace([Document(99, "Ferry", "The last ferry.")])
        with pytest.raises(IndexDamaged):
            writer.commit()
