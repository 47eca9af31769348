"""`pressmark export`: what the person made."""

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from pressmark import records
from pressmark.commands.indexed_archive import IndexedArchive
from pressmark.commands.output import put, say


def run(options: Namespace) -> int:
    """`pressmark export FOLDER --mine`."""
    with closing(IndexedArchive(options)) as archive:
        things = archive.ask(lambda library: list(library.made()))
    if not options.output:
        for made in things:
            put(records.made_record(made))
        return 0
    try:
        records.write_made(Path(options.output), things)
    except OSError as error:
        say(f"{options.output} could not be written ({error.strerror}). Choose another file.")
        return 1
    return 0
