"""The codec's block layout: many postings, read back by Whoosh's own reader."""

from pathlib import Path

import numpy as np
import pytest

from pressmark.search.rebuild import arrays_of
from pressmark.search.schema import Document
from pressmark.search.segment import PLACED_BLOCK
from pressmark.search.stock import Storage
from pressmark.search.storage import read_table, segment_arrays
from pressmark.search.writer import IndexWriter


@pytest.mark.parametrize("count", [1, PLACED_BLOCK, PLACED_BLOCK + 1, 3 * PLACED_BLOCK + 7])
def test_blocks_of_any_number(tmp_path: Path, count: int) -> None:
    documents = [
        Document(at, "", "word " * (1 + at % 3) + "x " * (at * 7 % 400) + f"w{at}") for at in range(count)
    ]
    with IndexWriter(tmp_path) as writer:
        writer.replace(documents)
        writer.commit()
    [segment] = read_table(tmp_path).segments
    kept, again = segment_arrays(tmp_path, segment), arrays_of(Storage(str(tmp_path)), segment)
    for part in ("starts", "docs", "weights", "places", "positions", "lengths"):
        assert np.array_equal(getattr(kept.fields["text"], part), getattr(again.fields["text"], part)), part
