"""Where the links of an open article lead, and which of its pictures are there."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pressmark.indexing.pipeline import index
from pressmark.library import Library
from pressmark.library.page_parts import same_addresses
from pressmark.values import ArticleKey
from saved_pages import illustrated

Write = Callable[..., Path]


@contextmanager
def indexed(root: Path) -> Iterator[Library]:
    """Give an archive that was indexed."""
    data = root.parent / "data"
    list(index(root, data))
    library = Library(root, data)
    try:
        yield library
    finally:
        library.close()


def test_links_lead_to_articles_of_the_archive(archive: Write) -> None:
    with indexed(archive(illustrated())) as library:
        opened = library.open_article(ArticleKey("Echo/ferry.html"))
        leads = {link.words: (link.address, link.path) for link in opened.links}
        assert leads["the Echo reported"][1] == "Echo/pier.html", "by its address, however it is written"
        assert leads["with the ministry"] == ("https://example.org/reports/2003.pdf", "")
        back = library.open_article(ArticleKey("Echo/pier.html")).links
        assert [link.path for link in back if link.words.startswith("how the ferry")] == ["Echo/ferry.html"]


def test_pictures_that_are_there_are_given_with_their_file(archive: Write) -> None:
    root = archive(illustrated())
    with indexed(root) as library:
        opened = library.open_article(ArticleKey("Echo/ferry.html"))
        files = [os.path.relpath(picture.file, os.path.realpath(root)) for picture in opened.pictures]
        assert files == ["Echo/ferry_files/lead.png", "Echo/ferry.html", "Echo/ferry_files/bad.png"]
        (root / "Echo" / "ferry_files" / "lead.png").unlink()
        assert len(library.open_article(ArticleKey("Echo/ferry.html")).pictures) == 2


def test_nothing_outside_the_archive_is_a_picture_of_it(archive: Write, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"x" * 5000)
    files = illustrated()
    files["Echo/ferry.html"] = str(files["Echo/ferry.html"]).replace(
        "./ferry_files/lead.png", "../../secret.png"
    )
    root = archive(files)
    (root / "Echo" / "ferry_files" / "bad.png").unlink()
    (root / "Echo" / "ferry_files" / "bad.png").symlink_to(tmp_path / "secret.png")
    with indexed(root) as library:
        pictures = library.open_article(ArticleKey("Echo/ferry.html")).pictures
        assert [picture.words for picture in pictures] == ["Passengers on deck"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://echo.example/a", "http://www.echo.example/a/"),
        ("https://echo.example/a#comments", "https://echo.example/a"),
        ("https://echo.example/a?utm_source=x&utm_medium=y", "https://echo.example/a"),
        ("https://echo.example/a?id=7&fbclid=z", "https://echo.example/a?id=7"),
        ("//echo.example/a", "https://echo.example/a"),
    ],
)
def test_one_page_has_several_addresses(one: str, other: str) -> None:
    assert other in list(same_addresses(one))


def test_another_page_has_another_address() -> None:
    assert "https://echo.example/a" not in list(same_addresses("https://echo.example/a?id=7"))
