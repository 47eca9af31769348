"""A decoded file -> an Article: everything that is read from one text, put together."""

from collections.abc import Callable

from pressmark.reading.article_date import date_of
from pressmark.reading.bylines import names_beside_date, names_in
from pressmark.reading.chrome import read_labelled
from pressmark.reading.dateline import dateline_of
from pressmark.reading.decode import harmless, lines_of
from pressmark.reading.language import language_of
from pressmark.reading.layout import lay_out
from pressmark.reading.mend import mend
from pressmark.reading.outlet import outlet, section
from pressmark.reading.page_reading import PageReading
from pressmark.values import Article, Block, BlockKind, Decoded, Stated

# Paragraphs of an article that may open with a dateline.
DATELINE_IN = 3


def read_article(
    text: Decoded,
    path: str,
    repeats: Callable[[str], int] | None = None,
    known_outlet: tuple[str, str] | None = None,
    lines: list[str] | None = None,
) -> Article:
    """Read a text as an article; `repeats` tells on how many other pages of its outlet a line stands.

    `known_outlet` is the outlet and its evidence, where more is known of it than the page says, and
    `lines` are those of the text, where it was made harmless and split before.
    """
    lines = lines_of(harmless(text.text)) if lines is None else lines
    told = text.says
    page, labelled = read_labelled(lines, repeats, text.tags, _value(told.headline))
    name, evidence = known_outlet or outlet(page.lines, path, told.outlet)
    blocks = lay_out(page, labelled, name)
    return Article(
        headline=_headline(_value(told.headline) or _printed_headline(page)),
        byline=tuple(name.value for name in told.names) or byline_of(blocks) or _beside_date(text, blocks),
        outlet=name,
        outlet_evidence=evidence,
        section=_value(told.section) or section(page.lines),
        dateline=dateline_in(blocks),
        date=date_of(page, labelled, path, told.day),
        language=language_of(" ".join(_first_paragraphs(blocks))),
        encoding=text.encoding,
        encoding_reason=text.reason,
        blocks=blocks,
        address=_value(told.address),
        captured=_value(told.captured),
    )


def _value(said: Stated | None) -> str:
    return said.value if said is not None else ""


def _printed_headline(page: PageReading) -> str:
    return page.stretches[page.headline].text if page.headline is not None else ""


def _headline(text: str) -> str:
    return mend(text)


def byline_of(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """Return the names of the authors, each once."""
    names = [name for block in blocks if block.kind is BlockKind.BYLINE for name in names_in(block.text)]
    return tuple(dict.fromkeys(names))


def _beside_date(text: Decoded, blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """Return the name that stands beside the date of a web page; in a plain text it may as well be a place."""
    dates = [block.text for block in blocks if block.kind is BlockKind.DATE] if text.tags is not None else []
    return next((names for line in dates if (names := names_beside_date(line))), ())


def dateline_in(blocks: tuple[Block, ...]) -> str:
    """Return the place with which one of the first paragraphs opens, or ""."""
    paragraphs = [block for block in blocks if block.kind is BlockKind.PARAGRAPH and not block.set_aside]
    return next((place for block in paragraphs[:DATELINE_IN] if (place := dateline_of(block.text))), "")


def _first_paragraphs(blocks: tuple[Block, ...]) -> list[str]:
    kept = [block.text for block in blocks if not block.set_aside and block.kind is not BlockKind.BLANK]
    return kept[:30]
