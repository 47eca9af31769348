"""What stands in the reader, one entry a text block of its document: the article's blocks in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from pressmark.gui.look.wording import date_words
from pressmark.gui.reading.pane.set_aside_reasons import chip_words, run_words
from pressmark.values import Article, ArticleDate, Block, BlockKind, Certainty, Picture, Reason

LONGEST_DATE_LINE, LONGEST_ADDRESS = 80, 58  # characters
IN_HEADER = frozenset({BlockKind.HEADLINE, BlockKind.KICKER, BlockKind.BYLINE, BlockKind.DATE})


class EntryKind(Enum):
    """What an entry of the reader is."""

    COLLAPSED = auto()
    OPENED = auto()
    ASIDE = auto()
    SOURCE = auto()
    HEADLINE = auto()
    META = auto()
    PICTURES = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """One text block of the reader; `block` is the number of the article's block it shows, if it shows one.

    `run` has the numbers of the blocks for which an entry stands that shows none of them itself: a folded run of
    set-aside lines (COLLAPSED), the heading over an open one (OPENED), the line under the headline (META), the pictures
    over a block (PICTURES), whose numbers are in `pictures`.
    """

    kind: EntryKind
    text: str
    block: int | None = None
    of: BlockKind = BlockKind.PARAGRAPH
    note: str = ""
    run: tuple[int, ...] = ()
    ends_run: bool = False
    pictures: tuple[int, ...] = ()

    @property
    def is_run(self) -> bool:
        """Tell whether it stands for a run of set-aside lines, folded or open."""
        return self.kind in (EntryKind.COLLAPSED, EntryKind.OPENED)

    @property
    def blocks(self) -> tuple[int, ...]:
        """The blocks that are meant by whoever points at this entry."""
        return self.run or (() if self.block is None else (self.block,))


def entries(
    article: Article,
    *,
    aside_shown: bool,
    date_words: str,
    turned: frozenset[int] = frozenset(),
    pictures: Sequence[Picture] = (),
) -> tuple[Entry, ...]:
    """Return the entries of an article: set-aside lines in place, the header, then the text.

    The header stands before the first line of the text, but for what the person kept above the headline.

    `date_words` is the date as the header shows it. A run of set-aside lines is one entry that counts them; an open
    one has its lines under it. All are open where `aside_shown` says so, but for those with a block in `turned`: these
    are the other way round. Pictures stand over the block of the text before whose line the page shows them.
    """
    made: list[Entry] = []
    aside: list[tuple[int, Block]] = []
    over = _pictures_over(article, pictures)
    header_done = False
    headline = _number_of(article, BlockKind.HEADLINE)
    for number, block in enumerate(article.blocks):
        if block.kind is BlockKind.BLANK:
            continue
        if block.set_aside:
            aside.append((number, block))
            continue
        if header_done and block.kind in IN_HEADER:
            continue  # it stands above: the lines around it are one run
        made += _aside(aside, aside_shown, turned)
        aside = []
        if not header_done and not (block.detail.startswith(Reason.YOU) and number < headline):
            made += _header(article, date_words)
            header_done = True
        if block.kind not in IN_HEADER:
            if number in over:
                made.append(_pictures(pictures, over[number], number))
            made.append(Entry(EntryKind.TEXT, block.text, number, block.kind, block.detail))
    if not header_done:
        made += _header(article, date_words)
    return (*made, *_aside(aside, aside_shown, turned))


def _pictures_over(article: Article, pictures: Sequence[Picture]) -> dict[int, tuple[int, ...]]:
    """Return the numbers of the pictures over each block of the text; those among set-aside lines are left out.

    One in the header comes under it.
    """
    found: dict[int, tuple[int, ...]] = {}
    for number, picture in enumerate(pictures):
        for at, block in enumerate(article.blocks):
            if block.last_line < picture.line or block.kind is BlockKind.BLANK:
                continue
            if block.set_aside:
                break
            if block.kind not in IN_HEADER:
                found[at] = (*found.get(at, ()), number)
                break
    return found


def _pictures(pictures: Sequence[Picture], numbers: tuple[int, ...], block: int) -> Entry:
    words = "; ".join(pictures[number].words or "without words" for number in numbers)
    name = "Picture" if len(numbers) == 1 else f"{len(numbers)} pictures"
    return Entry(EntryKind.PICTURES, f"{name}: {words}", run=(block,), pictures=numbers)


def _aside(run: list[tuple[int, Block]], shown: bool, turned: frozenset[int]) -> Iterator[Entry]:
    """Yield the entry that stands for a run of set-aside lines, and the lines where it is open."""
    if not run:
        return
    numbers = tuple(number for number, _ in run)
    words = run_words(block for _, block in run)
    if turned.isdisjoint(numbers) is not shown:
        yield Entry(EntryKind.COLLAPSED, words, numbers[0], run=numbers)
        return
    yield Entry(EntryKind.OPENED, words, run=numbers)
    for number, block in run:
        ends = number == numbers[-1]
        yield Entry(EntryKind.ASIDE, block.text, number, block.kind, chip_words(block), ends_run=ends)


def _header(article: Article, day: str) -> Iterator[Entry]:
    """Yield the outlet and section, the headline, the date and byline, and where the page was and when it was saved."""
    source = "  ·  ".join(part for part in (article.outlet, article.section) if part)
    if source:
        yield Entry(EntryKind.SOURCE, source)
    number = _number_of(article, BlockKind.HEADLINE)
    text = article.blocks[number].text if number >= 0 else article.headline
    shown = text or "Without a headline"
    yield Entry(EntryKind.HEADLINE, shown, number if number >= 0 else None, BlockKind.HEADLINE)
    when = _printed_date(article) or day
    authors = tuple(n for n, b in enumerate(article.blocks) if b.kind is BlockKind.BYLINE and not b.set_aside)
    saved = date_words(ArticleDate(article.captured or None)) if article.captured else ""
    lines = (
        (", ".join(article.byline), when),
        (_shown_address(article.address), f"saved {saved}" if saved else ""),
    )
    under = "\n".join(line for parts in lines if (line := "  ·  ".join(part for part in parts if part)))
    yield Entry(EntryKind.META, under, run=authors)


def _shown_address(address: str) -> str:
    """Return an address as a person reads it, cut where it is long."""
    shown = address.partition("://")[2].removeprefix("www.").rstrip("/") or address
    return shown if len(shown) <= LONGEST_ADDRESS else shown[: LONGEST_ADDRESS - 1] + "…"


def _number_of(article: Article, kind: BlockKind) -> int:
    """Return the number of the first kept block of a kind, -1 if there is none."""
    found = (n for n, block in enumerate(article.blocks) if block.kind is kind and not block.set_aside)
    return next(found, -1)


def _printed_date(article: Article) -> str:
    """Return the date line as the source prints it, where it is short enough to be one."""
    if article.date.certainty is not Certainty.PRINTED:
        return ""
    lines = [b.text for b in article.blocks if b.kind is BlockKind.DATE and not b.set_aside]
    return lines[0] if len(lines) == 1 and len(lines[0]) <= LONGEST_DATE_LINE else ""
