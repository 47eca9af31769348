"""A passage as a row of words."""

from collections.abc import Callable

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.relate.weighed_words import FUNCTION_WEIGHT, MOST_WORDS, WeighedWords

Words = Callable[[str], WeighedWords]


def test_words_stand_where_the_text_has_them(words: Words) -> None:
    read = words("“The Russia-EU summit,” he said, was Putin's.")
    assert [(read.text[w.start : w.end], w.word) for w in read.words] == [
        ("The", "the"), ("Russia", "russia"), ("EU", "eu"), ("summit", "summit"), ("he", "he"), ("said", "said"),
        ("was", "was"), ("Putin", "putin"),
    ]  # fmt: skip
    assert [w.word for w in read.words if w.quoted] == ["the", "russia", "eu", "summit"]
    assert read.words[0].weight == FUNCTION_WEIGHT


def test_names_have_a_capital_within_a_sentence(words: Words) -> None:
    assert words("Ferries sank, Robertson told Brussels. Divers left. “Storms came,” Ann said.").names == {
        "robertson", "brussels", "ann",
    }  # fmt: skip


def test_a_huge_passage_is_cut(words: Words) -> None:
    assert len(words("ferry " * 50_000).words) == MOST_WORDS
    assert len(words("x" * 3_000_000).words) == 1


@settings(max_examples=50)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    read = WeighedWords(text, (), lambda terms: np.ones(len(terms), np.float32))
    ends = 0
    for word in read.words:
        assert ends <= word.start < word.end <= len(text)
        ends = word.end
