"""Plain text is read; other formats are refused with an honest sentence."""

import pytest

from pressmark.errors import FileUnreadable
from pressmark.reading.formats import READERS, read


@pytest.mark.parametrize("path", ["x/b.PS", "e.xls", "f.doc", "g.msg"])
def test_other_formats_are_refused(path: str) -> None:
    with pytest.raises(FileUnreadable, match=r"Pressmark does not read .* yet\."):
        read(b"some words", path)


@pytest.mark.parametrize("path", ["a.txt", "noext", "v1.2/notes", "a.text", "a.2001-10-03"])
def test_text_is_read_whatever_it_says(path: str) -> None:
    assert read(b"some <p>words</p>", path).text == "some <p>words</p>"


def test_the_first_bytes_beat_the_name() -> None:
    with pytest.raises(FileUnreadable, match="PNG"):
        read(b"\x89PNG\r\n\x1a\n", "a.txt")
    with pytest.raises(FileUnreadable, match="empty"):
        read(b"", "a.html")


def test_plain_text_is_in_the_table() -> None:
    assert READERS[-1].name == "plain text"


def test_an_archive_file_is_no_article() -> None:
    with pytest.raises(FileUnreadable, match="opens an archive"):
        read(b'{"pressmark": 1}', "sub/odd.pressmark")
