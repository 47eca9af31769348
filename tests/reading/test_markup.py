"""From a page's tags to its lines, where each stands, and what the page says of itself."""

import numpy as np
import pytest
from selectolax.lexbor import LexborHTMLParser

from pressmark.reading import formats
from pressmark.reading.article import read_article
from pressmark.reading.markup.class_tokens import class_tokens
from pressmark.reading.markup.class_words import NAMES, groups_of, numbers_of, words_of
from pressmark.reading.markup.elements import COLUMNS, NONE, Elements, elements_of
from pressmark.reading.markup.evidence import Evidence, lines_as_arrays
from pressmark.reading.markup.json_ld import is_article, objects, persons, text_of
from pressmark.reading.markup.metadata import metadata_of
from pressmark.reading.markup.places import COMMENTS, HIDDEN, kinds_of, places_of
from pressmark.reading.markup.printed_page import MOST_DEEP, PrintedPage, print_page
from pressmark.reading.markup.tag_model import tag_model
from pressmark.values import BlockKind, Metadata, Reason
from saved_pages import DATA, PARAGRAPHS, page


def printed(text: str) -> PrintedPage:
    return print_page(LexborHTMLParser(text))


def evidence_of(text: str) -> tuple[PrintedPage, Evidence]:
    found = printed(text)
    return found, Evidence(elements_of(found), lines_as_arrays(found.lines))


def said(text: str) -> Metadata:
    parser = LexborHTMLParser(text)
    return metadata_of(parser, print_page(parser))


def test_lines_are_what_a_person_sees() -> None:
    found = printed("<div>One <b>bold</b>\n word<p>Two</p>three<br>four</div><script>no</script><!-- no -->")
    assert [line.text for line in found.lines] == ["One bold word", "Two", "three", "four"]
    assert [line.gap for line in found.lines] == [False, True, True, False]
    assert found.lines[0].bold == len("bold")


def test_links_are_counted_by_their_characters() -> None:
    (line,) = printed('<p><a href="x">linked</a> words</p>').lines
    assert (line.linked, line.links, len(line.text)) == (6, 1, 12)


def test_elements_that_are_too_deep_count_to_the_one_above() -> None:
    found = printed("<div>" * (MOST_DEEP * 2) + "deep")
    assert max(found.depth) == MOST_DEEP
    assert found.lines[0].text == "deep"


def test_class_words() -> None:
    assert words_of("post-bodyText main_nav2 X") == ("post", "body", "text", "main", "nav")
    names = [name for number, name in enumerate(NAMES) if groups_of("article-comments") >> number & 1]
    assert names == ["comment", "article"]
    assert numbers_of("nav") == numbers_of("NAV") != numbers_of("navi")


def elements(text: str) -> Elements:
    return elements_of(printed(text))


def test_sums_and_steps_over_elements() -> None:
    found = elements("<html><body><nav class=menu><ul><li>a</li></ul></nav><p>b</p></body></html>")
    assert found.tags == ["html", "head", "body", "nav", "ul", "li", "p"]
    sums = found.sums(np.array([5, 6]), np.array([1.0, 10.0]))
    assert sums.tolist() == [11, 0, 11, 1, 1, 1, 10]
    steps = found.steps_up(found.is_)
    assert steps[5, COLUMNS.index("nav")] == 2
    assert steps[5, COLUMNS.index("class menu")] == 2
    assert steps[6, COLUMNS.index("nav")] == NONE
    assert found.holds(5).tolist() == [True, False, True, True, True, True, False]


def test_the_containers_of_the_text() -> None:
    found, evidence = evidence_of(page())
    names = [attributes.get("class") for attributes in found.attributes]
    assert names[evidence.best] == "article-body"
    assert names[evidence.main] in ("article-body", "story")
    assert found.tag[evidence.h1] == "h1"


def test_each_feature_is_a_number_for_each_line() -> None:
    _, evidence = evidence_of(page())
    rows = evidence.with_classes(np.zeros(evidence.size))
    assert all(len(row) == evidence.size and np.isfinite(row).all() for row in rows.values())
    lines, buckets = class_tokens(
        evidence.elements, evidence.lines.element, evidence.elements.holds(evidence.main)
    )
    assert set(lines.tolist()) == set(range(evidence.size))
    assert len(lines) == len(buckets)


def test_the_tags_alone_tell_the_article() -> None:
    found, evidence = evidence_of(page())
    odds = tag_model().odds(evidence)
    prose = {" ".join(part.split()) for part in PARAGRAPHS}
    inside = np.array([line.text in prose for line in found.lines])
    assert odds[inside].min() > 0
    assert np.median(odds[~inside]) < -2
    assert len(tag_model().odds(evidence_of("<html><body></body></html>")[1])) == 0


def test_a_place_is_a_reason() -> None:
    found, evidence = evidence_of(page())
    places = dict(zip((line.text for line in found.lines), places_of(evidence), strict=True))
    assert places["Home"] == (Reason.MENU, "in the page's navigation")
    assert places["Comments"] == COMMENTS
    assert next(place for text, place in places.items() if text.startswith("We value")) == HIDDEN
    assert places[" ".join(PARAGRAPHS[0].split())] is None


def test_elements_that_say_what_a_line_is() -> None:
    found, evidence = evidence_of(
        "<h1>Ferry</h1><figure><figcaption>The ferry</figcaption></figure><ul><li>one</ul><p>text</p>"
    )
    kinds = dict(zip((line.text for line in found.lines), kinds_of(evidence), strict=True))
    assert kinds == {
        "Ferry": BlockKind.SUBHEADING, "The ferry": BlockKind.CAPTION, "one": BlockKind.LIST_ITEM, "text": None,
    }  # fmt: skip


def test_what_a_page_says_of_itself() -> None:
    told = said(page())
    assert told.headline is not None
    assert told.day is not None
    assert told.outlet is not None
    assert told.address is not None
    assert told.language is not None
    assert (told.headline.value, told.headline.where) == ("Ferry to Elsing sails again", "the page's only h1")
    assert (told.day.value, told.day.where) == ("2003-05-04", "JSON-LD datePublished")
    assert [name.value for name in told.names] == ["Ann Thorne"], "an organization is no author"
    assert (told.outlet.value, told.language.value) == ("Riverton Echo", "en")
    assert told.address.value == "https://echo.example/harbour/ferry"


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ('<meta property="og:title" content="Ferry sails | Echo"><meta property="og:site_name" content="Echo">',
         "Ferry sails"),
        ('<meta property="og:title" content="Ferry | pier | Elsing"><meta property="og:site_name" content="Echo">',
         "Ferry | pier | Elsing"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "headline": "In the data"}</script>', "In the data"),
        ('<script type="application/ld+json">{broken</script><meta property="og:title" content="After it">', "After it"),
    ],
)  # fmt: skip
def test_the_headline_where_the_page_has_no_h1_or_two(head: str, headline: str) -> None:
    for body in ("<p>text</p>", "<h1>One</h1><h1>Two</h1>"):
        told = said(f"<html><head>{head}</head><body>{body}</body></html>").headline
        assert told is not None
        assert told.value == headline


def test_headline_and_outlet_from_the_title_where_nothing_else_names_them() -> None:
    for title in ("Riverton Echo - Ferry sails in winter", "Ferry sails in winter | Harbour | Riverton Echo"):
        told = said(
            f"<html><head><title>{title}</title></head><body><b>Ferry sails in winter</b><p>text</p></body></html>"
        )
        assert told.headline is not None
        assert told.outlet is not None
        assert (told.headline.value, told.outlet.value) == ("Ferry sails in winter", "Riverton Echo")
    assert said("<html><head><title>Home - Echo</title></head><body><p>text</p></body></html>").outlet is None


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2003-05-04T10:00">', "2003-05-04"),
        ('<meta name="pubdate" content="20030504">', "2003-05-04"),
        ('<meta name="date" content="2003-02-30">', None),
        ('<meta name="date" content="yesterday">', None),
    ],
)
def test_the_day(head: str, day: str | None) -> None:
    told = said(f"<html><head>{head}</head><body><p>text</p></body></html>").day
    assert (told and told.value) == day


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (
            '<p>By <a rel="author">Ann Thorne</a> and <a rel="author">Jo Pell</a></p>',
            ["Ann Thorne", "Jo Pell"],
        ),
        ('<h1>Ferry</h1><div class="article-byline">Von Ann Thorne</div>', ["Ann Thorne"]),
        ('<h1>港</h1><span itemprop="author">山田太郎</span>', ["山田太郎"]),
        (
            '<h1>Ferry</h1><div class="author-box">Our staff writes about harbours for many years now</div>',
            [],
        ),
        ('<h1>Ferry</h1><div class="byline">Echo News Desk</div>', []),
    ],
)
def test_the_names(body: str, names: list[str]) -> None:
    assert [name.value for name in said(f"<html><body>{body}</body></html>").names] == names


@pytest.mark.parametrize(
    ("comment", "address", "day"),
    [
        ("<!-- saved from url=(0037)https://echo.example/ferry.html -->", "https://echo.example/ferry.html", None),
        ("<!--\n Page saved with SingleFile \n url: https://echo.example/ferry \n saved date: Sun May 04 2003 10:00-->",
         "https://echo.example/ferry", "2003-05-04"),
    ],
)  # fmt: skip
def test_where_and_when_it_was_saved(comment: str, address: str, day: str | None) -> None:
    told = said(f"<!DOCTYPE html>\n{comment}\n<html><body><p>text</p></body></html>")
    assert told.address is not None
    assert told.address.value == address
    assert (told.captured and told.captured.value) == day


def test_json_ld() -> None:
    (graph, one) = objects('{"@graph": [{"@type": ["ReportageNewsArticle"], "author": "Ann Thorne"}]};')
    assert not is_article(graph)
    assert is_article(one)
    assert list(persons(one["author"])) == ["Ann Thorne"]
    assert list(persons([{"name": ["A B", "C D"]}, {"@type": "Organization", "name": "Echo"}])) == [
        "A B",
        "C D",
    ]
    assert text_of([{"@value": "x"}]) == "x"
    assert objects("[" * 100_000) == objects("") == []


@pytest.mark.parametrize(
    ("under", "kind"),
    [
        ('<p class="article-standfirst">{}</p>', BlockKind.STANDFIRST),
        ('<div class="dek"><p><em>{}</em></p></div>', BlockKind.STANDFIRST),
        ("<h2>{}</h2>", BlockKind.STANDFIRST),
        ("<p>{}</p>", BlockKind.PARAGRAPH),
    ],
)
def test_what_sums_up_the_article_under_the_headline_is_its_standfirst(under: str, kind: BlockKind) -> None:
    words = "After a winter in the yard the old ferry takes people across the sound again, and fares stay as they were."
    html = page().replace('<div class="article-body">', under.format(words) + '<div class="article-body">')
    blocks = read_article(formats.read(html.encode(), "a.html"), "a.html").blocks
    assert next(block.kind for block in blocks if block.text == words) is kind


def test_a_heading_in_the_text_is_no_standfirst() -> None:
    words = "What the old captain of the ferry remembers of the winter"
    html = page(
        "".join(f"<p>{part}</p><h2>{words}</h2>" for part in PARAGRAPHS[:3]) + f"<p>{PARAGRAPHS[3]}</p>"
    )
    blocks = read_article(formats.read(html.encode(), "a.html"), "a.html").blocks
    assert BlockKind.STANDFIRST not in {block.kind for block in blocks}


def test_a_post_of_elsewhere_is_set_as_one() -> None:
    post = "The ferry is back, and so are we, with all our bicycles and with the dog."
    quoted = f'<blockquote class="twitter-tweet"><p>{post}</p>— Harbour Office (@elsing)</blockquote>'
    html = page(
        f"<p>{PARAGRAPHS[0]}</p>{quoted}<p>{PARAGRAPHS[1]}</p><blockquote><p>{PARAGRAPHS[2]}</p></blockquote>"
    )
    blocks = read_article(formats.read(html.encode(), "a.html"), "a.html").blocks
    kinds = {block.text: block.kind for block in blocks if not block.set_aside}
    assert kinds[post] is BlockKind.POST
    assert kinds[PARAGRAPHS[2]] is not BlockKind.POST


@pytest.mark.parametrize(
    ("told", "section"), [("tags", "Harbour"), ("Uncategorized", "Harbour"), ("Politics", "Politics")]
)
def test_a_section_that_is_none_gives_way(told: str, section: str) -> None:
    head = f'<meta property="article:section" content="{told}">' + DATA
    found = said(page(head=head)).section
    assert found is not None
    assert found.value == section
