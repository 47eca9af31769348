"""A file of the archive: where it is, what became of it, and how far the reading of all is."""

from dataclasses import dataclass, field
from enum import StrEnum

PART_OF = "part of the saved page "
MEMBER = "!/"  # between the path of a container and the name of what is in it


class FileState(StrEnum):
    """What became of a file of the archive."""

    ARTICLE = "article"
    UNREADABLE = "unreadable"
    DUPLICATE = "duplicate"
    PART = "part of a page"
    CONTAINER = "container"


@dataclass(frozen=True, slots=True)
class Source:
    r"""One entry of the archive folder.

    `path` is relative to the folder, with "/" between its parts, and always printable: bytes that are no
    UTF-8 stand in it as \xNN. `raw` is the same path as the system's bytes, for opening. `problem` is the
    sentence that says why the entry cannot be read at all (a pipe, a dangling link ...), or empty.
    """

    path: str
    raw: bytes
    size: int
    mtime_ns: int
    problem: str = ""

    def member(self, name: str, size: int) -> "Source":
        """Return a member of this file as a source of its own; it counts as unchanged as long as the file does."""
        shown = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in name)
        raw = self.raw + MEMBER.encode() + name.encode("utf-8", "backslashreplace")
        return Source(f"{self.path}{MEMBER}{shown}", raw, size, self.mtime_ns)

    @property
    def is_part(self) -> bool:
        """Whether it lies in the folder beside a saved page: its pictures, styles and frames, and no article."""
        return self.problem.startswith(PART_OF)


@dataclass(frozen=True, slots=True)
class FileRecord:
    """One line of the archive's health: a file, what became of it and why."""

    path: str
    state: FileState
    reason: str
    encoding: str
    encoding_reason: str
    size: int
    words: int
    article_id: int | None


@dataclass(frozen=True, slots=True)
class Totals:
    """How many files an archive has, by what became of them."""

    files: int = 0
    articles: int = 0
    unreadable: int = 0
    duplicates: int = 0
    parts: int = 0
    containers: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the indexing of an archive is; the last one of a run has `finished` set."""

    stage: str
    done: int = 0
    total: int = 0
    articles: int = 0
    unreadable: int = 0
    duplicates: int = 0
    skipped_unchanged: int = 0
    seconds: float = 0.0
    cpu_seconds: float = 0.0
    finished: bool = False
    problem: str = ""
    notices: tuple[str, ...] = field(default=())
    parts: int = 0
    containers: int = 0
