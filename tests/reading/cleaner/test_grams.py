"""Twin of reading/cleaner/grams.py."""

import numpy as np
import pytest

from pressmark.reading.cleaner.grams import BUCKETS, ENDS, grams, scores
from pressmark.reading.cleaner.lexicon import Lexicon
from pressmark.reading.cleaner.sheet import read_sheet
from pressmark.reading.page_reading import read_page


def buckets_of(*lines: str) -> list[set[int]]:
    page = read_page(lines)
    sheet = read_sheet(page.stretches, page.shapes, Lexicon())
    line, bucket = grams(sheet)
    assert bucket.min() >= 0
    assert bucket.max() < BUCKETS
    return [set(bucket[line == number].tolist()) for number in range(sheet.size)]


def test_the_same_line_has_the_same_grams_wherever_it_stands() -> None:
    here, there = (
        buckets_of("Subscribe to our newsletter", "The mayor spoke"),
        buckets_of("x", "Subscribe to our newsletter"),
    )
    assert here[0] == there[1]
    assert here[0] != here[1]


def test_case_and_figures_do_not_count_but_the_order_of_words_does() -> None:
    one, two, other = buckets_of("Posted 12 May", "posted 31 may", "May 12 posted")
    assert one == two
    assert one != other


def test_of_a_long_line_only_the_ends_are_looked_at() -> None:
    words = [f"w{chr(97 + number % 26)}{chr(97 + number // 26)}" for number in range(4 * ENDS)]
    changed = [*words[: 2 * ENDS], "other", *words[2 * ENDS + 1 :]]
    one, other = buckets_of(" ".join(words), " ".join(changed))
    assert one == other


def test_a_score_is_the_sum_over_the_root_of_the_number() -> None:
    table = np.zeros(BUCKETS, np.float32)
    table[[3, 4]] = [2, 4]
    found = (np.array([0, 0, 1]), np.array([3, 4, 3]))
    assert scores(found, 3, table, 0.5).tolist() == pytest.approx([6 / 2**0.5 + 0.5, 2.5, 0.5])
