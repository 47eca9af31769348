"""What two aligned passages are to each other."""

from collections.abc import Callable

import pytest

from pressmark.relate.candidates import Candidate
from pressmark.relate.relation_kinds import evidence, is_hopeless, kind_of, likelihood, score
from pressmark.relate.weighed_words import WeighedWords
from pressmark.values import RelationKind

Words = Callable[[str], WeighedWords]
QUOTED = (
    "“The harbour wall cannot carry another winter storm of this strength,” Mayor Ida Krog told a meeting."
)
NEAR = Candidate(0, 0, cosine=0.5, alike=0.5, bm25=0.6, shared=9, mass=54.0)
FAR = Candidate(0, 0, cosine=0.3, alike=0.05, bm25=0.3, shared=9, mass=54.0)


def judged(
    words: Words, here: str, there: str, candidate: Candidate, *, near: bool = True
) -> RelationKind | None:
    one, two = words(here), words(there)
    found = evidence(one, two)
    if found is None:
        return None
    run = max(found.alignment.runs, key=lambda run: run.length)
    row = one.words[run.here : run.here + run.length]
    return kind_of(
        found,
        candidate,
        min(len(one.words), len(two.words)),
        near,
        lambda stems: len(stems) - len(stems),
        row,
    )


@pytest.mark.parametrize(
    ("there", "candidate", "expected"),
    [
        (
            "Ida Krog said: “The harbour wall cannot carry another winter storm of this strength.”",
            FAR,
            RelationKind.QUOTATION,
        ),
        ("The harbour wall cannot carry another winter storm of this strength", FAR, RelationKind.QUOTATION),
        ("Ida Krog, the mayor, warned that the wall is too weak for the winter.", FAR, None),
        ("Ida Krog, the mayor, warned that the wall is too weak for the winter.", NEAR, RelationKind.FACT),
    ],
)
def test_a_quotation_is_known_by_its_words(
    words: Words, there: str, candidate: Candidate, expected: RelationKind | None
) -> None:
    assert judged(words, QUOTED, there, candidate) is expected
    assert judged(words, there, QUOTED, candidate) is expected


COPY = (
    "Divers from Port Elsing found the wreck of the ferry at a depth of 40 metres east of the harbour wall."
)


def test_the_same_words_without_marks_are_the_same_wording(words: Words) -> None:
    assert judged(words, COPY, "On Monday " + COPY, FAR) is RelationKind.WORDING


def test_a_form_filled_in_with_other_figures_is_not(words: Words) -> None:
    assert judged(words, COPY, COPY.replace("40", "60"), FAR) is None


def test_an_event_needs_articles_of_the_same_days(words: Words) -> None:
    alike = Candidate(0, 0, cosine=0.3, alike=0.4, bm25=0.3, shared=3, mass=15.0)
    here, there = (
        "Rescuers in Port Elsing searched for the crew.",
        "Storms kept the rescuers of Port Elsing ashore.",
    )
    assert judged(words, here, there, alike) is RelationKind.EVENT
    assert judged(words, here, there, alike, near=False) is None


def test_what_shares_nothing_is_hopeless_and_a_possible_quotation_never() -> None:
    assert is_hopeless(Candidate(0, 0, 0.01, 0.9, 0.01, 1, 6.0))
    assert is_hopeless(Candidate(0, 0, 0.1, 0.05, 0.1, 3, 18.0))
    assert not is_hopeless(FAR)
    assert not is_hopeless(NEAR)


def test_a_sure_kind_comes_before_a_likely_one(words: Words) -> None:
    assert (
        score(RelationKind.QUOTATION, NEAR) > score(RelationKind.FACT, NEAR) > score(RelationKind.FACT, FAR)
    )
    found = evidence(words(QUOTED), words(QUOTED))
    assert found is not None
    assert likelihood(found, NEAR, 15) > likelihood(found, FAR, 15)
