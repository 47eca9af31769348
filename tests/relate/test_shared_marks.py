"""The characters that are marked in two passages."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.relate.align import align
from pressmark.relate.shared_marks import DIFFERS, SHARED, looks_same, of_pairs, of_stretch
from pressmark.relate.weighed_words import WeighedWords
from pressmark.words import tokens

Words = Callable[[str], WeighedWords]


def marked(text: str, spans: tuple[object, ...], kind: str) -> list[str]:
    return [text[s.start : s.end] for s in spans if s.kind == kind]  # type: ignore[attr-defined]


def test_shared_words_are_merged_and_what_differs_is_marked_apart(words: Words) -> None:
    here = words("As for Nato expansion, one can take another, an entirely new look at the organisation.")
    there = words("As for NATO expansion, one can take an entirely new look at the organization.")
    stretch = align(here, there)
    assert stretch is not None
    own, other = of_stretch(here, there, stretch)
    assert marked(here.text, own, SHARED) == [
        "As for",
        "expansion, one can take",
        "an entirely new look at the",
    ]
    assert marked(here.text, own, DIFFERS) == ["Nato", "another", "organisation"]
    assert marked(there.text, other, SHARED) == marked(here.text, own, SHARED)
    assert marked(there.text, other, DIFFERS) == ["NATO", "organization"]


def test_a_capital_at_the_beginning_is_no_difference(words: Words) -> None:
    one, two = words("Ministers met"), words("the ministers")
    assert looks_same(one, one.words[0], two, two.words[1])
    one, two = words("Nato"), words("NATO")
    assert not looks_same(one, one.words[0], two, two.words[0])


def test_scattered_words_are_marked_one_by_one(words: Words) -> None:
    here, there = words("Baltic states and enlargement"), words("enlargement of the Baltic states")
    own, other = of_pairs(here, there, [(0, 3), (1, 4), (3, 0)])
    assert marked(here.text, own, SHARED) == ["Baltic states", "enlargement"]
    assert marked(there.text, other, SHARED) == ["enlargement", "Baltic states"]


@settings(max_examples=150)
@given(
    *[
        st.lists(
            st.sampled_from(["ferry", "Ferry", "FERRY", "sank,", "the", "“crew", "organise", "organize"]),
            max_size=20,
        )
    ]
    * 2
)
def test_spans_lie_inside_and_shared_stretches_are_equal(one: list[str], two: list[str]) -> None:
    here, there = (
        WeighedWords(" ".join(row), (), lambda terms: np.ones(len(terms), np.float32)) for row in (one, two)
    )
    stretch = align(here, there)
    if stretch is None:
        return
    own, other = of_stretch(here, there, stretch)
    for text, spans in ((here.text, own), (there.text, other)):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
    pairs = zip(marked(here.text, own, SHARED), marked(there.text, other, SHARED), strict=True)
    assert all([t.word for t in tokens(a)] == [t.word for t in tokens(b)] for a, b in pairs)
