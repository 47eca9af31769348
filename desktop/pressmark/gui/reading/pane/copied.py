"""A selection of the reader as the clipboard takes it: plain text, and paragraphs without colours or typefaces."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby, pairwise

from PySide6.QtGui import QTextDocument

from pressmark.gui.look.utf16 import cut
from pressmark.gui.reading.pane.document import is_right_to_left
from pressmark.gui.reading.pane.entries import Entry, EntryKind
from pressmark.values import BlockKind

_ADDRESS = re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]’”]")
Part = tuple[Entry, str]


def copied(entries: Sequence[Entry], document: QTextDocument, start: int, end: int) -> tuple[str, str]:
    """Return characters [start, end) of the reader's document as plain text and as HTML.

    The words over runs of set-aside lines are the program's, and are left out unless nothing else is selected. Colours
    and typefaces are the reader's: whoever pastes has their own.
    """
    chosen = list(_parts(entries, document, start, end))
    parts = [part for part in chosen if not part[0].is_run] or chosen
    if not parts:
        return "", ""
    if len(parts) == 1:
        entry, text = parts[0]
        return text, _inline(entry, text)
    return _plain(parts), "".join(_blocks(parts))


def _parts(entries: Sequence[Entry], document: QTextDocument, start: int, end: int) -> Iterator[Part]:
    """Yield the entries that a selection touches, each with the part of its text that is selected."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end and block.blockNumber() < len(entries):
        text = cut(block.text(), start - block.position(), end - block.position())
        entry = entries[block.blockNumber()]
        if text.strip() and entry.kind is not EntryKind.PICTURES:
            yield entry, text.replace("\u2028", "\n")
        block = block.next()


def _plain(parts: Sequence[Part]) -> str:
    """Set paragraphs apart by an empty line; items of a list, and set-aside lines, follow one another."""
    made = parts[0][1]
    for (before, _), (entry, text) in pairwise(parts):
        close = _role(before) == _role(entry) in ("li", "aside")
        made += ("\n" if close else "\n\n") + text
    return made


def _blocks(parts: Sequence[Part]) -> Iterator[str]:
    for role, group in groupby(parts, key=lambda part: _role(part[0])):
        inside = "".join(_element("p" if role in ("quote", "aside") else role, *part) for part in group)
        around = {"li": "ul", "quote": "blockquote"}.get(role)
        yield f"<{around}>{inside}</{around}>" if around else inside


def _role(entry: Entry) -> str:
    """Return what an entry is in the copied text: an element of HTML, "quote" or "aside"."""
    if entry.kind is EntryKind.HEADLINE:
        return "h1"
    if entry.kind is EntryKind.ASIDE:
        return "aside"
    if entry.kind is not EntryKind.TEXT:
        return "p"
    of = {
        BlockKind.SUBHEADING: "h2",
        BlockKind.LIST_ITEM: "li",
        BlockKind.PULL_QUOTE: "quote",
        BlockKind.POST: "quote",
    }
    return of.get(entry.of, "p")


def _element(name: str, entry: Entry, text: str) -> str:
    direction = ' dir="rtl"' if is_right_to_left(text) else ""
    return f"<{name}{direction}>{_inline(entry, text)}</{name}>"


def _inline(entry: Entry, text: str) -> str:
    """Return a text as HTML: its addresses are links, and a pull quote is in italics."""
    made, last = "", 0
    for match in _ADDRESS.finditer(text):
        address = escape(match[0])
        made += escape(text[last : match.start()]) + f'<a href="{address}">{address}</a>'
        last = match.end()
    made = (made + escape(text[last:])).replace("\n", "<br>")
    italic = entry.kind is EntryKind.TEXT and entry.of is BlockKind.PULL_QUOTE and not entry.note
    return f"<i>{made}</i>" if italic else made
