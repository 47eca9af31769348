"""A batch of files becomes rows of the catalog, wholly or not at all."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from calls import calls
from pressmark.catalog.catalog import Catalog
from pressmark.catalog.changes import Changes
from pressmark.catalog.chosen_outlets import Choices
from pressmark.errors import ArchiveGone
from pressmark.indexing.counts import OutletCounts
from pressmark.indexing.reader import ArchiveReader
from pressmark.reading.decode import harmless, lines_of
from pressmark.reading.folder import walk
from pressmark.values import Reason, Totals
from texts import article

Write = Callable[..., Path]


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    """An empty catalog."""
    made = Catalog(tmp_path / "data")
    yield made
    made.close()


def reader_of(root: Path, catalog: Catalog) -> ArchiveReader:
    """Return a reader that knows what the catalog knows."""
    return ArchiveReader(root, catalog, Changes(catalog).known_files(), {}, Choices())


def test_a_batch(archive: Write, catalog: Catalog) -> None:
    root = archive({"a.txt": article(1), "b.txt": article(2), "c.txt": article(1), "d.txt": ""})
    reader = reader_of(root, catalog)
    reader.read(list(walk(root)))
    assert catalog.totals() == Totals(4, 2, 1, 1)
    assert (reader.tally.articles, reader.tally.duplicates, reader.tally.unreadable) == (2, 1, 1)
    assert catalog.article(1).paths == ("a.txt", "c.txt")
    again = reader_of(root, catalog)
    again.read(list(walk(root)))
    assert again.touched == {b"a.txt", b"b.txt", b"c.txt", b"d.txt"}
    assert again.tally.touched == 4


def test_each_page_is_made_harmless_split_and_looked_up_once(archive: Write, catalog: Catalog) -> None:
    root = archive({f"{number}.txt": article(number) for number in range(5)})
    reader = reader_of(root, catalog)
    with calls(harmless, lines_of, OutletCounts.classes) as counted:
        reader.read(list(walk(root)))
    assert counted == {"harmless": 5, "lines_of": 5, "classes": 5}


def test_stopped_in_the_middle_nothing_is_written(archive: Write, catalog: Catalog) -> None:
    root = archive({f"{number}.txt": article(number) for number in range(5)})
    questions = iter(range(7))
    with pytest.raises(StopIteration):
        reader_of(root, catalog).read(list(walk(root)), lambda: next(questions) and None)
    assert catalog.totals() == Totals()


def test_a_folder_that_vanishes(archive: Write, catalog: Catalog) -> None:
    root = archive({"a.txt": article(1)})
    sources = list(walk(root))
    root.rename(root.with_name("elsewhere"))
    with pytest.raises(ArchiveGone):
        reader_of(root, catalog).read(sources)
    assert catalog.totals() == Totals()


def test_a_file_that_vanishes(archive: Write, catalog: Catalog) -> None:
    root = archive({"a.txt": article(1), "b.txt": article(2)})
    sources = list(walk(root))
    (root / "a.txt").unlink()
    reader_of(root, catalog).read(sources)
    assert next(record.reason for record in catalog.files()).endswith("index the folder again.")


def test_what_an_outlet_repeats_within_a_batch_and_before_it(archive: Write, catalog: Catalog) -> None:
    plea = "Our zeppelin desk is run by volunteers, and it has been so for many more years than we know."
    root = archive({f"echo/{number}.txt": f"{article(number)}\n{plea}\n" for number in range(8)})
    sources = list(walk(root))
    reader = reader_of(root, catalog)
    reader.read(sources[:1])
    reader.read(sources[1:6])
    reader_of(root, catalog).read(sources[6:])
    repeated = [
        any(block.reason is Reason.REPEATED for block in catalog.article(number).article.blocks)
        for number in range(1, 9)
    ]
    assert repeated == [False, *[True] * 7], "the first is judged again at the end of the run"
