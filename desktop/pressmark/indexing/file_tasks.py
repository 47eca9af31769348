"""What is done with a file before and after its outlet is counted: opened, and judged; here, or in a process of its own."""

import hashlib
import io
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from pressmark.catalog.changes import Known, Read, packed_row
from pressmark.errors import FileUnreadable
from pressmark.indexing.judging import Content, judge
from pressmark.indexing.line_keys import Bytes, PageKeys, page_keys
from pressmark.indexing.reading_pool import ReadingPool, processes
from pressmark.indexing.scan import wants_other_encoding
from pressmark.reading import formats
from pressmark.reading.decode import harmless, lines_of
from pressmark.reading.folder import content, opened
from pressmark.reading.outlet import Signs, signs
from pressmark.values import Decoded, Member, Metadata, Source

DIGEST_BYTES = 16
# Members of a file that are read at once: so many, so many bytes of them, for so long.
MEMBERS_AT_ONCE, BYTES_AT_ONCE, SECONDS_AT_ONCE = 100, 16_000_000, 5.0
# Of a file within a file within a file: so deep, so many bytes and members in all.
MOST_DEEP, MOST_BYTES, MOST_MEMBERS = 5, 256_000_000, 20_000
REST = "the rest"
EMPTY = "The file is empty."
TOO_DEEP = "Too many archives stand in one another: not unpacked. Take out the files that you need."
TOO_MUCH = (
    "It unpacks to more than 256 MB within an archive: the rest is not unpacked. Take it out of the archive."
)
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
class Members:
    """Some of what is in a file: each member, and what it holds; `after` is where to go on, None at the end."""

    source: Source
    found: tuple[tuple[Source, FileText | Refused], ...]
    after: int | None


@dataclass(frozen=True, slots=True)
class OpenFile:
    """Read a file's bytes and decode them; `known` is what the catalog knows of it.

    Of a file in which others are, so many of these are read as take little time and memory, from `start` on; after one has
    ended its process one alone, and at that one none: it is named with the `ended` sentence, and passed over.
    """

    root: Path
    source: Source
    known: Known | None
    encodings: Mapping[str, str]
    start: int = 0
    alone: bool = False
    ended: str = ""

    def __call__(self) -> FileText | Untouched | Refused | Members:
        """Do it."""
        source = self.source
        if source.problem:
            return Refused(source, None, source.problem)
        try:
            with opened(self.root, source) as file:
                container = formats.container_of(file, source.path)
                if container is not None:
                    reading = OpenContainer(source, self.encodings, alone=self.alone, ended=self.ended)
                    return reading.members(container, file, self.start)
                data = content(file, source.path)
        except FileUnreadable as problem:
            return Refused(source, None, str(problem))
        return self._text(data)

    def _text(self, data: bytes) -> FileText | Untouched | Refused:
        source, known = self.source, self.known
        digest = digest_of(data)
        if known and known.digest == digest and not wants_other_encoding(known, self.encodings):
            return Untouched(source)
        return text_of(source, data, digest, self.encodings)


def joined(outer: Metadata, inner: Metadata) -> Metadata:
    """Return what a page says of itself, and what its container knows besides."""
    said = {
        field.name: getattr(inner, field.name) or getattr(outer, field.name) for field in fields(Metadata)
    }
    return Metadata(**said)


def digest_of(data: bytes) -> str:
    """Return by what a content is known."""
    return hashlib.blake2b(data, digest_size=DIGEST_BYTES).hexdigest()


def text_of(
    source: Source, data: bytes, digest: str, encodings: Mapping[str, str], member: Member | None = None
) -> FileText | Refused:
    """Decode the bytes of a file, or of a member of one."""
    path = member.reads or member.name if member is not None else source.path
    try:
        text = formats.read(data, path, encodings.get(digest, ""))
    except FileUnreadable as problem:
        return Refused(source, digest, str(problem))
    if member is not None and member.metadata is not None:
        text = replace(text, metadata=joined(member.metadata, text.says))
    lines = lines_of(harmless(text.text))
    return FileText(digest, text, lines, signs(lines, source.path, text.says.outlet), page_keys(lines))


class OpenContainer:
    """Reads members of a file, and of files in it, as far as that takes little time and memory."""

    def __init__(self, source: Source, encodings: Mapping[str, str], *, alone: bool, ended: str) -> None:
        """Read those of a file, one alone or as many as take little; with `ended` name the first one so, and read it not."""
        self._source, self._encodings = source, encodings
        self._most, self._ended = 1 if alone or ended else MEMBERS_AT_ONCE, ended
        self._found: list[tuple[Source, FileText | Refused]] = []
        self._bytes = 0

    def members(self, container: formats.Container, file: BinaryIO, start: int) -> Members | Refused:
        """Return members from `start` on; Refused where the file as a whole cannot be read."""
        end = time.monotonic() + SECONDS_AT_ONCE
        for after, member in container.members(file, self._source.path, start):
            if member.problem and not member.name and not self._found and not start:
                return Refused(self._source, "", member.problem)
            if self._ended:
                member = replace(member, data=b"", problem=self._ended)
            self._take(self._source, member, 0)
            if len(self._found) >= self._most or self._bytes > BYTES_AT_ONCE or time.monotonic() > end:
                return Members(self._source, tuple(self._found), after)
        return Members(self._source, tuple(self._found), None)

    def _take(self, outer: Source, member: Member, depth: int) -> None:
        """Take a member in, and what is in it."""
        source = outer.member(member.name or REST, len(member.data))
        self._bytes += len(member.data)
        if member.problem or not member.data:
            self._found.append((source, Refused(source, "", member.problem or EMPTY)))
            return
        name = member.reads or member.name
        inner = io.BytesIO(member.data)
        container = formats.container_of(inner, name)
        if container is None:
            digest = digest_of(member.data)
            self._found.append((source, text_of(source, member.data, digest, self._encodings, member)))
        elif depth >= MOST_DEEP or self._bytes > MOST_BYTES:
            self._found.append((source, Refused(source, "", TOO_DEEP if depth >= MOST_DEEP else TOO_MUCH)))
        else:
            for _, one in container.members(inner, name, 0):
                if self._bytes > MOST_BYTES or len(self._found) > MOST_MEMBERS:
                    self._found.append((source, Refused(source, "", TOO_MUCH)))
                    break
                self._take(source, one, depth + 1)


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
