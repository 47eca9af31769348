"""Invented articles, hits, relations and files that the window's tests share."""

from pressmark.values import (
    Answer,
    Article,
    ArticleDate,
    Block,
    BlockKind,
    Certainty,
    FileRecord,
    FileState,
    Hit,
    Reason,
    Relation,
    RelationKind,
    Snippet,
    Span,
)

PRINTED = ArticleDate("2001-10-03", "2001-10-03", Certainty.PRINTED, "printed in the article")
INFERRED = ArticleDate("2001-09-30", "2001-10-03", Certainty.INFERRED, "it names the summit of that week")
LONG_HEADLINE = "The harbour committee of Riverton " + "votes again on the ferry and its pier " * 5


def paragraph(number: int, sentences: int = 4) -> str:
    """Return an invented paragraph."""
    return (
        f"Paragraph {number} tells of the harbour. "
        + "The council of Riverton met on the pier and voted. " * sentences
    )


def blocks_of(*described: tuple[BlockKind, str, Reason | None]) -> tuple[Block, ...]:
    """Return blocks from kind, text and the reason they are set aside for, one line each."""
    return tuple(
        Block(kind, text, line, line, set_aside=reason is not None, reason=reason)
        for line, (kind, text, reason) in enumerate(described)
    )


def article(paragraphs: int = 12, *more: Block, aside: bool = True, **fields: object) -> Article:
    """Return an article: menu lines, a header, paragraphs, and legal lines at the end."""
    menu = [(BlockKind.CHROME, f"Menu {n}", Reason.MENU) for n in range(3 if aside else 0)]
    legal = [(BlockKind.CHROME, "All rights reserved", Reason.LEGAL)] if aside else []
    made = blocks_of(
        *menu,
        (BlockKind.BLANK, "", None),
        (BlockKind.HEADLINE, "Riverton votes on the ferry", None),
        (BlockKind.BYLINE, "By Ann Thorne", None),
        *((BlockKind.PARAGRAPH, paragraph(number), None) for number in range(paragraphs)),
        *legal,
    )
    known: dict[str, object] = {
        "headline": "Riverton votes on the ferry", "byline": ("Ann Thorne",), "outlet": "The Riverton Echo",
        "outlet_evidence": "", "section": "Local", "dateline": "", "date": PRINTED, "language": "en", "encoding": "utf-8",
        "encoding_reason": "valid UTF-8", "blocks": (*made, *more),
    }  # fmt: skip
    return Article(**(known | fields))  # type: ignore[arg-type]


def hit(number: int, headline: str = "Riverton votes", **fields: object) -> Hit:
    """Return a hit of a result list."""
    snippet = Snippet("The council of Riverton met on the pier.", (Span(15, 23, "0"), Span(35, 39, "1")), 3)
    known: dict[str, object] = {
        "rank": number, "article_id": number, "path": f"{number}.txt", "headline": headline, "outlet": "The Riverton Echo",
        "date": PRINTED, "score": 1.0, "hits": 2, "hits_set_aside": 0, "snippets": (snippet,),
    }  # fmt: skip
    return Hit(**(known | fields))  # type: ignore[arg-type]


def answer(hits: tuple[Hit, ...], query: str = "riverton", **fields: object) -> Answer:
    """Return an answer with these hits."""
    known: dict[str, object] = {
        "query": query, "explanation": "Articles with riverton.", "notices": (), "total": len(hits), "divider": len(hits),
        "complete": True, "milliseconds": 3.2, "hits": hits,
    }  # fmt: skip
    return Answer(**(known | fields))  # type: ignore[arg-type]


def relation(kind: RelationKind = RelationKind.QUOTATION, score: float = 1.0, **fields: object) -> Relation:
    """Return a relation of a passage."""
    known: dict[str, object] = {
        "block": 5, "first_line": 5, "text": paragraph(1), "kind": kind, "score": score, "other_id": 2,
        "other_path": "2.txt",
        "other_headline": "Ferry vote", "other_outlet": "The Harbour Post", "other_date": PRINTED, "other_block": 4,
        "other_first_line": 4, "other_text": "“The ferry will sail,” the mayor said on the pier.",
        "spans": (Span(0, 9, "shared"),),
        "other_spans": (Span(1, 20, "shared"), Span(24, 33, "differs")),
        "reason": "19 characters of a quotation are the same.",
    }  # fmt: skip
    return Relation(**(known | fields))  # type: ignore[arg-type]


def record(path: str, state: FileState = FileState.ARTICLE, **fields: object) -> FileRecord:
    """Return a line of the archive's health."""
    reasons = {
        FileState.ARTICLE: "",
        FileState.UNREADABLE: "the file is empty",
        FileState.DUPLICATE: "the same as a.txt",
    }
    known: dict[str, object] = {
        "path": path, "state": state, "reason": reasons[state], "encoding": "utf-8", "encoding_reason": "valid UTF-8",
        "size": 1200, "words": 200, "article_id": None if state is FileState.UNREADABLE else 7,
    }  # fmt: skip
    return FileRecord(**(known | fields))  # type: ignore[arg-type]
