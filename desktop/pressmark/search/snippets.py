"""The lines of an article that show why it was found, and how many hits it has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pressmark.search.hit_marks import Spot, count, marks, spots
from pressmark.search.query_terms import Terms
from pressmark.values import Block, BlockKind, Snippet, Span

__all__ = ["Glance", "count_hits", "glance", "marks", "snippets"]

SNIPPET_LENGTH = 160
"""Characters of a snippet: two lines of the result list."""
BEFORE_HIT = 40
"""Characters shown before the first hit."""
_REACH = 24
"""Characters within which a cut is moved to the next space."""
_MOST_WINDOWS = 200
"""Hits of a block that are tried as the beginning of a snippet."""
_DOTS = "…"


@dataclass(frozen=True, slots=True)
class Glance:
    """An article at a glance: its best lines, and its hits in article text and in set-aside text."""

    snippets: tuple[Snippet, ...]
    hits: int
    hits_set_aside: int


@dataclass(frozen=True, slots=True)
class _Window:
    block: Block
    start: int
    end: int
    spots: tuple[Spot, ...]

    @property
    def numbers(self) -> frozenset[int]:
        return frozenset(number for _, _, number in self.spots)


def snippets(blocks: Iterable[Block], terms: Terms, limit: int = 2) -> tuple[Snippet, ...]:
    """Return the pieces of text that show the most words of the query, in the article's order."""
    return glance(blocks, terms, limit).snippets


def count_hits(blocks: Iterable[Block], terms: Terms) -> tuple[int, int]:
    """Return the hits in article text and in set-aside text."""
    seen = glance(blocks, terms, 0)
    return seen.hits, seen.hits_set_aside


def glance(blocks: Iterable[Block], terms: Terms, limit: int = 2) -> Glance:
    """Return snippets and numbers of hits in one go; set-aside text is shown only when no other has a hit."""
    kept: list[tuple[Block, list[Spot]]] = []
    aside: list[tuple[Block, list[Spot]]] = []
    first: Block | None = None
    lines = []
    for block in blocks:
        if block.set_aside:
            lines.append(block)
            continue
        if first is None and block.kind is BlockKind.PARAGRAPH:
            first = block
        found = spots(block.text, terms)
        if found:
            kept.append((block, found))
    hits = sum(len(found) for _, found in kept)
    if kept and not any(term.row for term in terms.terms):
        # A page has many short lines set aside: all of them together are counted several times quicker.
        hits_aside = count("\n\n".join(block.text for block in lines), terms)
    else:
        aside = [(block, found) for block in lines if (found := spots(block.text, terms))]
        hits_aside = sum(len(found) for _, found in aside)
    shown = _best(kept or aside, limit)
    if not shown and first is not None and limit:
        shown = [_Window(first, 0, _cut_after(first.text, SNIPPET_LENGTH), ())]
    return Glance(tuple(map(_snippet, shown)), hits, hits_aside)


def _best(rows: Sequence[tuple[Block, list[Spot]]], limit: int) -> list[_Window]:
    """Choose windows one by one, each for the words not yet shown; the headline only in need."""
    body = [row for row in rows if row[0].kind is not BlockKind.HEADLINE]
    windows = [_window(block, found) for block, found in body or rows]
    chosen: list[_Window] = []
    shown: frozenset[int] = frozenset()
    while windows and len(chosen) < limit:
        best = max(
            windows,
            key=lambda window: (len(window.numbers - shown), len(window.numbers), len(window.spots)),
        )
        windows.remove(best)
        chosen.append(best)
        shown |= best.numbers
    return sorted(chosen, key=lambda window: (window.block.first_line, window.start))


def _window(block: Block, found: list[Spot]) -> _Window:
    """Return the stretch of a block with the most query words in it."""
    best: tuple[int, int, int] = (0, 0, 0)
    last = 0
    for first in range(min(len(found), _MOST_WINDOWS)):
        start = max(0, found[first][0] - BEFORE_HIT)
        last = max(last, first + 1)
        while last < len(found) and found[last][1] <= start + SNIPPET_LENGTH:
            last += 1
        numbers = len({number for _, _, number in found[first:last]})
        if (numbers, last - first) > best[:2]:
            best = numbers, last - first, first
    anchor = found[best[2]]
    start = _cut_before(block.text, max(0, anchor[0] - BEFORE_HIT), anchor[0])
    end = _cut_after(block.text, max(start + SNIPPET_LENGTH, min(anchor[1], start + 2 * SNIPPET_LENGTH)))
    return _Window(block, start, end, tuple(spot for spot in found if spot[0] >= start and spot[1] <= end))


def _cut_before(text: str, start: int, hit: int) -> int:
    """Move the beginning of a snippet to the beginning of a word."""
    if start == 0:
        return 0
    space = text.find(" ", start - 1, min(hit, start + _REACH))
    return space + 1 if space >= 0 else start


def _cut_after(text: str, end: int) -> int:
    """Move the end of a snippet to the end of a word."""
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", end - _REACH, end + 1)
    return space if space > 0 else end


def _snippet(window: _Window) -> Snippet:
    """Cut the text, its line breaks made spaces, with dots where something was left out."""
    block, start, end = window.block, window.start, window.end
    before = _DOTS if start else ""
    text = before + block.text[start:end].replace("\n", " ") + (_DOTS if end < len(block.text) else "")
    shift = len(before) - start
    spans = tuple(Span(low + shift, high + shift, str(number)) for low, high, number in window.spots)
    line = block.first_line + block.text.count("\n", 0, start)
    return Snippet(text, spans, min(line, block.last_line), block.set_aside)
