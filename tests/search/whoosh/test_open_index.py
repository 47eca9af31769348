"""An opened index: postings across segments, and the cache."""

from pathlib import Path

from pressmark.search.whoosh.open_index import NONE, OpenIndex


def test_postings_across_segments(archive: Path) -> None:
    index = OpenIndex(archive)
    found = index.term("text", "ferri")
    assert {1, 13} <= set(index.ids[found.docs].tolist())
    assert index.term("text", "ferri") is found
    assert len(index.term("text", "nothere")) == 0
    assert index.beginning("word", "expan").docs.tolist() == sorted(
        index.beginning("word", "expan").docs.tolist()
    )
    assert index.union([NONE, found]) is found
    assert index.count == index.size - 2
    assert index.spelled_like("word", "fery", 1)["ferry"][0] == 1
    assert index.terms_beginning("word", "expan", 9) == {"expand", "expanded", "expansion"}
