"""One batch of files read: each becomes an article, a duplicate, or a reason why not."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from pressmark.catalog.catalog import Catalog
from pressmark.catalog.changes import CHOSEN, SAME_CONTENT, Changes, Known
from pressmark.catalog.chosen_outlets import Choices
from pressmark.counting import count
from pressmark.errors import FileUnreadable
from pressmark.indexing.counts import RunningCounts
from pressmark.indexing.file_tasks import (
    Doing,
    FileText,
    JudgeText,
    Members,
    OpenFile,
    Refused,
    RightHere,
    Untouched,
)  # fmt: skip
from pressmark.indexing.judging import Content
from pressmark.indexing.line_keys import Bytes, unpacked
from pressmark.indexing.outlet_decisions import Outlets, outlets_of, pack_signs
from pressmark.indexing.reading_pool import ReadingEnded
from pressmark.indexing.scan import encoding_name, wants_other_encoding
from pressmark.reading import formats
from pressmark.reading.folder import look_at, opened
from pressmark.values import MEMBER, FileState, Source


@dataclass(frozen=True, slots=True)
class PageRead:
    """A file's text and whose it is, before its lines are judged."""

    source: Source
    content: Content

    @property
    def digest(self) -> str:
        """The digest of its bytes."""
        return self.content.digest


@dataclass(slots=True)
class Tally:
    """What became of the files of a run so far."""

    articles: int = 0
    unreadable: int = 0
    duplicates: int = 0
    parts: int = 0
    containers: int = 0
    touched: int = 0

    @property
    def counted(self) -> tuple[int, ...]:
        """How many files became what, those left out that only were touched."""
        return self.articles, self.unreadable, self.duplicates, self.parts, self.containers


class Part(NamedTuple):
    """A file to be read; one in which others are from `start` on, as OpenFile says."""

    source: Source
    start: int = 0
    alone: bool = False
    ended: str = ""


@dataclass(frozen=True, slots=True)
class ContainerRead:
    """A file in which others are, read to its end."""

    source: Source


@dataclass(frozen=True, slots=True)
class Opening:
    """A batch whose files are being opened."""

    parts: tuple[Part, ...]
    tickets: Sequence[Any]


@dataclass(frozen=True, slots=True)
class Judging:
    """A batch whose texts are being judged; `digests` are those of the texts behind the tickets."""

    opened: list[PageRead | Untouched | Refused | ContainerRead]
    digests: list[str]
    tickets: Sequence[Any]


class ArchiveReader:
    """Reads files into the catalog in batches; an outlet's repeats are counted over a batch before it is judged."""

    def __init__(
        self,
        root: Path,
        catalog: Catalog,
        known: Mapping[bytes, Known],
        encodings: Mapping[str, str],
        choices: Choices,
        doing: Doing | None = None,
    ) -> None:
        """Read files of the folder `root` into `catalog`.

        `known` is what the catalog knows of the files, `encodings` what the person chose by digest, `choices` the
        outlets. `doing` reads and judges the files: in processes of their own, or (None) right here.
        """
        self._doing = doing or RightHere()
        self._root = root
        self._catalog = catalog
        self._changes = Changes(catalog)
        self._known = known
        self._encodings = encodings
        self._choices = choices
        self._counts = RunningCounts(
            lambda name: (unpacked(keys, grams) for _, keys, grams, _ in catalog.pages_of(name)),
            catalog.pages_count,
        )
        self.tally = Tally()
        self.touched: set[bytes] = set()
        self.going: list[Part] = []  # files of which more members are to be read
        self._members: dict[bytes, set[bytes]] = {}  # by file: the members met so far

    def read(self, sources: Sequence[Source], ask: Callable[[], None] = lambda: None) -> None:
        """Read a batch of new or changed files, and note in the catalog what each one is: all of them, or none.

        `ask` is called between two files; what it raises ends the batch. Raises ArchiveGone where the folder
        vanishes meanwhile.
        """
        self.put(self.judge(self.open([Part(source) for source in sources]), ask), ask)

    def use(self, share: float) -> None:
        """Use this share of the processes from now on."""
        self._doing.use(share)

    def open(self, parts: Sequence[Part]) -> Opening:
        """Have the files of a batch opened."""
        tasks = [
            OpenFile(self._root, part.source, self._known.get(part.source.raw), self._encodings, *part[1:])
            for part in parts
        ]
        return Opening(tuple(parts), self._doing.submit(tasks))

    def judge(self, opening: Opening, ask: Callable[[], None]) -> Judging:
        """Have the new texts of a batch judged, their outlets counted; the batch before it is in the catalog."""
        results = self._doing.collect(opening.tickets, ask)
        told = zip(results, opening.parts, strict=True)
        opened = [self._page(one, source) for result, of in told for source, one in self._opened(result, of)]
        pages = [page for page in opened if isinstance(page, PageRead)]
        fresh: dict[str, PageRead] = {}
        for page in pages:
            if self._changes.number_of(page.digest) is None:
                fresh.setdefault(page.digest, page)
        other = {page.digest: page for page in pages if self._is_to_be_replaced(page)}
        contents = self._counted([page.content for page in (other | fresh).values()])
        tickets = self._doing.submit([JudgeText(content, classes) for content, classes in contents])
        return Judging(opened, [content.digest for content, _ in contents], tickets)

    def put(self, judging: Judging, ask: Callable[[], None] = lambda: None) -> set[bytes]:
        """Note in the catalog what became of a batch; return the paths of its files."""
        results = self._doing.collect(judging.tickets, ask)
        judged = dict(zip(judging.digests, results, strict=True))
        look_at(self._root)
        with self._changes.together():
            for found in judging.opened:
                self._put(_unless_ended(found, judged), judged)
        return {found.source.raw for found in judging.opened}

    @cached_property
    def _outlets(self) -> Outlets:
        """What is known of the outlets: looked up once there is something to read."""
        return outlets_of(self._catalog, self._choices)

    def _counted(self, contents: Sequence[Content]) -> list[tuple[Content, Bytes]]:
        """Count the outlets of a batch; return each text with what its outlet's other pages tell of its lines."""
        by_outlet: dict[str, list[Content]] = {}
        for content in contents:
            by_outlet.setdefault(content.outlet[0], []).append(content)
        found = []
        for name, members in by_outlet.items():
            counts, counted = self._counts.add(name, [content.keys for content in members])
            found += [(content, counts.classes(content.keys, counted=counted)) for content in members]
        return found

    def _opened(self, result: Any, part: Part) -> Iterator[tuple[Source, Any]]:
        """Yield what came of a file; of one in which others are, what came of each, and of itself at its end.

        Where one of these ended its process, they are read one by one, and that one is passed over.
        """
        source = part.source
        if isinstance(result, ReadingEnded) and not part.ended and self._has_members(source):
            self.going.append(_going_on(part, str(result)))
            return
        if not isinstance(result, Members):
            yield source, result
            return
        met = self._members.setdefault(source.raw, set())
        for member, one in result.found:
            named = _named_anew(member, met)  # a crawl may have a page more than once
            met.add(named.raw)
            yield named, replace(one, source=named) if isinstance(one, Refused) else one
        if result.after is None:
            yield source, ContainerRead(source)
        else:
            self.going.append(Part(source, result.after, part.alone and not part.ended))

    def _has_members(self, source: Source) -> bool:
        """Tell whether others are in a file, by its beginning alone: the rest of it has just ended a process."""
        try:
            with opened(self._root, source) as file:
                return formats.fits_container(file.read(formats.HEAD), source.path)
        except FileUnreadable:
            return False

    def _page(
        self, opened: FileText | Untouched | Refused | ReadingEnded | ContainerRead, source: Source
    ) -> PageRead | Untouched | Refused | ContainerRead:
        """Find the outlet of a text that was read."""
        if isinstance(opened, ReadingEnded):
            return Refused(source, None, str(opened))
        if not isinstance(opened, FileText):
            return opened
        if self._changes.number_of(opened.digest) is None:
            self._outlets.learn(opened.signs)
        outlet = self._outlets.of(opened.digest, source.path, opened.signs)
        signs = pack_signs(opened.signs)
        return PageRead(
            source, Content(opened.digest, source.path, opened.text, opened.lines, outlet, signs, opened.keys)
        )

    def _put(self, found: PageRead | Untouched | Refused | ContainerRead, judged: Mapping[str, Any]) -> None:
        """Note in the catalog what a file is."""
        if isinstance(found, ContainerRead):
            met = self._members.pop(found.source.raw, set())
            inside = found.source.raw + MEMBER.encode()
            self._changes.forget_files(
                raw for raw in self._known if raw.startswith(inside) and raw not in met
            )
            self._changes.add_container(found.source, count(len(met), "file"))
            self.tally.containers += 1
            return
        if isinstance(found, Untouched):
            self._changes.touch(found.source)
            self.touched.add(found.source.raw)
            self.tally.touched += 1
        elif isinstance(found, Refused):
            chosen = self._encodings.get(found.digest or "", "")
            encoding = (encoding_name(chosen), CHOSEN) if chosen else ("", "")
            self._changes.add_unreadable(found.source, found.digest, found.reason, encoding)
            self.tally.parts += found.source.is_part
            self.tally.unreadable += not found.source.is_part
        else:
            self._put_page(found, judged)

    def _put_page(self, page: PageRead, judged: Mapping[str, Any]) -> None:
        """Note a page: new, the same as another file, or now read in another encoding."""
        number = self._changes.number_of(page.digest)
        if number is None:
            self._changes.add_article(page.source, judged[page.digest])
            self.tally.articles += 1
            return
        if self._is_to_be_replaced(page):
            self._changes.change_article(number, judged[page.digest])
        other = self._changes.standing_for(number, page.source.raw)
        state = FileState.DUPLICATE if other else FileState.ARTICLE
        reason = f"{SAME_CONTENT}{other}" if other else ""
        self._changes.put_file(page.source, page.digest, state, reason, number)
        self.tally.duplicates += bool(other)
        self.tally.articles += not other

    def _is_to_be_replaced(self, page: PageRead) -> bool:
        """Tell whether an article is in the catalog that was read in another encoding, or by another reader."""
        known = self._known.get(page.source.raw)
        if known is not None and wants_other_encoding(known, self._encodings):
            return True
        number = self._changes.number_of(page.digest)
        return number is not None and self._changes.reader_of(number) != page.content.text.reader


def _going_on(part: Part, ended: str) -> Part:
    """Return how the reading of a file goes on after it ended a process: one by one, then past the one that did."""
    return part._replace(ended=ended) if part.alone else part._replace(alone=True)


def _named_anew(member: Source, met: set[bytes]) -> Source:
    """Return a member, with a number behind its name where another one is called so."""
    named, number = member, 1
    while named.raw in met:
        number += 1
        named = replace(member, path=f"{member.path} ({number})", raw=member.raw + f" ({number})".encode())
    return named


def _unless_ended(
    found: PageRead | Untouched | Refused | ContainerRead, judged: Mapping[str, Any]
) -> PageRead | Untouched | Refused | ContainerRead:
    """Return what was found of a file, or that the process ended which judged it."""
    if isinstance(found, PageRead) and isinstance(ended := judged.get(found.digest), ReadingEnded):
        return Refused(found.source, None, str(ended))
    return found
