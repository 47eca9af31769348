"""All stop words come from one list."""

from pressmark.reading.shapes import FUNCTION_WORDS
from pressmark.reading.stop_words import (
    COMPARED,
    NEWS,
    PROSE,
    TELLING,
    by_language,
    list_weights,
    stop_words,
)


def test_by_language() -> None:
    lists = by_language()
    assert list(lists) == sorted(lists)
    assert all(len(name) == 2 and name.isalpha() for name in lists)
    assert {"en", "de", "ru", "tr", "uk", "zh", "ar"} <= lists.keys()
    assert "the" in lists["en"]
    assert "und" in lists["de"]
    assert all(word == word.lower() for words in lists.values() for word in words)


def test_for_each_purpose() -> None:
    assert stop_words(PROSE) is FUNCTION_WORDS
    assert stop_words("en") is by_language()["en"]
    assert "whose" in stop_words(COMPARED)
    assert "war" in stop_words(TELLING) & stop_words(PROSE)
    assert "spokesman" in stop_words(NEWS)


def test_a_longer_list_counts_less() -> None:
    lists, weights = by_language(), list_weights(0.15)
    assert list(weights) == list(lists)
    assert weights["es"] < weights["ca"] < 1
    assert set(list_weights(0.0).values()) == {1.0}
