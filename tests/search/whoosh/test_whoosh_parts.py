"""The parts of Whoosh that are used are there, and as the block layout needs them."""

from pressmark.search.whoosh import whoosh_parts


def test_the_layout_is_the_one_that_is_written() -> None:
    assert whoosh_parts.BLOCK_MAGIC == b"W3Bl"
    assert whoosh_parts.TermInfo._struct.format == "!BfIBBfII"
