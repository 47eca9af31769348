"""One writer an archive, and the lock of a dead one is free."""

import subprocess
import sys
from pathlib import Path

import pytest

from pressmark.errors import ArchiveBusy, DataFolderProblem
from pressmark.indexing.lock import LOCK, ArchiveLock

HOLD = """
import sys
from pathlib import Path
from pressmark.indexing.lock import ArchiveLock
with ArchiveLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_another_process_has_it_until_it_dies(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(ArchiveBusy, match="can be searched"):
            ArchiveLock(tmp_path)
        process.kill()
    with ArchiveLock(tmp_path), pytest.raises(ArchiveBusy):
        ArchiveLock(tmp_path)
    ArchiveLock(tmp_path).release()


def test_a_damaged_lock_file_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_bytes(b"garbage" * 500)
    with ArchiveLock(tmp_path), pytest.raises(ArchiveBusy):
        ArchiveLock(tmp_path)


def test_a_data_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DataFolderProblem, match="PRESSMARK_DATA"):
        ArchiveLock(tmp_path / "file")
