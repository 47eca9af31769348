"""Small files are replaced whole or not at all."""

from pathlib import Path

import pytest

from pressmark.replacing import replace_text


def test_the_new_text_stands_in_the_old_place(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    for text, mode in (("old", 0o600), ("Zürich", 0o644)):
        replace_text(file, text, mode)
        assert file.read_text(encoding="utf-8") == text
        assert file.stat().st_mode & 0o777 == mode
    assert list(tmp_path.iterdir()) == [file]


def test_a_failure_leaves_the_old_text_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        replace_text(file, "\ud800")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("settings.json", "old")]
