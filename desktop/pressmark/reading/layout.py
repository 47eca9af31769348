"""Labelled lines -> blocks: what each line of the file is to the article."""

import re

from pressmark.reading.bylines import is_bare_name, is_byline
from pressmark.reading.mend import item_of, mend
from pressmark.reading.page_reading import PageReading
from pressmark.reading.pull_quotes import pull_quotes
from pressmark.reading.quotes import quotations
from pressmark.reading.see_also import entries
from pressmark.reading.unwrap import Stretch
from pressmark.values import Block, BlockKind, Line, Span

STORY_REFERENCE = "story reference"
ATTRIBUTION = "attribution of the pull quote"

# A sub-heading and a caption have at most so many words.
SUBHEADING_WORDS, CAPTION_WORDS = 12, 30
# Stretches of the body in which a byline or a date line may still stand.
INTO_BODY = 3

_REFERENCE = re.compile(
    r"\((?:(?:see|related|full) )*(?:stor(?:y|ies)|article|report|editorial|photo|map|analysis|comment)s?,?:?"
    r" (?:on )?(?:page|p\.) ?[A-Z]?-?\d{1,3}\.?\)",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"(?:photo|picture|image|file photo|foto|caption|credit)\b[^.]{0,30}[:/]"
    r"|\((?:photo|ap photo|file)\b|image caption",
    re.IGNORECASE,
)
_WHOLLY_QUOTED = re.compile(r"\s*[\"“„«][^\"“”„«»]{8,}[\"”“»]\s*")


def lay_out(page: PageReading, labelled: list[Line], outlet_name: str) -> tuple[Block, ...]:
    """Return the blocks of a page in the file's order, without a gap and without an overlap."""
    kinds = _kinds(page, labelled, outlet_name)
    pairs = entries(page, labelled)
    blocks: list[Block] = []
    line, number = 0, 0
    while number < len(page.stretches):
        part = page.stretches[number]
        _blank(blocks, line, part.first)
        if number in pairs:
            number += 1
            blocks.append(_see_also(page, number - 1, labelled))
            line = page.stretches[number].last + 1
        elif labelled[part.first].set_aside:
            blocks += [_chrome(labelled[one]) for one in range(part.first, part.last + 1)]
            line = part.last + 1
        else:
            blocks.append(_kept(part, *kinds[number]))
            line = part.last + 1
        number += 1
    _blank(blocks, line, len(page.lines))
    return tuple(blocks)


def _blank(blocks: list[Block], first: int, after: int) -> None:
    if after > first:
        blocks.append(Block(BlockKind.BLANK, "", first, after - 1))


def _chrome(line: Line) -> Block:
    return Block(BlockKind.CHROME, mend(line.text), line.number, line.number, True, line.reason, line.detail)


def _see_also(page: PageReading, number: int, labelled: list[Line]) -> Block:
    """An entry of two lines: date and section, headline."""
    above, below = page.stretches[number], page.stretches[number + 1]
    text = f"{mend(above.text)} | {mend(below.text)}"
    said = labelled[above.first]
    return Block(BlockKind.SEE_ALSO, text, above.first, below.last, True, said.reason, said.detail)


def _kept(part: Stretch, kind: BlockKind, detail: str) -> Block:
    text = mend(part.text)
    if kind is BlockKind.LIST_ITEM:
        text = item_of(text) or text
    if not text:
        return Block(BlockKind.BLANK, "", part.first, part.last)
    spans = sorted((*quotations(text), *_references(text)), key=lambda span: span.start)
    return Block(kind, text, part.first, part.last, detail=detail, spans=tuple(spans))


def _references(text: str) -> list[Span]:
    if "(" not in text:
        return []
    return [Span(match.start(), match.end(), STORY_REFERENCE) for match in _REFERENCE.finditer(text)]


def _kinds(page: PageReading, labelled: list[Line], outlet_name: str) -> dict[int, tuple[BlockKind, str]]:
    """Say what each kept stretch is, and what more is known of it."""
    kept = [number for number, part in enumerate(page.stretches) if not labelled[part.first].set_aside]
    kinds = {number: (_kind(page, number, outlet_name), "") for number in kept}
    for number in pull_quotes(page, kept):
        if kinds[number][0] is not BlockKind.HEADLINE:
            kinds[number] = (BlockKind.PULL_QUOTE, "")
            if _is_attribution(page, number + 1):
                kinds[number + 1] = (BlockKind.PULL_QUOTE, ATTRIBUTION)
    return kinds


def _is_attribution(page: PageReading, number: int) -> bool:
    """A name alone on the line under a pull quote."""
    if number >= len(page.stretches) or not 1 <= page.shapes[number].words <= 8:
        return False
    look = page.shapes[number]
    return not look.ends and look.lower_share <= 0.4 and look.function_share <= 0.3


def _kind(page: PageReading, number: int, outlet_name: str) -> BlockKind:
    """Say what a stretch is by its look and its place."""
    if number == page.headline:
        return BlockKind.HEADLINE
    look, text = page.shapes[number], page.stretches[number].text
    start = page.body[0]
    if number < start + INTO_BODY or number >= page.body[1]:
        if page.dated[number] and not look.prose:
            return BlockKind.DATE
        if is_byline(text) or _is_name_by_date(page, number, outlet_name):
            return BlockKind.BYLINE
    if page.headline is not None and number < page.headline and look.words <= SUBHEADING_WORDS:
        return BlockKind.KICKER
    if number < start and text.strip().casefold() == outlet_name.casefold():
        return BlockKind.KICKER
    if page.tags is not None and (kind := page.tags.kind[page.stretches[number].first]) is not None:
        return kind
    beginning = mend(text[:80])
    item = item_of(beginning)
    if item is not None and (item != beginning or not look.prose):
        return BlockKind.LIST_ITEM
    if look.prose and look.ends:
        return BlockKind.PARAGRAPH
    return _short_kind(page, number)


def _is_name_by_date(page: PageReading, number: int, outlet_name: str) -> bool:
    """A name alone between headline and prose, right beside the date line: the author."""
    if (
        page.headline is None
        or not page.headline < number < page.body[0]
        or not is_bare_name(page.stretches[number].text)
    ):
        return False
    beside = page.dated[number - 1] or (number + 1 < len(page.dated) and page.dated[number + 1])
    return beside and page.stretches[number].text.strip().casefold() != outlet_name.casefold()


def _short_kind(page: PageReading, number: int) -> BlockKind:
    """Tell captions and sub-headings from paragraphs."""
    look, text = page.shapes[number], page.stretches[number].text
    if look.words <= CAPTION_WORDS and (_CREDITED.match(text) or _is_captioned(page, number)):
        return BlockKind.CAPTION
    if look.words <= SUBHEADING_WORDS and not look.ends and _heads_prose(page, number):
        return BlockKind.SUBHEADING
    return BlockKind.PARAGRAPH


def _is_captioned(page: PageReading, number: int) -> bool:
    """Two short lines that hang together right above a paragraph; or a label above a quotation alone."""
    text = page.stretches[number].text
    if _touches(page, number, number + 1) and _WHOLLY_QUOTED.fullmatch(page.stretches[number + 1].text):
        return page.shapes[number].words <= SUBHEADING_WORDS
    if _WHOLLY_QUOTED.fullmatch(text) and _touches(page, number - 1, number):
        return page.shapes[number - 1].words <= SUBHEADING_WORDS
    return _in_pair(page, number) or _in_pair(page, number - 1)


def _in_pair(page: PageReading, number: int) -> bool:
    """Two short lines and a paragraph, with no blank line between: a picture's label and its caption."""
    if not (_touches(page, number, number + 1) and _touches(page, number + 1, number + 2)):
        return False
    if page.dated[number] or page.dated[number + 1] or number + 1 == page.headline or number == page.headline:
        return False
    short = all(
        page.shapes[one].words <= CAPTION_WORDS and not page.shapes[one].prose for one in (number, number + 1)
    )
    return short and page.shapes[number + 2].prose


def _touches(page: PageReading, number: int, following: int) -> bool:
    """Tell whether two stretches follow one another without a blank line."""
    if number < 0 or following >= len(page.stretches):
        return False
    return page.stretches[number].last + 1 == page.stretches[following].first


def _heads_prose(page: PageReading, number: int) -> bool:
    return number + 1 < len(page.stretches) and page.shapes[number + 1].prose
