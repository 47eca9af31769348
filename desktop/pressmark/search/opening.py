"""Which engine keeps the index: the one place outside its room that names it."""

from pathlib import Path

from pressmark.search.engine import IndexSearching, IndexWriting
from pressmark.search.whoosh.searcher import Searcher
from pressmark.search.whoosh.storage import check_changed, index_generation, wipe
from pressmark.search.whoosh.writer import IndexWriter

__all__ = ["check_changed", "index_generation", "open_searcher", "open_writer", "wipe"]


def open_writer(folder: Path) -> IndexWriting:
    """Open the index in a folder for writing, and make it where there is none.

    Raises ArchiveBusy where another one writes it, IndexDamaged, DataFolderProblem.
    """
    return IndexWriter(folder)


def open_searcher(folder: Path) -> IndexSearching:
    """Open the index in a folder for searching; raise IndexDamaged where it cannot be read or there is none."""
    return Searcher(folder)
