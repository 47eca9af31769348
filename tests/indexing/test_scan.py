"""Which files have to be read again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pressmark.catalog.changes import Known
from pressmark.errors import ArchiveGone
from pressmark.indexing.scan import changes, encoding_name, wants_other_encoding
from pressmark.reading.folder import walk

Write = Callable[..., Path]


def known(root: Path, name: str, **other: object) -> Known:
    """Return what the catalog would know of a file."""
    status = (root / name).lstat()
    values = {
        "size": status.st_size, "mtime_ns": status.st_mtime_ns, "digest": "d",
        "reason": "", "chosen": "",
    }  # fmt: skip
    return Known(**(values | other))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("differs", "encodings", "read"),
    [
        ({}, {}, False),
        ({"size": 1}, {}, True),
        ({"mtime_ns": 1}, {}, True),
        ({"digest": None}, {}, True),
        ({"reason": "The file is empty."}, {}, False),
        ({}, {"d": "cp1251"}, True),
        ({}, {"other": "cp1251"}, False),
        ({"chosen": "cp1251"}, {"d": "windows-1251"}, False),
        ({"chosen": "cp1251"}, {}, True),
    ],
)
def test_one_file(archive: Write, differs: dict[str, object], encodings: dict[str, str], read: bool) -> None:
    root = archive({"a.txt": "text"})
    changed = changes(root, {b"a.txt": known(root, "a.txt", **differs)}, encodings)
    assert [source.path for source in changed.sources] == (["a.txt"] if read else [])
    assert (changed.unchanged, changed.files, changed.gone) == (int(not read), 1, ())


def test_entries_that_are_no_files(archive: Write) -> None:
    """They are told once, and again when there is another reason."""
    root = archive({"a.txt": "text"})
    (root / "link").symlink_to("nowhere")
    (source,) = [source for source in changes(root, {}, {}).sources if source.path == "link"]
    told = known(root, "link", digest=None, reason=source.problem)
    assert len(changes(root, {b"link": told}, {}).sources) == 1
    (root / "link").unlink()
    (root / "link").symlink_to("link")
    assert len(changes(root, {b"link": told}, {}).sources) == 2


def test_gone(archive: Write) -> None:
    root = archive({"a.txt": "text", "b.txt": "more"})
    one = known(root, "a.txt")
    assert changes(root, {b"a.txt": one, b"x.txt": one}, {}).gone == (b"x.txt",)


def test_an_empty_folder_forgets_nothing(archive: Write) -> None:
    root = archive({"a.txt": "text"})
    one = known(root, "a.txt")
    (root / "a.txt").unlink()
    assert changes(root, {}, {}).files == 0
    with pytest.raises(ArchiveGone, match="is kept"):
        changes(root, {b"a.txt": one}, {})
    root.rmdir()
    with pytest.raises(ArchiveGone, match="is not there"):
        changes(root, {b"a.txt": one}, {})


def test_names_of_encodings(archive: Write) -> None:
    assert encoding_name("windows-1251") == encoding_name("CP1251") == "cp1251"
    assert encoding_name("no such one") == "no such one"
    one = known(archive({"a.txt": "x"}), "a.txt")
    assert wants_other_encoding(one, {"d": "utf-8"}), "chosen is not the same as found"


def test_what_was_just_seen_is_not_looked_for_again(archive: Write) -> None:
    root = archive({"a.txt": "text"})
    seen = tuple(walk(root))
    (root / "b.txt").write_text("later")
    assert [source.path for source in changes(root, {}, {}, seen).sources] == ["a.txt"]
