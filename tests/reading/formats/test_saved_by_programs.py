"""An invented page as real programs saved it.

The page stood on a server of our own (tests/saved_pages.py makes its like): with a picture that is loaded late, one whose
address has a question mark, and a paragraph that a script writes. Then, with the server's address made into echo.example:

- browser.html: chromium --headless --dump-dom http://.../harbour/ferry.html (Chromium 156)
- one-file.html: npx single-file http://.../harbour/ferry.html one-file.html (single-file-cli, with the same Chromium)
- crawled/: wget -p -k -E http://.../harbour/ferry.html (Wget 1.21), without the picture whose name Windows does not allow
"""

from pathlib import Path

import pytest

from pressmark.reading import formats
from pressmark.reading.article import read_article
from pressmark.values import BlockKind
from saved_pages import PARAGRAPHS

SAVED = Path(__file__).parent / "saved"
WRITTEN_BY_SCRIPT = "The harbour office said on Monday that a second ferry would follow in June"


@pytest.mark.parametrize(
    ("name", "pictures", "script_was_run"),
    [
        ("browser.html", ["../img/lead.png", "../img/deck.png"], True),
        ("one-file.html", ["data:", "data:"], True),
        ("crawled/harbour/ferry.html", ["../img/lead.png", "../img/deck.png?w=640"], False),
    ],
)
def test_a_page_is_read_however_it_was_saved(name: str, pictures: list[str], script_was_run: bool) -> None:
    page = formats.read((SAVED / name).read_bytes(), name)
    article = read_article(page, name)
    kept = [block for block in article.blocks if not block.set_aside and block.kind is not BlockKind.BLANK]
    text = "\n".join(block.text for block in kept)
    assert article.headline == "Ferry to Elsing sails again"
    assert (article.date.start, article.byline, article.outlet) == (
        "2003-05-05",
        ("Ann Thorne",),
        "Riverton Echo",
    )
    assert all(paragraph in text for paragraph in PARAGRAPHS[:4])
    assert (WRITTEN_BY_SCRIPT in text) is script_was_run
    assert "we value your privacy" not in text.lower()
    assert "nobody needs that" not in text, "comments are set aside"
    assert [block.text for block in kept if block.kind is BlockKind.CAPTION][-1] == "Passengers on the deck."
    assert [link.words for link in page.links if "pier" in link.address] == ["the Echo reported"]
    assert len(page.pictures) == len(pictures)
    for picture, source in zip(page.pictures, pictures, strict=True):
        assert picture.source.startswith(source)
    if name.startswith("crawled"):
        assert (SAVED / name).parent.joinpath(page.pictures[0].source).is_file()


def test_the_saver_says_when_it_saved() -> None:
    article = read_article(formats.read((SAVED / "one-file.html").read_bytes(), "a.html"), "a.html")
    assert article.captured == "2026-11-28"
    assert article.address == "http://echo.example/harbour/ferry.html"
