"""What a release is called, and what changed, read from their one source."""

from datetime import UTC, datetime

import pytest
import release

import pressmark

CHANGES = """# Changes

## 0.2.0, not yet released

- **Read**: web
  pages, too.
- One `word`.

## 0.1.0, 2026-11-30

The main job.

- First.
"""


def test_the_version_has_one_source() -> None:
    assert release.version() == pressmark.__version__
    assert release.changelog()[0].version == release.version()


def test_releases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    newest, first = release.releases(CHANGES)
    assert (newest.version, newest.notes) == ("0.2.0", ("Read: web pages, too.", "One word."))
    assert newest.date == datetime.fromtimestamp(1790000000, UTC)
    assert (first.version, first.date, first.notes) == (
        "0.1.0",
        datetime(2026, 11, 30, tzinfo=UTC),
        ("First.",),
    )


def test_a_section_without_a_version() -> None:
    with pytest.raises(SystemExit, match="Soon"):
        release.releases("## Soon\n")


def test_the_time_of_every_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "12")
    assert release.epoch() == 12
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert release.epoch() > 1_700_000_000
