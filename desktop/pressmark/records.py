"""The values as the JSON objects of the command line; their fields are a contract (README, "Command line")."""

import dataclasses
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pressmark.replacing import replace_text
from pressmark.values import (
    Answer,
    Article,
    Block,
    BlockKind,
    FileRecord,
    Hit,
    Link,
    Made,
    Picture,
    Progress,
    Relation,
    Span,
    Totals,
)

Record = dict[str, Any]


def progress_record(progress: Progress) -> Record:
    """Return the outcome of an indexing run; `files` is the sum of the kinds."""
    kinds = {
        "articles": progress.articles,
        "unreadable": progress.unreadable,
        "duplicates": progress.duplicates,
        "parts": progress.parts,
        "containers": progress.containers,
        "skipped_unchanged": progress.skipped_unchanged,
    }
    times = {"seconds": round(progress.seconds, 3), "cpu_seconds": round(progress.cpu_seconds, 3)}
    return {"files": sum(kinds.values()), **kinds, **times}


def answer_record(answer: Answer) -> Record:
    """Return what is said of a search as a whole."""
    return {
        "query": answer.query,
        "explanation": answer.explanation,
        "notices": list(answer.notices),
        "total": answer.total,
        "divider": answer.divider,
        "complete": answer.complete,
        "milliseconds": round(answer.milliseconds, 2),
        "offers": [dataclasses.asdict(offer) for offer in answer.offers],
    }


def hit_record(hit: Hit) -> Record:
    """Return one hit."""
    return {
        "rank": hit.rank,
        "path": hit.path,
        "headline": hit.headline,
        "outlet": hit.outlet,
        "date": hit.date.start,
        "date_end": hit.date.end,
        "date_certainty": hit.date.certainty.value,
        "score": round(hit.score, 4),
        "hits": hit.hits,
        "hits_set_aside": hit.hits_set_aside,
        "snippets": [
            {
                "text": snippet.text,
                "spans": _spans(snippet.spans),
                "first_line": snippet.first_line,
                "set_aside": snippet.set_aside,
            }
            for snippet in hit.snippets
        ],
        "like_this": list(hit.like_this),
    }


def article_record(path: str, article: Article) -> Record:
    """Return an article; every line of its file stands in exactly one block."""
    return {
        "path": path,
        "encoding": article.encoding,
        "encoding_reason": article.encoding_reason,
        "headline": article.headline,
        "byline": list(article.byline),
        "outlet": article.outlet,
        "outlet_evidence": article.outlet_evidence,
        "section": article.section,
        "dateline": article.dateline,
        "date": article.date.start,
        "date_end": article.date.end,
        "date_certainty": article.date.certainty.value,
        "date_evidence": article.date.evidence,
        "language": article.language,
        "address": article.address,
        "captured": article.captured,
        "blocks": [_block(block) for block in article.blocks],
    }


def leads_record(links: Iterable[Link], pictures: Iterable[Picture]) -> Record:
    """Return the links in an article's text, and its pictures; `path` is that of the article to which a link leads."""
    return {
        "links": [
            {"line": one.line, "text": one.words, "address": one.address, "path": one.path or None}
            for one in links
        ],
        "pictures": [
            {"line": one.line, "source": one.source, "text": one.words, "file": one.file or None}
            for one in pictures
        ],
    }


def _block(block: Block) -> Record:
    return {
        "kind": block.kind.value,
        "text": block.text,
        "first_line": block.first_line,
        "last_line": block.last_line,
        "set_aside": block.set_aside,
        "reason": block.reason.value if block.reason else None,
        "detail": block.detail,
        "spans": [[span.start, span.end, span.kind] for span in block.spans],
    }


def cleaned_record(name: str, article: Article) -> Record:
    """Return which lines of a page are kept, and what it says about itself."""
    kept = [
        number
        for block in article.blocks
        if not block.set_aside and block.kind is not BlockKind.BLANK
        for number in range(block.first_line, block.last_line + 1)
    ]
    headline = next(
        (b.first_line for b in article.blocks if b.kind is BlockKind.HEADLINE and not b.set_aside), None
    )
    return {
        "id": name,
        "kept_line_indexes": kept,
        "headline": article.headline,
        "headline_line": headline,
        "date": article.date.start,
        "byline": list(article.byline),
    }


def cleaned_page_record(name: str, article: Article) -> Record:
    """Return what is kept of a saved page, a block a line, without headline, byline and day, and what it says of itself."""
    left_out = (BlockKind.BLANK, BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.DATE)
    kept = [block.text for block in article.blocks if not block.set_aside and block.kind not in left_out]
    return {
        "id": name,
        "text": "\n".join(kept),
        "headline": article.headline,
        "date": article.date.start,
        "byline": list(article.byline),
    }


def relation_record(relation: Relation) -> Record:
    """Return one relation; spans mark what the two texts share."""
    return {
        "first_line": relation.first_line,
        "text": relation.text,
        "kind": relation.kind.value,
        "score": round(relation.score, 4),
        "path": relation.other_path,
        "other_first_line": relation.other_first_line,
        "other_text": relation.other_text,
        "spans": _spans(relation.spans),
        "other_spans": _spans(relation.other_spans),
        "reason": relation.reason,
    }


def file_record(record: FileRecord) -> Record:
    """Return what became of one file."""
    return {
        "path": record.path,
        "state": record.state.value,
        "reason": record.reason,
        "encoding": record.encoding,
        "encoding_reason": record.encoding_reason,
        "bytes": record.size,
        "words": record.words,
    }


def totals_record(totals: Totals) -> Record:
    """Return how many files there are."""
    return dataclasses.asdict(totals)


def made_record(made: Made) -> Record:
    """Return one thing the person made; fields that say nothing of it are left out."""
    return {name: value for name, value in dataclasses.asdict(made).items() if value}


def write_made(file: Path, everything: Iterable[Made]) -> int:
    """Write what the person made into a file, as JSON Lines; return how many lines. Raises OSError."""
    lines = [json.dumps(made_record(made), ensure_ascii=False) + "\n" for made in everything]
    replace_text(file, "".join(lines))
    return len(lines)


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def text_of(query: Mapping[str, Any], field: str, default: str = "") -> str:
    """Return a text field of a line of a batch."""
    value = query.get(field, default)
    return value if isinstance(value, str) else default
