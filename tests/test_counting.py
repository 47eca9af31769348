"""How numbers are said."""

import pytest

from pressmark.counting import count


@pytest.mark.parametrize(
    ("number", "one", "many", "said"),
    [
        (0, "article", "", "0 articles"),
        (1, "article", "", "1 article"),
        (2, "hit", "", "2 hits"),
        (1204, "article", "", "1,204 articles"),
        (3, "entry", "entries", "3 entries"),
        (1, "entry", "entries", "1 entry"),
    ],
)
def test_numbers_have_their_noun(number: int, one: str, many: str, said: str) -> None:
    assert count(number, one, many) == said
