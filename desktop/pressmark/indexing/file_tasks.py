"""What is done with a file before and after its outlet is counted: opened, and judged; here, or in a process of its own."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from pressmark.catalog.changes import Known, Read, packed_row
from pressmark.errors import FileUnreadable
from pressmark.indexing.judging import Content, judge
from pressmark.indexing.line_keys import Bytes, PageKeys, page_keys
from pressmark.indexing.reading_pool import ReadingPool, processes
from pressmark.indexing.scan import wants_other_encoding
from pressmark.reading import formats
from pressmark.reading.decode import harmless, lines_of
from pressmark.reading.folder import read_bytes
from pressmark.reading.outlet import Signs, signs
from pressmark.values import Decoded, Source

DIGEST_BYTES = 16
PLAIN = (".txt", ".text")


class Doing(Protocol):
    """Who does tasks: takes them, and has what came of them when it is asked for."""

    def submit(self, tasks: Sequence[Callable[[], Any]]) -> Sequence[Any]:
        """Take tasks; return a ticket for each."""

    def collect(self, tickets: Sequence[Any], ask: Callable[[], None]) -> list[Any]:
        """Return what came of tasks, in the order of the tickets; `ask` is called between two."""

    def use(self, share: float) -> None:
        """Use this share of the processes from now on."""


# So few plain texts are read before a process has started: our own code reads them, and does not crash.
FEW = 40


@contextmanager
def doing(sources: Sequence[Source]) -> Iterator[Doing]:
    """Give who reads these files: processes of their own where they are many, or where a library reads them."""
    count = min(processes(), 1 + len(sources) // FEW)
    if not count or (len(sources) <= FEW and all(one.path.endswith(PLAIN) for one in sources)):
        yield RightHere()
        return
    pool = ReadingPool(count)
    try:
        yield pool
    finally:
        pool.close()


class RightHere:
    """Does tasks in this process, when what came of them is asked for."""

    def submit(self, tasks: Sequence[Callable[[], Any]]) -> Sequence[Any]:
        """Take tasks."""
        return tasks

    def use(self, share: float) -> None:
        """Go on: there is but this process."""

    def collect(self, tickets: Sequence[Any], ask: Callable[[], None]) -> list[Any]:
        """Do them."""
        found = []
        for task in tickets:
            ask()
            found.append(task())
        return found


@dataclass(frozen=True, slots=True)
class FileText:
    """What a file holds, before its outlet is known; `lines` are those of the text, made harmless."""

    digest: str
    text: Decoded
    lines: list[str] | None
    signs: Signs
    keys: PageKeys


@dataclass(frozen=True, slots=True)
class Untouched:
    """A file whose time changed and nothing else."""

    source: Source


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that cannot be read, and why; without a digest not even its bytes could be."""

    source: Source
    digest: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class OpenFile:
    """Read a file's bytes and decode them; `known` is what the catalog knows of it."""

    root: Path
    source: Source
    known: Known | None
    encodings: Mapping[str, str]

    def __call__(self) -> FileText | Untouched | Refused:
        """Do it."""
        source, known = self.source, self.known
        if source.problem:
            return Refused(source, None, source.problem)
        try:
            data = read_bytes(self.root, source)
        except FileUnreadable as problem:
            return Refused(source, None, str(problem))
        digest = hashlib.blake2b(data, digest_size=DIGEST_BYTES).hexdigest()
        if known and known.digest == digest and not wants_other_encoding(known, self.encodings):
            return Untouched(source)
        try:
            text = formats.read(data, source.path, self.encodings.get(digest, ""))
        except FileUnreadable as problem:
            return Refused(source, digest, str(problem))
        lines = lines_of(harmless(text.text))
        return FileText(digest, text, lines, signs(lines, source.path, text.says.outlet), page_keys(lines))


@dataclass(frozen=True, slots=True)
class JudgeText:
    """Make the article of a text; `classes` is what its outlet's other pages tell of its lines."""

    content: Content
    classes: Bytes

    def __call__(self) -> Read:
        """Do it; the article's blocks are in the row, and need not be packed twice on the way."""
        read = judge(self.content, self.classes)
        return replace(read, row=packed_row(read), article=replace(read.article, blocks=()))

    def __reduce__(self) -> tuple[Any, ...]:
        """Leave the lines out on the way to another process: they are made of the text again."""
        return JudgeText, (replace(self.content, lines=None), self.classes)
