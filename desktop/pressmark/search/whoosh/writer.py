"""Writes the index: documents in, commits that a search can follow, and merges that stay small."""

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from pressmark.errors import ArchiveBusy
from pressmark.search.engine import Document
from pressmark.search.whoosh.arrays import Ints, SegmentArrays
from pressmark.search.whoosh.inverting import Batch
from pressmark.search.whoosh.merge import merged, to_merge
from pressmark.search.whoosh.schema import INDEX_NAME
from pressmark.search.whoosh.storage import (
    create,
    disk_problems,
    index_generation,
    note_written,
    read_table,
    segment_arrays,
)
from pressmark.search.whoosh.whoosh_parts import Segment, Storage, Table, clean_files
from pressmark.search.whoosh.whoosh_segment import write_segment

BATCH_WORDS = 3_000_000
"""Words held in memory before they become a segment; some 200 MB with what sorting takes."""
_LOCK = f"{INDEX_NAME}_WRITELOCK"
"""The name of Whoosh's own lock, so that no other writer of any kind comes between."""


class IndexWriter:
    """The one writer of an index; holds its lock until it is closed.

    Nothing can be found before `commit`; what was not committed is gone with `close`. A folder without an
    index gets one. Raises ArchiveBusy, IndexDamaged, DataFolderProblem.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        if index_generation(folder) < 0:
            create(folder)
        self._storage = Storage(str(folder))
        self._generation = -1
        self._segments: list[Segment] = []
        self._new: list[Segment] = []
        self._batch = Batch()
        self._gone: set[int] = set()
        self._lock: Any = self._storage.lock(_LOCK)
        with disk_problems(folder):
            if not self._lock.acquire():
                self._lock = None
                raise ArchiveBusy(
                    f"Another Pressmark is writing the index in {folder}: wait until it is done."
                )
        try:
            self._start()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> "IndexWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pending(self) -> int:
        """How many documents wait for a commit."""
        return len(self._batch) + sum(int(segment.doc_count_all()) for segment in self._new)

    def replace(self, documents: Iterable[Document]) -> None:
        """Take documents in; each takes the place of the one of the same number."""
        for document in documents:
            self._gone.add(document.id)
            self._batch.add(document)
            if self._batch.words >= BATCH_WORDS:
                self._flush()

    def remove(self, article_ids: Iterable[int]) -> None:
        """Take articles out; numbers the index does not have are passed over."""
        for article in article_ids:
            self._gone.add(article)
            self._batch.drop(article)

    def commit(self) -> int:
        """Make everything so far findable; return the new generation."""
        with disk_problems(self._folder):
            self._flush()
            segments = self._merge([*self._segments, *self._new])
            generation: int = self._generation + 1
            Table(self._schema, segments, generation).write(self._storage, INDEX_NAME)
            clean_files(self._storage, INDEX_NAME, generation, segments)
            note_written(self._folder, [one for one in segments if one not in self._segments])
        self._generation, self._segments = generation, segments
        self._new = []
        return self._generation

    def close(self) -> None:
        """Let the index go; what was not committed is gone."""
        if self._lock is not None:
            lock, self._lock = self._lock, None
            lock.release()

    def _start(self) -> None:
        """Read where the index stands, and clear away what a killed writer left."""
        table = read_table(self._folder)
        self._schema = table.schema
        self._generation = table.generation
        self._segments = list(table.segments)
        with disk_problems(self._folder):
            clean_files(self._storage, INDEX_NAME, self._generation, self._segments)
            for entry in self._folder.iterdir():
                if entry.name.endswith(".ctmp") or (
                    entry.name.startswith(f"_{INDEX_NAME}_") and not entry.name.endswith(".toc")
                ):
                    entry.unlink()

    def _flush(self) -> None:
        """Write the waiting documents as a segment, and strike out what they replace."""
        if self._gone:
            gone = np.fromiter(self._gone, dtype=np.int64, count=len(self._gone))
            for segment in [*self._segments, *self._new]:
                for doc in np.flatnonzero(np.isin(self._arrays(segment).ids, gone)).tolist():
                    segment.delete_document(doc)
            self._gone = set()
        if len(self._batch):
            self._new.append(write_segment(self._storage, self._schema, self._batch.arrays()))
        self._batch = Batch()

    def _merge(self, segments: list[Segment]) -> list[Segment]:
        """Drop segments without a living article, and merge those that are many of a size or half dead."""
        segments = [one for one in segments if one.doc_count_all() > one.deleted_count()]
        while places := to_merge([_size(one) for one in segments]):
            chosen = [segments[at] for at in places]
            rest = [one for one in segments if one not in chosen]
            segments = [*rest, self._merged(chosen)]
        return segments

    def _merged(self, chosen: list[Segment]) -> Segment:
        """Write one segment in place of several, or of one with dead documents."""
        # Checked first: a merge would write damage into a file that looks whole.
        checked = [segment_arrays(self._folder, one, keep=True, check=True) for one in chosen]
        arrays = merged(checked, [_alive(one) for one in chosen])
        return write_segment(self._storage, self._schema, arrays)

    def _arrays(self, segment: Segment) -> SegmentArrays:
        return segment_arrays(self._folder, segment, keep=True)


def _size(segment: Segment) -> tuple[int, int]:
    """Return how many documents of a segment live, and how many are dead."""
    dead = int(segment.deleted_count())
    return int(segment.doc_count_all()) - dead, dead


def _alive(segment: Segment) -> Ints:
    alive = np.ones(segment.doc_count_all(), dtype=bool)
    alive[list(segment.deleted_docs())] = False
    return alive
