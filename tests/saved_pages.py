"""Invented saved pages, as browsers and crawlers leave them."""

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
