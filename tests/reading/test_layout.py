"""Kept lines are set as what they are: captions, sub-headings, lists, bylines, story references."""

from pressmark.reading.chrome import label_page
from pressmark.reading.layout import lay_out
from pressmark.reading.page_reading import read_page
from pressmark.values import Block, BlockKind

PROSE = "The harbour wall at Port Ellery will be raised by two feet after the floods of last winter."
MORE = "The council said that the work on the wall is to begin in June and will last until the autumn."


def blocks(*lines: str) -> list[Block]:
    page = read_page(lines)
    return [
        block
        for block in lay_out(page, label_page(page), "The Ellery Post")
        if block.kind is not BlockKind.BLANK
    ]


def kinds(*lines: str) -> list[str]:
    return [block.kind.value for block in blocks(*lines)]


def test_head_of_an_article() -> None:
    head = ("Harbour wall to be raised", "By Ada Quill", "3 May 1999", "The Ellery Post", "", PROSE)
    assert kinds(*head) == ["headline", "byline", "date", "kicker", "paragraph"]


def test_captions_and_subheadings() -> None:
    found = kinds(
        "Harbour wall to be raised",
        "",
        PROSE,
        "",
        "The old wall",
        "The wall holds for now",
        MORE,
        "",
        "Next",
        "",
        PROSE,
    )
    assert found == ["headline", "paragraph", "caption", "caption", "paragraph", "subheading", "paragraph"]


def test_lists_and_references() -> None:
    found = blocks(
        "Harbour wall to be raised", "", PROSE + " (Story, Page 5.)", "", "• Two boats sank", "", MORE
    )
    assert [block.kind.value for block in found] == ["headline", "paragraph", "list item", "paragraph"]
    assert [span.kind for span in found[1].spans] == ["story reference"]
    assert found[2].text == "Two boats sank"


def test_what_is_set_aside_is_one_block_a_line() -> None:
    found = blocks(
        "Harbour wall to be raised", PROSE, MORE, "See also", "Mill fire", "Ferry fares", "Boats", "Fish"
    )
    assert [block.kind.value for block in found[3:]] == ["chrome"] * 5
    assert all(block.set_aside and block.first_line == block.last_line for block in found[3:])
