"""Feeds."""

import pytest

from containers import members
from pressmark.reading import formats

TEXT = "&lt;p&gt;The old ferry sailed again on Sunday with forty people on her deck.&lt;/p&gt;"
RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Riverton Echo</title>
<item><title>Ferry sails again</title><link>https://echo.example/ferry</link><pubDate>Mon, 05 May 2003 10:00:00 GMT</pubDate>
<dc:creator>Ann Thorne</dc:creator><description>short</description><content:encoded>{TEXT}</content:encoded></item>
<item><title>Nothing in it</title></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Riverton Echo</title>
<entry><title>Ferry sails again</title><link rel="alternate" href="https://echo.example/ferry"/><published>2003-05-05T10:00:00Z</published>
<author><name>Ann Thorne</name></author><content type="html">{TEXT}</content></entry></feed>"""


@pytest.mark.parametrize("feed", [RSS, ATOM])
def test_an_entry_with_a_text_is_a_member(feed: str) -> None:
    (entry,) = members(feed.encode(), "feed.xml")
    said = entry.metadata
    assert said is not None
    assert [one and one.value for one in (said.headline, said.day, said.outlet, said.address)] == [
        "Ferry sails again", "2003-05-05", "Riverton Echo", "https://echo.example/ferry",
    ]  # fmt: skip
    assert [name.value for name in said.names] == ["Ann Thorne"]
    assert "The old ferry sailed again on Sunday" in formats.read(entry.data, entry.reads).text


@pytest.mark.parametrize(
    ("feed", "why"),
    [
        (RSS[:400], "damaged"),
        ('<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><item>&a;</item></channel></rss>', "entities"),
        ('<?xml version="1.0"?><rss><channel><title>Echo</title></channel></rss>', "no entries"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_sentence(feed: str, why: str) -> None:
    (only,) = members(feed.encode(), "feed.xml")
    assert why in only.problem
