"""The settings and the session: typed, declared once, saved atomically."""

import contextlib
import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints

from pressmark.replacing import replace_text

RECENT_ARCHIVES = 8
RECENT_QUERIES = 20


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person chose, and where they left off; lengths of the window are in logical pixels."""

    archive: str = ""
    recent_archives: tuple[str, ...] = ()
    recent_queries: tuple[str, ...] = ()
    query: str = ""
    tabs: tuple[str, ...] = ()  # the paths of the open articles ...
    tab_digests: tuple[str, ...] = ()  # ... and their contents: a file may be moved between two starts
    tab_blocks: tuple[int, ...] = ()  # what stands at the top of the view in each, ...
    tab_offsets: tuple[int, ...] = ()  # ... and the pixels of it that are scrolled away
    tab: int = 0
    geometry: str = ""
    splitter: tuple[int, ...] = ()
    scheme: str = "system"
    zoom: float = 1.0
    sort: str = "relevance"
    set_aside_shown: bool = False

    def with_archive(self, folder: str) -> "Settings":
        """Return the settings with `folder` as the archive read last."""
        others = tuple(known for known in self.recent_archives if known != folder)
        return dataclasses.replace(self, archive=folder, recent_archives=(folder, *others)[:RECENT_ARCHIVES])

    def with_query(self, query: str) -> "Settings":
        """Return the settings with `query` first among the recent ones."""
        others = tuple(known for known in self.recent_queries if known != query)
        return dataclasses.replace(self, recent_queries=(query, *others)[:RECENT_QUERIES])


def load(file: Path) -> Settings:
    """Read the settings; a missing file means the defaults, a damaged one is set aside and means them too."""
    try:
        return _from_json(_values(file))
    except (OSError, ValueError):
        with contextlib.suppress(OSError):
            file.replace(file.with_suffix(".damaged"))
        return Settings()


def _values(file: Path) -> dict[str, Any]:
    """Return what stands in the file; raise ValueError where it is no settings file at all."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    return found if isinstance(found, dict) else {}


def _from_json(values: dict[str, Any]) -> Settings:
    """Take over each known value that has the type of its default; ignore the rest."""
    known: dict[str, Any] = {}
    hints = get_type_hints(Settings)
    for field in dataclasses.fields(Settings):
        value = values.get(field.name)
        if isinstance(field.default, tuple) and isinstance(value, list):
            value = tuple(value) if _fits(value, get_args(hints[field.name])) else None
        if isinstance(field.default, float) and isinstance(value, int):
            value = float(value)
        if type(value) is type(field.default):
            known[field.name] = value
    return Settings(**known)


def _fits(values: list[Any], kinds: tuple[Any, ...]) -> bool:
    """Tell whether all parts of a list have the type that a tuple of any length, (str, ...) say, declares."""
    return all(type(value) is kinds[0] for value in values)


def save(file: Path, settings: Settings) -> None:
    """Write the settings so that a power cut leaves either the old file or the new one.

    What stands in the file and is unknown here, a later version's choices, stays.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        others = _values(file)
    except (OSError, ValueError):
        others = {}
    replace_text(file, json.dumps(others | dataclasses.asdict(settings), indent=1))
