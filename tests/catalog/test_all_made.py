"""All that the person made, with the files it belongs to."""

from pathlib import Path

from pressmark.catalog.all_made import made
from pressmark.catalog.catalog import Catalog
from pressmark.catalog.user_data import UserData
from pressmark.values import Correction, Made, Scope


def test_everything_is_there(catalog: Catalog, tmp_path: Path) -> None:
    user = UserData(tmp_path)
    user.choose_encoding("digest-1", "koi8-r")
    user.choose_outlet("digest-2", "old.txt", "The Post")
    user.choose_outlet("gone", "gone.txt", "The Sun")
    user.choose_outlet("digest-1", "a/1.txt", "The Echo", "a")
    user.mark_read("gone")
    user.correct([
        Correction(Scope.ARTICLE, "digest-2", "k", "A line", True, "2026-01-01", "old.txt"),
        Correction(Scope.ARTICLE, "gone", "k", "B line", False, "2026-01-02", "gone.txt"),
        Correction(Scope.OUTLET, "The Echo", "k", "C line", False, "2026-01-03"),
        Correction(Scope.OUTLET, "The Echo", "taken back", "D line", None, "2026-01-04"),
    ])  # fmt: skip
    encoding, *outlets, read = [one for one in made(user, catalog) if one.kind != "correction"]
    corrections = [one for one in made(user, catalog) if one.kind == "correction"]
    assert encoding == Made("encoding", "koi8-r", digest="digest-1", path="1.txt")
    assert outlets == [
        Made("outlet", "The Sun", digest="gone", path="gone.txt"),
        Made("outlet", "The Post", digest="digest-2", path="2.txt"),
        Made("outlet", "The Echo", path="a"),
    ]
    assert (read.kind, read.digest, read.path, bool(read.when)) == ("read", "gone", "", True)
    assert corrections == [
        Made("correction", "article text", "2026-01-01", "digest-2", "2.txt", text="A line"),
        Made("correction", "not article text", "2026-01-02", "gone", "gone.txt", text="B line"),
        Made("correction", "not article text", "2026-01-03", outlet="The Echo", text="C line"),
    ]
    user.close()
