"""What is no text is known by its first bytes."""

import pytest

from pressmark.reading.file_signatures import kind_of


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a", "GIF"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04....word/document.xml", "Word"),
        (b"PK\x03\x04....a.txt", "ZIP"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        (b"{\\rtf1", "RTF"),
        (b"\x7fELF", "ELF"),
        (b"MZ\x90\x00\x03", "Windows"),
        (b"SQLite format 3\x00", "SQLite"),
    ],
)
def test_kinds(data: bytes, what: str) -> None:
    assert what in kind_of(data)


@pytest.mark.parametrize(
    "data", [b"", b"PK said", b"MZ is a name", b"<html>", b"BMW is a car maker", "Größe".encode()]
)
def test_text_has_no_kind(data: bytes) -> None:
    assert kind_of(data) == ""
