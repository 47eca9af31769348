"""Twin of reading/cleaner/lexicon.py."""

import numpy as np
import pytest

from pressmark.reading.cleaner.lexicon import (
    CAPITALS,
    DIGITS,
    FIRST_ROOM,
    LETTERS,
    LOWER,
    PLAIN_COLUMNS,
    UPPER,
    WEIGHT,
    Lexicon,
    families,
    is_english,
    language_bit,
)


@pytest.mark.parametrize(
    ("word", "column", "value"),
    [
        ("harbour", LOWER, 1), ("Harbour", UPPER, 1), ("NATO", CAPITALS, 1), ("A", CAPITALS, 0), ("W2", DIGITS, 1),
        ("harbour", LETTERS, 7), ("港", WEIGHT, 0.5), ("port", WEIGHT, 1),
    ],
)  # fmt: skip
def test_columns_of_a_word(word: str, column: int, value: float) -> None:
    lexicon = Lexicon()
    assert lexicon.columns[lexicon[word], column] == value


def test_a_word_keeps_its_row_and_shares_its_folded_form() -> None:
    lexicon = Lexicon()
    row = lexicon["Harbour"]
    assert lexicon["Harbour"] == row != lexicon["harbour"]
    assert lexicon.folded[row] == lexicon.folded[lexicon["harbour"]]
    assert lexicon.hash[row] == lexicon.hash[lexicon["harbour"]]


def test_figures_are_alike() -> None:
    lexicon = Lexicon()
    assert lexicon.hash[lexicon["1997"]] == lexicon.hash[lexicon["2024"]] != lexicon.hash[lexicon["24"]]


def test_it_grows_and_forgets_nothing() -> None:
    lexicon = Lexicon()
    first = lexicon["harbour"]
    for number in range(FIRST_ROOM + 10):
        lexicon[f"word{number}x"]
    assert lexicon.columns[first, LETTERS] == 7
    assert lexicon.content[lexicon[f"word{FIRST_ROOM}x"]]
    assert not lexicon.is_full()


def test_families_have_a_column_each() -> None:
    lexicon = Lexicon()
    row = lexicon.columns[lexicon["Kommentare"]]
    assert row[PLAIN_COLUMNS + families().index("comment")] == 1
    assert row[PLAIN_COLUMNS + families().index("share")] == 0


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("the mayor of the town said that it was", True),
        ("der Rat und die Stadt haben es nicht", False),
        ("", False),
    ],
)
def test_a_pages_language_is_that_of_its_stop_words(text: str, english: bool) -> None:
    lexicon = Lexicon()
    stop = lexicon.stop[np.array([lexicon[word] for word in text.split()], np.int64)]
    bit, number = language_bit(stop)
    assert is_english(bit) == english
    assert (number > 0) == bool(text)
