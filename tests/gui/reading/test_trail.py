"""Back and forward."""

import pytest

from pressmark.gui.reading.trail import LONGEST, Place, Trail


def at(number: int) -> Place:
    return Place("q", number)


def test_it_starts_at_an_empty_place() -> None:
    trail = Trail()
    assert trail.here == Place()
    assert not trail.can_go_back
    assert not trail.can_go_forward
    assert trail.back() == Place()
    assert trail.forward() == Place()


def test_back_and_forward() -> None:
    trail = Trail()
    for number in (1, 2, 3):
        trail.go(at(number))
    assert [trail.back(), trail.back()] == [at(2), at(1)]
    assert trail.can_go_back
    assert trail.can_go_forward
    assert [trail.forward(), trail.forward(), trail.forward()] == [at(2), at(3), at(3)]


def test_going_somewhere_new_forgets_what_lay_ahead() -> None:
    trail = Trail()
    for number in (1, 2, 3):
        trail.go(at(number))
    trail.back()
    trail.back()
    trail.go(at(9))
    assert not trail.can_go_forward
    assert trail.back() == at(1)


def test_going_where_one_is_adds_nothing() -> None:
    trail = Trail()
    trail.go(at(1))
    trail.go(at(1))
    assert trail.back() == Place()


def test_a_place_is_remembered_as_it_was_left() -> None:
    trail = Trail()
    trail.go(at(1))
    trail.update(Place("q", 1, 12, 30))
    trail.go(at(2))
    assert trail.back() == Place("q", 1, 12, 30)


@pytest.mark.parametrize("extra", [0, 1, 57])
def test_it_keeps_no_more_than_its_longest(extra: int) -> None:
    trail = Trail()
    for number in range(LONGEST + extra):
        trail.go(at(number))
    steps = 0
    while trail.can_go_back:
        trail.back()
        steps += 1
    assert steps == LONGEST - 1
    assert trail.here == at(extra)
