"""Tar archives."""

import io
import tarfile

import pytest

from containers import members, with_places


def packed(files: dict[str, bytes], mode: str = "w") -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(link)
    return made.getvalue()


@pytest.mark.parametrize(
    ("mode", "name"), [("w", "x.tar"), ("w:gz", "x.tgz"), ("w:bz2", "x.tar.bz2"), ("w:xz", "x.tar.xz")]
)
def test_each_file_is_a_member_and_links_are_none(mode: str, name: str) -> None:
    data = packed({"a.txt": b"one", "../../b.txt": b"two"}, mode)
    assert [(one.name, one.data) for one in members(data, name)] == [
        ("a.txt", b"one"),
        ("../../b.txt", b"two"),
    ]
    after = with_places(data, name)[0][0]
    assert [one.data for one in members(data, name, after)] == [b"two"]


def test_of_a_truncated_archive_what_is_whole_is_read() -> None:
    data = packed({"a.txt": b"one", "b.txt": b"two" * 2_000}, "w:gz")
    first, rest = members(data[: len(data) * 2 // 3], "x.tar.gz")
    assert first.data == b"one"
    assert "damaged from here on" in rest.problem
