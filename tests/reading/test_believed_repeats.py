"""Other pages are believed of furniture, and not of an article's own sentences."""

from math import nan

from pressmark.reading.believed_repeats import believed, may_be_text, words_of_text
from pressmark.reading.page_reading import read_page
from pressmark.values import Reason

STORY = [
    "Harbour wall to be raised",
    "3 May 1999",
    "The harbour wall at Port Ellery will be raised by two feet after the floods of last winter.",
    "The wall was built by hand in 1871 after a storm, and has been raised two times since the war.",
    "Most of the money for it will come from the county, which has paid for two other walls before.",
    "All prices are delayed by at least fifteen minutes, and nobody is liable for what is wrong in them.",
]
EVERYWHERE = [10] * len(STORY)
KEPT = [None] * len(STORY)


def test_a_sentence_amid_kept_prose_needs_no_more_than_an_even_chance() -> None:
    page = read_page(STORY)
    assert believed(page, EVERYWHERE, KEPT, [0.6] * 6)[3] == 0
    assert believed(page, EVERYWHERE, KEPT, [0.4] * 6) == EVERYWHERE


def test_one_at_the_edge_needs_a_good_chance() -> None:
    page = read_page(STORY)
    assert believed(page, [0, 0, 10, 0, 0, 10], KEPT, [0.95] * 6) == [0] * 6
    assert believed(page, [0, 0, 10, 0, 0, 10], KEPT, [0.85] * 6) == [0, 0, 10, 0, 0, 10]


def test_what_speaks_to_the_reader_or_stands_by_itself_is_no_sentence_of_the_story() -> None:
    appeal = "You read this for nothing, and we can only go on if our readers give what they can."
    assert believed(read_page([*STORY[:3], appeal, *STORY[4:]]), EVERYWHERE, KEPT, [0.99] * 6)[3] == 10
    lonely = [STORY[0], "Tin", "Copper", STORY[5], "Lead", "Zinc"]
    assert believed(read_page(lonely), EVERYWHERE, KEPT, [0.99] * 6) == EVERYWHERE


def test_without_a_chance_repetition_alone_says_nothing() -> None:
    assert believed(read_page(STORY), EVERYWHERE, KEPT, [nan] * 6)[2:] == [0] * 4


def test_what_the_page_itself_sets_aside_stays_so() -> None:
    page = read_page(STORY)
    aside = [None, None, None, (Reason.LINKS, "a link"), None, None]
    assert believed(page, EVERYWHERE, aside, [0.9] * 6)[3] == 10


def test_the_question_whether_there_is_one() -> None:
    page = read_page(STORY)
    assert may_be_text(page, EVERYWHERE)
    assert not may_be_text(page, [10, 10, 0, 0, 0, 0])
    assert not may_be_text(page, [2] * 6)


def test_words_of_text() -> None:
    page = read_page(STORY)
    assert words_of_text(page, KEPT) == sum(len(line.split()) for line in STORY[2:])
    assert words_of_text(page, [None, None, *[(Reason.LINKS, "")] * 4]) == 0
