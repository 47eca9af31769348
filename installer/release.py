"""What a release is called, when it was made, and what changed: one source each for every package."""

import os
import re
import subprocess
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
MAINTAINER = "Pressmark developers <developers@pressmark.example>"
HEADING = re.compile(r"## (?P<version>\d[\w.]*)(?:, (?P<date>\d{4}-\d\d-\d\d))?")
MARKUP = re.compile(r"\*\*(.+?)\*\*|`(.+?)`")


@dataclass(frozen=True, slots=True)
class Release:
    """A section of CHANGELOG.md; `date` is the day of the last commit while it is not released yet."""

    version: str
    date: datetime
    notes: tuple[str, ...]


def version() -> str:
    """Return the version, from where the wheel has it too."""
    source = (PROJECT / "desktop" / "pressmark" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', source)
    if found is None:
        raise SystemExit("desktop/pressmark/__init__.py says no __version__.")
    return found[1]


def epoch() -> int:
    """Return the time, in seconds, that every file of a package carries: that of the last commit.

    See https://reproducible-builds.org/docs/source-date-epoch/.
    """
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    asked = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    return int(asked.stdout) if asked.stdout.strip() else int((PROJECT / "CHANGELOG.md").stat().st_mtime)


def home() -> str:
    """Return the address of the project's page."""
    found = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(found["project"]["urls"]["Homepage"])


def releases(changelog: str) -> list[Release]:
    """Read the sections of a changelog, newest first."""
    found = []
    for section in re.split(r"(?m)^(?=## )", changelog)[1:]:
        heading = HEADING.match(section)
        if heading is None:
            raise SystemExit(f"CHANGELOG.md: no version in {section.splitlines()[0]!r}.")
        date = (
            datetime.fromisoformat(heading["date"]).replace(tzinfo=UTC)
            if heading["date"]
            else datetime.fromtimestamp(epoch(), UTC)
        )
        items = re.findall(r"(?ms)^- (.+?)(?=^- |\Z)", section)
        notes = tuple(
            MARKUP.sub(lambda match: match[1] or match[2], " ".join(item.split())) for item in items
        )
        found.append(Release(heading["version"], date, notes))
    return found


def changelog() -> list[Release]:
    """Return the releases of this project, newest first."""
    return releases((PROJECT / "CHANGELOG.md").read_text(encoding="utf-8"))
