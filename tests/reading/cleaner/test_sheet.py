"""Twin of reading/cleaner/sheet.py."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.reading.cleaner.lexicon import Lexicon
from pressmark.reading.cleaner.sheet import COMMA, FIGURE, LOOKED_AT, SENTENCE_END, Sheet, read_sheet
from pressmark.reading.page_reading import read_page


def sheet_of(text: str) -> Sheet:
    page = read_page(text.split("\n"))
    return read_sheet(page.stretches, page.shapes, Lexicon())


def test_lines_without_a_word_are_left_out() -> None:
    sheet = sheet_of("Harbour council votes\n* * *\n\nThe vote, on 3 May, was close.")
    assert sheet.number.tolist() == [0, 2]
    assert sheet.texts == ["Harbour council votes", "The vote, on 3 May, was close."]
    assert sheet.count.tolist() == [3, 7]
    assert sheet.start.tolist() == [0, 3]
    assert sheet.gap.tolist() == [True, True]


def test_characters_are_counted_by_their_class() -> None:
    sheet = sheet_of("One, two, 34.")
    assert sheet.characters[0, [COMMA, FIGURE, SENTENCE_END]].tolist() == [2, 2, 1]
    assert sheet.long.tolist() == [13]


@pytest.mark.parametrize("line", ["He left.", "“He left.”", 'He left.") ', "He left.»"])
def test_the_last_character_is_that_before_closing_marks(line: str) -> None:
    assert chr(sheet_of(line).last[0]) == "."


def test_stop_words_are_those_of_the_pages_own_language() -> None:
    german = sheet_of("Der Rat der Stadt hat die Mittel nicht frei gegeben und das wird so sein")
    assert not german.english
    assert german.stopped >= 6
    english = sheet_of("The council of the town has not released the money and that is how it will be")
    assert english.english
    assert english.stop.sum() == english.stopped


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    sheet = sheet_of(text)
    assert len(sheet.texts) == sheet.size == len(sheet.start) == len(sheet.long)
    assert len(sheet.line) == sheet.count.sum() == len(sheet.columns)
    assert not sheet.size or np.all(sheet.count > 0)


def test_a_line_of_megabytes_is_looked_at_only_in_part() -> None:
    sheet = sheet_of("harbour " * 500_000)
    assert sheet.long[0] <= LOOKED_AT
