"""`pressmark search`: ask the archive."""

import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

from pressmark import records
from pressmark.commands.indexed_archive import IndexedArchive
from pressmark.commands.output import put, read_lines, say, write_answers
from pressmark.counting import count
from pressmark.library import Library
from pressmark.search.engine import Found
from pressmark.values import Filters, Sort

DEFAULT_LIMIT = 20


def run(options: Namespace) -> int:
    """`pressmark search FOLDER QUERY`, or `--batch`."""
    filters = Filters(options.outlet or "", options.from_date or "", options.to_date or "")
    with closing(IndexedArchive(options)) as archive:
        if options.batch:
            return write_answers(_search_lines(archive))
        answer = archive.ask(
            lambda library: library.search(
                options.query or "", filters=filters, sort=Sort(options.sort), limit=options.limit
            )
        )
    if options.json:
        put(records.answer_record(answer))
        for hit in answer.hits:
            put(records.hit_record(hit))
        return 0
    print(f"{count(answer.total, 'article')}. {answer.explanation}")
    for notice in answer.notices:
        say(notice)
    for hit in answer.hits:
        when = f", {hit.date.start}" if hit.date.start else ""
        print(f"\n{hit.rank}. {hit.headline} ({hit.outlet}{when})\n   {hit.path}")
        for snippet in hit.snippets:
            print(f"   {snippet.text}")
    return 0


def _search_lines(archive: IndexedArchive) -> Iterator[records.Record]:
    """Answer the queries that come on standard input."""
    for query in read_lines():
        began = time.perf_counter()
        found, where = archive.ask(_search_of(query))
        yield {
            "id": query.get("id"),
            "total": found.total,
            "paths": list(where),
            "divider": found.divider,
            "milliseconds": round((time.perf_counter() - began) * 1000, 3),
        }


def _search_of(query: dict[str, Any]) -> Callable[[Library], tuple[Found, tuple[str, ...]]]:
    """Return the search that a line of a batch asks for."""
    text, sort, limit = (
        records.text_of(query, "query"),
        records.text_of(query, "sort"),
        query.get("limit"),
    )
    order = Sort(sort) if sort in list(Sort) else Sort.RELEVANCE
    most = limit if isinstance(limit, int) and limit > 0 else DEFAULT_LIMIT
    return lambda library: library.find(text, sort=order, limit=most)
