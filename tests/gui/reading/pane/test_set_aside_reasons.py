"""How the reader says why lines are set aside."""

import pytest

from gui.samples import blocks_of
from pressmark.gui.reading.pane.set_aside_reasons import chip_words, run_words, told
from pressmark.values import Block, BlockKind, Reason


def lines(*reasons: Reason | None) -> tuple[Block, ...]:
    return blocks_of(*((BlockKind.CHROME, "x", reason) for reason in reasons))


@pytest.mark.parametrize(
    ("reasons", "words"),
    [
        ([Reason.MENU], "1 line of menu"),
        ([Reason.MENU] * 17 + [Reason.LEGAL] * 3, "17 lines of menu, 3 of legal notes"),
        ([Reason.YOU], "1 line marked by you"),
        ([Reason.YOU, Reason.MENU, Reason.MENU], "2 lines of menu, 1 marked by you"),
        ([Reason.MENU, Reason.FORM, Reason.LEGAL, Reason.FILE, Reason.LINKS],
         "1 line of menu, 1 of a form, 1 of legal notes, and 2 more"),
        ([None], "1 line set aside"),
        ([Reason.MENU] * 1200, "1,200 lines of menu"),
    ],
)  # fmt: skip
def test_runs(reasons: list[Reason | None], words: str) -> None:
    assert run_words(lines(*reasons)) == words


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_its_words(reason: Reason) -> None:
    (block,) = lines(reason)
    assert run_words([block]).startswith("1 line ")
    assert chip_words(block) == reason.value
    assert told(block) == f"Set aside: {reason.value} (line 1 of the file)."


def test_a_block_of_several_lines_counts_them() -> None:
    entry = Block(BlockKind.SEE_ALSO, "date | headline", 4, 6, True, Reason.LINKS, 'stands under "See also"')
    assert run_words([entry]) == "3 lines of links"
    assert told(entry) == 'Set aside: list of links; stands under "See also" (lines 5 to 7 of the file).'


def test_the_number_of_pages_stands_beside_a_repeat_if_it_has_room() -> None:
    for detail, shown in (
        ("repeated on 12 pages of this outlet", True),
        ("repeated on 12 pages of this outlet, among them the three newest", False),
    ):
        block = Block(BlockKind.CHROME, "x", 0, 0, True, Reason.REPEATED, detail)
        assert chip_words(block) == (detail if shown else Reason.REPEATED.value)


def test_what_the_person_said_is_told_once() -> None:
    aside = Block(BlockKind.CHROME, "x", 0, 0, True, Reason.YOU, "marked by you, for this article")
    assert told(aside) == "Set aside: marked by you, for this article (line 1 of the file)."
    kept = Block(BlockKind.PARAGRAPH, "x", 0, 0, detail="marked by you, for this article")
    assert told(kept) == "Article text: marked by you, for this article (line 1 of the file)."
    assert told(Block(BlockKind.PARAGRAPH, "x", 0, 0)) == ""
