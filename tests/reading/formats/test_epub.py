"""E-books: saved/issue.epub is an invented issue of two articles, made by pandoc 2.17 (pandoc issue.md -o issue.epub)."""

from pathlib import Path

from containers import members
from pressmark.reading import formats

DATA = (Path(__file__).parent / "saved" / "issue.epub").read_bytes()


def test_a_chapter_is_an_article() -> None:
    chapters = members(DATA, "issue.epub")
    assert [formats.read(one.data, one.reads).says.headline.value for one in chapters] == [  # type: ignore[union-attr]
        "Ferry to Elsing sails again", "Pier in Elsing is to be painted",
    ]  # fmt: skip
    assert "Hundreds stood along the pier" in formats.read(chapters[0].data, chapters[0].reads).text.replace(
        "\n", " "
    )
    assert chapters[0].metadata is not None
    assert chapters[0].metadata.outlet is not None
    assert chapters[0].metadata.outlet.value == "The Riverton Echo, 5 May 2003"


def test_a_damaged_book_is_one_sentence() -> None:
    (only,) = members(DATA[:-300], "issue.epub")
    assert "damaged, or protected" in only.problem
