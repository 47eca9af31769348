"""Articles come back from the catalog as they went in."""

from hypothesis import given
from hypothesis import strategies as st

from pressmark.catalog.article_rows import (
    ARTICLE_COLUMNS,
    article_of,
    article_row,
    pack_blocks,
    pack_text,
    unpack_blocks,
    unpack_text,
)
from pressmark.reading.article import read_article
from pressmark.values import ArticleDate, Block, BlockKind, Decoded, Reason, Span
from texts import article

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=50)
SPANS = st.lists(st.builds(Span, st.integers(0, 9), st.integers(0, 9), TEXT), max_size=3).map(tuple)
BLOCKS = st.builds(
    Block,
    st.sampled_from(BlockKind),
    TEXT,
    st.integers(0, 99),
    st.integers(0, 99),
    st.booleans(),
    st.none() | st.sampled_from(Reason),
    TEXT,
    SPANS,
)


@given(st.lists(BLOCKS, max_size=5).map(tuple), st.text(max_size=40))
def test_blocks(blocks: tuple[Block, ...], text: str) -> None:
    for packed in (pack_text(text), b""):
        assert unpack_blocks(pack_blocks(blocks, packed), packed) == blocks


def test_words_are_kept_once() -> None:
    """The blocks hold the words of the text: beside it they are small."""
    whole = article(5) + "\n\n" + " ".join(f"word{number * number}" for number in range(900))
    packed = pack_text(whole)
    blocks = read_article(Decoded(whole, "utf-8", "valid UTF-8"), "Echo/5.txt").blocks
    assert len(pack_blocks(blocks, packed)) < len(packed) / 2 < len(pack_blocks(blocks, b"")) / 2


def test_an_article() -> None:
    read = read_article(Decoded(article(5), "utf-8", "valid UTF-8"), "Echo/5.txt")
    row = article_row(read, pack_text(article(5)))
    assert len(row) == len(ARTICLE_COLUMNS)
    assert article_of(row) == read


@given(st.text(alphabet=st.characters()))
def test_texts(text: str) -> None:
    assert unpack_text(pack_text(text), "utf-8", "declared") == Decoded(text, "utf-8", "declared")


def test_a_date_that_does_not_exist_in_an_old_row_is_none() -> None:
    read = read_article(Decoded(article(5), "utf-8", "valid UTF-8"), "Echo/5.txt")
    row = list(article_row(read, pack_text(article(5))))
    at = ARTICLE_COLUMNS.index("date_start")
    row[at : at + 4] = ["2001-02-29", "2001-02-29", "inferred", "the year from the folders"]
    assert article_of(tuple(row)).date == ArticleDate()
    row[at : at + 2] = ["2001-02-28", "2001-02-30"]
    assert article_of(tuple(row)).date.end == "2001-02-28"
