"""The command line: reads the words, opens the window or runs a command, and turns errors into sentences."""

import argparse
import io
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pressmark
from pressmark import instance, paths
from pressmark.counting import count
from pressmark.dates import PartialDate
from pressmark.errors import ArchiveError, DataFolderProblem
from pressmark.instance import Opening
from pressmark.values import Sort

DONE, NOT_DONE, WRONG_USE = 0, 1, 2
# A query may begin with a minus, which argparse takes for an option: it is masked while the words are sorted out.
_MASK, _MINUS = "\0", re.compile(r"-(?!-|h$)")
COMMANDS = ("index", "search", "show", "clean", "related", "health", "export")


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        print(f"pressmark: {message} (`{self.prog} --help` tells how it is used)", file=sys.stderr)
        raise SystemExit(WRONG_USE)


def run(words: Sequence[str]) -> int:
    """Do what the command line says; return the exit status."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(
                encoding="utf-8", errors="surrogateescape" if stream is sys.stdin else "backslashreplace"
            )
    try:
        status = (
            _run_command(words)
            if words and words[0] in COMMANDS
            else _open_window(_window_parser().parse_args(words))
        )
        if sys.stdout is not None:  # a windowed program on Windows has none
            sys.stdout.flush()
        return status
    except SystemExit as end:
        return int(end.code or DONE) if isinstance(end.code, int | None) else WRONG_USE
    except ArchiveError as error:
        print(f"pressmark: {error}", file=sys.stderr)
        return NOT_DONE
    except BrokenPipeError:
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
        )  # whoever read has gone: nothing is left to say
        return NOT_DONE
    except KeyboardInterrupt:
        print("\npressmark: stopped; what was indexed so far is kept.", file=sys.stderr)
        return NOT_DONE


def _run_command(words: Sequence[str]) -> int:
    """Run one of the commands."""
    from pressmark.commands import clean, export, health, index, related, search, show

    masked = [_MASK + word if words[0] == "search" and _MINUS.match(word) else word for word in words]
    options = _command_parser().parse_args(masked)
    for name, value in vars(options).items():
        if isinstance(value, str):
            setattr(options, name, value.removeprefix(_MASK))
    if options.command in ("search", "related") and not options.batch and options.wanted is None:
        _command_parser().error(
            f"{options.command} needs a {'query' if options.command == 'search' else 'path'}, or --batch"
        )
    if options.command == "clean" and not options.batch and not options.files:
        _command_parser().error("clean needs at least one file, or --batch")
    options.query = options.path = getattr(options, "wanted", None)
    table = {
        "index": index.run,
        "search": search.run,
        "show": show.run,
        "clean": clean.run,
        "related": related.run,
        "health": health.run,
        "export": export.run,
    }
    return table[options.command](options)


def _open_window(options: argparse.Namespace) -> int:
    """Open the window, or have the one that is open show what is wanted; Qt is loaded here and nowhere before."""
    if options.data:
        os.environ[paths.DATA_VARIABLE] = options.data
    if options.desktop_entry:
        return _desktop_entry(options.desktop_entry)
    opening = Opening(
        str(Path(options.archive).expanduser().absolute()) if options.archive else "",
        options.query,
        os.environ.get("XDG_ACTIVATION_TOKEN", ""),
    )
    first = instance.claim(opening)
    if first is None:
        return DONE
    try:
        from pressmark.gui import app

        return app.run(opening, first)
    finally:
        first.release()


def _desktop_entry(what: str) -> int:
    """Put the program into the desktop's menu, or take it out."""
    from pressmark import desktop_integration

    share = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    try:
        files = (
            desktop_integration.install(share, desktop_integration.installed_command())
            if what == "install"
            else desktop_integration.remove(share)
        )
    except OSError as error:
        raise DataFolderProblem(f"{share} cannot be written to ({error}). Make it writable.") from error
    desktop_integration.refresh(share)
    done = "is now in" if what == "install" else "was taken out of"
    print(f"Pressmark {done} the menu ({count(len(files), 'file')} in {share}).")
    return DONE


def _window_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="pressmark",
        description="Search, read and relate a folder of archived news articles. Without a command, opens the window.",
        epilog="Commands: " + ", ".join(COMMANDS) + ". `pressmark COMMAND --help` tells more.",
    )
    parser.add_argument(
        "archive",
        nargs="?",
        metavar="folder",
        help="the folder of articles, or the .pressmark file, to open (default: the one read last)",
    )
    parser.add_argument("--query", default="", help="a query to start with")
    parser.add_argument("--data", help="keep the program's own data in this folder")
    parser.add_argument(
        "--install-desktop-entry",
        dest="desktop_entry",
        action="store_const",
        const="install",
        help="put Pressmark into the desktop's menu, for you alone (Linux)",
    )
    parser.add_argument(
        "--remove-desktop-entry",
        dest="desktop_entry",
        action="store_const",
        const="remove",
        help="take it out of the menu again",
    )
    parser.add_argument("--version", action="version", version=f"Pressmark {pressmark.__version__}")
    return parser


def _command_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="pressmark")
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    everywhere = _Parser(add_help=False)
    everywhere.add_argument("--json", action="store_true", help="write JSON Lines")
    everywhere.add_argument("--data", help="keep the program's own data in this folder")
    batch = _Parser(add_help=False)
    batch.add_argument("--batch", action="store_true", help="read JSON Lines from standard input")

    def add(name: str, summary: str, *parents: _Parser, folder: bool = True) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=summary, description=summary, parents=[everywhere, *parents])
        if folder:
            made.add_argument("folder", help="the archive folder")
        return made

    add("index", "Read what is new or changed in a folder of articles.")
    search = add("search", "Search an archive.", batch)
    search.add_argument(
        "wanted", nargs="?", metavar="query", help="words, “phrases”, outlet:bbc, date:2001 …"
    )
    search.add_argument("--limit", type=_positive, default=20, help="how many articles at most (default: 20)")
    search.add_argument("--sort", choices=[sort.value for sort in Sort], default=Sort.RELEVANCE.value)
    search.add_argument("--outlet", help="only articles of this outlet")
    search.add_argument(
        "--from",
        dest="from_date",
        metavar="DATE",
        type=_date,
        help="only articles of this day, month or year, or later",
    )
    search.add_argument(
        "--to",
        dest="to_date",
        metavar="DATE",
        type=_date,
        help="only articles of this day, month or year, or earlier",
    )
    show = add("show", "Show one article, cleaned.")
    show.add_argument("wanted", metavar="path", help="the article's path inside the folder")
    clean = add("clean", "Clean files outside any archive.", batch, folder=False)
    clean.add_argument("files", nargs="*", metavar="file")
    clean.add_argument("--alone", action="store_true", help="judge each page of a batch by itself")
    related = add("related", "Find the related passages of an article.", batch)
    related.add_argument("wanted", nargs="?", metavar="path", help="the article's path inside the folder")
    related.add_argument("--line", type=int, help="only the passage that begins on this line (0-based)")
    add("health", "Say what became of every file.")
    export = add(
        "export", "Write what you made in an archive: encodings, outlets, articles read, corrections."
    )
    export.add_argument("--format", choices=["jsonl"], default="jsonl", help="JSON Lines")
    export.add_argument("--mine", action="store_true", required=True, help="what you made yourself")
    export.add_argument("--output", metavar="FILE", help="write into this file (default: standard output)")
    return parser


def _date(text: str) -> str:
    date = PartialDate.parse(text)
    if date is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no date: write 2001, 2001-10 or 2001-10-03")
    return str(date)


def _positive(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number
