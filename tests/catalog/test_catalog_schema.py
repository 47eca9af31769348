"""The tables hold the columns that the code writes."""

import sqlite3
from contextlib import closing

from pressmark.catalog.article_rows import ARTICLE_COLUMNS
from pressmark.catalog.catalog_schema import SCRIPT, VERSION


def columns(table: str) -> list[str]:
    """Return the columns of a table of a new catalog."""
    with closing(sqlite3.connect(":memory:")) as catalog:
        catalog.executescript(SCRIPT)
        return [row[1] for row in catalog.execute(f"PRAGMA table_info({table})")]


def test_articles() -> None:
    assert set(columns("articles")) > set(ARTICLE_COLUMNS)
    assert columns("articles")[-6:] == ["line_keys", "line_grams", "terms", "blocks", "text", "markup"], (
        "the big ones stand last"
    )


def test_the_rest() -> None:
    assert columns("files")[0] == "raw"
    assert columns("unindexed") == ["serial", "article_id"]
    assert columns("removed") == ["article_id"]
    assert columns("meta") == ["key", "value"]
    assert VERSION > 0
