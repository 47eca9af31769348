"""What each command of the command line does; results go to standard output, the rest to standard error."""

import json
import os
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from pressmark import paths, records
from pressmark.catalog.database import CatalogDamaged
from pressmark.counting import count
from pressmark.errors import ArchiveBusy, FileUnreadable, IndexDamaged, NotInArchive
from pressmark.indexing.counts import OutletCounts
from pressmark.indexing.line_keys import PageKeys, page_keys
from pressmark.indexing.pipeline import index
from pressmark.library import Library
from pressmark.reading import formats
from pressmark.reading.article import read_article
from pressmark.reading.decode import harmless, lines_of
from pressmark.reading.folder import read_bytes
from pressmark.search.engine import Found
from pressmark.values import Article, Decoded, FileState, Filters, Progress, Relation, Sort, Source

BAR_WIDTH = 32
DEFAULT_LIMIT = 20
T = TypeVar("T")


def say(sentence: str) -> None:
    """Tell the person, apart from the output."""
    print(f"pressmark: {sentence}", file=sys.stderr)


def put(record: records.Record) -> None:
    """Write one line of JSON."""
    print(json.dumps(record, ensure_ascii=False))


# index


def run_index(root: Path, data: Path) -> Progress:
    """Index an archive, with a bar on a terminal; return the outcome."""
    last = Progress("")
    bar = sys.stderr.isatty()
    for last in index(root, data):
        if bar:
            _draw(last)
    if bar:
        print("\r\033[K", end="", file=sys.stderr)
    for notice in last.notices:
        say(notice)
    return last


def _draw(progress: Progress) -> None:
    share = progress.done / progress.total if progress.total else 0.0
    filled = "█" * round(share * BAR_WIDTH)
    print(
        f"\r\033[K{progress.stage:<10} {filled:<{BAR_WIDTH}} {progress.done:>8,} of {count(progress.total, 'file')}",
        end="", file=sys.stderr, flush=True,
    )  # fmt: skip


def index_command(options: Namespace) -> int:
    """`pressmark index FOLDER`."""
    root, data = _archive(options)
    outcome = run_index(root, data)
    record = records.progress_record(outcome)
    if options.json:
        put(record)
    else:
        print(
            f"{count(record['files'], 'file')}: {count(record['articles'], 'new article')}, "
            f"{record['skipped_unchanged']:,} unchanged, {count(record['duplicates'], 'duplicate')}, "
            f"{record['unreadable']:,} not read; {record['seconds']:.1f} s"
        )
        if record["unreadable"]:
            say("`pressmark health FOLDER` says why files were not read.")
    return 0


def _archive(options: Namespace) -> tuple[Path, Path]:
    """Return the folder and its data folder."""
    root = Path(options.folder)
    data = Path(options.data) if options.data else None
    if data is not None:
        os.environ[paths.DATA_VARIABLE] = str(data)
    return root, paths.archive_data(root, data)


class _Desk:
    """An archive that can be asked; it is indexed first where it was never indexed to its end.

    Damage that a question meets is mended, and the question put again, once.
    """

    def __init__(self, options: Namespace) -> None:
        self._root, self._data = _archive(options)
        if not (self._data / "catalog.sqlite3").exists():
            self._index_first()
        self._library = self._open()
        if not self.ask(Library.is_complete):
            self._index_first()

    def ask(self, question: Callable[[Library], T]) -> T:
        """Return what the archive answers."""
        try:
            return question(self._library)
        except (IndexDamaged, CatalogDamaged) as damage:
            self.close()
            if isinstance(damage, IndexDamaged):
                say(str(damage))
            self._index_once()
            self._library = self._open()
            return question(self._library)

    def close(self) -> None:
        """Let go of all files."""
        self._library.close()

    def _open(self) -> Library:
        library = Library(self._root, self._data)
        for notice in library.notices:
            say(notice)
        return library

    def _index_first(self) -> None:
        say(f"{self._root} is not indexed to its end yet: that is done first.")
        self._index_once()

    def _index_once(self) -> None:
        try:
            run_index(self._root, self._data)
        except ArchiveBusy as busy:
            say(str(busy))


# search


def search_command(options: Namespace) -> int:
    """`pressmark search FOLDER QUERY`, or `--batch`."""
    filters = Filters(options.outlet or "", options.from_date or "", options.to_date or "")
    with closing(_Desk(options)) as desk:
        if options.batch:
            return _batch(_search_lines(desk))
        answer = desk.ask(
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


def _search_lines(desk: _Desk) -> Iterator[records.Record]:
    """Answer the queries that come on standard input."""
    for query in _lines():
        began = time.perf_counter()
        found, where = desk.ask(_search_of(query))
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


# show, clean


def show_command(options: Namespace) -> int:
    """`pressmark show FOLDER PATH`."""
    with closing(_Desk(options)) as desk:
        stored = desk.ask(lambda library: library.article_at(options.path))
    _put_article(stored.path, stored.article, as_json=options.json)
    return 0


def clean_command(options: Namespace) -> int:
    """`pressmark clean FILE...`, or `--batch`."""
    if options.batch:
        return _batch(_clean_alone() if options.alone else _clean_together())
    status = 0
    for name in options.files:
        try:
            article = read_article(formats.read(_content(name), name), Path(name).name)
        except FileUnreadable as error:
            say(str(error) if name in str(error) else f"{name}: {error}")
            status = 1
        else:
            _put_article(name, article, as_json=options.json)
    return status


def _content(name: str) -> bytes:
    """Return the bytes of a file that the person named; it may be reached over links."""
    real = Path(os.path.realpath(name))
    if not os.path.lexists(real):
        raise FileUnreadable(f"{name} is not there. Check its name.")
    return read_bytes(real.parent, Source(name, os.fsencode(real.name), 0, 0))


def _put_article(path: str, article: Article, *, as_json: bool) -> None:
    if as_json:
        put(records.article_record(path, article))
        return
    print(article.headline)
    about = [article.outlet, article.section, ", ".join(article.byline), article.date.start or ""]
    print(" · ".join(part for part in about if part) + "\n")
    for block in article.blocks:
        if block.text and not block.set_aside:
            print(f"{block.text}\n")


def _clean_alone() -> Iterator[records.Record]:
    """Clean each page as it comes, by itself."""
    for page in _lines():
        article = read_article(Decoded(records.text_of(page, "text"), "", ""), "")
        yield records.cleaned_record(page.get("id", ""), article)


def _clean_together() -> Iterator[records.Record]:
    """Read all pages, count what each site repeats, then clean them."""
    pages = list(_lines())
    keys = [page_keys(lines_of(harmless(records.text_of(page, "text")))) for page in pages]
    sites: dict[str, list[PageKeys]] = {}
    for page, own in zip(pages, keys, strict=True):
        sites.setdefault(records.text_of(page, "site"), []).append(own)
    counts = {site: OutletCounts(members) for site, members in sites.items()}
    for page, own in zip(pages, keys, strict=True):
        repeats = counts[records.text_of(page, "site")].others(own)
        article = read_article(Decoded(records.text_of(page, "text"), "", ""), "", repeats)
        yield records.cleaned_record(page.get("id", ""), article)


# related


def related_command(options: Namespace) -> int:
    """`pressmark related FOLDER PATH`, or `--batch`."""
    with closing(_Desk(options)) as desk:
        if options.batch:
            return _batch(_related_lines(desk))
        relations = desk.ask(lambda library: library.related(library.article_at(options.path)))
    for relation in relations:
        if options.line is None or relation.first_line == options.line:
            if options.json:
                put(records.relation_record(relation))
            else:
                print(f"line {relation.first_line}: same {relation.kind.value} in {relation.other_path}, "
                      f"line {relation.other_first_line}\n  {relation.other_text}\n  {relation.reason}\n")  # fmt: skip
    return 0


def _related_lines(desk: _Desk) -> Iterator[records.Record]:
    """Answer the passages that come on standard input; one bad line spoils no other."""
    for query in _lines():
        began = time.perf_counter()
        path = records.text_of(query, "path")
        relations: tuple[Relation, ...] = ()
        try:
            relations = desk.ask(lambda library, path=path: library.related(library.article_at(path)))  # type: ignore[misc]
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


# health


def health_command(options: Namespace) -> int:
    """`pressmark health FOLDER`."""
    with closing(_Desk(options)) as desk:
        files, totals = desk.ask(lambda library: (list(library.files()), library.totals()))
    for record in files:
        if options.json:
            put(records.file_record(record))
        elif record.state is not FileState.ARTICLE:
            print(f"{record.path}: {record.state.value}: {record.reason}")
    if options.json:
        put(records.totals_record(totals))
    else:
        print(
            f"{count(totals.files, 'file')}: {count(totals.articles, 'article')}, {count(totals.duplicates, 'duplicate')}, "
            f"{totals.unreadable:,} not read"
        )
    return 0


# export


def export_command(options: Namespace) -> int:
    """`pressmark export FOLDER --mine`."""
    with closing(_Desk(options)) as desk:
        things = desk.ask(lambda library: list(library.made()))
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


# Batches


def _lines() -> Iterator[dict[str, Any]]:
    """Yield the JSON objects on standard input; say which line is none."""
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except ValueError:
            found = None
        if isinstance(found, dict):
            yield found
        else:
            say(f"line {number} of the input is no JSON object: it was passed over.")


def _batch(answers: Iterator[records.Record]) -> int:
    """Write each answer as soon as it is there."""
    for answer in answers:
        put(answer)
        sys.stdout.flush()
    return 0
