"""`pressmark show`: one article, cleaned."""

from argparse import Namespace
from contextlib import closing

from pressmark.commands.indexed_archive import IndexedArchive
from pressmark.commands.output import put_article


def run(options: Namespace) -> int:
    """`pressmark show FOLDER PATH`."""
    with closing(IndexedArchive(options)) as archive:
        opened = archive.ask(lambda library: library.opened(library.article_at(options.path), ""))
    stored = opened.stored
    put_article(
        stored.path, stored.article, as_json=options.json, links=opened.links, pictures=opened.pictures
    )
    return 0
