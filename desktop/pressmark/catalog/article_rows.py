"""Articles as rows of the catalog, and back."""

import json
import zlib
from typing import Any

from pressmark.catalog.markup_column import unpack_markup
from pressmark.dates import PartialDate
from pressmark.values import Article, ArticleDate, Block, BlockKind, Certainty, Decoded, Reason, Span

ARTICLE_COLUMNS = (
    "headline", "byline", "outlet", "outlet_evidence", "section", "dateline",
    "date_start", "date_end", "date_certainty", "date_evidence",
    "language", "encoding", "encoding_reason", "address", "captured", "blocks", "text",
)  # fmt: skip
WINDOW = 32_768  # bytes
COMPRESSION = 3  # zlib: half the size of level 0 at a tenth of the time of level 9


def article_row(article: Article, text: bytes) -> tuple[Any, ...]:
    """Return the values of ARTICLE_COLUMNS; `text` is what pack_text made of the article's text."""
    date = article.date
    return (
        article.headline, json.dumps(article.byline, ensure_ascii=False), article.outlet, article.outlet_evidence,
        article.section, article.dateline, date.start, date.end, date.certainty.value, date.evidence,
        article.language, article.encoding, article.encoding_reason, article.address, article.captured,
        pack_blocks(article.blocks, text),
        text,
    )  # fmt: skip


def article_of(row: tuple[Any, ...]) -> Article:
    """Return the article whose ARTICLE_COLUMNS these are."""
    headline, byline, outlet, outlet_evidence, section, dateline, *rest = row
    start, end, certainty, evidence, language, encoding, encoding_reason, address, captured, blocks, text = (
        rest
    )
    return Article(
        headline=headline, byline=tuple(json.loads(byline)), outlet=outlet, outlet_evidence=outlet_evidence,
        section=section, dateline=dateline, date=_date(start, end, certainty, evidence),
        language=language, encoding=encoding, encoding_reason=encoding_reason, blocks=unpack_blocks(blocks, text),
        address=address, captured=captured,
    )  # fmt: skip


def _date(start: str | None, end: str | None, certainty: str, evidence: str) -> ArticleDate:
    """Return a date; one that does not exist, from a catalog of an earlier program, is none."""
    if start is None or PartialDate.parse(start) is None:
        return ArticleDate()
    end = end if end is None or PartialDate.parse(end) else start
    return ArticleDate(start, end, Certainty(certainty), evidence)


def pack_blocks(blocks: tuple[Block, ...], text: bytes) -> bytes:
    """Return blocks as JSON, compressed with the packed text as the dictionary: they hold the same words once more."""
    rows = [
        [
            block.kind.value, block.text, block.first_line, block.last_line, int(block.set_aside),
            block.reason.value if block.reason else None, block.detail,
            [[span.start, span.end, span.kind] for span in block.spans],
        ]
        for block in blocks
    ]  # fmt: skip
    packer = zlib.compressobj(COMPRESSION, zdict=_dictionary(text))
    return (
        packer.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()) + packer.flush()
    )


def unpack_blocks(packed: bytes, text: bytes) -> tuple[Block, ...]:
    """Return the blocks that pack_blocks made into bytes."""
    return tuple(
        Block(
            BlockKind(kind), text, first, last, bool(aside), Reason(reason) if reason else None, detail,
            tuple(Span(*span) for span in spans),
        )
        for kind, text, first, last, aside, reason, detail, spans in json.loads(blocks_json(packed, text))
    )  # fmt: skip


def blocks_json(packed: bytes, text: bytes) -> str:
    """Return the JSON that pack_blocks compressed: quicker than the blocks, where only some word is looked for."""
    unpacker = zlib.decompressobj(zdict=_dictionary(text))
    return (unpacker.decompress(packed) + unpacker.flush()).decode()


def _dictionary(text: bytes) -> bytes:
    """Return the end of a packed text, as much of it as zlib looks back."""
    return zlib.decompress(text)[-WINDOW:] if text else b""


def pack_text(text: str) -> bytes:
    """Return a text compressed; lone surrogates stay what they are."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), COMPRESSION)


def unpack_text(packed: bytes, encoding: str, reason: str, markup: bytes = b"", reader: str = "") -> Decoded:
    """Return the text that pack_text compressed, what pack_markup did, and how and by which reader the file was read."""
    text = zlib.decompress(packed).decode("utf-8", "surrogatepass")
    return Decoded(text, encoding, reason, *unpack_markup(markup), reader)
