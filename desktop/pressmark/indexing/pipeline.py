"""The whole way from the folder to the catalog and the index, as a generator of Progress."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pressmark.catalog.catalog import DONE, RUNNING, Catalog
from pressmark.catalog.changes import Changes
from pressmark.catalog.userdata import UserData
from pressmark.indexing.dates import infer_dates
from pressmark.indexing.lock import ArchiveLock
from pressmark.indexing.publish import Publisher
from pressmark.indexing.reader import Reader, Tally
from pressmark.indexing.scan import Changed, changes
from pressmark.search.schema import IndexDamaged
from pressmark.values import Progress

BATCH = 100  # files read between two looks at the stop flag, and judged with one another's repeats
FEW_PAGES = 10  # an article judged when fewer pages of its outlet were known is judged again at the end
REPORT_SECONDS = 1 / 30


class Stopped(Exception):
    """The person or the program asked the indexing to end; all that was done is kept."""


class Run:
    """One run over an archive: what it has done so far, and how it tells."""

    def __init__(self, root: Path, data: Path, goes_on: Callable[[], bool]) -> None:
        """Prepare to index the folder `root` into the data folder `data`; `goes_on` is asked between steps."""
        self._root, self._data, self._goes_on = root, data, goes_on
        self._tally = Tally()
        self._unchanged = 0
        self._started, self._cpu = time.monotonic(), time.process_time()
        self._notices: list[str] = []

    def steps(self) -> Iterator[Progress]:
        """Bring catalog and index up to the folder; the last Progress has `finished` set.

        Raises ArchiveGone, ArchiveBusy, DataFolderProblem. Whenever it ends, what was done is kept and the next
        run goes on from there.
        """
        with ArchiveLock(self._data):
            catalog, user = Catalog(self._data), UserData(self._data)
            self._notices += [notice for notice in (catalog.notice, user.notice) if notice]
            try:
                yield from self._with_index(catalog, user)
            except Stopped:
                yield self._progress("stopped", finished=True)
            finally:
                catalog.close()
                user.close()

    def _with_index(self, catalog: Catalog, user: UserData) -> Iterator[Progress]:
        """Open the index, once more from nothing where it is damaged, and do the work."""
        try:
            publisher = Publisher(self._data, catalog)
        except IndexDamaged as damage:
            publisher = self._anew(catalog, damage)
        try:
            yield from self._work(catalog, user, publisher)
        except IndexDamaged as damage:
            publisher.close()
            publisher = self._anew(catalog, damage)
            yield from self._work(catalog, user, publisher)
        finally:
            publisher.close()

    def _anew(self, catalog: Catalog, damage: IndexDamaged) -> Publisher:
        """Throw a damaged index away and open an empty one."""
        self._notices.append(f"{damage} The index is built again; nothing of yours is lost.")
        return Publisher(self._data, catalog, anew=True)

    def _work(self, catalog: Catalog, user: UserData, publisher: Publisher) -> Iterator[Progress]:
        """Find what changed, read it, publish it, then look again at what was judged too early."""
        yield self._progress("looking")
        store = Changes(catalog)
        encodings = user.encodings()
        changed = changes(self._root, store.known_files(), encodings)
        self._unchanged = changed.unchanged
        if changed.sources or changed.gone or store.lacking():
            store.set_meta(state=RUNNING)
        reader = Reader(self._root, catalog, encodings, self._tally)
        yield from self._read(changed, reader, publisher)
        store.forget_files(changed.gone)
        store.settle()
        yield from self._judge_again(store, reader)
        yield from self._publish(publisher, changed.files)
        if changed.sources:
            store.try_dates_again()
        for done, total in infer_dates(catalog, store):
            self._ask()
            yield self._progress("dating", done, total)
        yield from self._publish(publisher, changed.files)
        store.set_meta(state=DONE)
        yield self._progress("done", changed.files, changed.files, finished=True)

    def _read(self, changed: Changed, reader: Reader, publisher: Publisher) -> Iterator[Progress]:
        """Read the new and changed files, and publish as they come."""
        for start in range(0, len(changed.sources), BATCH):
            self._ask()
            reader.read(changed.sources[start : start + BATCH])
            done = min(start + BATCH, len(changed.sources))
            for _ in publisher.publish():
                yield self._progress("reading", changed.unchanged + done, changed.files)
            yield self._progress("reading", changed.unchanged + done, changed.files)

    def _judge_again(self, store: Changes, reader: Reader) -> Iterator[Progress]:
        """Judge again the articles that were read before their outlet's repeats could be known."""
        early = store.seen_too_few(FEW_PAGES)
        for done, (number, outlet, seen) in enumerate(early):
            pages = reader.pages(outlet)
            if pages > seen:
                self._ask()
                if not reader.judge_again(number):
                    store.note_pages_seen([number], pages)
                yield self._progress("checking", done, len(early))

    def _publish(self, publisher: Publisher, files: int) -> Iterator[Progress]:
        """Publish what is left and commit it."""
        for _ in publisher.publish():
            self._ask()
            yield self._progress("publishing", files, files)
        publisher.commit()

    def _ask(self) -> None:
        if not self._goes_on():
            raise Stopped

    def _progress(self, stage: str, done: int = 0, total: int = 0, *, finished: bool = False) -> Progress:
        tally = self._tally
        return Progress(
            stage=stage,
            done=done,
            total=total,
            articles=tally.articles,
            unreadable=tally.unreadable,
            duplicates=tally.duplicates,
            skipped_unchanged=self._unchanged + tally.touched,
            seconds=time.monotonic() - self._started,
            cpu_seconds=time.process_time() - self._cpu,
            finished=finished,
            notices=tuple(self._notices),
        )


def index(root: Path, data: Path, goes_on: Callable[[], bool] = lambda: True) -> Iterator[Progress]:
    """Index the folder `root` into its data folder; yield at most 30 Progress a second, the last one always."""
    told = 0.0
    for progress in Run(root, data, goes_on).steps():
        if progress.finished or time.monotonic() - told >= REPORT_SECONDS:
            told = time.monotonic()
            yield progress
