"""Archive files: a small .pressmark file that names a folder of articles, to be opened by a double click."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pressmark.errors import ArchiveError, ArchiveFileProblem
from pressmark.replacing import replace_text

SUFFIX = ".pressmark"
VERSION = 1
MOST_BYTES = 65_536  # far more than a folder's name and a query can need


@dataclass(frozen=True, slots=True)
class SavedArchive:
    """A folder of articles, and how the person wants to find it: a query to start with, and the order of results.

    `article` is the file in it that was asked for; no archive file names one.
    """

    folder: Path
    query: str = ""
    sort: str = ""
    article: str = ""


def read(file: Path) -> SavedArchive:
    """Read an archive file; a relative folder is meant from where the file lies. Raises ArchiveFileProblem."""
    try:
        with file.open("rb") as opened:
            found = json.loads(opened.read(MOST_BYTES))
    except OSError as error:
        raise ArchiveFileProblem(
            f"{file} cannot be read ({error.strerror}). Check that it is still there."
        ) from error
    except (ValueError, RecursionError):
        raise _not_ours(file) from None
    folder = found.get("folder") if isinstance(found, dict) else None
    if (
        not isinstance(folder, str)
        or not folder
        or "\0" in folder
        or not isinstance(found.get("pressmark"), int)
    ):
        raise _not_ours(file)
    if found["pressmark"] > VERSION:
        raise ArchiveFileProblem(
            f"{file} was saved by a newer Pressmark. Install that one, or open the folder itself with Ctrl+O."
        )
    place = Path(os.path.normpath(file.absolute().parent / Path(folder).expanduser()))
    return SavedArchive(place, _text(found, "query"), _text(found, "sort"))


def write(file: Path, saved: SavedArchive) -> None:
    """Write an archive file whole or not at all, never into the archive itself. Raises ArchiveFileProblem.

    A folder that lies beside the file or below is named from there, so that both can be moved together.
    """
    target = file.absolute()
    if target.resolve().is_relative_to(saved.folder.resolve()):
        raise ArchiveFileProblem(
            f"{saved.folder} is the archive, and Pressmark never writes into an archive. Choose another folder for the file."
        )
    beside = saved.folder.is_relative_to(target.parent)
    folder = saved.folder.relative_to(target.parent).as_posix() if beside else str(saved.folder)
    said = {"pressmark": VERSION, "folder": folder, "query": saved.query, "sort": saved.sort}
    content = json.dumps({name: value for name, value in said.items() if value}, ensure_ascii=False, indent=1)
    try:
        replace_text(target, content + "\n", mode=0o644)
    except (OSError, UnicodeEncodeError) as error:
        raise ArchiveFileProblem(f"{target} cannot be written ({error}). Choose another place.") from error


def _text(found: dict[str, Any], name: str) -> str:
    value = found.get(name)
    return value if isinstance(value, str) else ""


def _not_ours(file: Path) -> ArchiveError:
    return ArchiveFileProblem(
        f"{file} is not an archive file of Pressmark. Open the folder of articles itself with Ctrl+O."
    )
