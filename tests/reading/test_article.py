"""A text becomes an article whose blocks hold every line once, whatever the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.reading.article import read_article
from pressmark.reading.decode import harmless, lines_of
from pressmark.reading.passages import passages
from pressmark.values import BlockKind, Certainty, Decoded

PLAIN = """Harbour wall to be raised after floods
3 May 1987
reuters

The harbour wall at Port Ellery will be raised by two feet after the floods of last winter, the council said.

"We cannot wait for another storm," said the mayor, Ada Quill, who visited the harbour on Monday.

Work is to begin in June and will cost about two million pounds, most of it paid by the county.
"""

TABLE = """ELLERY TIN CO 4TH QTR NET
4 March 1987
reuters

Shr 13 cts vs 70 cts
Net 1,279,000 vs 7,979,000
Revs 16.4 mln vs 19.6 mln
"""

WRAPPED = """Ferry runs again
12 June 1990

The ferry between Port Ellery and the islands runs again after it was
laid up for three months, and the captain said that he had never seen so
many people on the quay as on that morning.

Tickets are sold on board, and those who had bought one in the winter
may use it until the end of the year without paying for it again.
"""

texts = st.one_of(
    st.text(max_size=300),
    st.lists(
        st.sampled_from(
            [
                *PLAIN.split("\n"),
                "See also:",
                "01 Oct 01 | Europe",
                "Comments",
                "Share this",
                "•  item",
                "\r",
                "\x0c",
            ]
        ),
        max_size=40,
    ).map("\n".join),
)


def article(text: str, path: str = "reuters/1987/05/a1.txt"):  # type: ignore[no-untyped-def]
    return read_article(Decoded(text, "utf-8", "valid UTF-8"), path)


@settings(max_examples=150, deadline=None)
@given(texts)
def test_every_line_stands_in_exactly_one_block(text: str) -> None:
    read = article(text)
    covered = [line for block in read.blocks for line in range(block.first_line, block.last_line + 1)]
    assert covered == list(range(len(lines_of(harmless(text)))))
    for block in read.blocks:
        assert (block.kind is BlockKind.BLANK) == (block.text == "" and not block.set_aside) or block.text
        assert (block.reason is not None) == block.set_aside
        assert all(0 <= span.start < span.end <= len(block.text) for span in block.spans)
    for passage in passages(read):
        block = read.blocks[passage.block]
        assert block.text[passage.start : passage.start + len(passage.text)] == passage.text


def test_a_file_without_furniture_keeps_every_paragraph() -> None:
    read = article(PLAIN)
    assert read.headline == "Harbour wall to be raised after floods"
    assert (read.date.start, read.date.certainty) == ("1987-05-03", Certainty.PRINTED)
    assert read.outlet == "Reuters"
    assert [block.kind.value for block in read.blocks if block.text] == [
        "headline",
        "date",
        "kicker",
        *["paragraph"] * 3,
    ]
    assert not any(block.set_aside for block in read.blocks)


def test_an_outlet_line_repeated_on_every_page_stays() -> None:
    read = read_article(
        Decoded(PLAIN, "utf-8", ""), "reuters/a.txt", lambda line: 50 if len(line) < 40 else 0
    )
    assert not any(block.set_aside for block in read.blocks)


def test_figures_without_a_sentence_are_kept_with_their_headline() -> None:
    read = article(TABLE)
    assert read.headline == "ELLERY TIN CO 4TH QTR NET"
    assert not any(block.set_aside for block in read.blocks)


def test_hard_wrapped_lines_become_paragraphs() -> None:
    paragraphs = [block for block in article(WRAPPED).blocks if block.kind is BlockKind.PARAGRAPH]
    assert [(block.first_line, block.last_line) for block in paragraphs] == [(3, 5), (7, 8)]
    assert "it was laid up" in paragraphs[0].text


@pytest.mark.parametrize(
    "text",
    [
        "word " * 400_000,
        "x" * 2_000_000,
        "a\n" * 30_000,
        '"' * 100_000,
        "A." * 200_000,
        "- " * 200_000,
        "(Story, " * 50_000,
        ("Short line\n" * 3 + "\n") * 4_000,
        "1/1/" * 100_000,
        "share this " * 60_000,
    ],
    ids=[
        "words",
        "one word",
        "short lines",
        "marks",
        "stops",
        "dashes",
        "brackets",
        "groups",
        "slashes",
        "shares",
    ],
)
def test_huge_and_odd_texts_take_no_more_than_their_size(text: str) -> None:
    start = time.process_time()
    read = article(text)
    assert passages(read) is not None
    assert time.process_time() - start < 6.0
