"""The two seeds come out, line by line, as a person expects."""

from functools import cache
from pathlib import Path

import pytest

from pressmark.reading.article import read_article
from pressmark.reading.formats import read
from pressmark.values import Article, Block, BlockKind, Certainty, Reason

SEEDS = Path(__file__).parents[2] / "seeds"
MOSCOW_TIMES, BBC = "000_69e3f591311bab25.txt", "003_71e0031a2701ba35.txt"

K, R = BlockKind, Reason

# Line (as people count, from 1) -> what it is; a reason means that it is set aside.
# Lines not named are paragraphs, or blank.
MOSCOW_TIMES_LINES: dict[int, BlockKind | Reason] = {
    1: R.APPEAL,
    3: K.HEADLINE,
    59: K.LIST_ITEM,
    **dict.fromkeys((63, 65, 67, 74, 75), R.APPEAL),
    **dict.fromkeys(range(69, 74), R.FORM),
    77: R.LINKS,
}
BBC_LINES: dict[int, BlockKind | Reason] = {
    **dict.fromkeys((1, *range(3, 12), 13, 15, 17), R.MENU),
    19: K.DATE,
    20: K.HEADLINE,
    **dict.fromkeys((21, 22, 44, 45, 55, 56, 69, 70, 81, 82, 83, 84), K.CAPTION),
    **dict.fromkeys((27, 29), K.PULL_QUOTE),
    **dict.fromkeys((40, 65), K.SUBHEADING),
    **dict.fromkeys((85, *range(87, 96)), R.LINKS),
    97: R.LEGAL,
    99: R.LINKS,
    101: R.SHARE,
    103: R.LINKS,
}


@cache
def seed(name: str) -> Article:
    return read_article(read((SEEDS / name).read_bytes(), name), f"seeds/{name}")


def block_of(article: Article, line: int) -> Block:
    return next(block for block in article.blocks if block.first_line <= line - 1 <= block.last_line)


@pytest.mark.parametrize(("name", "expected"), [(MOSCOW_TIMES, MOSCOW_TIMES_LINES), (BBC, BBC_LINES)])
def test_every_line_is_what_a_person_says_it_is(name: str, expected: dict[int, BlockKind | Reason]) -> None:
    lines = (SEEDS / name).read_text(encoding="utf-8").split("\n")
    found: dict[int, BlockKind | Reason] = {}
    wanted: dict[int, BlockKind | Reason] = {}
    for number, line in enumerate(lines, start=1):
        block = block_of(seed(name), number)
        if not line.strip():
            wanted[number], found[number] = K.BLANK, block.kind
            continue
        wanted[number] = expected.get(number, K.PARAGRAPH)
        found[number] = block.reason if block.set_aside and block.reason else block.kind
    assert found == wanted


def test_what_the_moscow_times_says_of_itself() -> None:
    article = seed(MOSCOW_TIMES)
    assert article.headline == "Putin Softens Stance on NATO"
    assert article.outlet == "The Moscow Times"
    assert "line 1" in article.outlet_evidence
    assert article.dateline == "BRUSSELS, Belgium"
    assert (article.date.start, article.date.certainty) == (None, Certainty.NONE)
    assert article.language == "en"
    assert article.byline == ()


def test_what_the_bbc_says_of_itself() -> None:
    article = seed(BBC)
    assert article.headline == "Russia closes ranks with EU"
    assert (article.outlet, article.section) == ("BBC News", "World: Europe")
    assert (article.date.start, article.date.certainty) == ("2001-10-03", Certainty.PRINTED)
    assert article.date.evidence == 'printed on line 19: "Wednesday, 3 October, 2001, 20:46 GMT 21:46 UK"'


def test_see_also_entries_of_the_bbc() -> None:
    entries = [block for block in seed(BBC).blocks if block.kind is BlockKind.SEE_ALSO]
    assert [(entry.first_line, entry.last_line, entry.text) for entry in entries] == [
        (86, 87, "01 Oct 01 | UK Politics | Schroeder urges EU unity in terror fight"),
        (88, 89, "25 Sep 01 | Europe | A significant step for Russia"),
        (90, 91, "23 Feb 01 | Europe | Russia targets UK Chechens"),
        (92, 93, "03 Oct 01 | Europe | Analysis: Putin looks West"),
    ]


def test_marks_within_the_blocks() -> None:
    block = block_of(seed(MOSCOW_TIMES), 57)
    assert [block.text[span.start : span.end] for span in block.spans if span.kind == "story reference"] == [
        "(Story, Page 5.)"
    ]
    quoted = block_of(seed(BBC), 82)
    assert [quoted.text[span.start : span.end] for span in quoted.spans] == [
        "Vladimir Putin said Nato and Russia were heading for a fundamental change in their relationship"
    ]
    assert block_of(seed(MOSCOW_TIMES), 59).text.startswith("British Prime Minister Tony Blair's office")
    assert block_of(seed(BBC), 29).detail == "attribution of the pull quote"
