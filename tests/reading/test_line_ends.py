"""Lines that end in other ways than by line feeds and carriage returns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.errors import FileUnreadable
from pressmark.reading.article import read_article
from pressmark.reading.decode import decode
from pressmark.reading.line_ends import with_line_feeds
from reading.languages import STORY


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a\u2028b\u2029c\x0bd", "a\nb\nc\nd"),
        ("a\x85b\x85c", "a\nb\nc"),
        ("a\x85b\x85\x85c d", "a\nb\n\nc d"),
        ("a\x85 b\x85 and c\x85", "a\x85 b\x85 and c\x85"),
        ("one\x85\ntwo\nthree", "one\x85\ntwo\nthree"),
        ("a\r\nb\rc\x0cd", "a\r\nb\rc\x0cd"),
    ],
)
def test_line_ends(text: str, read: str) -> None:
    assert with_line_feeds(text) == read


ENCODINGS = [
    ("German", "iso8859-1"), ("English", "cp1252"), ("Polish", "iso8859-2"), ("Russian", "iso8859-5"),
    ("Arabic", "iso8859-6"), ("Greek", "iso8859-7"), ("Turkish", "iso8859-9"), ("German", "utf-8"),
    ("Russian", "utf-16-le"), ("Czech", "utf-32-be"),
]  # fmt: skip


@pytest.mark.parametrize("sign", ["\x85", "\x0b", "\u2028", "\u2029"])
@pytest.mark.parametrize(("language", "encoding"), ENCODINGS)
def test_in_many_encodings(language: str, encoding: str, sign: str) -> None:
    lines = [line.strip() for line in STORY[language].replace("،", ",").split(". ")]
    if sign in "\u2028\u2029" and not encoding.startswith("utf"):
        pytest.skip("the encoding has no such sign")
    end = sign.encode(encoding) if encoding.startswith("utf") else sign.encode("latin-1")
    found = decode(end.join(line.encode(encoding) for line in lines))
    assert found.text.split("\n") == lines
    article = read_article(found, "a.txt")
    assert {block.text for block in article.blocks if block.text} == set(lines)


def test_an_ellipsis_of_windows_stays_one() -> None:
    assert decode("Wait\x85 he said, and then\x85 nothing\x85".encode("latin-1")).text == (
        "Wait… he said, and then… nothing…"
    )


@given(st.text(alphabet="ab \n\r\x0b\x0c\x85\u2028\u2029é", max_size=60))
def test_nothing_but_line_ends_changes(text: str) -> None:
    read = with_line_feeds(text)
    assert len(read) == len(text)
    assert all(one == other or other == "\n" for one, other in zip(text, read, strict=True))
    assert with_line_feeds(read) == read or "\x85" in read


@given(st.binary(max_size=200), st.sampled_from([b"\x0b", b"\x85", b"\xe2\x80\xa8"]))
def test_any_bytes(data: bytes, sign: bytes) -> None:
    try:
        text = decode(data + sign + data).text
    except FileUnreadable:
        return
    assert "\u2028" not in text
