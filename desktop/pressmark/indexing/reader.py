"""One batch of files read: each becomes an article, a duplicate, or a reason why not."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pressmark.catalog.catalog import Catalog
from pressmark.catalog.changes import CHOSEN, SAME_CONTENT, Changes, Known, Read
from pressmark.catalog.chosen_outlets import Choices
from pressmark.errors import FileUnreadable
from pressmark.indexing.counts import RunningCounts
from pressmark.indexing.judging import Content, judge
from pressmark.indexing.line_keys import page_keys, unpacked
from pressmark.indexing.outlet_decisions import Outlets, outlets_of, pack_signs
from pressmark.indexing.scan import encoding_name, wants_other_encoding
from pressmark.reading import formats
from pressmark.reading.decode import harmless, lines_of
from pressmark.reading.folder import look_at, read_bytes
from pressmark.reading.outlet import signs
from pressmark.values import FileState, Source

DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True)
class PageRead:
    """A file's text, before its lines are judged."""

    source: Source
    content: Content

    @property
    def digest(self) -> str:
        """The digest of its bytes."""
        return self.content.digest


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


@dataclass(slots=True)
class Tally:
    """What became of the files of a run so far."""

    articles: int = 0
    unreadable: int = 0
    duplicates: int = 0
    touched: int = 0


class ArchiveReader:
    """Reads files into the catalog in batches; an outlet's repeats are counted over a batch before it is judged."""

    def __init__(
        self,
        root: Path,
        catalog: Catalog,
        known: Mapping[bytes, Known],
        encodings: Mapping[str, str],
        choices: Choices,
    ) -> None:
        """Read files of the folder `root` into `catalog`.

        `known` is what the catalog knows of the files, `encodings` what the person chose by digest, `choices` the
        outlets.
        """
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

    def read(self, sources: Sequence[Source], ask: Callable[[], None] = lambda: None) -> None:
        """Read a batch of new or changed files, and note in the catalog what each one is: all of them, or none.

        `ask` is called between two files; what it raises ends the batch. Raises ArchiveGone where the folder
        vanishes meanwhile.
        """
        opened = []
        for source in sources:
            ask()
            opened.append(self._open(source))
        pages = [page for page in opened if isinstance(page, PageRead)]
        fresh: dict[str, PageRead] = {}
        for page in pages:
            if self._changes.number_of(page.digest) is None:
                fresh.setdefault(page.digest, page)
        other = {page.digest: page for page in pages if self._wants_other_encoding(page)}
        judged = self._judge([page.content for page in (other | fresh).values()], ask)
        look_at(self._root)
        with self._changes.together():
            for found in opened:
                self._put(found, judged)

    @cached_property
    def _outlets(self) -> Outlets:
        """What is known of the outlets: looked up once there is something to read."""
        return outlets_of(self._catalog, self._choices)

    def _judge(self, contents: Sequence[Content], ask: Callable[[], None]) -> dict[str, Read]:
        """Judge a batch, its outlets counted, by digest."""
        by_outlet: dict[str, list[Content]] = {}
        for content in contents:
            by_outlet.setdefault(content.outlet[0], []).append(content)
        judged = {}
        for name, members in by_outlet.items():
            counts, counted = self._counts.add(name, [content.keys for content in members])
            for content in members:
                ask()
                judged[content.digest] = judge(content, counts.classes(content.keys, counted=counted))
        return judged

    def _open(self, source: Source) -> PageRead | Untouched | Refused:
        """Read a file's bytes and decode them."""
        if source.problem:
            return Refused(source, None, source.problem)
        try:
            data = read_bytes(self._root, source)
        except FileUnreadable as problem:
            return Refused(source, None, str(problem))
        digest = _digest(data)
        known = self._known.get(source.raw)
        if known and known.digest == digest and not wants_other_encoding(known, self._encodings):
            return Untouched(source)
        try:
            return self._page(source, data, digest)
        except FileUnreadable as problem:
            return Refused(source, digest, str(problem))

    def _page(self, source: Source, data: bytes, digest: str) -> PageRead:
        """Decode a file and take the keys of its lines; raise FileUnreadable if it holds no text."""
        text = formats.read(data, source.path, self._encodings.get(digest, ""))
        lines = lines_of(harmless(text.text))
        said = signs(lines, source.path, text.says.outlet)
        if self._changes.number_of(digest) is None:
            self._outlets.learn(said)
        found = self._outlets.of(digest, source.path, said)
        return PageRead(
            source, Content(digest, source.path, text, lines, found, pack_signs(said), page_keys(lines))
        )

    def _put(self, found: PageRead | Untouched | Refused, judged: Mapping[str, Read]) -> None:
        """Note in the catalog what a file is."""
        if isinstance(found, Untouched):
            self._changes.touch(found.source)
            self.touched.add(found.source.raw)
            self.tally.touched += 1
        elif isinstance(found, Refused):
            chosen = self._encodings.get(found.digest or "", "")
            encoding = (encoding_name(chosen), CHOSEN) if chosen else ("", "")
            self._changes.add_unreadable(found.source, found.digest, found.reason, encoding)
            self.tally.unreadable += 1
        else:
            self._put_page(found, judged)

    def _put_page(self, page: PageRead, judged: Mapping[str, Read]) -> None:
        """Note a page: new, the same as another file, or now read in another encoding."""
        number = self._changes.number_of(page.digest)
        if number is None:
            self._changes.add_article(page.source, judged[page.digest])
            self.tally.articles += 1
            return
        if self._wants_other_encoding(page):
            self._changes.change_article(number, judged[page.digest])
        other = self._changes.standing_for(number, page.source.raw)
        state = FileState.DUPLICATE if other else FileState.ARTICLE
        reason = f"{SAME_CONTENT}{other}" if other else ""
        self._changes.put_file(page.source, page.digest, state, reason, number)
        self.tally.duplicates += bool(other)
        self.tally.articles += not other

    def _wants_other_encoding(self, page: PageRead) -> bool:
        known = self._known.get(page.source.raw)
        return known is not None and wants_other_encoding(known, self._encodings)


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=DIGEST_BYTES).hexdigest()
