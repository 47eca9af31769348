"""What a command writes: results to standard output, what the person should know to standard error; batches in and out."""

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from pressmark.records import Record, article_record, leads_record
from pressmark.values import Article, Link, Picture


def say(sentence: str) -> None:
    """Tell the person, apart from the output."""
    print(f"pressmark: {sentence}", file=sys.stderr)


def put(record: Record) -> None:
    """Write one line of JSON."""
    print(json.dumps(record, ensure_ascii=False))


def put_article(
    path: str,
    article: Article,
    *,
    as_json: bool,
    links: Sequence[Link] = (),
    pictures: Sequence[Picture] = (),
) -> None:
    """Write an article, as one object of JSON or to be read."""
    if as_json:
        put(article_record(path, article) | leads_record(links, pictures))
        return
    print(article.headline)
    about = [article.outlet, article.section, ", ".join(article.byline), article.date.start or ""]
    print(" · ".join(part for part in about if part) + "\n")
    for block in article.blocks:
        if block.text and not block.set_aside:
            print(f"{block.text}\n")


def read_lines() -> Iterator[dict[str, Any]]:
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


def write_answers(answers: Iterator[Record]) -> int:
    """Write each answer as soon as it is there."""
    for answer in answers:
        put(answer)
        sys.stdout.flush()
    return 0
