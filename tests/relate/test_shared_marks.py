"""The characters that are marked in two passages."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.relate import reasons
from pressmark.relate.align import align
from pressmark.relate.shared_marks import DIFFERS, SHARED, SPELLED, looks_same, of_pairs, of_stretch
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
        "As for Nato expansion, one can take",
        "an entirely new look at the",
    ]
    assert marked(here.text, own, DIFFERS) == ["another"]
    assert marked(here.text, own, SPELLED) == ["organisation"]
    assert marked(there.text, other, SHARED)[0] == "As for NATO expansion, one can take"
    assert marked(there.text, other, SPELLED) == ["organization"]
    assert marked(there.text, other, DIFFERS) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ministers", "ministers"),
        ("Nato", "NATO"),
        ("co-operation", "Cooperation"),
        ("O’Brien's", "O'Brien’s"),
    ],
)
def test_capitals_and_hyphens_are_no_difference(words: Words, one: str, other: str) -> None:
    here, there = words(f"They spoke of {one} and of ferries"), words(f"They spoke of {other} and of ferries")
    stretch = align(here, there)
    assert stretch is not None
    for text, spans in zip((here.text, there.text), of_stretch(here, there, stretch), strict=True):
        assert {span.kind for span in spans} == {SHARED}
        assert "".join(marked(text, spans, SHARED)).replace(" ", "") == text.replace(" ", "")
    assert "same" in reasons.of_wording(here, there, stretch)
    assert one not in reasons.of_wording(here, there, stretch)


def test_other_letters_are_a_difference(words: Words) -> None:
    one, two = words("organise"), words("organize")
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
