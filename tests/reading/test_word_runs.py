"""Articles that share eight words in a row share a key."""

import random

from hypothesis import given
from hypothesis import strategies as st

from pressmark.reading.article import read_article
from pressmark.reading.word_runs import RUN, WINDOW, run_keys
from pressmark.values import Article, ArticleDate, Block, BlockKind, Decoded
from texts import WORDS, article


def of(*blocks: str, kind: BlockKind = BlockKind.PARAGRAPH, aside: bool = False) -> Article:
    made = tuple(Block(kind, text, at, at, set_aside=aside) for at, text in enumerate(blocks))
    return Article("", (), "", "", "", "", ArticleDate(), "en", "", "", made)


def shared(one: Article, other: Article) -> int:
    return len(set(run_keys(one).tolist()) & set(run_keys(other).tolist()))


WORD = st.sampled_from(WORDS)


@given(st.lists(WORD, min_size=8, max_size=12), st.lists(WORD, max_size=20), st.lists(WORD, max_size=20))
def test_eight_words_in_a_row_are_enough_whatever_stands_around(
    same: list[str], before: list[str], after: list[str]
) -> None:
    assert len(same) >= RUN + WINDOW - 1
    quoted = " ".join(same)
    one = of(" ".join(before) + f" “{quoted},” he said. " + " ".join(after), "Another paragraph.")
    assert shared(one, of("First.", quoted.upper())) > 0


def test_no_run_crosses_two_blocks() -> None:
    chance = random.Random(4)
    words = [f"{word}{at}" for at, word in enumerate(chance.choices(WORDS, k=40))]
    whole = of(" ".join(words))
    parts = of(*(" ".join(words[at : at + 4]) for at in range(0, 40, 4)))
    assert len(run_keys(whole)) > 5
    assert shared(whole, parts) == 0


def test_only_the_text_counts() -> None:
    text = " ".join(WORDS)
    assert len(run_keys(of(text, aside=True))) == 0
    assert len(run_keys(of(text, kind=BlockKind.BYLINE))) == 0
    assert len(run_keys(of("A few words only."))) == 0
    assert len(run_keys(of())) == 0


def test_of_an_article() -> None:
    found = run_keys(read_article(Decoded(article(3), "utf-8", ""), "a.txt"))
    words = len(article(3).split())
    assert 0.2 * words < len(found) < 0.6 * words
    assert found.tolist() == sorted(set(found.tolist()))
