"""Prose is told from lists and menus, in several languages."""

import pytest

from pressmark.reading.shapes import LOOKED_AT, shape


@pytest.mark.parametrize(
    "line",
    [
        "The mayor said that the wall of the harbour would hold for another winter.",
        "Der Bürgermeister sagte, dass die Mauer am Hafen noch einen Winter halten werde.",
        "Le maire a dit que le mur du port tiendrait encore un hiver de plus.",
        "Мэр города сказал вчера, что стена порта выдержит и эту зиму, и следующую.",
        "市長は昨日、港の壁は冬を越せると述べた。住民はそれを信じていない。",
        "قال رئيس البلدية أمس إن جدار الميناء سيصمد شتاء آخر على الأقل هذه المرة.",
    ],
)
def test_prose(line: str) -> None:
    assert shape(line).prose
    assert shape(line).ends


@pytest.mark.parametrize(
    "line", ["Home News Sport Weather", "Middle East", "", "12 34 56", "By Ada Quill", "Read more."]
)
def test_no_prose(line: str) -> None:
    assert not shape(line).prose


def test_figures_of_a_line() -> None:
    look = shape("The EU and the Mayor agreed.")
    assert (look.words, look.ends) == (6, True)
    assert look.function_share == pytest.approx(0.5)
    assert look.stems == ("eu", "mayor", "agreed")


def test_two_signs_of_japanese_are_a_word_and_long_lines_are_cut() -> None:
    assert shape("港の壁は").words == 2
    assert shape("ab " * LOOKED_AT).words <= LOOKED_AT / 2
