"""`pressmark index`: read what is new or changed."""

from argparse import Namespace

from pressmark import records
from pressmark.commands.indexed_archive import folders, run_index
from pressmark.commands.output import put, say
from pressmark.counting import count


def run(options: Namespace) -> int:
    """`pressmark index FOLDER`."""
    root, data = folders(options)
    outcome = run_index(root, data)
    record = records.progress_record(outcome)
    if options.json:
        put(record)
    else:
        print(
            f"{count(record['files'], 'file')}: {count(outcome.articles, 'new article')}, "
            f"{outcome.skipped_unchanged:,} unchanged, {count(outcome.duplicates, 'duplicate')}, "
            f"{outcome.unreadable:,} not read"
            + (f", {count(outcome.parts, 'part')} of pages" if outcome.parts else "")
            + f"; {outcome.seconds:.1f} s"
        )
        if record["unreadable"]:
            say("`pressmark health FOLDER` says why files were not read.")
    return 0
