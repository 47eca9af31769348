"""`pressmark health`: what became of every file."""

from argparse import Namespace
from contextlib import closing

from pressmark import records
from pressmark.commands.indexed_archive import IndexedArchive
from pressmark.commands.output import put
from pressmark.counting import count
from pressmark.values import FileState


def run(options: Namespace) -> int:
    """`pressmark health FOLDER`."""
    with closing(IndexedArchive(options)) as archive:
        files, totals = archive.ask(lambda library: (list(library.files()), library.totals()))
    for record in files:
        if options.json:
            put(records.file_record(record))
        elif record.state is not FileState.ARTICLE:
            print(f"{record.path}: {record.state.value}: {record.reason}")
    if options.json:
        put(records.totals_record(totals))
    else:
        print(
            f"{count(totals.files, 'file')}: {count(totals.articles, 'article')}, "
            f"{count(totals.duplicates, 'duplicate')}, "
            f"{totals.unreadable:,} not read"
            + (f", {count(totals.parts, 'part')} of pages" if totals.parts else "")
            + (f", {count(totals.containers, 'file')} with files in them" if totals.containers else "")
        )
    return 0
