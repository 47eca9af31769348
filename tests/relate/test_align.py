"""The stretch in which two passages run alongside each other."""

import time
from collections.abc import Callable
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.relate.align import align, within_quotation
from pressmark.relate.weighed_words import WeighedWords

Words = Callable[[str], WeighedWords]


def plain(text: str) -> WeighedWords:
    return WeighedWords(text, (), lambda terms: np.ones(len(terms), np.float32))


def stretch(here: str, there: str) -> list[tuple[str, str]]:
    one, two = plain(here), plain(there)
    found = align(one, two)
    return [(one.row[i], two.row[j]) for i, j in found.pairs()] if found else []


def test_a_run_is_followed_over_gaps_and_function_words() -> None:
    found = align(
        plain("ministers can take another, an entirely new look at this"),
        plain("Ministers can take an entirely new look, at this"),
    )
    assert found is not None
    assert (found.same, found.length, found.longest) == (9, 10, 6)
    assert len(found.runs) == 2


def test_a_gap_of_many_words_ends_a_stretch() -> None:
    far = "ferry sank one two three four five six seven eight nine storm"
    assert stretch("ferry sank storm", far) == [("ferry", "ferry"), ("sank", "sank")]


def test_the_heavier_of_two_stretches_wins() -> None:
    here = (
        "ferry sank. Nothing else was said by anyone here at all today, friends. Crew of nine divers rescued"
    )
    assert len(stretch(here, "Crew of nine divers rescued as the ferry sank")) == 5


def test_passages_with_only_function_words_in_common_have_no_stretch() -> None:
    assert align(plain("the ferry of the harbour"), plain("of the in the steel")) is None
    assert align(plain(""), plain("")) is None


def test_a_quotation_ends_with_its_marks(words: Words) -> None:
    one = words("“We would reconsider our position,” Putin told a meeting.")
    two = words("“We would reconsider our position,” said Mr Putin to a meeting.")
    found = align(one, two)
    assert found is not None
    assert within_quotation(one, two, found).here == (0, 5)
    bare = align(plain(one.text), plain(two.text))
    assert bare is not None
    assert within_quotation(plain(one.text), plain(two.text), bare) == bare


def test_repeated_words_do_not_make_it_slow() -> None:
    began = time.process_time()
    align(plain("ferry harbour " * 125), plain("harbour ferry " * 125))
    assert time.process_time() - began < 0.5


@settings(max_examples=150)
@given(
    *[
        st.lists(
            st.sampled_from(["ferry", "sank", "storm", "the", "of", "crew", "divers", "near"]), max_size=25
        )
    ]
    * 2
)
def test_runs_are_the_same_words_in_order_on_both_sides(one: list[str], two: list[str]) -> None:
    here, there = plain(" ".join(one)), plain(" ".join(two))
    found = align(here, there)
    assert (found is None) == (
        not ({"the", "of", "near"} ^ set(one)) & (set(one) & set(two)) - {"the", "of", "near"}
    )
    if found:
        pairs = list(found.pairs())
        assert all(here.row[i] == there.row[j] for i, j in pairs)
        assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))
        assert found.length >= found.same >= found.longest >= 1
