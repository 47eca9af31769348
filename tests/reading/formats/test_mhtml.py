"""A page with its parts in one file: saved/page.mhtml is Chromium's snapshot (Page.captureSnapshot, mhtml)."""

from pathlib import Path

import pytest

from pressmark.errors import FileUnreadable
from pressmark.reading import formats
from pressmark.reading.article import read_article
from saved_pages import PARAGRAPHS

DATA = (Path(__file__).parent / "saved" / "page.mhtml").read_bytes()


def test_the_page_is_read_and_the_parts_belong_to_it() -> None:
    page = formats.read(DATA, "page.mhtml")
    article = read_article(page, "page.mhtml")
    text = "\n".join(block.text for block in article.blocks if not block.set_aside)
    assert page.reader.startswith("web page in one file")
    assert (article.headline, article.date.start) == ("Ferry to Elsing sails again", "2003-05-05")
    assert (article.address, article.captured) == ("http://echo.example/harbour/ferry.html", "2026-11-28")
    assert all(paragraph in text for paragraph in PARAGRAPHS[:4])
    assert "We value your privacy" not in text


def test_it_is_known_whatever_it_is_called() -> None:
    assert formats.read(DATA, "page.txt").reader.startswith("web page in one file")


def test_one_without_a_page_is_one_sentence() -> None:
    with pytest.raises(FileUnreadable, match="no page in the file"):
        formats.read(DATA.replace(b"text/html", b"image/png"), "page.mhtml")


@pytest.mark.parametrize("cut", [900, 3_000, 6_000])
def test_of_a_truncated_one_what_is_there_is_read(cut: int) -> None:
    try:
        assert formats.read(DATA[:cut], "page.mhtml").text
    except FileUnreadable as problem:
        assert str(problem)
