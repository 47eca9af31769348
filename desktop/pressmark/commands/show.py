"""`pressmark show`: one article, cleaned."""

from argparse import Namespace
from contextlib import closing

from pressmark.commands.indexed_archive import IndexedArchive
from pressmark.commands.output import put_article


def run(options: Namespace) -> int:
    """`pressmark show FOLDER PATH`."""
    with closing(IndexedArchive(options)) as archive:
        stored = archive.ask(lambda library: library.article_at(options.path))
    put_article(stored.path, stored.article, as_json=options.json)
    return 0
