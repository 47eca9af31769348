"""The first lines of a file in an encoding."""

import os
from pathlib import Path

from pressmark.gui.archive.encoding_preview import MOST_LINES, preview

TEXT = "Der Rat von Flußstadt\n\nhörte die Bürger\n"


def test_the_first_lines_in_an_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("cp850"))
    assert preview(tmp_path, "a.txt", "cp850") == "Der Rat von Flußstadt\nhörte die Bürger"
    assert preview(tmp_path, "a.txt", "koi8-r") != preview(tmp_path, "a.txt", "cp850")
    (tmp_path / "b.txt").write_text(TEXT * 100)
    assert preview(tmp_path, "b.txt", "").count("\n") == MOST_LINES - 1


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert "empty" in preview(tmp_path, "empty.txt", "utf-8")
    assert "no longer there" in preview(tmp_path, "gone.txt", "utf-8")


def test_a_name_that_is_no_utf_8(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(TEXT)
    assert preview(tmp_path, "caf\\xe9.txt", "utf-8").startswith("Der Rat")
