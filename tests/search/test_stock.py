"""The parts of Whoosh that are used are there, and as the block layout needs them."""

from pressmark.search import stock


def test_the_layout_is_the_one_that_is_written() -> None:
    assert stock.BLOCK_MAGIC == b"W3Bl"
    assert stock.TermInfo._struct.format == "!BfIBBfII"
