"""A parsed page, printed: its elements in order, and its lines as a person sees them, each with the element it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

# What is no text of the page.
LEFT_OUT: Final = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "iframe", "frame", "object", "applet", "audio", "video",
    "canvas", "map", "select", "datalist", "head", "rt", "rp", "-comment", "-doctype",
))  # fmt: skip
# ... and what is passed over with all that is in it: nothing is asked of it later, as of the pictures in a noscript.
PASSED_OVER: Final = frozenset((
    "script", "style", "template", "svg", "math", "iframe", "object", "applet", "canvas", "map", "select", "datalist",
    "-comment", "-doctype",
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
TELLING: Final = LEFT_OUT | BOLD | AS_TYPED | {"a"}  # elements that say something of all that is in them
# A row of a table whose cells are so short is one line; longer cells are what a page of the nineties lays its text out with.
LONGEST_CELL: Final = 60
CELL_GAP: Final = "\t"
# Elements of a page beyond which nothing is read.
MOST_ELEMENTS: Final = 200_000
# What stands deeper counts to the element at this depth.
MOST_DEEP: Final = 300
BLANKS: Final = " \t\n\r\f"
_SPACE: Final = re.compile(rf"[{BLANKS}]+")
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


class _Inside(NamedTuple):
    """What an element stands in: what is no text, a link (its element, -1 for none), bold, what stays as it was typed."""

    out: bool = False
    link: int = -1
    bold: bool = False
    typed: bool = False


class _Printer:
    """Walks over a page's nodes in order; a block begins and ends a line."""

    def __init__(self, page: PrintedPage) -> None:
        self._page = page
        self._open: list[int] = []  # the elements that are open here, innermost last
        self._number: dict[int, int] = {}
        self._inside: list[_Inside] = []  # by element
        self._pieces: list[tuple[str, int]] = []
        self._links = 0
        self._gap = False

    def run(self, root: LexborNode) -> None:
        """Print the whole page."""
        page, numbers, opened, inside = self._page, self._number, self._open, self._inside
        for node in _nodes(root):
            above = node.parent
            around = numbers.get(above.mem_id, -1) if above is not None else -1
            tag = node.tag
            if tag in PASSED_OVER or (around < 0 and numbers):
                continue
            if opened and opened[-1] != around:
                self._leave(around)
            if tag == "-text":
                if around >= 0 and not inside[around].out:
                    text = node.text_content or ""
                    if self._pieces or text.strip(BLANKS):
                        self._take(text, around)
                continue
            if len(page.parent) >= MOST_ELEMENTS:
                page.cut = True
                break
            if around >= 0 and page.depth[around] >= MOST_DEEP:
                numbers[node.mem_id] = around
            else:
                self._enter(node, tag or "", around)
        self._leave(-1)
        self._end()
        page.lines = _with_rows(page)

    def _enter(self, node: LexborNode, tag: str, around: int) -> None:
        page, number = self._page, len(self._page.parent)
        self._number[node.mem_id] = number
        attributes: dict[str, str | None] = node.attributes
        page.parent.append(around)
        page.tag.append(tag)
        page.attributes.append(attributes)
        hides = bool(attributes) and (
            "hidden" in attributes
            or ("style" in attributes and bool(_HIDING.search(attributes["style"] or "")))
        )
        if around >= 0:
            page.depth.append(page.depth[around] + 1)
            page.hidden.append(hides or page.hidden[around])
            inside = self._inside[around]
        else:
            page.depth.append(0)
            page.hidden.append(hides)
            inside = _NOWHERE
        if tag in TELLING:
            inside = _Inside(
                inside.out or tag in LEFT_OUT,
                number if tag == "a" else inside.link,
                inside.bold or tag in BOLD,
                inside.typed or tag in AS_TYPED,
            )
        self._inside.append(inside)
        self._open.append(number)
        if inside.out:
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
        opened = self._open
        while opened and opened[-1] != around:
            number = opened.pop()
            tag = self._page.tag[number]
            if tag in BLOCKS and not self._inside[number].out:
                self._end()
                self._gap = self._gap or tag in APART

    def _take(self, text: str, element: int) -> None:
        if self._inside[element].typed and "\n" in text:
            first, *rest = text.split("\n")
            self._pieces.append((first, element))
            for line in rest:
                self._end()
                self._pieces.append((line, element))
        elif text:
            self._pieces.append((text, element))

    def _end(self) -> None:
        """End the line."""
        links, self._links = self._links, 0
        if not self._pieces:
            return
        pieces, self._pieces = self._pieces, []
        text = _SPACE.sub(" ", "".join([piece for piece, _ in pieces]).replace("\xad", "")).strip(" ")
        if not text.strip():
            return
        longest = pieces[0][1] if len(pieces) == 1 else max(pieces, key=_letters)[1]
        line = PrintedLine(text, longest, links=links, cell=self._cell(longest), gap=self._gap)
        for piece, element in pieces:
            inside = self._inside[element]
            if inside.link >= 0 or inside.bold:
                size = len(piece.strip())
                if inside.link >= 0:
                    line.linked += size
                    self._take_anchor(line.anchors, piece, inside.link)
                line.bold += size if inside.bold else 0
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


_NOWHERE: Final = _Inside()


def _letters(piece: tuple[str, int]) -> int:
    return len(piece[0].strip())


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
