"""Twin of reading/cleaner/opinion.py."""

import numpy as np
import pytest

from pressmark.reading.cleaner.opinion import CLOSING, COMMENTS, STRONG, Opinion, read_opinion
from pressmark.reading.page_reading import read_page
from pressmark.reading.verdicts import verdicts_of

PAGE = """Home
Ferry service resumes after storm
By Ann Archer
3 May 1998
The ferry to the island sailed again on Sunday after the longest storm of the year had closed the harbour.
Passengers had waited for three days in the sports hall, where the council had put up beds and a kitchen.
A ferry in the harbour (AP Photo/File)
Comments
Tom wrote that he was glad.
Share this article"""


@pytest.fixture
def opinion() -> Opinion:
    page = read_page(PAGE.split("\n"))
    return read_opinion(page, verdicts_of(page), np.arange(len(page.stretches)))


def test_distances_are_to_the_headline_and_the_main_run(opinion: Opinion) -> None:
    assert opinion.from_headline.tolist() == [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8]
    assert opinion.from_body.tolist() == [4, 3, 2, 1, 0, 0, -1, -2, -3, -4]
    assert opinion.body == 4


def test_dates_bylines_and_credits_are_seen(opinion: Opinion) -> None:
    assert np.flatnonzero(opinion.dated).tolist() == [3]
    assert np.flatnonzero(opinion.signed).tolist() == [2]
    assert np.flatnonzero(opinion.credited).tolist() == [6]


def test_phrases_are_told_with_their_strength(opinion: Opinion) -> None:
    assert (opinion.phrase[7], opinion.strength[7]) == (COMMENTS, CLOSING)
    assert opinion.strength[9] == STRONG
    assert opinion.under[8]
    assert opinion.verdict[[4, 5]].tolist() == [0, 0]
    assert opinion.verdict[[0, 7, 8, 9]].all()


@pytest.mark.parametrize(
    ("line", "credited"),
    [
        ("The mayor (left) at the harbour", True), ("Photo by Ann Archer", True), ("A ferry. AP Photo", True),
        ("A ferry (Getty Images)", True), ("A ferry, file picture", True), ("A ferry REUTERS/Ann Archer", True),
        ("A ferry/AFP", True), ("Image credit Ann Archer", True), ("Courtesy of the harbour office", True),
        ("FILE - A ferry", True), ("Foto: Ann Archer", True), ("© Ann Archer", True), ("pic.twitter.com/x1", True),
        ("https://t.co/x1", True), ("The photo was lost in the storm", False), ("A profile - of the mayor", False),
        ("The mayor left at noon", False), ("Credit is dear this year", False),
    ],
)  # fmt: skip
def test_credits(line: str, credited: bool) -> None:
    page = read_page([line])
    assert read_opinion(page, verdicts_of(page), np.arange(1)).credited.tolist() == [credited]
