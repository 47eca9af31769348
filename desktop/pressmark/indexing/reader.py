"""One batch of files read: each becomes an article, a duplicate, or a reason why not."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pressmark.catalog.catalog import Catalog
from pressmark.catalog.changes import Changes, Read
from pressmark.errors import FileUnreadable
from pressmark.indexing.counts import Keys, RepeatCounts, line_keys
from pressmark.indexing.scan import wants_other_encoding
from pressmark.reading import formats
from pressmark.reading.article import read_article
from pressmark.reading.decode import lines_of
from pressmark.reading.folder import read_bytes
from pressmark.reading.outlet import outlet
from pressmark.relate.vectors import packed_terms
from pressmark.values import Decoded, FileState, Source

DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True)
class Page:
    """A file's text, before its lines are judged."""

    source: Source
    digest: str
    text: Decoded
    outlet: str
    keys: Keys


@dataclass(slots=True)
class Tally:
    """What became of the files of a run so far."""

    articles: int = 0
    unreadable: int = 0
    duplicates: int = 0
    touched: int = 0


class Reader:
    """Reads files into the catalog in batches; an outlet's repeats are counted over a batch before it is judged."""

    def __init__(self, root: Path, catalog: Catalog, encodings: Mapping[str, str], tally: Tally) -> None:
        """Read files of the folder `root` into `catalog`, with the encodings the person chose by digest."""
        self._root = root
        self._catalog = catalog
        self._changes = Changes(catalog)
        self._encodings = encodings
        self._known = self._changes.known_files()
        self._numbers = self._changes.known_digests()
        self._counts = RepeatCounts(catalog.line_keys())
        self._tally = tally

    def read(self, sources: Sequence[Source]) -> None:
        """Read a batch of new or changed files and note in the catalog what each one is."""
        with self._changes.together():
            pages = [page for source in sources if (page := self._open(source)) is not None]
        fresh = [page for page in pages if page.digest not in self._numbers]
        self._counts.add((page.outlet, page.keys) for page in fresh)
        with self._changes.together():
            for page in pages:
                self._put(page)

    def judge_again(self, number: int) -> bool:
        """Judge an article once more with what its outlet is now known to repeat; tell whether it changed."""
        stored = self._catalog.article(number)
        for source in self._changes.sources_of(number):
            try:
                page = self._page(source, read_bytes(self._root, source), stored.digest)
            except FileUnreadable:
                continue
            read = self._judge(page)
            if read.article.blocks == stored.article.blocks:
                return False
            self._changes.change_article(number, read)
            return True
        return False

    def pages(self, outlet_name: str) -> int:
        """Return how many pages of an outlet are known."""
        return self._counts.pages(outlet_name)

    def _open(self, source: Source) -> Page | None:
        """Read a file's bytes; note at once what is no new text, and return the page of what is."""
        if source.problem:
            self._refuse(source, None, source.problem)
            return None
        try:
            data = read_bytes(self._root, source)
        except FileUnreadable as problem:
            self._refuse(source, None, str(problem))
            return None
        digest = hashlib.blake2b(data, digest_size=DIGEST_BYTES).hexdigest()
        known = self._known.get(source.raw)
        if known and known.digest == digest and not wants_other_encoding(known, self._encodings):
            self._changes.touch(source)
            self._tally.touched += 1
            return None
        try:
            return self._page(source, data, digest)
        except FileUnreadable as problem:
            self._refuse(source, digest, str(problem))
            return None

    def _page(self, source: Source, data: bytes, digest: str) -> Page:
        """Decode a file and take the keys of its lines; raise FileUnreadable if it holds no text."""
        text = formats.read(data, source.path, self._encodings.get(digest, ""))
        lines = lines_of(text.text)
        return Page(source, digest, text, outlet(lines, source.path)[0], line_keys(lines))

    def _judge(self, page: Page) -> Read:
        """Make the article of a page whose lines are counted."""
        article = read_article(page.text, page.source.path, self._counts.others(page.outlet))
        kept = [block.text for block in article.blocks if not block.set_aside]
        return Read(
            article,
            page.digest,
            sum(len(text.split()) for text in kept),
            page.keys.tobytes(),
            packed_terms(article),
            self._counts.pages(page.outlet),
        )

    def _put(self, page: Page) -> None:
        """Note in the catalog what a page is: new, the same as another file, or to be read in another encoding."""
        number = self._numbers.get(page.digest)
        if number is None:
            read = self._judge(page)
            self._numbers[page.digest] = self._changes.add_article(page.source, read)
            self._tally.articles += 1
            return
        others = [other for other in self._changes.sources_of(number) if other.raw != page.source.raw]
        known = self._known.get(page.source.raw)
        if known and wants_other_encoding(known, self._encodings):
            self._changes.change_article(number, self._judge(page))
        if not others:
            self._changes.put_file(page.source, page.digest, FileState.ARTICLE, "", number)
            self._tally.articles += 1
            return
        self._changes.put_file(
            page.source, page.digest, FileState.DUPLICATE, f"the same content as {others[0].path}", number
        )
        self._tally.duplicates += 1

    def _refuse(self, source: Source, digest: str | None, reason: str) -> None:
        """Note why a file is not read; without a digest it is tried again at the next run."""
        self._changes.add_unreadable(source, digest, reason)
        self._tally.unreadable += 1
