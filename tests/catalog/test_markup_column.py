"""What tags tell, in the catalog and back."""

from pressmark.catalog.markup_column import pack_markup, unpack_markup
from pressmark.reading import formats
from pressmark.values import Decoded
from saved_pages import illustrated


def test_there_and_back() -> None:
    read = formats.read(str(illustrated()["Echo/ferry.html"]).encode(), "Echo/ferry.html")
    assert read.tags is not None
    tags, metadata, links, pictures = unpack_markup(pack_markup(read))
    assert tags is not None
    assert metadata == read.metadata
    assert (links, pictures) == (read.links, read.pictures)
    assert links
    assert pictures
    assert (tags.kind, tags.place) == (read.tags.kind, read.tags.place)
    assert max(abs(one - other) for one, other in zip(tags.odds, read.tags.odds, strict=True)) < 0.01


def test_a_plain_text_takes_no_room() -> None:
    assert pack_markup(Decoded("text", "utf-8", "valid UTF-8")) == b""
    assert unpack_markup(b"") == (None, None, (), ())
