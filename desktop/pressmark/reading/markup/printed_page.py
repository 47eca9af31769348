"""A parsed page, printed: its elements in order, and its lines as a person sees them, each with the element it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

# What is no text of the page.
LEFT_OUT: Final = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "iframe", "frame", "object", "applet", "audio", "video",
    "canvas", "map", "select", "datalist", "head", "rt", "rp", "-comment", "-doctype",
))  # fmt: skip
BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul", "button", "marquee",
))  # fmt: skip
# Elements with a blank line around them.
APART: Final = frozenset((
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "dl", "ul", "ol", "table", "figure", "hr",
    "section", "article",
))  # fmt: skip
BOLD: Final = frozenset(("b", "strong"))
AS_TYPED: Final = frozenset(("pre", "textarea", "listing", "xmp"))
CELLS: Final = frozenset(("td", "th"))
# A row of a table whose cells are so short is one line; longer cells are what a page of the nineties lays its text out with.
LONGEST_CELL: Final = 60
CELL_GAP: Final = "\t"
# Elements of a page beyond which nothing is read.
MOST_ELEMENTS: Final = 200_000
# What stands deeper counts to the element at this depth.
MOST_DEEP: Final = 300
_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
_HIDING: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class PrintedLine:
    """A line: its text, the element of its longest piece, how many characters of it are links or bold, how many links.

    `anchors` are its links: the words of each, and the element.
    """

    text: str
    element: int
    linked: int = 0
    bold: int = 0
    links: int = 0
    cell: int = -1
    gap: bool = False
    anchors: list[tuple[str, int]] = field(default_factory=list)


@dataclass(slots=True)
class PrintedPage:
    """The elements of a page in order, and its lines.

    An element has the number of the one around it (-1: none), its name, its attributes, and how deep it stands; one is
    `hidden` that the page does not show. `cut` tells that the page has more elements than are read.
    """

    parent: list[int] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    attributes: list[dict[str, str | None]] = field(default_factory=list)
    depth: list[int] = field(default_factory=list)
    hidden: list[bool] = field(default_factory=list)
    lines: list[PrintedLine] = field(default_factory=list)
    cut: bool = False


def print_page(parser: LexborHTMLParser) -> PrintedPage:
    """Return a parsed page with its lines; what scripts and styles say is left out."""
    page = PrintedPage()
    root = parser.root
    if root is not None:
        _Printer(page).run(root)
    return page


class _Printer:
    """Walks over a page's nodes in order; a block begins and ends a line."""

    def __init__(self, page: PrintedPage) -> None:
        self._page = page
        self._open: list[int] = []  # the elements that are open here, innermost last
        self._number: dict[int, int] = {}
        self._out: list[bool] = []  # by element: it and what is in it are no text
        self._anchor: list[int] = []  # by element: the link it stands in, -1 for none
        self._bold: list[bool] = []
        self._pre: list[bool] = []
        self._pieces: list[tuple[str, int]] = []
        self._links = 0
        self._gap = False

    def run(self, root: LexborNode) -> None:
        """Print the whole page."""
        page = self._page
        for node in _nodes(root):
            tag = node.tag
            above = node.parent
            around = self._number.get(above.mem_id, -1) if above is not None else -1
            if self._open and self._open[-1] != around:
                self._leave(around)
            if tag == "-text":
                if around >= 0 and not self._out[around]:
                    self._take(node.text_content or "", around)
                continue
            if len(page.parent) >= MOST_ELEMENTS:
                page.cut = True
                break
            if around >= 0 and page.depth[around] >= MOST_DEEP:
                self._number[node.mem_id] = around
            else:
                self._enter(node, tag or "", around)
        self._leave(-1)
        self._end()
        page.lines = _with_rows(page)

    def _enter(self, node: LexborNode, tag: str, around: int) -> None:
        page, number = self._page, len(self._page.parent)
        self._number[node.mem_id] = number
        attributes: dict[str, str | None] = node.attributes if tag[:1] != "-" else {}
        page.parent.append(around)
        page.tag.append(tag)
        page.attributes.append(attributes)
        page.depth.append(page.depth[around] + 1 if around >= 0 else 0)
        hides = bool(attributes) and (
            "hidden" in attributes
            or ("style" in attributes and bool(_HIDING.search(attributes["style"] or "")))
        )
        inside = around >= 0
        page.hidden.append(hides or (inside and page.hidden[around]))
        self._out.append(tag in LEFT_OUT or (inside and self._out[around]))
        self._anchor.append(number if tag == "a" else self._anchor[around] if inside else -1)
        self._bold.append(tag in BOLD or (inside and self._bold[around]))
        self._pre.append(tag in AS_TYPED or (inside and self._pre[around]))
        self._open.append(number)
        if self._out[number]:
            return
        if tag in BLOCKS:
            self._end()
            self._gap = self._gap or tag in APART
        elif tag == "br":
            self._end()
        elif tag == "a":
            self._links += 1

    def _leave(self, around: int) -> None:
        """End the elements that do not hold what comes now."""
        while self._open and self._open[-1] != around:
            number = self._open.pop()
            tag = self._page.tag[number]
            if tag in BLOCKS and not self._out[number]:
                self._end()
                self._gap = self._gap or tag in APART

    def _take(self, text: str, element: int) -> None:
        if self._pre[element] and "\n" in text:
            first, *rest = text.split("\n")
            self._pieces.append((first, element))
            for line in rest:
                self._end()
                self._pieces.append((line, element))
        elif text:
            self._pieces.append((text, element))

    def _end(self) -> None:
        """End the line."""
        pieces, self._pieces = self._pieces, []
        links, self._links = self._links, 0
        if not pieces:
            return
        text = _SPACE.sub(" ", "".join([piece for piece, _ in pieces]).replace("\xad", "")).strip(" ")
        if not text.strip():
            return
        longest = max(pieces, key=lambda piece: len(piece[0].strip()))[1]
        line = PrintedLine(text, longest, links=links, cell=self._cell(longest), gap=self._gap)
        for piece, element in pieces:
            size = len(piece.strip())
            if (anchor := self._anchor[element]) >= 0:
                line.linked += size
                self._take_anchor(line.anchors, piece, anchor)
            line.bold += size if self._bold[element] else 0
        line.linked, line.bold = min(line.linked, len(text)), min(line.bold, len(text))
        self._page.lines.append(line)
        self._gap = False

    def _take_anchor(self, anchors: list[tuple[str, int]], piece: str, anchor: int) -> None:
        """Add the words of a link to those of a line; a link may be made of several pieces."""
        before = ""
        if anchors and anchors[-1][1] == anchor:
            before = anchors.pop()[0]
        anchors.append((before + piece, anchor))

    def _cell(self, element: int) -> int:
        """Return the cell of a table in which an element stands with nothing but words around it; -1 for none."""
        page = self._page
        while element >= 0:
            tag = page.tag[element]
            if tag in CELLS:
                return element
            if tag in BLOCKS:
                return -1
            element = page.parent[element]
        return -1


def _nodes(root: LexborNode) -> Iterator[LexborNode]:
    yield from root.traverse(include_text=True)


def _with_rows(page: PrintedPage) -> list[PrintedLine]:
    """Put the short cells of a row of a table into one line."""
    found: list[PrintedLine] = []
    row: list[PrintedLine] = []

    def close() -> None:
        cells = {line.cell for line in row}
        if len(cells) > 1 and len(cells) == len(row) and all(len(line.text) <= LONGEST_CELL for line in row):
            joined = PrintedLine(CELL_GAP.join(line.text for line in row), row[0].element, gap=row[0].gap)
            joined.linked, joined.bold = sum(one.linked for one in row), sum(one.bold for one in row)
            joined.links = sum(one.links for one in row)
            joined.anchors = [anchor for one in row for anchor in one.anchors]
            found.append(joined)
        else:
            found.extend(row)
        row.clear()

    for line in page.lines:
        around = page.parent[line.cell] if line.cell >= 0 else -1
        if row and (around < 0 or page.parent[row[0].cell] != around):
            close()
        if around >= 0:
            row.append(line)
        else:
            found.append(line)
    close()
    return found
