"""Words: what is the same word, what a compound gives, and where it stands."""

import threading
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.words import LONGEST_WORD, american, finds, raw_words, read, stem, tokens


def stems(text: str) -> list[str]:
    return [token.stem for token in tokens(text, parts=False)]


@pytest.mark.parametrize(
    "same",
    [
        ("NATO", "Nato", "nato"),
        ("organisation", "organization", "Organisations"),
        ("defence", "defense"),
        ("labour", "labor", "Labour's"),
        ("centre", "center", "centres"),
        ("theatre", "theater"),
        ("analyse", "analyze", "analysed"),
        ("travelled", "traveled"),
        ("catalogue", "catalog"),
        ("programme", "program"),
        ("U.S.", "US", "U.S"),
        ("Banquo's", "Banquo", "Banquo’s"),
        ("O'Brien", "OBrien", "O’Brien", "O’Brien's"),
        ("café", "cafe", "cafe\u0301", "CAFÉ"),
        ("co-operation", "cooperation", "co\u2010operation", "co\u00adoperation"),
        ("W-2", "w2", "W\u20112"),
        ("F-16", "F16"),
        ("Łódź", "Lodz"),
        ("straße", "strasse"),
        ("1,000", "1000"),
        ("don't", "don’t", "dont"),
        ("Москва", "москвы"),
        ("ﬁnal", "final"),
    ],
)
def test_the_same_word(same: tuple[str, ...]) -> None:
    assert len({tuple(stems(word)) for word in same}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("9/11", "911"), ("C++", "C"), ("3.5%", "35"), ("s/s", "ss"), ("1.5", "15"), ("wise", "wiz")],
)
def test_not_the_same_word(one: str, other: str) -> None:
    assert stems(one) != stems(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("W-2", ["w2", "w", "2"]),
        ("s/s", ["s/s", "s", "s"]),
        ("C++", ["c++", "c"]),
        ("9/11", ["9/11", "9", "11"]),
        ("3.5%", ["3.5%", "3.5"]),
        ("U.S.-led", ["usled", "us", "led"]),
        ("AT&T", ["at&t", "at", "t"]),
        ("a 1", ["a", "1"]),
        ("北京市", ["北", "京", "市"]),
        ("a-b-c-d-e", ["a", "b", "c", "d", "e"]),
        ("—“…”—", []),
        ("state-of-the-art", ["stateoftheart", "state", "of", "the", "art"]),
    ],
)
def test_whole_and_parts(text: str, expected: list[str]) -> None:
    assert [token.word for token in tokens(text)] == expected


def test_places_count_every_part() -> None:
    row = [(token.word, token.position, token.width) for token in tokens("the co-operation pact")]
    assert row == [("the", 0, 1), ("cooperation", 1, 2), ("co", 1, 1), ("operation", 2, 1), ("pact", 3, 1)]


def test_a_language_can_be_chosen() -> None:
    assert stem("nationale", "fr") == stem("national", "fr")
    assert stem("häuser", "de") == stem("haus", "de") or stem("hauser", "de") == "haus"
    assert stem("xyzzy", "xx") == "xyzzy"


@pytest.mark.parametrize("word", ["promise", "wise", "rise", "surprise", "exercise", "size", "our", "four"])
def test_words_that_are_no_variant_stay(word: str) -> None:
    assert american(word) == word


@given(st.text())
def test_offsets_are_into_the_given_text(text: str) -> None:
    before = 0
    for token in tokens(text):
        assert 0 <= token.start < token.end <= len(text)
        assert len(token.word) <= LONGEST_WORD
        assert token.word
        assert token.position >= before - 32
        before = token.position
    assert raw_words(text) == [raw for _, raw in finds(text)]
    assert all(text.startswith(raw, start) for start, raw in finds(text))


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Nd", "Mn", "Po", "Pd"]), max_size=12))
def test_reading_stays_within_the_raw_word(text: str) -> None:
    for raw in raw_words(text):
        width, forms = read(raw)
        assert width >= 1
        assert all(0 <= form.start < form.end <= len(raw) and 0 <= form.at < width for form in forms)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzéüñ", min_size=1, max_size=20))
def test_composed_and_decomposed_are_the_same(word: str) -> None:
    decomposed, composed = unicodedata.normalize("NFD", word), unicodedata.normalize("NFC", word)
    assert stems(decomposed) == stems(composed)


@pytest.mark.parametrize(
    "unit", ["a", "a-", "a.", "é", "1,", "a'", "e\u0301", "-", "\n", "北", "A&", "\u0301"]
)
def test_a_huge_word_is_harmless(unit: str) -> None:
    started = time.process_time()
    tokens(unit * 300_000)
    assert time.process_time() - started < 5


def test_threads_get_the_same_stems() -> None:
    words = [f"running{number} nations{number}" for number in range(500)]
    results: list[list[str]] = []

    def work() -> None:
        results.append([stem(word.split()[1]) for word in words])

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(result == results[0] for result in results)
