"""PDF documents: saved/page.pdf is Chromium's own print of an invented page (Page.printToPDF)."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.errors import FileUnreadable
from pressmark.reading import formats
from pressmark.reading.article import read_article
from pressmark.reading.formats.pdf import _Line, _running, _set
from saved_pages import PARAGRAPHS

DATA = (Path(__file__).parent / "saved" / "page.pdf").read_bytes()


def test_paragraphs_and_headline_of_a_printed_page() -> None:
    page = formats.read(DATA, "page.pdf")
    article = read_article(page, "page.pdf")
    assert page.reader.startswith("PDF")
    assert (article.headline, article.date.start) == ("Ferry to Elsing sails again", "2003-05-05")
    text = "\n".join(block.text for block in article.blocks if not block.set_aside)
    assert all(paragraph in text for paragraph in PARAGRAPHS[1:4]), "lines of a paragraph are joined"


@pytest.mark.parametrize(("cut", "why"), [(300, "damaged"), (5_000, "damaged")])
def test_a_damaged_one_is_one_sentence(cut: int, why: str) -> None:
    with pytest.raises(FileUnreadable, match=why):
        formats.read(DATA[:cut], "page.pdf")


@given(st.integers(0, len(DATA) - 1), st.binary(min_size=1, max_size=40))
def test_any_damage_is_a_text_or_a_sentence(at: int, by: bytes) -> None:
    try:
        assert formats.read(DATA[:at] + by + DATA[at + len(by) :], "page.pdf").text
    except FileUnreadable as problem:
        assert str(problem)


def line(text: str, foot: float, left: float = 50.0, high: float = 10.0) -> _Line:
    return _Line(text, left, foot, foot + high, high)


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        ([line("The Echo", 780), line(f"Text of page {number}.", 400), line(f"- {number} -", 20)], 800.0)
        for number in (1, 2, 3)
    ]
    running = _running(pages)
    assert [_set(lines, height, running) for lines, height in pages] == [
        f"Text of page {n}." for n in (1, 2, 3)
    ]


def test_a_column_goes_on_where_a_sentence_does() -> None:
    lines = [
        line("The ferry sails", 100),
        line("again on", 88),
        line("Sunday.", 700, 300),
        line("Fares stay.", 664, 300),
    ]
    assert _set(lines, 800.0, set()) == "The ferry sails\nagain on\nSunday.\n\nFares stay."
