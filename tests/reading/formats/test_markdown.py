"""Notes in Markdown."""

from pressmark.reading import formats
from pressmark.reading.article import read_article

NOTE = """---
title: "Ferry to Elsing sails again"
source: https://echo.example/harbour/ferry
author:
  - "[[Ann Thorne]]"
  - Jonas Petersen
published: 2003-05-05
created: 2026-11-28
site: Riverton Echo
---
# Ferry to Elsing sails again

The old ferry **sailed again** on Sunday, as [the Echo](https://echo.example/pier) reported, with *forty people* on her deck.

![The deck](deck.png)

> "We are glad to be back," said her captain, and 2 * 3 * 4 is 24 in snake_case_words.

- Fares stay as they were.
"""


def test_the_front_matter_is_what_it_says_of_itself() -> None:
    article = read_article(formats.read(NOTE.encode(), "note.md"), "note.md")
    assert (article.headline, article.date.start) == ("Ferry to Elsing sails again", "2003-05-05")
    assert article.byline == ("Ann Thorne", "Jonas Petersen")
    assert (article.outlet, article.address, article.captured) == (
        "Riverton Echo", "https://echo.example/harbour/ferry", "2026-11-28",
    )  # fmt: skip


def test_marks_go_and_words_stay() -> None:
    page = formats.read(NOTE.encode(), "note.md")
    assert (
        "The old ferry sailed again on Sunday, as the Echo reported, with forty people on her deck."
        in page.text
    )
    assert '"We are glad to be back," said her captain, and 2 * 3 * 4 is 24 in snake_case_words.' in page.text
    assert "deck.png" not in page.text
    assert [(link.words, link.address) for link in page.links][:1] == [
        ("the Echo", "https://echo.example/pier")
    ]
    assert page.links[0].words in page.text.split("\n")[page.links[0].line]


def test_without_front_matter_the_first_heading_is_the_headline() -> None:
    page = formats.read(b"# The pier\n\nIt is painted.", "note.md")
    assert page.says.headline is not None
    assert page.says.headline.value == "The pier"
