"""Hard-wrapped lines are joined; menus, lists and paragraphs on one line are not."""

from hypothesis import given
from hypothesis import strategies as st

from pressmark.reading.unwrap import stretches

WRAPPED = [
    "The ferry between Port Ellery and the islands runs again after it was",
    "laid up for three months, and the captain said that he had never seen so",
    "many people on the quay as on that morning.",
    "   Tickets are sold on board, and those who had bought one in the winter",
    "may use it until the end of the year without paying for it once again.",
]


def spans(lines: list[str]) -> list[tuple[int, int]]:
    return [(part.first, part.last) for part in stretches(lines)]


def test_wrapped_paragraphs() -> None:
    assert spans(WRAPPED) == [(0, 2), (3, 4)]
    assert stretches(WRAPPED)[0].text.endswith("never seen so many people on the quay as on that morning.")


def test_menus_and_single_lines_stay_apart() -> None:
    menu = [
        "Front Page",
        "Middle East",
        "From Our Own Correspondent",
        "Letter From America of the whole week",
    ]
    assert spans(menu) == [(0, 0), (1, 1), (2, 2), (3, 3)]
    assert spans(["A" * 300, "b", "", "", "c"]) == [(0, 0), (1, 1), (4, 4)]


@given(st.lists(st.text(alphabet="ab .-", max_size=90), max_size=12))
def test_every_line_that_is_not_blank_is_in_one_stretch(lines: list[str]) -> None:
    covered = [number for part in stretches(lines) for number in range(part.first, part.last + 1)]
    assert covered == [number for number, line in enumerate(lines) if line.strip()]
