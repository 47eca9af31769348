"""Exports of press databases."""

import io

import pytest

from pressmark.reading import formats
from pressmark.values import Member

NEXIS = """User Name: = 1

Documents (2)

1. Ferry sails again
Client/Matter: -None-

Search Type: Terms and Connectors

Ferry sails again
Riverton Echo
May 5, 2003 Monday
Copyright 2003 Riverton Echo All Rights Reserved

Section: NEWS; Pg. 2
Length: 193 words
Byline: Ann Thorne

Body

The old ferry sailed again on Sunday.
Fares stay as they were.

Load-Date: May 6, 2003

End of Document

Pier painted
Elsing Post
June 7, 2003 Saturday
Copyright 2003 Elsing Post

Body

The pier is painted.

End of Document
"""
ROWS = (("HD", "Ferry sails again"), ("BY", "By Ann Thorne"), ("PD", "5 May 2003"), ("SN", "Riverton Echo"))
FACTIVA = "<html><head><title>Factiva</title></head><body>" + "".join(
    "<table>" + "".join(f"<tr><td><b>{code}</b></td><td>{value}</td></tr>" for code, value in ROWS)
    + "<tr><td><b>LP</b></td><td><p>The old ferry sailed again on Sunday, with forty people on her deck.</p></td></tr>"
    + "<tr><td><b>TD</b></td><td><p>Fares stay as they were, the office said.</p></td></tr></table>" for _ in (1, 2)
) + "</body></html>"  # fmt: skip


def articles(text: str, name: str) -> list[Member]:
    file = io.BytesIO(text.encode())
    container = formats.container_of(file, name)
    assert container is formats.EXPORT
    return [member for _, member in container.members(file, name, 0)]


@pytest.mark.parametrize(("text", "name"), [(NEXIS, "export.txt"), (FACTIVA, "export.html")])
def test_each_article_is_a_member_with_what_is_said_of_it(text: str, name: str) -> None:
    first, second = articles(text, name)
    said = first.metadata
    assert said is not None
    assert [one and one.value for one in (said.headline, said.day, said.outlet)] == [
        "Ferry sails again", "2003-05-05", "Riverton Echo",
    ]  # fmt: skip
    assert [one.value for one in said.names] == ["Ann Thorne"]
    kept = formats.read(first.data, first.reads).text
    assert "The old ferry sailed again on Sunday" in kept
    assert "Fares stay as they were" in kept
    assert not any(word in kept for word in ("Load-Date", "Riverton Echo", "Thorne", "Client/Matter"))
    assert second.metadata is not None


def test_any_other_document_is_none() -> None:
    for text in ("Body\nof a text about Nexis", "The Factiva of the harbour\nHD\nSN"):
        assert formats.container_of(io.BytesIO(text.encode()), "a.txt") is None
