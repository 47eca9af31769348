"""A catalog with three articles."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from catalog_source import source
from pressmark.catalog.article_rows import pack_text
from pressmark.catalog.catalog import Catalog
from pressmark.catalog.changes import Changes, Read
from pressmark.reading.article import read_article
from pressmark.values import Decoded, FileState
from texts import article


@pytest.fixture
def read() -> Callable[..., Read]:
    """Return a function that reads an invented article."""

    def make(number: int, digest: str = "") -> Read:
        text = Decoded(article(number), "utf-8", "valid UTF-8")
        return Read(
            read_article(text, "Echo/x.txt"),
            digest or f"digest-{number}",
            90,
            b"",
            b"",
            b"",
            b"",
            "",
            pack_text(text.text),
        )

    return make


@pytest.fixture
def catalog(tmp_path: Path, read: Callable[..., Read]) -> Iterator[Catalog]:
    """Articles 1, 2, 3 in 1.txt .. 3.txt, a copy of the first, and a file that cannot be read."""
    made = Catalog(tmp_path)
    changes = Changes(made)
    for number in (1, 2, 3):
        changes.add_article(source(f"{number}.txt"), read(number))
    changes.put_file(source("copy.txt"), "digest-1", FileState.DUPLICATE, "the same content as 1.txt", 1)
    changes.add_unreadable(source("void.txt"), "digest-0", "The file is empty.")
    yield made
    made.close()
