"""Passages are stretches of article text, and stand in their blocks letter by letter."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pressmark.reading.article import read_article
from pressmark.reading.passages import LONGEST, passages
from pressmark.values import Article, Block, BlockKind, Decoded

EMPTY = read_article(Decoded("", "utf-8", ""), "a.txt")
SENTENCE = "The harbour master counted seven grey boats beyond the broken lighthouse. "


def with_block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, set_aside: bool = False) -> Article:
    return replace(EMPTY, blocks=(Block(kind, text, 4, 4, set_aside=set_aside),))


def test_a_paragraph_is_one_passage() -> None:
    (passage,) = passages(with_block(SENTENCE.strip()))
    assert (passage.block, passage.start, passage.text, passage.first_line) == (0, 0, SENTENCE.strip(), 4)


def test_headlines_chrome_and_short_lines_are_none() -> None:
    assert passages(with_block(SENTENCE, BlockKind.HEADLINE)) == ()
    assert passages(with_block(SENTENCE, set_aside=True)) == ()
    assert passages(with_block("He said that it was so.")) == ()


def test_long_blocks_are_cut_at_the_ends_of_sentences() -> None:
    text = SENTENCE * 60
    found = passages(with_block(text))
    assert len(found) > 2
    assert all(len(passage.text) <= LONGEST and passage.text.startswith("The harbour") for passage in found)
    assert "".join(passage.text for passage in found).replace(" ", "") == text.replace(" ", "")


def test_text_without_blanks_or_in_japanese_is_cut_too() -> None:
    assert all(
        len(passage.text) <= LONGEST for passage in passages(with_block("港の灯台は昨日壊れた。" * 400))
    )
    assert sum(len(passage.text) for passage in passages(with_block("x" * 5_000))) == 0


@given(st.text(alphabet="ab .!?\n”’。", max_size=4_000))
def test_offsets_hold(text: str) -> None:
    for passage in passages(with_block(text * 3)):
        assert (text * 3)[passage.start : passage.start + len(passage.text)] == passage.text
