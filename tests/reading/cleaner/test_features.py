"""Twin of reading/cleaner/features.py."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.reading.cleaner.features import Features, features
from pressmark.reading.cleaner.lexicon import Lexicon
from pressmark.reading.cleaner.opinion import read_opinion
from pressmark.reading.cleaner.sheet import read_sheet
from pressmark.reading.page_reading import read_page
from pressmark.reading.verdicts import verdicts_of

PARAGRAPH = (
    "The council of the harbour town voted on Monday to build a new bridge, although the money is not there."
)
PAGE = [
    "Home",
    "News",
    "",
    "Harbour town votes for bridge",
    PARAGRAPH,
    PARAGRAPH[:-1] + ", said the mayor.",
    "",
    "Home",
]


def features_of(lines: list[str]) -> Features:
    page = read_page(lines)
    sheet = read_sheet(page.stretches, page.shapes, Lexicon())
    zeros = np.zeros(sheet.size)
    return (
        features(sheet, read_opinion(page, verdicts_of(page), sheet.number), zeros, zeros)
        if sheet.size
        else {}
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("words", [1, 1, 5, 20, 23, 1]),
        ("ends", [0, 0, 0, 1, 1, 0]),
        ("times", [2, 1, 1, 1, 1, 2]),
        ("gap above", [1, 0, 1, 0, 0, 1]),
        ("place in block", [0, 1, 0, 1, 2, 0]),
        ("page's English", [1] * 6),
        ("kept +1", [0, 1, 1, 1, 0, -1]),
    ],
)
def test_values(name: str, expected: list[float]) -> None:
    assert features_of(PAGE)[name].tolist() == expected


def test_distances_to_the_run_have_a_sign() -> None:
    found = features_of(PAGE)["lines to plain run"]
    assert np.sign(found).tolist() == [1, 1, 1, 0, 0, -1]


def test_the_headline_shares_the_runs_words() -> None:
    assert features_of(PAGE)["shared"][2] == 0.75  # "votes" is not "voted"


@settings(max_examples=60)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=12))
def test_every_feature_is_a_finite_number_for_every_line(lines: list[str]) -> None:
    found = features_of("\n".join(lines).split("\n"))
    for name, row in found.items():
        assert np.isfinite(row).all(), name
        assert len(row) == len(found["words"])


def test_a_feature_does_not_depend_on_what_was_read_before() -> None:
    page = read_page(PAGE)
    lexicon = Lexicon()
    other = read_page(["Quite other words stand here, and many of them."])
    read_sheet(other.stretches, other.shapes, lexicon)
    sheet = read_sheet(page.stretches, page.shapes, lexicon)
    zeros = np.zeros(sheet.size)
    again = features(sheet, read_opinion(page, verdicts_of(page), sheet.number), zeros, zeros)
    for name, row in features_of(PAGE).items():
        assert row.tolist() == again[name].tolist(), name
