"""The bytes of members."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pressmark.errors import FileUnreadable
from pressmark.indexing.member_bytes import bytes_of
from pressmark.values import Source


def packed(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


@pytest.fixture
def root(archive: Callable[..., Path]) -> Path:
    return archive(
        {
            "a.txt": "plain",
            "b!/c.txt": "in a folder",
            "box.zip": packed({"d/e.txt": b"one", "in.zip": packed({"f.txt": b"two"})}),
        }
    )


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("a.txt", b"plain"),
        ("b!/c.txt", b"in a folder"),
        ("box.zip!/d/e.txt", b"one"),
        ("box.zip!/in.zip!/f.txt", b"two"),
    ],
)
def test_a_file_or_a_member_is_found(root: Path, path: str, data: bytes) -> None:
    assert bytes_of(root, Source(path, path.encode(), 0, 0))[0] == data


@pytest.mark.parametrize("path", ["gone.txt", "box.zip!/gone.txt", "gone.zip!/a.txt"])
def test_what_is_gone_is_told(root: Path, path: str) -> None:
    with pytest.raises(FileUnreadable, match="no longer there"):
        bytes_of(root, Source(path, path.encode(), 0, 0))
