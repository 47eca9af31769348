"""What a raw word is compared as."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.relate.article_terms import FUNCTION, common, pieces, stems, telling


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("NATO", ["nato"]),
        ("co-operation", ["cooperation"]),
        ("Co‑operation", ["cooperation"]),
        ("Russia-EU", ["russia", "eu"]),
        ("New", ["new"]),
        ("U.S.-led", ["us", "led"]),
        ("organisation", ["organization"]),
        ("Putin’s", ["putin"]),
        ("don't", ["dont"]),
        ("5,000", ["5000"]),
        ("19-nation", ["19", "nation"]),
    ],
)
def test_pieces(raw: str, expected: list[str]) -> None:
    assert [piece.word for piece in pieces(raw)] == expected


def test_function_words_and_figures_are_known() -> None:
    assert pieces("the")[0].function
    assert not pieces("war")[0].function
    assert pieces("2002")[0].figure
    assert telling("the") == ()
    assert "of" in FUNCTION


def test_stems_are_those_of_content_words_in_order() -> None:
    assert stems("The organisation expands") == stems("organization expanding of the")
    assert stems("expansion, organisation") != stems("organisation, expansion")


def test_common_words_are_sorted_and_hold_what_news_is_full_of() -> None:
    found = common()
    assert (found[1:] > found[:-1]).all()
    assert telling("reporters")[0] in found


@given(st.text(min_size=1, max_size=80))
def test_any_text_has_pieces_inside_it(text: str) -> None:
    for piece in pieces(text):
        assert 0 <= piece.start < piece.end <= len(text)
