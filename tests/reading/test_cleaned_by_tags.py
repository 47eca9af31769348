"""Lines kept or set aside by their place and their words."""

from dataclasses import replace

from pressmark.reading import formats
from pressmark.reading.article import read_article
from pressmark.values import Article
from saved_pages import PARAGRAPHS, page


def kept(article: Article) -> str:
    return "\n".join(block.text for block in article.blocks if not block.set_aside)


def read(text: str) -> Article:
    return read_article(formats.read(text.encode(), "a.html"), "a.html")


def test_what_stands_twice_on_a_page_is_kept_once() -> None:
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in (*PARAGRAPHS, PARAGRAPHS[0]))
    blocks = [block for block in read(page(prose)).blocks if block.text == " ".join(PARAGRAPHS[0].split())]
    assert [block.set_aside for block in blocks] == [False, True]
    assert blocks[1].detail == "stands further up on this page, too"


def test_a_page_of_which_nearly_all_is_hidden_keeps_its_text() -> None:
    hidden = page().replace('<div class="article-body">', '<div class="article-body" style="display:none">')
    assert all(" ".join(part.split()) in kept(read(hidden)) for part in PARAGRAPHS)


def test_without_tags_nothing_changes() -> None:
    text = formats.read("\n\n".join(["Ferry sails again", *PARAGRAPHS]).encode(), "a.txt")
    assert text.tags is None
    assert kept(read_article(text, "a.txt")) == kept(read_article(replace(text, metadata=None), "a.txt"))
