"""Lines of which the person says the same have the same key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.corrections.keys import key_of, needle_of
from pressmark.values import Scope


@pytest.mark.parametrize(
    ("one", "two", "scope", "same"),
    [
        ("Comments (12)", "comments (7)", Scope.OUTLET, True),
        ("Comments (12)", "comments (7)", Scope.ARTICLE, False),
        ("* Front Page", "Front  page", Scope.ARTICLE, True),
        ("12", "13", Scope.OUTLET, False),
        ("|", "*", Scope.OUTLET, False),
        ("Part 1", "Part 2", Scope.ARTICLE, False),
    ],
)
def test_which_lines_are_the_same(one: str, two: str, scope: Scope, same: bool) -> None:
    assert (key_of(one, scope) == key_of(two, scope)) is same


@given(st.text(max_size=20), st.text(max_size=20), st.sampled_from(Scope))
def test_lines_of_one_key_have_the_needle(one: str, two: str, scope: Scope) -> None:
    for other in (two, one.upper(), f" {one}!", one.replace("1", "2")):
        if key_of(one, scope) == key_of(other, scope):
            assert needle_of(one) in other.casefold()
