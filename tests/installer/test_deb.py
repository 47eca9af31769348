"""What the Debian package says of itself."""

import gzip
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import deb
import release

from pressmark import cli

SCREENSHOTS = release.PROJECT / "resources" / "screenshots"


def test_the_changelog_is_debian_s(monkeypatch: object) -> None:
    lines = deb.debian_changelog("0.1.0").splitlines()
    assert lines[0] == "pressmark (0.1.0) stable; urgency=medium"
    assert lines[2].startswith("  * ")
    assert lines[-1].startswith(f" -- {release.MAINTAINER}  ")
    assert all(len(line) <= 80 for line in lines if not line.startswith(" -- "))


def test_the_description_for_software_centres() -> None:
    root = ElementTree.fromstring(deb.metainfo("0.1.0"))
    assert root.findtext("id") == deb.COMPONENT
    assert [found.get("version") for found in root.iter("release")] == [
        found.version for found in release.changelog()
    ]
    images = [image.text or "" for image in root.iter("image")]
    assert images
    assert all((SCREENSHOTS / image.rsplit("/", 1)[-1]).exists() for image in images)
    assert "@" not in "".join(root.itertext())


def test_the_manual_names_every_command_and_option() -> None:
    manual = (deb.SHIPPED / "pressmark.1").read_text(encoding="utf-8").replace("\\-", "-")
    window, commands = cli._window_parser(), cli._command_parser()
    named = {option for action in window._actions for option in action.option_strings}
    for name, parser in next(action for action in commands._actions if action.choices).choices.items():
        named |= {name, *(option for action in parser._actions for option in action.option_strings)}
    assert sorted(name for name in named if name not in manual) == []


def test_small_texts_are_packed_the_same_each_time(tmp_path: Path) -> None:
    for name in ("a.gz", "b.gz"):
        deb._put(tmp_path / name, "Pressmark\n")
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()
    assert gzip.decompress((tmp_path / "a.gz").read_bytes()) == b"Pressmark\n"
