"""PDF documents with text: their lines in reading order, without running heads, feet and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pypdfium2

from pressmark.errors import FileUnreadable
from pressmark.values import Decoded, Metadata, Stated

MOST_PAGES: Final = 2_000
# A line that stands further from the one before than usual begins a paragraph, by so many parts of its height;
# so does one that is indented, and one in letters of another size.
APART: Final = 0.3
# The letters of a headline are so many times as large as those of most of the text.
LARGER: Final = 1.2
LONGEST_HEADLINE: Final = 250
INDENTED: Final = 0.6  # of a line's height
# Of a page, the share at its top and its foot in which a running line may stand; on so many pages it does.
EDGE: Final = 0.12
FEWEST_PAGES: Final = 2
_DIGITS: Final = re.compile(r"\d+")


@dataclass(slots=True)
class _Line:
    """A line of a page: its words, and where it stands, in points from the left and the foot; `high` are its letters.

    One that ends in a word that goes on in the next one has that one in it, too.
    """

    text: str
    left: float
    foot: float
    top: float
    high: float


def fits(data: bytes, _path: str) -> bool:
    """Tell whether a file is a PDF document; some begin with a few bytes of something else."""
    return b"%PDF-" in data[:1_024]


def read(data: bytes, _path: str, _override: str = "") -> Decoded:
    """Read the text of a document, a line for each printed one and a blank one between paragraphs."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise FileUnreadable(
                "The document is locked by a password. Save a copy without it, then try again."
            ) from error
        raise FileUnreadable("The document is damaged. Save it once more, or fetch it again.") from error
    try:
        if len(document) > MOST_PAGES:
            raise FileUnreadable(f"The document has {len(document):,} pages: it is no article. Split it up.")
        pages = [_page(document[number]) for number in range(len(document))]
    finally:
        document.close()
    running = _running(pages)
    text = "\n\n".join(_set(lines, height, running) for lines, height in pages if lines)
    if not text.strip():
        raise FileUnreadable("The pages of the document are pictures, without text. They are not read yet.")
    headline = _headline(pages[0][0]) if pages else ""
    said = Metadata(headline=Stated(headline, "the largest letters of its first page") if headline else None)
    return Decoded(text, "utf-8", "PDF documents tell their letters", None, said)


def _page(page: Any) -> tuple[list[_Line], float]:
    """Return the lines of a page in the order of its text, and the height of the page."""
    text_page = page.get_textpage()
    text = text_page.get_text_range(0, text_page.count_chars()) if text_page.count_chars() else ""
    lines: list[_Line] = []
    at = 0
    for printed in text.split("\n"):
        words = printed.rstrip("\r")
        letters = [at + number for number, letter in enumerate(words) if not letter.isspace()]
        at += len(printed) + 1
        if not letters:
            continue
        first, last = (text_page.get_charbox(number, loose=True) for number in (letters[0], letters[-1]))
        shown = words.replace("\ufffe", "").replace("\x02", "").strip()  # a hyphen at the end of a line
        lines.append(_Line(shown, first[0], last[1], first[3], max(first[3] - first[1], 1.0)))
    height = float(page.get_height())
    text_page.close()
    page.close()
    return lines, height


def _headline(lines: Sequence[_Line]) -> str:
    """Return the first lines in the largest letters of a page, where these are clearly larger than its others."""
    sizes = sorted(line.high for line in lines for _ in line.text)  # as often as there are letters
    largest = max((line.high for line in lines if any(map(str.isalpha, line.text))), default=0.0)
    if not sizes or largest < LARGER * sizes[len(sizes) // 2]:
        return ""
    large = [line.high > 0.95 * largest and any(map(str.isalpha, line.text)) for line in lines]
    first = large.index(True)
    last = next((number for number in range(first, len(lines)) if not large[number]), len(lines))
    found = " ".join(line.text for line in lines[first:last])
    return found if len(found) <= LONGEST_HEADLINE else ""


def _running(pages: Sequence[tuple[list[_Line], float]]) -> set[str]:
    """Return the lines at the edges of pages that stand on several of them, whatever their numbers."""
    met: Counter[str] = Counter()
    for lines, height in pages:
        met.update({_shape(line.text) for line in lines if _is_at_edge(line, height)})
    return {shape for shape, pages_with in met.items() if pages_with >= FEWEST_PAGES or shape == "#"}


def _is_at_edge(line: _Line, height: float) -> bool:
    return line.foot > height * (1 - EDGE) or line.top < height * EDGE


def _shape(text: str) -> str:
    return _DIGITS.sub("#", text.casefold()).strip(" -–—|·")


def _set(lines: list[_Line], height: float, running: set[str]) -> str:
    """Return a page's text, a blank line where a paragraph or a column begins."""
    kept = [line for line in lines if not (_is_at_edge(line, height) and _shape(line.text) in running)]
    gaps = sorted(one.foot - two.top for one, two in pairwise(kept) if abs(one.foot - two.top) < 3 * one.high)
    usual = gaps[len(gaps) // 4] if gaps else 0.0  # most lines of a page may begin a paragraph
    made: list[str] = []
    for number, line in enumerate(kept):
        before = kept[number - 1] if number else None
        if before is not None and _begins(before, line, kept, number, usual):
            made.append("")
        made.append(line.text)
    return "\n".join(made)


def _begins(before: _Line, line: _Line, lines: Sequence[_Line], number: int, usual: float) -> bool:
    """Tell whether a line begins a paragraph: a gap above it, another size, or an indent; a new column goes on."""
    if line.foot > before.top:  # further up the page: the next column
        return before.text.rstrip().endswith((".", "!", "?", "”", '"', "»", ":"))
    if before.foot - line.top > usual + APART * line.high or not 0.8 < line.high / before.high < 1.25:
        return True
    margin = min(
        one.left
        for one in lines[max(0, number - 4) : number + 5]
        if abs(one.left - line.left) < 6 * line.high
    )
    return line.left - margin > INDENTED * line.high and before.left - margin <= INDENTED * line.high
