"""An archive as the commands ask it: indexed first where it never was, and mended where it is damaged."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pressmark import paths
from pressmark.catalog.database import CatalogDamaged
from pressmark.commands.output import say
from pressmark.counting import count
from pressmark.errors import ArchiveBusy, IndexDamaged
from pressmark.indexing.pipeline import index
from pressmark.library import Library
from pressmark.values import Progress

BAR_WIDTH = 32
T = TypeVar("T")


def folders(options: Namespace) -> tuple[Path, Path]:
    """Return the folder and its data folder."""
    root = Path(options.folder)
    data = Path(options.data) if options.data else None
    if data is not None:
        os.environ[paths.DATA_VARIABLE] = str(data)
    return root, paths.archive_data(root, data)


def run_index(root: Path, data: Path) -> Progress:
    """Index an archive, with a bar on a terminal; return the outcome."""
    last = Progress("")
    bar = sys.stderr.isatty()
    for last in index(root, data):
        if bar:
            _draw(last)
    if bar:
        print("\r\033[K", end="", file=sys.stderr)
    for notice in last.notices:
        say(notice)
    return last


def _draw(progress: Progress) -> None:
    share = progress.done / progress.total if progress.total else 0.0
    filled = "█" * round(share * BAR_WIDTH)
    print(
        f"\r\033[K{progress.stage:<10} {filled:<{BAR_WIDTH}} {progress.done:>8,} of {count(progress.total, 'file')}",
        end="", file=sys.stderr, flush=True,
    )  # fmt: skip


class IndexedArchive:
    """An archive that can be asked; it is indexed first where it was never indexed to its end.

    Damage that a question meets is mended, and the question put again, once.
    """

    def __init__(self, options: Namespace) -> None:
        """Open the archive that the options name."""
        self._root, self._data = folders(options)
        if not (self._data / "catalog.sqlite3").exists():
            self._index_first()
        self._library = self._open()
        if not self.ask(Library.is_complete):
            self._index_first()

    def ask(self, question: Callable[[Library], T]) -> T:
        """Return what the archive answers."""
        try:
            return question(self._library)
        except (IndexDamaged, CatalogDamaged) as damage:
            self.close()
            if isinstance(damage, IndexDamaged):
                say(str(damage))
            self._index_once()
            self._library = self._open()
            return question(self._library)

    def close(self) -> None:
        """Let go of all files."""
        self._library.close()

    def _open(self) -> Library:
        library = Library(self._root, self._data)
        for notice in library.notices:
            say(notice)
        return library

    def _index_first(self) -> None:
        say(f"{self._root} is not indexed to its end yet: that is done first.")
        self._index_once()

    def _index_once(self) -> None:
        try:
            run_index(self._root, self._data)
        except ArchiveBusy as busy:
            say(str(busy))
