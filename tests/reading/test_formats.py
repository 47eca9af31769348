"""The table of readers: the first that fits reads the file, plain text takes what is left."""

import pytest

from pressmark.errors import FileUnreadable
from pressmark.reading import formats


def test_plain_text_stands_last_and_takes_all() -> None:
    assert formats.READERS[-1].name == "plain text"
    assert formats.READERS[-1].fits(b"\x00", "anything")


@pytest.mark.parametrize("path", ["a.txt", "no-ending", "report.2001", "ünder/é.text"])
def test_a_text_is_read(path: str) -> None:
    assert formats.read("Größe".encode(), path).text == "Größe"
    assert formats.read("Größe".encode("cp1252"), path, "cp1252").reason == "chosen by you"


def test_what_is_not_read_yet_says_so() -> None:
    with pytest.raises(FileUnreadable, match="an old Word document"):
        formats.read(b"words", "a.doc")
