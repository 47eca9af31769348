"""ZIP archives, whole, damaged and made to harm."""

import io
import warnings
import zipfile

import pytest

from containers import members, with_places
from pressmark.reading.formats import container_of


def packed(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def test_each_file_is_a_member_and_one_goes_on_where_one_left() -> None:
    data = packed({"a.txt": b"one", "folder/": b"", "folder/b.txt": b"two", "ü.txt": b"three"})
    assert [(one.name, one.data) for one in members(data, "x.zip")] == [
        ("a.txt", b"one"), ("folder/b.txt", b"two"), ("ü.txt", b"three"),
    ]  # fmt: skip
    after = with_places(data, "x.zip")[0][0]
    assert [one.name for one in members(data, "x.zip", after)] == ["folder/b.txt", "ü.txt"]


def test_names_that_stand_twice_are_two_members() -> None:
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("a.txt", b"one")
        archive.writestr("a.txt", b"two")
    assert [(one.name, one.data) for one in members(made.getvalue(), "x.zip")] == [
        ("a.txt", b"one"),
        ("a.txt (2)", b"two"),
    ]


def test_a_member_that_unpacks_to_hundreds_of_times_its_size_is_not_unpacked() -> None:
    (bomb,) = members(packed({"bomb.txt": bytes(30_000_000)}), "x.zip")
    assert "hundreds of times" in bomb.problem
    assert bomb.data == b""


def test_a_member_that_is_locked_says_so() -> None:
    data = bytearray(packed({"a.txt": b"one"}, zipfile.ZIP_STORED))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.index(mark) + (6 if mark == b"PK\x03\x04" else 8)
        data[at] |= 1
    (locked,) = members(bytes(data), "x.zip")
    assert "locked by a password" in locked.problem


def test_a_damaged_member_is_told_and_the_others_are_read() -> None:
    data = packed({"a.txt": b"one" * 200, "b.txt": b"two" * 200}, zipfile.ZIP_STORED)
    damaged, whole = members(data.replace(b"oneone", b"onexxx", 1), "x.zip")
    assert "cannot be unpacked" in damaged.problem
    assert whole.data == b"two" * 200


@pytest.mark.parametrize("cut", [30, 60, 200])
def test_a_truncated_archive_is_one_sentence(cut: int) -> None:
    data = packed({"a.txt": b"one" * 300, "b.txt": b"two" * 300})
    (rest,) = members(data[:cut], "x.zip")
    assert (rest.name, rest.data) == ("", b"")
    assert "The archive is damaged" in rest.problem


def test_a_document_that_is_packed_as_one_is_no_archive() -> None:
    for first in ("word/document.xml", "xl/workbook.xml"):
        assert (
            container_of(io.BytesIO(packed({"[Content_Types].xml": b"<x/>", first: b"<x/>"})), "a.docx")
            is None
        )
