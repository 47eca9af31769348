"""Numbers with their nouns."""

import pytest

from pressmark.counting import count


@pytest.mark.parametrize(
    ("number", "nouns", "words"),
    [
        (0, ("file",), "0 files"),
        (1, ("file",), "1 file"),
        (1204, ("article",), "1,204 articles"),
        (2, ("copy", "copies"), "2 copies"),
        (1, ("file was", "files were"), "1 file was"),
    ],
)
def test_one_is_one_and_the_rest_are_many(number: int, nouns: tuple[str, ...], words: str) -> None:
    assert count(number, *nouns) == words
