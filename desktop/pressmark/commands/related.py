"""`pressmark related`: the related passages of an article."""

import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing

from pressmark import records
from pressmark.commands.indexed_archive import IndexedArchive
from pressmark.commands.output import put, read_lines, say, write_answers
from pressmark.errors import NotInArchive
from pressmark.values import Relation


def run(options: Namespace) -> int:
    """`pressmark related FOLDER PATH`, or `--batch`."""
    with closing(IndexedArchive(options)) as archive:
        if options.batch:
            return write_answers(_related_lines(archive))
        relations = archive.ask(lambda library: library.related(library.article_at(options.path)))
    for relation in relations:
        if options.line is None or relation.first_line == options.line:
            if options.json:
                put(records.relation_record(relation))
            else:
                print(f"line {relation.first_line}: same {relation.kind.value} in {relation.other_path}, "
                      f"line {relation.other_first_line}\n  {relation.other_text}\n  {relation.reason}\n")  # fmt: skip
    return 0


def _related_lines(archive: IndexedArchive) -> Iterator[records.Record]:
    """Answer the passages that come on standard input; one bad line spoils no other."""
    for query in read_lines():
        began = time.perf_counter()
        path = records.text_of(query, "path")
        relations: tuple[Relation, ...] = ()
        try:
            relations = archive.ask(lambda library, path=path: library.related(library.article_at(path)))  # type: ignore[misc]
        except NotInArchive as error:
            say(f"{query.get('id')}: {error}")
        yield {
            "id": query.get("id"),
            "related": [
                {
                    "path": r.other_path,
                    "line": r.other_first_line,
                    "kind": r.kind.value,
                    "score": round(r.score, 4),
                }
                for r in relations
                if r.first_line == query.get("line")
            ],
            "milliseconds": round((time.perf_counter() - began) * 1000, 3),
        }
