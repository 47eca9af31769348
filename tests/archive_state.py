"""What an archive's catalog and index hold, in a form that can be compared."""

import contextlib
import sqlite3
from pathlib import Path

from pressmark.search.query_parser import parse
from pressmark.search.whoosh.searcher import Searcher


def state_of(data: Path) -> dict[str, object]:
    """Return all rows of the catalog but those of the index's bookkeeping, and what the index finds."""
    with contextlib.closing(sqlite3.connect(data / "catalog.sqlite3")) as catalog:
        rows: dict[str, object] = {
            table: catalog.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
            for table in ("articles", "files", "unindexed", "removed", "stale")
        }
        rows["state"] = catalog.execute("SELECT value FROM meta WHERE key='state'").fetchall()
    searcher = Searcher(data / "index")
    for query in ("Elsing", "ferry", '"was discussed by the"', "pictures", "outlet:echo", "date:2003"):
        found = searcher.search(parse(query).tree, limit=1000)
        rows[query] = sorted(found.ids), found.total
    rows["count"] = searcher.count()
    return rows
