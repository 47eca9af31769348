"""The links in a page's text, and its pictures."""

import pytest

from pressmark.reading import formats
from pressmark.reading.markup.leads import data_source
from pressmark.values import Decoded, Picture
from saved_pages import PARAGRAPHS, held, illustrated, page, png

BIG = held(png(300, 500))


def read(html: str) -> Decoded:
    return formats.read(html.encode(), "Echo/ferry.html")


def with_picture(tag: str) -> tuple[Picture, ...]:
    prose = "".join(f"<p>{part}</p>" for part in PARAGRAPHS[:4])
    return read(page(f"<p>{PARAGRAPHS[0]}</p>{tag}{prose}")).pictures


def test_links_of_the_text_are_told_and_those_of_the_site_are_not() -> None:
    found = formats.read(str(illustrated()["Echo/ferry.html"]).encode(), "Echo/ferry.html")
    lines = found.text.split("\n")
    assert [(link.words, link.address) for link in found.links if link.words != "Ann Thorne"] == [
        ("the Echo reported", "https://www.echo.example/harbour/pier/?utm_source=front"),
        ("with the ministry", "https://example.org/reports/2003.pdf"),
    ]
    assert all(link.words in lines[link.line] for link in found.links)


@pytest.mark.parametrize("address", ["", "#top", "?page=2", "javascript:open()", "mailto:desk@echo.example"])
def test_what_leads_to_no_other_page_is_no_link(address: str) -> None:
    found = read(page(f'<p>{PARAGRAPHS[0]} See <a href="{address}">our harbour desk</a> there.</p>' * 3))
    assert "our harbour desk" not in [link.words for link in found.links]


def test_words_of_a_link_in_several_pieces_are_one() -> None:
    found = read(page(f'<p>{PARAGRAPHS[0]} <a href="/x">the <b>old</b>\n ferry&shy;man</a> said.</p>' * 3))
    assert [link.words for link in found.links if link.address == "/x"] == ["the old ferryman"] * 3


def test_a_picture_stands_before_the_line_that_follows_it() -> None:
    found = formats.read(str(illustrated()["Echo/ferry.html"]).encode(), "Echo/ferry.html")
    lines = found.text.split("\n")
    lead, deck, captain = found.pictures
    assert lines[lead.line].startswith("The ferry leaves the harbour")
    assert (lead.source, lead.words) == ("./ferry_files/lead.png", "A ferry")
    assert deck.source == data_source(BIG)
    assert captain.line == deck.line
    assert lines[deck.line] == PARAGRAPHS[2]


@pytest.mark.parametrize(
    ("tag", "source"),
    [
        ('<img src="ferry_files/a%20b.jpg?w=300">', "ferry_files/a b.jpg"),
        ('<img src="data:image/gif;base64,R0lGOD" data-src="ferry_files/c.jpg">', "ferry_files/c.jpg"),
        ('<noscript><img src="ferry_files/d.jpg"></noscript>', "ferry_files/d.jpg"),
        ('<img src="https://cdn.example/e.jpg">', ""),
        ('<img src="//cdn.example/e.jpg">', ""),
        ('<img src="/e.jpg">', ""),
        ('<img src="ferry_files/f.gif" width="1" height="1">', ""),
        ('<img src="ferry_files/f.jpg" width="60px">', ""),
        ('<div hidden><img src="ferry_files/g.jpg"></div>', ""),
        ('<aside><img src="ferry_files/h.jpg"></aside>', ""),
        ('<div class="related-stories"><img src="ferry_files/i.jpg"></div>', ""),
        ("<img>", ""),
    ],
)
def test_only_pictures_of_the_article_that_the_file_may_hold_are_told(tag: str, source: str) -> None:
    assert [picture.source for picture in with_picture(tag)] == ([source] if source else [])


def test_a_picture_that_stands_twice_is_told_once() -> None:
    tag = '<img src="ferry_files/a.jpg">'
    assert len(with_picture(tag + tag)) == 1
