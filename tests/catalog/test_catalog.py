"""What the catalog tells."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from pressmark.catalog.article_rows import unpack_blocks
from pressmark.catalog.catalog import CHUNK, Catalog
from pressmark.catalog.database import CatalogDamaged
from pressmark.errors import NotInArchive
from pressmark.values import Decoded, FileState, Totals
from texts import article


def test_totals_and_files(catalog: Catalog) -> None:
    assert catalog.totals() == Totals(5, 3, 1, 1)
    files = {record.path: record for record in catalog.files()}
    assert list(files) == ["1.txt", "2.txt", "3.txt", "copy.txt", "void.txt"]
    assert files["copy.txt"].state is FileState.DUPLICATE
    assert (files["void.txt"].article_id, files["void.txt"].words) == (None, 0)
    assert (files["1.txt"].encoding, files["1.txt"].words) == ("utf-8", 90)


def test_articles(catalog: Catalog) -> None:
    found = catalog.articles([1, 3, 77, *range(100, 100 + 2 * CHUNK)])
    assert set(found) == {1, 3}
    assert found[1].paths == ("1.txt", "copy.txt")
    assert found[1].path == "1.txt"
    assert found[1].digest == "digest-1"
    assert catalog.article(3).article.byline == ("Ann Thorne",)
    assert catalog.paths([1, 2]) == {1: "1.txt", 2: "2.txt"}
    with pytest.raises(NotInArchive, match="no longer"):
        catalog.article(77)


def test_where_a_file_leads(catalog: Catalog) -> None:
    assert catalog.number_at("copy.txt") == 1
    assert (catalog.digest_at("2.txt"), catalog.digest_at("none")) == ("digest-2", "")
    for path, told in (
        ("void.txt", "empty"),
        ("none.txt", "no file"),
        ("\ud800", "no file"),
        ("\udcff", "no file"),
    ):
        with pytest.raises(NotInArchive, match=told):
            catalog.number_at(path)


def test_facts_and_statistics(catalog: Catalog) -> None:
    assert catalog.meta("nothing", "default") == "default"
    assert [number for number, _ in catalog.terms()] == [1, 2, 3]
    assert [outlet for outlet, _ in catalog.line_keys()] == ["Echo"] * 3
    assert catalog.outlet_names() == ["Echo"]
    assert [row[:4] for row in catalog.outlets_of_articles()] == [
        (number, f"digest-{number}", f"{number}.txt", "Echo") for number in (1, 2, 3)
    ]
    assert catalog.signs(1) == catalog.signs(99) == ""


def test_the_text_is_kept(catalog: Catalog) -> None:
    assert catalog.text(2) == Decoded(article(2), "utf-8", "valid UTF-8")
    with pytest.raises(NotInArchive):
        catalog.text(99)


def test_a_text_that_cannot_be_unpacked(catalog: Catalog) -> None:
    with closing(sqlite3.connect(catalog.database.file)) as other, other:
        other.execute("UPDATE articles SET text=x'00' WHERE id=2")
    with pytest.raises(CatalogDamaged, match="Index again"):
        catalog.text(2)


def test_blocks_that_cannot_be_unpacked(catalog: Catalog) -> None:
    with closing(sqlite3.connect(catalog.database.file)) as other, other:
        other.execute("UPDATE articles SET blocks=x'00' WHERE id=2")
    with pytest.raises(CatalogDamaged, match="Index again"):
        catalog.article(2)
    anew = Catalog(catalog.database.file.parent)
    assert "set aside as catalog.sqlite3.damaged-1" in anew.notice
    assert anew.totals() == Totals()
    assert catalog.totals() == Totals(), "who had the old file open goes over to the new one"
    anew.close()


def test_an_amended_view_leaves_the_catalog_as_it_is(catalog: Catalog) -> None:
    seen = catalog.amended(lambda found: [replace(stored, words=7) for stored in found])
    assert (seen.article(1).words, catalog.article(1).words) == (7, 90)
    assert seen.totals() == catalog.totals()


def test_where_a_content_lies(catalog: Catalog) -> None:
    assert catalog.paths_with("digest-1") == {"1.txt": 1, "copy.txt": 1}
    assert next(iter(catalog.paths_with("digest-1"))) == "1.txt"
    assert catalog.paths_with("digest-0") == {}
    blocks = {number: unpack_blocks(*packed) for number, *packed in catalog.packed_blocks("Echo")}
    assert blocks == {number: catalog.article(number).article.blocks for number in (1, 2, 3)}
    assert list(catalog.packed_blocks("Post")) == []
    assert (catalog.has_outlet("Echo"), catalog.has_outlet("Post")) == (True, False)
