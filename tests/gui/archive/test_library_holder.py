"""The holder: one library, opened by whoever needs it first."""

import threading
from pathlib import Path

from pressmark import paths
from pressmark.gui.archive.library_holder import LibraryHolder


def test_the_library_is_opened_once_whoever_asks(seeds: Path) -> None:
    holder, found = LibraryHolder(seeds), []
    threads = [threading.Thread(target=lambda: found.append(holder.library())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(map(id, found))) == 1
    holder.close()


def test_nothing_is_opened_before_it_is_asked_for(seeds: Path, data_folder: Path) -> None:
    holder = LibraryHolder(seeds)
    assert not paths.archive_data(seeds).exists()
    holder.close()
    assert not paths.archive_data(seeds).exists()


def test_closed_twice_is_closed(seeds: Path) -> None:
    holder = LibraryHolder(seeds)
    assert holder.library().totals().files == 0
    holder.close()
    holder.close()
