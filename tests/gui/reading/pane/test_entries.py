"""What stands in the reader: nothing is lost, nothing is shown twice."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.samples import INFERRED, article, blocks_of
from pressmark.gui.reading.pane.entries import EntryKind, entries
from pressmark.values import Article, Block, BlockKind, Reason

KINDS = [kind for kind in BlockKind if kind not in (BlockKind.CHROME, BlockKind.HEADLINE)]
BLOCKS = st.lists(
    st.tuples(
        st.sampled_from(KINDS),
        st.text("abc ", min_size=1, max_size=9),
        st.sampled_from([None, None, *Reason]),
    ),
    max_size=25,
)


def of(described: list[tuple[BlockKind, str, Reason | None]], **fields: object) -> Article:
    return article(blocks=blocks_of(*described), headline="", **fields)


@given(BLOCKS)
def test_every_block_is_shown_once_when_set_aside_lines_are(described: list) -> None:
    made = entries(of(described), aside_shown=True, date_words="")
    shown = [entry.block for entry in made if entry.kind in (EntryKind.TEXT, EntryKind.ASIDE)]
    wanted = [
        number
        for number, (kind, _, reason) in enumerate(described)
        if kind is not BlockKind.BLANK
        and (reason is not None or kind not in (BlockKind.KICKER, BlockKind.BYLINE, BlockKind.DATE))
    ]
    assert shown == wanted, "once each, in the file's order"


@given(BLOCKS)
def test_collapsed_runs_count_their_lines(described: list) -> None:
    made = entries(of(described), aside_shown=False, date_words="")
    folded = [entry for entry in made if entry.kind is EntryKind.COLLAPSED]
    told = sum(int(number) for entry in folded for number in re.findall(r"\d+", entry.text))
    assert sum(len(entry.run) for entry in folded) == told
    assert told == sum(1 for kind, _, reason in described if reason and kind is not BlockKind.BLANK)
    assert not [entry for entry in made if entry.kind is EntryKind.ASIDE]


@given(BLOCKS, st.booleans())
def test_there_is_one_header(described: list, shown: bool) -> None:
    made = entries(of(described), aside_shown=shown, date_words="")
    assert [entry.kind for entry in made].count(EntryKind.HEADLINE) == 1
    assert [entry.kind for entry in made].count(EntryKind.META) == 1


def test_the_header_stands_where_the_article_begins() -> None:
    made = entries(article(2), aside_shown=False, date_words="3 October 2001")
    assert [entry.kind.name for entry in made] == [
        "COLLAPSED", "SOURCE", "HEADLINE", "META", "TEXT", "TEXT", "COLLAPSED",
    ]  # fmt: skip
    assert made[0].text == "3 lines of menu"
    assert made[1].text == "The Riverton Echo  ·  Local"
    assert made[3].text == "Ann Thorne  ·  3 October 2001"
    assert made[6].text == "1 line of legal notes"


def test_set_aside_lines_carry_their_reason() -> None:
    made = entries(article(1), aside_shown=True, date_words="")
    assert [(entry.text, entry.note) for entry in made if entry.kind is EntryKind.ASIDE] == [
        ("Menu 0", "menu"), ("Menu 1", "menu"), ("Menu 2", "menu"), ("All rights reserved", "legal"),
    ]  # fmt: skip


def test_the_commonest_reasons_are_named_first() -> None:
    made = entries(
        of([(BlockKind.CHROME, "x", reason) for reason in (Reason.LEGAL, Reason.MENU, Reason.MENU)]),
        aside_shown=False, date_words="",
    )  # fmt: skip
    assert made[-1].text == "2 lines of menu, 1 of legal notes"


@given(BLOCKS, st.booleans(), st.sets(st.integers(0, 24)))
def test_turned_runs_are_the_other_way_round(described: list, shown: bool, turned: set[int]) -> None:
    made = entries(of(described), aside_shown=shown, date_words="", turned=frozenset(turned))
    for entry in made:
        if entry.is_run:
            is_open = entry.kind is EntryKind.OPENED
            assert is_open is (shown if turned.isdisjoint(entry.run) else not shown)
    runs = [block for entry in made if entry.is_run for block in entry.run]
    aside = [n for n, (kind, _, reason) in enumerate(described) if reason and kind is not BlockKind.BLANK]
    assert runs == aside, "each line has its run"


def test_what_the_person_kept_above_the_headline_stays_above_it() -> None:
    plain = article(1)
    kept = Block(BlockKind.PARAGRAPH, "Menu 1", 1, 1, detail="marked by you, for this article")
    made = entries(
        replace(plain, blocks=(plain.blocks[0], kept, *plain.blocks[2:])), aside_shown=False, date_words=""
    )
    assert [entry.kind.name for entry in made[:5]] == ["COLLAPSED", "TEXT", "COLLAPSED", "SOURCE", "HEADLINE"]


@pytest.mark.parametrize(
    ("dates", "fields", "shown"),
    [
        (["Wednesday, 3 October, 2001"], {}, "Wednesday, 3 October, 2001"),
        (["Wednesday, 3 October, 2001"], {"date": INFERRED}, "WORDS"),
        (["one", "two"], {}, "WORDS"),
        (["long " * 30], {}, "WORDS"),
        ([], {}, "WORDS"),
    ],
)
def test_a_printed_date_is_shown_as_printed(dates: list[str], fields: dict[str, object], shown: str) -> None:
    described = [(BlockKind.DATE, date, None) for date in dates]
    made = entries(of(described, byline=(), **fields), aside_shown=False, date_words="WORDS")
    assert next(entry.text for entry in made if entry.kind is EntryKind.META) == shown


def test_an_article_without_anything_still_has_a_headline() -> None:
    made = entries(of([], outlet="", section="", byline=()), aside_shown=True, date_words="")
    assert [(entry.kind, entry.text) for entry in made] == [
        (EntryKind.HEADLINE, "Without a headline"), (EntryKind.META, ""),
    ]  # fmt: skip
