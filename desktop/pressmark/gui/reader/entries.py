"""What stands in the reader, one entry a text block of its document: the article's blocks in reading order."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from pressmark.values import Article, Block, BlockKind, Certainty

LONGEST_DATE_LINE = 80  # characters
IN_HEADER = frozenset({BlockKind.HEADLINE, BlockKind.KICKER, BlockKind.BYLINE, BlockKind.DATE})


class EntryKind(Enum):
    """What an entry of the reader is."""

    COLLAPSED = auto()
    ASIDE = auto()
    SOURCE = auto()
    HEADLINE = auto()
    META = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """One text block of the reader; `block` is the number of the article's block it shows, if it shows one."""

    kind: EntryKind
    text: str
    block: int | None = None
    of: BlockKind = BlockKind.PARAGRAPH
    note: str = ""


def entries(article: Article, *, aside_shown: bool, date_words: str) -> tuple[Entry, ...]:
    """Return the entries of an article: set-aside lines in place, the header, then the text.

    `date_words` is the date as the header shows it. A run of set-aside lines is one entry that counts them,
    unless they are shown.
    """
    made: list[Entry] = []
    aside: list[tuple[int, Block]] = []
    header_done = False
    for number, block in enumerate(article.blocks):
        if block.kind is BlockKind.BLANK:
            continue
        if block.set_aside:
            aside.append((number, block))
            continue
        made += _aside(aside, aside_shown)
        aside = []
        if not header_done:
            made += _header(article, date_words)
            header_done = True
        if block.kind not in IN_HEADER:
            made.append(Entry(EntryKind.TEXT, block.text, number, block.kind, block.detail))
    if not header_done:
        made += _header(article, date_words)
    return (*made, *_aside(aside, aside_shown))


def _aside(run: list[tuple[int, Block]], shown: bool) -> Iterator[Entry]:
    """Yield a run of set-aside lines, or the one entry that stands for it."""
    if not run:
        return
    if shown:
        for number, block in run:
            note = (
                block.detail
                if block.reason is not None and "repeated" in block.detail
                else (block.reason or "")
            )
            yield Entry(EntryKind.ASIDE, block.text, number, block.kind, str(note))
        return
    reasons = Counter(str(block.reason or "") for _, block in run)
    lines = sum(block.last_line - block.first_line + 1 for _, block in run)
    named = ", ".join(reason for reason, _ in reasons.most_common(3))
    what = f"{lines:,} lines set aside: {named}" if lines > 1 else f"1 line set aside: {named}"
    yield Entry(EntryKind.COLLAPSED, what, run[0][0])


def _header(article: Article, date_words: str) -> Iterator[Entry]:
    """Yield the outlet and section, the headline, and the date and byline."""
    source = "  ·  ".join(part for part in (article.outlet, article.section) if part)
    if source:
        yield Entry(EntryKind.SOURCE, source)
    number = next(
        (n for n, b in enumerate(article.blocks) if b.kind is BlockKind.HEADLINE and not b.set_aside), None
    )
    text = article.blocks[number].text if number is not None else article.headline
    yield Entry(EntryKind.HEADLINE, text or "Without a headline", number, BlockKind.HEADLINE)
    when = _printed_date(article) or date_words
    yield Entry(EntryKind.META, "  ·  ".join(part for part in (", ".join(article.byline), when) if part))


def _printed_date(article: Article) -> str:
    """Return the date line as the source prints it, where it is short enough to be one."""
    if article.date.certainty is not Certainty.PRINTED:
        return ""
    lines = [b.text for b in article.blocks if b.kind is BlockKind.DATE and not b.set_aside]
    return lines[0] if len(lines) == 1 and len(lines[0]) <= LONGEST_DATE_LINE else ""
