"""What each command of the command line does; results go to standard output, the rest to standard error."""

import json
import os
import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pressmark import paths, records
from pressmark.errors import ArchiveBusy, ArchiveError
from pressmark.indexing.counts import RepeatCounts, line_keys
from pressmark.indexing.pipeline import index
from pressmark.library import Library
from pressmark.reading import formats
from pressmark.reading.article import read_article
from pressmark.reading.decode import lines_of
from pressmark.values import Article, Decoded, FileState, Filters, Progress, Sort

BAR_WIDTH = 32
DEFAULT_LIMIT = 20
TEXT_WIDTH = 100


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
        f"\r\033[K{progress.stage:<10} {filled:<{BAR_WIDTH}} {progress.done:>8,} of {progress.total:,} files",
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
            f"{record['files']:,} files: {record['articles']:,} new articles, {record['skipped_unchanged']:,} unchanged, "
            f"{record['duplicates']:,} duplicates, {record['unreadable']:,} not read; {record['seconds']:.1f} s"
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


def _library(options: Namespace) -> Library:
    """Open an archive; index it first if it was never indexed to its end."""
    root, data = _archive(options)
    library = Library(root, data)
    if not library.is_complete():
        say(f"{root} is not indexed yet: indexing it first.")
        try:
            run_index(root, data)
        except ArchiveBusy as busy:
            say(str(busy))
        except BaseException:
            library.close()
            raise
    for notice in library.notices:
        say(notice)
    return library


# search


def search_command(options: Namespace) -> int:
    """`pressmark search FOLDER QUERY`, or `--batch`."""
    library = _library(options)
    try:
        if options.batch:
            return _batch(_search_lines(library))
        filters = Filters(options.outlet or "", options.from_date or "", options.to_date or "")
        answer = library.search(
            options.query or "", filters=filters, sort=Sort(options.sort), limit=options.limit
        )
    finally:
        if not options.batch:
            library.close()
    if options.json:
        put(records.answer_record(answer))
        for hit in answer.hits:
            put(records.hit_record(hit))
        return 0
    print(f"{answer.total:,} articles. {answer.explanation}")
    for notice in answer.notices:
        say(notice)
    for hit in answer.hits:
        when = f", {hit.date.start}" if hit.date.start else ""
        print(f"\n{hit.rank}. {hit.headline} ({hit.outlet}{when})\n   {hit.path}")
        for snippet in hit.snippets:
            print(f"   {snippet.text}")
    return 0


def _search_lines(library: Library) -> Iterator[records.Record]:
    """Answer the queries that come on standard input."""
    for query in _lines():
        began = time.perf_counter()
        limit = query.get("limit")
        sort = records.text_of(query, "sort", "relevance")
        found, where = library.find(
            records.text_of(query, "query"),
            sort=Sort(sort) if sort in list(Sort) else Sort.RELEVANCE,
            limit=limit if isinstance(limit, int) and limit > 0 else DEFAULT_LIMIT,
        )
        yield {
            "id": query.get("id"),
            "total": found.total,
            "paths": list(where),
            "divider": found.divider,
            "milliseconds": round((time.perf_counter() - began) * 1000, 3),
        }


# show, clean


def show_command(options: Namespace) -> int:
    """`pressmark show FOLDER PATH`."""
    library = _library(options)
    try:
        stored = library.article_at(options.path)
    finally:
        library.close()
    _put_article(stored.path, stored.article, as_json=options.json)
    return 0


def clean_command(options: Namespace) -> int:
    """`pressmark clean FILE...`, or `--batch`."""
    if options.batch:
        return _batch(_clean_alone() if options.alone else _clean_together())
    status = 0
    for name in options.files:
        try:
            data = Path(name).read_bytes()
            article = read_article(formats.read(data, name), Path(name).name)
        except OSError as error:
            say(f"{name} cannot be opened ({error.strerror}). Check its name and permissions.")
            status = 1
        except ArchiveError as error:
            say(f"{name}: {error}")
            status = 1
        else:
            _put_article(name, article, as_json=options.json)
    return status


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
    counts = RepeatCounts()
    counts.add(
        (records.text_of(page, "site"), line_keys(lines_of(records.text_of(page, "text")))) for page in pages
    )
    for page in pages:
        repeats = counts.others(records.text_of(page, "site"))
        article = read_article(Decoded(records.text_of(page, "text"), "", ""), "", repeats)
        yield records.cleaned_record(page.get("id", ""), article)


# related


def related_command(options: Namespace) -> int:
    """`pressmark related FOLDER PATH`, or `--batch`."""
    library = _library(options)
    if options.batch:
        return _batch(_related_lines(library))
    try:
        relations = library.related(library.article_at(options.path))
    finally:
        library.close()
    for relation in relations:
        if options.line is None or relation.first_line == options.line:
            if options.json:
                put(records.relation_record(relation))
            else:
                print(f"line {relation.first_line}: same {relation.kind.value} in {relation.other_path}, "
                      f"line {relation.other_first_line}\n  {relation.other_text}\n  {relation.reason}\n")  # fmt: skip
    return 0


def _related_lines(library: Library) -> Iterator[records.Record]:
    """Answer the passages that come on standard input; one bad line spoils no other."""
    for query in _lines():
        began = time.perf_counter()
        found = []
        try:
            for relation in library.related(library.article_at(records.text_of(query, "path"))):
                if relation.first_line == query.get("line"):
                    found.append(relation)  # noqa: PERF401  the try belongs around the whole
        except ArchiveError as error:
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
                for r in found
            ],
            "milliseconds": round((time.perf_counter() - began) * 1000, 3),
        }


# health


def health_command(options: Namespace) -> int:
    """`pressmark health FOLDER`."""
    library = _library(options)
    try:
        files, totals = list(library.files()), library.totals()
    finally:
        library.close()
    for record in files:
        if options.json:
            put(records.file_record(record))
        elif record.state is not FileState.ARTICLE:
            print(f"{record.path}: {record.state.value}: {record.reason}")
    if options.json:
        put(records.totals_record(totals))
    else:
        print(
            f"{totals.files:,} files: {totals.articles:,} articles, {totals.duplicates:,} duplicates, "
            f"{totals.unreadable:,} not read"
        )
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
