"""Lines that repeat words of the article are pull quotes, also with words dropped."""

from pressmark.reading.page_reading import read_page
from pressmark.reading.pull_quotes import pull_quotes

FULL = '"We cannot, and I say this, wait for another storm to come over that wall," the mayor said.'
PROSE = "The harbour wall at Port Ellery will be raised by two feet after the floods of last winter."


def found(line: str) -> list[int]:
    page = read_page(["Harbour wall to be raised", PROSE, line, FULL, PROSE.replace("two", "ten")])
    return pull_quotes(page, range(len(page.stretches)))


def test_repeated_words() -> None:
    assert found("wait for another storm to come over that wall") == [2]
    assert found("We cannot wait for another storm to come") == [2]


def test_other_lines_are_none() -> None:
    assert found("A storm came over another wall in winter") == []
    assert found("another storm") == []
    assert found('"wait for another storm to come over that wall"') == []
