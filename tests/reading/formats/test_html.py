"""Saved web pages of every kind, read without running anything."""

import codecs
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.errors import FileUnreadable
from pressmark.reading import formats
from pressmark.reading.article import read_article
from pressmark.reading.decode import lines_of
from pressmark.reading.formats import html
from pressmark.values import BlockKind, Certainty, Reason
from saved_pages import PARAGRAPHS, page


def test_a_page_becomes_its_article() -> None:
    text = formats.read(page().encode(), "ferry.html")
    read = read_article(text, "ferry.html")
    kept = [block.text for block in read.blocks if not block.set_aside and block.kind is BlockKind.PARAGRAPH]
    assert [" ".join(part.split()) for part in PARAGRAPHS] == kept
    assert read.headline == "Ferry to Elsing sails again"
    assert read.byline == ("Ann Thorne",)
    assert (read.outlet, read.outlet_evidence) == ("Riverton Echo", "og:site_name")
    assert read.section == "Harbour"
    assert read.address == "https://echo.example/harbour/ferry"
    assert (read.date.start, read.date.certainty) == ("2003-05-05", Certainty.PRINTED)
    assert read.date.evidence.startswith("printed on line"), (
        "a printed day that is one off from the markup's is the reader's"
    )


def test_what_is_set_aside_has_the_reason_of_its_place() -> None:
    read = read_article(formats.read(page().encode(), "ferry.html"), "ferry.html")
    aside = {block.text: (block.reason, block.detail) for block in read.blocks if block.set_aside}
    for text, reason, words in (
        ("Home", Reason.MENU, "in the page's navigation"),
        ("Pier in Elsing is to be painted", Reason.LINKS, "in a list of other stories"),
        ("© 2003 Riverton Echo. All rights reserved.", Reason.LEGAL, "in the page's footer"),
        ("Comments", Reason.COMMENTS, "among readers' comments"),
    ):
        assert aside[text][0] is reason
        assert aside[text][1].startswith(words)
    hidden = next(text for text in aside if text.startswith("We value your privacy"))
    assert aside[hidden][1].startswith("hidden on the page")
    assert not any("written by a script" in block.text for block in read.blocks), "no script runs"


def test_tags_have_an_entry_for_each_line_of_the_text() -> None:
    text = formats.read(page().encode(), "ferry.html")
    assert text.tags is not None
    assert len(lines_of(text.text)) == len(text.tags.odds) == len(text.tags.kind) == len(text.tags.place)


@pytest.mark.parametrize(
    ("data", "encoding", "reason"),
    [
        (codecs.BOM_UTF8 + page().encode(), "utf-8", "byte order mark"),
        (codecs.BOM_UTF16_LE + page().encode("utf-16-le"), "utf-16-le", "byte order mark"),
        (page().replace("utf-8", "iso-8859-1").encode("cp1252"), "cp1252", "the page declares iso-8859-1 (meta charset)"),
        (page().replace("utf-8", "windows-1251").encode("cp1251", "xmlcharrefreplace"), "cp1251",
         "the page declares windows-1251 (meta charset)"),
        (page().replace("utf-8", "nonsense").encode(), "utf-8", "valid UTF-8"),
        (page().replace("Elsing", "Ølsing").encode("cp1252"), "cp1252", ""),
        (('<?xml version="1.0" encoding="iso-8859-15"?>' + page().replace('<meta charset="utf-8">', "")).encode("latin-1"),
         "iso8859-15", "the page declares iso-8859-15 (XML declaration)"),
    ],
)  # fmt: skip
def test_the_encoding_and_why(data: bytes, encoding: str, reason: str) -> None:
    read = formats.read(data, "a.html")
    assert read.encoding == encoding
    assert read.reason.startswith(reason)
    assert "sails again" in read.text


def test_the_encoding_that_the_person_chose() -> None:
    read = formats.read(page().encode("cp1252"), "a.html", "cp1252")
    assert (read.encoding, read.reason) == ("cp1252", "chosen by you")


@pytest.mark.parametrize(
    ("data", "path", "is_page"),
    [
        (page(), "a.txt", True),
        ("The <html> element was named in the report.\n\nThat was all.", "a.txt", False),
        ("Plain words only, whatever the name says.\n\nA second paragraph.", "a.html", False),
        ("<p>One</p><p>Two</p>", "a.htm", True),
        ("<p>One</p><p>Two</p>", "a.txt", False),
        ("\n<!-- saved -->\n<HTML><BODY>Old</BODY></HTML>", "b", True),
    ],
)
def test_what_is_a_page_by_content_first(data: str, path: str, is_page: bool) -> None:
    assert html.fits(data.encode(), path) is is_page
    assert (formats.read(data.encode(), path).tags is not None) is is_page


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>",
         "The site answered with an error in place of the article: “404 Not Found”."),
        (b"<html><body><script>start()</script></body></html>", "what it showed was written by its scripts"),
        (b"<html><head><title>Before you continue to Echo</title></head><body><p>We use cookies.</p></body></html>",
         "The site answered with its question on cookies in place of the article"),
        (b'<html><head><title>Echo</title></head><body><form><p>Your name</p><input type="password"></form></body></html>',
         "The site asked for a log-in in place of the article"),
        (b'<html><head><meta http-equiv="Refresh" content="0; url=https://echo.example/b"></head><body></body></html>',
         "The page only leads on to https://echo.example/b. Save that one."),
        (b"<html><body>" + b"<i>x</i>" * 200_001, "The page has more than 200,000 elements"),
        (b'<html><frameset cols="20,80"><frame src="menu.htm"><frame src="text.htm"></frameset></html>',
         "divides the window into frames; its text stands in menu.htm, text.htm"),
    ],
)  # fmt: skip
def test_a_page_without_an_article_says_what_it_is(data: bytes, sentence: str) -> None:
    with pytest.raises(FileUnreadable, match=".*" + sentence.replace(".", r"\.")):
        formats.read(data, "a.html")


def test_an_article_that_stands_only_in_the_data() -> None:
    data = json.dumps(
        {"@type": "NewsArticle", "headline": "Ferry sails", "articleBody": "\n".join(PARAGRAPHS)}
    )
    for body in ("", "<p>Please switch on JavaScript.</p>"):
        text = (
            f'<html><head><script type="application/ld+json">{data}</script></head><body>{body}</body></html>'
        )
        read = read_article(formats.read(text.encode(), "a.html"), "a.html")
        kept = [
            block.text for block in read.blocks if block.kind is BlockKind.PARAGRAPH and not block.set_aside
        ]
        assert [" ".join(part.split()) for part in PARAGRAPHS] == [
            one for one in kept if "JavaScript" not in one
        ]


def test_a_page_of_the_nineties() -> None:
    cells = (
        "<A HREF=a>Home</A><BR><A HREF=b>Sport</A>",
        "<FONT SIZE=5><B>Ferry sails again</B></FONT><P>" + "<P>".join(PARAGRAPHS),
    )
    row = "".join(f"<TD>{cell}</TD>" for cell in cells)
    old = f"<HTML><HEAD><TITLE>Echo</TITLE></HEAD><BODY BGCOLOR=white><TABLE><TR>{row}</TR></TABLE></BODY></HTML>"
    read = read_article(formats.read(old.encode(), "old.htm"), "old.htm")
    kept = "\n".join(block.text for block in read.blocks if not block.set_aside)
    assert all(" ".join(part.split()) in kept for part in PARAGRAPHS)


def test_marks_inside_a_line() -> None:
    body = "<p>A soft&shy;ened &amp; <b>bold</b> line<br>with a break</p>"
    body += "<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby></p>"
    body += "<pre>one\n  two</pre><table><tr><td>Elsing</td><td>3</td></tr><tr><td>Riverton</td><td>4</td></tr></table>"
    lines = lines_of(formats.read(page(body).encode(), "a.html").text)
    for wanted in ("A softened & bold line", "with a break", "港", "one", "two", "Elsing\t3", "Riverton\t4"):
        assert wanted in lines


@pytest.mark.parametrize(
    "data",
    [
        "<div>" * 100_000 + "deep",
        "<html><body><p>" + "long " * 2_000_000,
        "<html><p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">text",
        "<html><body>\0\0<p>te\0xt</p>",
        page()[:900],
        "<html><body><p>" + "&amp;" * 100_000,
    ],
    ids=["nested", "one element", "attributes", "NULs", "cut", "entities"],
)
def test_bad_pages_end(data: str) -> None:
    try:
        read_article(formats.read(data.encode(), "a.html"), "a.html")
    except FileUnreadable as problem:
        assert str(problem)


PIECES = [
    "<p>", "</div>", "<td>", "<a href='x", "'>", "word. ", "<!--", "-->", "<script>", "<br>", "<li", "<h1>Title", "&#0;",
    "&lt", "<table>", "</p>", "\0", "<svg>", "é", "]]>", "<b>",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_broken_page_is_read_or_refused(pieces: list[str]) -> None:
    try:
        text = formats.read(("<html>" + "".join(pieces)).encode(), "a.html")
    except FileUnreadable as problem:
        assert str(problem)
    else:
        assert text.tags is not None
        assert len(lines_of(text.text)) == len(text.tags.odds)
        read_article(text, "a.html")
