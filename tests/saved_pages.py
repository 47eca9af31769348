"""Invented saved pages, as browsers and crawlers leave them."""

import base64
import struct
import zlib

from texts import article

PARAGRAPHS = [part for part in article(4).split("\n\n")[3:] if part.strip()]
DATA = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle",'
    ' "headline": "Ferry to Elsing sails again", "datePublished": "2003-05-04T23:10:00-05:00", "articleSection": "Harbour",'
    ' "author": [{"@type": "Person", "name": "Ann Thorne"}, {"@type": "Organization", "name": "Echo Staff"}],'
    ' "publisher": {"@type": "Organization", "name": "Riverton Echo"}}]}</script>'
)


def page(body: str = "", head: str = DATA, title: str = "Ferry to Elsing sails again | Riverton Echo") -> str:
    """Return a page of today around an article, with navigation, a list of other stories, comments and a footer."""
    prose = body or "\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:site_name" content="Riverton Echo">
<link rel="canonical" href="https://echo.example/harbour/ferry">{head}
<style>p {{ color: black }}</style></head>
<body><header class="site-header"><nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li>
<li><a href="/harbour">Harbour</a></li></ul></nav></header>
<main><article class="story"><h1>Ferry to Elsing sails again</h1>
<p class="byline">By <a rel="author" href="/ann">Ann Thorne</a></p><time datetime="2003-05-05">5 May 2003</time>
<div class="article-body">{prose}</div></article>
<div class="cookie-consent" style="display: none"><p>We value your privacy, and so do our 812 partners who store
cookies here.</p></div>
<aside class="related-stories"><h3>More stories</h3><ul><li><a href="/a">Pier in Elsing is to be painted</a></li>
<li><a href="/b">Council of Riverton votes on lamps</a></li></ul></aside>
<section id="comments" class="comments"><h3>Comments</h3><div class="comment"><p>I have always said that nobody needs that
ferry, and nobody listens to me when I say it.</p></div></section></main>
<footer class="footer"><p>© 2003 Riverton Echo. All rights reserved.</p></footer>
<script>document.write("<p>written by a script</p>")</script></body></html>"""


def png(width: int, height: int) -> bytes:
    """Return a picture: a slope of grey, which is large enough to be one of an article."""
    rows = b"".join(b"\0" + bytes((x * y) % 251 for x in range(width)) for y in range(height))

    def part(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")
    )


def held(picture: bytes) -> str:
    """Return the address that holds a picture, as savers of one file write it."""
    return "data:image/png;base64," + base64.b64encode(picture).decode()


def illustrated() -> dict[str, str | bytes]:
    """Return the files of two pages as a browser saves them: pictures beside one of them and in it, links between them."""
    body = f"""<figure><img src="./ferry_files/lead.png" width="1200" alt="A ferry"><figcaption>The ferry leaves the harbour
of Elsing on Sunday morning. Photograph: Ann Thorne</figcaption></figure>
<p>{PARAGRAPHS[0]} As <a href="https://www.echo.example/harbour/pier/?utm_source=front">the Echo reported</a>, it was.</p>
<p>{PARAGRAPHS[1]} The report is <a href="https://example.org/reports/2003.pdf">with the ministry</a>.</p>
<div><img src="{held(png(300, 500))}" alt="Passengers on deck"><img src="ferry_files/bad.png" alt="The captain"></div>
<p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p>"""
    other = "".join(f"<p>{part}</p>" for part in article(9).split("\n\n")[3:])
    other += (
        '<p>Read <a href="ferry.html#top">how the ferry sails again</a>, the story of the week in Elsing.</p>'
    )
    pier = (
        page(other)
        .replace("Ferry to Elsing sails again", "Pier in Elsing painted")
        .replace("/harbour/ferry", "/harbour/pier")
    )
    return {
        "Echo/ferry.html": page(body),
        "Echo/ferry_files/lead.png": png(1200, 800),
        "Echo/ferry_files/bad.png": b"no picture " * 300,
        "Echo/pier.html": pier,
    }
