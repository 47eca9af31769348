"""The way between Python's characters and Qt's UTF-16 units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.gui.look.utf16 import cut, from_qt, to_qt

TEXTS = st.text(
    alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("a𝒳😀é字\u200f"))
)


@given(TEXTS, st.data())
def test_there_and_back(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert from_qt(text, to_qt(text, offset)) == offset


@given(TEXTS)
def test_the_whole_is_as_long_as_qt_says(text: str) -> None:
    assert to_qt(text, len(text)) == len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("text", "offset", "units"), [("plain", 3, 3), ("😀a", 1, 2), ("a😀b", 2, 3), ("é😀😀", 3, 5), ("", 0, 0)]
)
def test_astral_characters_count_twice(text: str, offset: int, units: int) -> None:
    assert to_qt(text, offset) == units
    assert from_qt(text, units) == offset


def test_the_middle_of_a_character_is_its_beginning() -> None:
    assert from_qt("😀a", 1) == 0
    assert from_qt("b😀a", 2) == 1


def test_an_offset_beyond_the_end_is_the_end() -> None:
    assert to_qt("a😀", 99) == 3
    assert from_qt("a😀", 99) == 2


@given(TEXTS, st.data())
def test_a_part_is_cut_by_qts_count(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    assert cut(text, to_qt(text, start), to_qt(text, end)) == text[start:end]
    assert cut(text, -5, 10_000) == text
