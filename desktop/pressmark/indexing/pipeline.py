"""The whole way from the folder to the catalog and the index, as a generator of Progress."""

import gc
import os
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pressmark.catalog.catalog import DONE, RUNNING, Catalog
from pressmark.catalog.changes import Changes
from pressmark.catalog.database import CatalogDamaged
from pressmark.catalog.user_data import UserData
from pressmark.corrections.following import follow_corrections, follow_files
from pressmark.corrections.overlay import Amending
from pressmark.errors import DataFolderProblem, IndexDamaged
from pressmark.indexing.comparing import compare
from pressmark.indexing.file_tasks import doing
from pressmark.indexing.inferred_dates import infer_dates
from pressmark.indexing.lock import ArchiveLock
from pressmark.indexing.outlet_decisions import settle_outlets
from pressmark.indexing.publish import Publisher
from pressmark.indexing.reader import ArchiveReader, Part, Tally
from pressmark.indexing.reading_pool import RARELY
from pressmark.indexing.scan import Changed, changes
from pressmark.reading.folder import look_at
from pressmark.reading.formats import READERS, name_of
from pressmark.values import FileState, Progress, Source

# What a file may be, in the order in which a Tally counts them.
STATES = (FileState.ARTICLE, FileState.UNREADABLE, FileState.DUPLICATE, FileState.PART, FileState.CONTAINER)
BATCH = 100  # files that are judged with one another's repeats, and written as one change
REPORT_SECONDS = 1 / 30


class RunStopped(Exception):
    """The person or the program asked the indexing to end; all that was done is kept."""


class IndexingRun:
    """One run over an archive: what it has done so far, and how it tells."""

    def __init__(
        self, root: Path, data: Path, goes_on: Callable[[], bool], looked: Sequence[Source] | None = None,
        share: Callable[[], float] = lambda: 1.0, *, again: bool = True,
    ) -> None:  # fmt: skip
        """Prepare to index the folder `root` into the data folder `data`; `goes_on` is asked between steps.

        `looked` is what is in the folder, where that was just seen; `share` tells how many of the processes are used. With
        `again` files are read once more whose reading had to be ended.
        """
        self._share, self._again = share, again
        self._root, self._data, self._goes_on, self._looked = root, data, goes_on, looked
        self._tally = Tally()
        self._read_now: set[bytes] = set()
        self._unchanged = 0
        self._started, self._cpu = time.monotonic(), _cpu_seconds()
        self._notices: list[str] = []

    def steps(self) -> Iterator[Progress]:
        """Bring catalog and index up to the folder; the last Progress has `finished` set.

        Raises ArchiveGone, ArchiveBusy, DataFolderProblem. Whenever it ends, what was done is kept and the next
        run goes on from there.
        """
        look_at(self._root)
        _keep_apart(self._root, self._data)
        with ArchiveLock(self._data):
            try:
                try:
                    yield from self._with_catalog()
                except CatalogDamaged:  # opened once more, it is set aside, which a notice says
                    self._read_now.clear()
                    yield from self._with_catalog()
            except RunStopped:
                yield self._progress("stopped", finished=True)

    def _with_catalog(self) -> Iterator[Progress]:
        """Open the databases and do the work."""
        catalog = Catalog(self._data)
        try:
            user = UserData(self._data)
            try:
                self._notices += [notice for notice in (catalog.notice, user.notice) if notice]
                yield from self._with_index(catalog, user)
            finally:
                user.close()
        finally:
            catalog.close()

    def _with_index(self, catalog: Catalog, user: UserData) -> Iterator[Progress]:
        """Open the index, once more from nothing where it is damaged, and do the work."""
        try:
            yield from self._work(catalog, user, anew=False)
        except IndexDamaged as damage:
            self._notices.append(f"{damage} That is done now; nothing of yours is lost.")
            yield from self._work(catalog, user, anew=True)

    def _work(self, catalog: Catalog, user: UserData, *, anew: bool) -> Iterator[Progress]:
        """Find what changed, read it, publish it, then look again at what was judged too early."""
        yield self._progress("looking")
        store = Changes(catalog)
        store.read_again_what_others_read([name_of(reader) for reader in READERS])
        encodings, choices, known = user.encodings(), user.outlets(), store.known_files()
        changed = changes(self._root, known, encodings, self._looked, again=self._again)
        if changed.sources or changed.gone or store.lacking() or store.stale_outlets():
            store.set_meta(state=RUNNING)
        follow_corrections(catalog, store, user)
        corrected = catalog.amended(Amending(user).amend)
        publisher = Publisher(self._data, corrected, anew=anew)
        try:
            self._unchanged = changed.unchanged
            store.forget_files(changed.gone)
            with doing(changed.sources) as hands:
                reader = ArchiveReader(self._root, catalog, known, encodings, choices, hands)
                self._tally = reader.tally
                yield from self._read(changed, reader, publisher)
                store.drop_articles_without_files()
                yield from self._publish(publisher, changed.files)
                settle_outlets(catalog, store, choices, self._ask)
                follow_files(catalog, user)
                follow_corrections(catalog, store, user)  # those that have another outlet now
                for done, total in compare(catalog, store, hands, self._ask):
                    yield self._progress("checking", done, total)
            for done, total in infer_dates(catalog, store):
                self._ask()
                yield self._progress("dating", done, total)
            yield from self._publish(publisher, changed.files)
        finally:
            publisher.close()
        store.set_meta(state=DONE)
        self._count(store, changed)
        files = sum(self._tally.counted) + self._unchanged
        yield self._progress("done", files, files, finished=True)

    def _read(self, changed: Changed, reader: ArchiveReader, publisher: Publisher) -> Iterator[Progress]:
        """Read the new and changed files, and publish as they come."""
        waiting = deque(Part(source) for source in changed.sources)
        opening = reader.open(_next(waiting)) if waiting else None
        judging, done = None, changed.unchanged
        while opening is not None or judging is not None:
            reader.use(self._share())
            if judging is not None:
                noted = reader.put(judging, self._ask)
                self._read_now.update(noted - reader.touched)
                done += len(noted)
            judging = reader.judge(opening, self._ask) if opening is not None else None
            waiting.extendleft(reader.going)
            reader.going.clear()
            opening = reader.open(_next(waiting)) if waiting else None
            for _ in publisher.publish():
                yield self._progress("reading", done, done + len(waiting))
            yield self._progress("reading", done, done + len(waiting))

    def _publish(self, publisher: Publisher, files: int) -> Iterator[Progress]:
        """Publish and commit until the index lacks nothing."""
        handed = True
        while handed:
            handed = False
            for _ in publisher.publish():
                handed = True
                self._ask()
                yield self._progress("publishing", files, files)
            publisher.commit()

    def _count(self, store: Changes, changed: Changed) -> None:
        """Count what became of the files read in this run, now that the last of them is known."""
        read, touched = store.states_of(self._read_now), self._tally.touched
        self._tally = Tally(*(read.count(state) for state in STATES))
        self._unchanged = changed.unchanged + touched

    def _ask(self) -> None:
        if not self._goes_on():
            raise RunStopped

    def _progress(self, stage: str, done: int = 0, total: int = 0, *, finished: bool = False) -> Progress:
        tally = self._tally
        return Progress(
            stage=stage,
            done=done,
            total=total,
            articles=tally.articles,
            unreadable=tally.unreadable,
            duplicates=tally.duplicates,
            parts=tally.parts,
            containers=tally.containers,
            skipped_unchanged=self._unchanged + tally.touched,
            seconds=time.monotonic() - self._started,
            cpu_seconds=_cpu_seconds() - self._cpu,
            finished=finished,
            notices=tuple(self._notices),
        )


def index(
    root: Path,
    data: Path,
    goes_on: Callable[[], bool] = lambda: True,
    looked: Sequence[Source] | None = None,
    share: Callable[[], float] = lambda: 1.0,
    *,
    again: bool = True,
) -> Iterator[Progress]:
    """Index the folder `root` into its data folder; yield at most 30 Progress a second, the last one always.

    `looked` is what is in the folder, where that was just seen: it is not walked again. `share` tells before each batch
    which share of the reading processes is used. With `again` files are read once more whose reading had to be ended.
    """
    reported = 0.0
    with _rarely_collecting():
        for progress in IndexingRun(root, data, goes_on, looked, share, again=again).steps():
            if progress.finished or time.monotonic() - reported >= REPORT_SECONDS:
                reported = time.monotonic()
                yield progress


def _goes_on(part: Part) -> bool:
    return bool(part.start or part.alone or part.ended)


def _next(waiting: deque[Part]) -> list[Part]:
    """Take the next batch; a file in which others are goes on alone, since each of its parts is a batch of its own."""
    batch: list[Part] = []
    while waiting and len(batch) < BATCH and not (batch and _goes_on(waiting[0])):
        batch.append(waiting.popleft())
        if _goes_on(batch[-1]):
            break
    return batch


def _cpu_seconds() -> float:
    """Return the processor's time that this process took, and its processes that have ended."""
    return sum(os.times()[:4])


@contextmanager
def _rarely_collecting() -> Iterator[None]:
    """Have Python look for cycles of dead objects seldom."""
    before = gc.get_threshold()
    gc.set_threshold(*RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _keep_apart(root: Path, data: Path) -> None:
    """Raise DataFolderProblem where the program's own data would be written among the articles."""
    inside = data.resolve()
    folder = root.resolve()
    if inside.is_relative_to(folder) and not any(
        part.startswith(".") for part in inside.relative_to(folder).parts
    ):
        raise DataFolderProblem(
            f"Pressmark's data folder {data} lies inside the archive {root}, which is never written to. "
            "Set PRESSMARK_DATA (or --data) to another folder."
        )
