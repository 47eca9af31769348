"""The index is opened by its protocols, whatever engine keeps it."""

from pathlib import Path

import pytest

from pressmark.errors import IndexDamaged
from pressmark.search.engine import Document, IndexSearching, IndexWriting
from pressmark.search.opening import check_changed, index_generation, open_searcher, open_writer, wipe
from pressmark.search.query_parser import parse


def test_written_and_found(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    writer: IndexWriting = open_writer(folder)
    writer.replace([Document(1, "Ferry", "The ferry sails."), Document(2, "Pier", "The old pier.")])
    writer.remove([2])
    generation = writer.commit()
    writer.close()
    check_changed(folder)
    searcher: IndexSearching = open_searcher(folder)
    assert searcher.search(parse("ferry").tree).ids == (1,)
    assert searcher.count() == 1
    assert searcher.generation == generation == index_generation(folder)
    assert not searcher.refresh()
    assert searcher.suggest("fery") == ("ferry",)
    searcher.close()
    wipe(folder)
    with pytest.raises(IndexDamaged):
        open_searcher(folder)
