"""The settings and the session: typed, declared once, saved atomically."""

import contextlib
import dataclasses
import json
from dataclasses import dataclass, field
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
    recent_searches: dict[str, tuple[str, ...]] = field(default_factory=dict)  # by the archive's folder
    query: str = ""
    tabs: tuple[str, ...] = ()  # the paths of the open articles ...
    tab_digests: tuple[str, ...] = ()  # ... and their contents: a file may be moved between two starts
    tab_blocks: tuple[int, ...] = ()  # what stands at the top of the view in each, ...
    tab_offsets: tuple[int, ...] = ()  # ... and the pixels of it that are scrolled away
    tab: int = 0
    geometry: str = ""
    splitter: tuple[int, ...] = ()
    scheme: str = "system"
    zoom: float = 1.0  # of the article ...
    lists_zoom: float = 1.0  # ... and of the panes beside it
    sort: str = "relevance"
    set_aside_shown: bool = False
    pictures_shown: bool = True

    def with_archive(self, folder: str) -> "Settings":
        """Return the settings with `folder` as the archive read last."""
        others = tuple(known for known in self.recent_archives if known != folder)
        recent = (folder, *others)[:RECENT_ARCHIVES]
        searches = {known: queries for known, queries in self.recent_searches.items() if known in recent}
        return dataclasses.replace(self, archive=folder, recent_archives=recent, recent_searches=searches)

    def with_query(self, folder: str, query: str) -> "Settings":
        """Return the settings with `query` first among those asked last in the archive `folder`."""
        others = tuple(known for known in self.recent_in(folder) if known != query)
        asked = {folder: (query, *others)[:RECENT_QUERIES]}
        return dataclasses.replace(self, recent_searches=self.recent_searches | asked)

    def recent_in(self, folder: str) -> tuple[str, ...]:
        """Return what was asked last in an archive, the newest first."""
        return self.recent_searches.get(folder, ())

    def moved(self, former: str, folder: str) -> "Settings":
        """Return the settings with an archive at its new place; what was asked there before stays, after the rest."""
        recent = dict.fromkeys(folder if known == former else known for known in self.recent_archives)
        asked = tuple(dict.fromkeys((*self.recent_in(former), *self.recent_in(folder))))[:RECENT_QUERIES]
        others = {known: queries for known, queries in self.recent_searches.items() if known != former}
        return dataclasses.replace(
            self,
            archive=folder if self.archive == former else self.archive,
            recent_archives=tuple(recent),
            recent_searches=others | ({folder: asked} if asked else {}),
        )


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
    for one in dataclasses.fields(Settings):
        value = values.get(one.name)
        if isinstance(one.default, tuple) and isinstance(value, list):
            value = tuple(value) if _fits(value, get_args(hints[one.name])) else None
        if isinstance(one.default, float) and isinstance(value, int):
            value = float(value)
        if type(value) is type(one.default):
            known[one.name] = value
    known["recent_searches"] = _searches(values)
    return Settings(**known)


def _searches(values: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return what was asked last in each archive.

    An earlier version kept one list for all of them: it goes to the archive that was read last.
    """
    found = values.get("recent_searches")
    if found is None:
        found = {str(values.get("archive")): values.get("recent_queries")}
    return {
        folder: tuple(queries)
        for folder, queries in (found.items() if isinstance(found, dict) else ())
        if isinstance(queries, list) and queries and _fits(queries, (str, ...))
    }


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
