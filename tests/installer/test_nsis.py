"""Tests of the making of the Windows installer; tests/package/windows.py tries the installer itself."""

import nsis
import pytest


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("0.1.0", "0.1.0.0"),
        ("1.2rc1", "1.2.0.0"),
        ("3", "3.0.0.0"),
        ("1.2.3.4.5", "1.2.3.4"),
        ("", "0.0.0.0"),
    ],
)
def test_numbers(version: str, expected: str) -> None:
    assert nsis.numbers(version) == expected


def test_without_nsis_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(nsis, "USUAL_PLACE", nsis.SCRIPT.with_name("not-there.exe"))
    with pytest.raises(SystemExit, match="needs NSIS"):
        nsis.makensis()


def test_the_script_uses_everything_it_is_told() -> None:
    script = nsis.SCRIPT.read_text(encoding="utf-8")
    for name in ("VERSION", "NUMBERS", "HOME", "TARGET", "SOURCE", "ICON", "OUT"):
        assert f"${{{name}}}" in script
