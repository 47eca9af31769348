"""The index follows the catalog, and is begun anew where the two do not belong together."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pressmark.catalog.catalog import DONE, RUNNING, Catalog
from pressmark.catalog.changes import Changes
from pressmark.errors import IndexDamaged
from pressmark.indexing.pipeline import index
from pressmark.indexing.publish import Publisher, document
from pressmark.search.whoosh.searcher import Searcher
from pressmark.search.whoosh.storage import index_generation
from texts import article

Write = Callable[..., Path]


@pytest.fixture
def catalog(archive: Write, tmp_path: Path) -> Iterator[Catalog]:
    """The catalog of an indexed archive of three articles."""
    list(index(archive({f"{number}.txt": article(number) for number in (1, 2, 3)}), tmp_path))
    made = Catalog(tmp_path)
    yield made
    made.close()


def lacking(catalog: Catalog, folder: Path, *, anew: bool = False) -> int:
    """Open the index for writing, and return how many articles it lacks."""
    Publisher(folder, catalog, anew=anew).close()
    return Changes(catalog).lacking()


def test_nothing_to_do(catalog: Catalog, tmp_path: Path) -> None:
    before = index_generation(tmp_path / "index")
    publisher = Publisher(tmp_path, catalog)
    assert list(publisher.publish()) == []
    publisher.commit()
    publisher.close()
    assert index_generation(tmp_path / "index") == before
    assert catalog.meta("index_generation") == str(before)


def test_killed_between_the_two_notes(catalog: Catalog, tmp_path: Path) -> None:
    """The index is one commit ahead of what the catalog noted: that is no reason to begin anew."""
    Changes(catalog).set_meta(index_generation=str(index_generation(tmp_path / "index") - 1))
    assert lacking(catalog, tmp_path) == 0


@pytest.mark.parametrize("noted", ["7", "-5", None])
def test_an_index_of_another_catalog_is_begun_anew(
    catalog: Catalog, tmp_path: Path, noted: str | None
) -> None:
    with catalog.database.transaction() as change:
        change.execute("DELETE FROM meta WHERE key='index_generation'")
    if noted:
        Changes(catalog).set_meta(index_generation=noted)
    assert catalog.meta("state") == DONE
    assert lacking(catalog, tmp_path) == 3
    assert catalog.meta("state") == RUNNING
    publisher = Publisher(tmp_path, catalog)
    assert list(publisher.publish()) == [3]
    publisher.commit()
    publisher.close()
    assert Searcher(tmp_path / "index").count() == 3


def test_lost_or_distrusted(catalog: Catalog, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "index")
    assert lacking(catalog, tmp_path) == 3
    assert lacking(catalog, tmp_path, anew=True) == 3


def test_damage_is_seen_before_anything_is_added(catalog: Catalog, tmp_path: Path) -> None:
    victim = next((tmp_path / "index").glob("*.arrays"))
    content = bytearray(victim.read_bytes())
    content[-9] ^= 255
    victim.write_bytes(bytes(content))
    with pytest.raises(IndexDamaged):
        Publisher(tmp_path, catalog)
    assert lacking(catalog, tmp_path, anew=True) == 3


def test_a_document(catalog: Catalog) -> None:
    made = document(catalog.article(1))
    assert made.id == 1
    assert made.author == "Ann Thorne"
    assert "Elsing" in made.body
    assert made.date == made.date_end != ""
