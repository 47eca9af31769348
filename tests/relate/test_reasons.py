"""The sentences that say why two passages are related."""

from collections.abc import Callable

import pytest

from pressmark.relate import reasons
from pressmark.relate.align import Alignment, align
from pressmark.relate.weighed_words import WeighedWords

Words = Callable[[str], WeighedWords]


def stretch(here: WeighedWords, there: WeighedWords) -> Alignment:
    found = align(here, there)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("Ferry crews sank nets", "ferry crews sank nets", "4 words in a row are the same."),
        (
            "NATO takes a shade of political organization",
            "Nato takes a shade of political organisation",
            "7 of 7 words in the same order; spelled differently: organisation.",
        ),
        ("crews saved many nets", "crews saved nets", "3 of 4 words in the same order; “many” only here."),
        ("crews saved nets", "crews saved 12 nets", "3 of 4 words in the same order; “12” only there."),
        (
            "crews saved old nets",
            "crews saved new nets",
            "3 of 4 words in the same order; “new” there for “old”.",
        ),
    ],
)
def test_wording(words: Words, here: str, there: str, expected: str) -> None:
    one, two = words(here), words(there)
    assert reasons.of_wording(one, two, stretch(one, two)) == expected


def test_names_outside_the_stretch_are_told(words: Words) -> None:
    one = words("“Crews saved every net of the harbour,” said Ida Krog.")
    two = words("“Crews saved every net of the harbour,” in the words that a reporter heard from Krog.")
    assert reasons.of_wording(one, two, stretch(one, two)).endswith("the same. Both name Krog.")


def test_a_pull_quote_says_what_it_leaves_out(words: Words) -> None:
    full, pulled = words("“Crews saved every wet net,” Krog said."), words("Crews saved every net")
    sentence = "The pull quote leaves out “wet”."
    assert reasons.of_pull_quote(full, pulled, stretch(full, pulled), pulled_here=False) == sentence
    assert reasons.of_pull_quote(pulled, full, stretch(pulled, full), pulled_here=True) == sentence
    whole = words("Crews saved every wet net")
    assert reasons.of_pull_quote(whole, full, stretch(whole, full), pulled_here=True) == (
        "The pull quote repeats 5 words in a row."
    )


def test_a_fact_names_what_both_share_as_the_other_prints_it(words: Words) -> None:
    one = words("The three Baltic states wait for enlargement in 2002.")
    two = words("Enlargement in 2002 is what Baltic States hope for.")
    assert reasons.of_fact(one, two, None) == "Both: Baltic States, Enlargement, 2002."
    assert reasons.of_fact(one, two, (["12"], ["15"])).endswith(" The figures differ: 12 here, 15 there.")
    assert reasons.shared_places(one, two) == [(2, 5), (3, 6), (6, 0), (8, 2)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (None, "Articles 48 % alike; both: Baltic states."),
        (0, "Articles of the same day, 48 % alike; both: Baltic states."),
        (1, "Articles 1 day apart, 48 % alike; both: Baltic states."),
        (3, "Articles 3 days apart, 48 % alike; both: Baltic states."),
    ],
)
def test_an_event_says_how_near_the_articles_are(words: Words, days: int | None, expected: str) -> None:
    assert reasons.of_event(words("Baltic states"), words("the Baltic states"), days, 0.484, None) == expected


def test_a_name_keeps_its_particle(words: Words) -> None:
    here, there = words("It was Barend du Plessis"), words("As Barend du Plessis put it")
    assert reasons.shared_words(here, there) == ["Barend du Plessis"]
