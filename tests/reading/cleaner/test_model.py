"""Twin of reading/cleaner/model.py: the model that is shipped, at work."""

import numpy as np
import pytest

from pressmark.paths import resources
from pressmark.reading.cleaner.model import FILE, Cleaner, GramTable, Likely, cleaner
from pressmark.reading.page_reading import read_page
from pressmark.reading.verdicts import Standing, verdicts_of

MOST_BYTES = 400_000
PAGE = """Home
News
Sport

Ferry service resumes after storm
3 May 1998

The ferry to the island sailed again on Sunday after the longest storm of the year had closed the harbour for a week.

Passengers had waited for three days in the sports hall, where the council had put up beds and a kitchen for them.

"We played cards and sang," said one of them, a teacher from the mainland who had come to see her sister.

* * *

Related stories
Harbour wall to be raised
Ferry fares to rise in spring
Privacy policy
Contact us"""


def likely(text: str) -> Likely:
    page = read_page(text.split("\n"))
    return cleaner().likely(page, verdicts_of(page))


def test_it_tells_article_from_furniture() -> None:
    found = likely(PAGE)
    assert max(found.chances[:3]) < found.least[Standing.ASIDE]
    assert min(found.chances[5:8]) > 0.8
    assert np.isnan(found.chances[8])
    assert max(found.chances[9:]) < found.least[Standing.SAID_BRIEFLY]


def test_the_same_page_has_the_same_answer_whatever_was_read_before() -> None:
    fresh = Cleaner(resources() / FILE)
    page = read_page(PAGE.split("\n"))
    before = fresh.likely(page, verdicts_of(page)).chances
    other = read_page(
        ["Quite other words stand in this line, and they are many more than there were before."]
    )
    fresh.likely(other, verdicts_of(other))
    assert np.array_equal(fresh.likely(page, verdicts_of(page)).chances, before, equal_nan=True)


def test_a_page_without_words() -> None:
    assert all(np.isnan(chance) for chance in likely("* * *\n---").chances)


def test_the_file_is_small() -> None:
    assert (resources() / FILE).stat().st_size < MOST_BYTES


def test_a_packed_table_is_worth_its_step() -> None:
    table = GramTable.unpacked(np.array([-2, 0, 3], np.int8), 0.5, 0.25)
    assert table.weights.tolist() == pytest.approx([-1, 0, 1.5])
    assert table.bias == 0.25


def test_other_languages_have_settings_of_their_own() -> None:
    german = "Der Rat der Stadt hat die Mittel für den Hafen nicht frei gegeben, und das wird so sein."
    assert likely(german).least > likely(PAGE).least
    assert list(likely(german).least) == sorted(likely(german).least)
