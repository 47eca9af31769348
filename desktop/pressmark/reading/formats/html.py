"""Saved web pages: HTML of any age, XHTML, pages saved in one file. Nothing in them is executed or fetched."""

import codecs
import re
from itertools import accumulate
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from pressmark.errors import FileUnreadable
from pressmark.reading.decode import decode, harmless
from pressmark.reading.file_signatures import kind_of
from pressmark.reading.line_ends import with_line_feeds
from pressmark.reading.markup.elements import elements_of
from pressmark.reading.markup.evidence import Evidence, lines_as_arrays
from pressmark.reading.markup.json_ld import body_of
from pressmark.reading.markup.leads import links_of, pictures_of
from pressmark.reading.markup.metadata import metadata_of
from pressmark.reading.markup.places import kinds_of, places_of
from pressmark.reading.markup.printed_page import MOST_ELEMENTS, PrintedPage, print_page
from pressmark.reading.markup.tag_model import tag_model
from pressmark.values import Decoded, Tags

ENDINGS: Final = ("html", "htm", "xhtml", "xht", "shtml")
LOOKED_AT: Final = 20_000  # bytes in which it is told whether a file is a page
TAGS_OF_A_PAGE: Final = 3
# More is no page that anybody reads; it would take gigabytes as a tree.
MOST_BYTES: Final = 50_000_000
_BEGINS: Final = re.compile(
    rb"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|title|meta|frameset)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG: Final = re.compile(
    rb"</?(?:p|div|a|span|br|table|td|h[1-6]|ul|li|img|font|b|i|center|title|meta|body|head)\b[^<>]*>",
    re.IGNORECASE,
)
_CHARSET: Final = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:-]{3,30})""", re.IGNORECASE)
_XML_ENCODING: Final = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:-]{3,30})""", re.IGNORECASE)
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What pages that declare the one are written in (WHATWG Encoding Standard).
_MEANT: Final = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "euc_kr": "cp949", "shift_jis": "cp932", "tis-620": "cp874",
    "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8",
}  # fmt: skip
BROKEN_AT_MOST: Final = 1_000  # characters for each broken one, for a declared encoding to be believed
_REFRESH: Final = re.compile(r"""\s*[\d.]*\s*;\s*url\s*=\s*["']?([^"'\s]+)""", re.IGNORECASE)
_CONSENT: Final = re.compile(
    r"before you continue|bevor (?:du|sie) fortf|avant de continuer|antes de continuar|privacy gate|\bconsent\b|zustimmung",
    re.IGNORECASE,
)
_ERROR: Final = re.compile(
    r"\b(?:404|403|410|500|502|503)\b|not found|access denied|forbidden|just a moment|attention required|page unavailable"
    r"|seite nicht gefunden|page introuvable|página no encontrada|страница не найдена|captcha|are you a robot",
    re.IGNORECASE,
)
# Elements that begin and never end; those that need no end are not counted.
MOST_UNCLOSED: Final = 10_000
_NESTING: Final = re.compile(
    r"<(/?)(?:div|span|b|i|u|em|strong|font|a|section|article|blockquote|table|ul|ol|form|center|small|big)\b",
    re.IGNORECASE,
)
# A page that shows fewer words may tell its article only to machines; such a text is article for sure (log-odds).
FEW_WORDS, SURE = 60, 6.0
# A page of more words is no mere error, log-in or question on cookies.
OTHER_WORDS: Final = 120


def fits(data: bytes, path: str) -> bool:
    """Tell whether a file is a page of tags: by its beginning, or by its name and some tags in it."""
    head = data[:LOOKED_AT]
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            head = head[len(mark) :].decode(encoding, "replace").encode("utf-8", "replace")
            break
    if kind_of(data):
        return False
    if _BEGINS.match(head[:4_000]):
        return True
    named = path.rpartition(".")[2].lower() in ENDINGS
    return named and len(_TAG.findall(head)) >= TAGS_OF_A_PAGE


def read(data: bytes, _path: str, override: str = "") -> Decoded:
    """Read a page: its lines with what the tags tell of each, and what it says of itself.

    Raises FileUnreadable for a page without text, and for one that is only an error of its site or frames.
    """
    if len(data) > MOST_BYTES:
        raise FileUnreadable(
            f"The page is too large: {len(data):,} bytes. Pressmark reads pages of up to {MOST_BYTES:,}."
        )
    text, encoding, reason = decoded(data, override)
    _refuse_depth(text)
    parser = LexborHTMLParser(text)
    page = print_page(parser)
    if page.cut:
        raise FileUnreadable(
            f"The page has more than {MOST_ELEMENTS:,} elements: it is no article. Split it up."
        )
    metadata = metadata_of(parser, page)
    body = body_of(parser) if _words(page) < FEW_WORDS else []
    if not page.lines and not body:
        raise FileUnreadable(_why_empty(parser, text))
    if not body:
        _refuse_others(parser, page)
    evidence = Evidence(elements_of(page), lines_as_arrays(page.lines))
    odds = tag_model().odds(evidence)
    number = list(accumulate((1 + bool(at and line.gap) for at, line in enumerate(page.lines)), initial=-1))[
        1:
    ]
    links, pictures = links_of(page, odds.tolist(), number), pictures_of(page, evidence, number)
    lines, tags = _lines(page), _tags(page, odds.tolist(), evidence)
    if body:  # the page shows it by a script, which is not run
        lines += ["", *(harmless(line) for line in body)]
        tags = Tags(
            (*tags.odds, 0.0, *(SURE for _ in body)),
            (*tags.kind, None, *(None for _ in body)),
            (*tags.place, None, *(None for _ in body)),
        )
    return Decoded("\n".join(lines), encoding, reason, tags, metadata, links, pictures)


def _words(page: PrintedPage) -> int:
    return sum(len(line.text.split()) for line in page.lines)


def decoded(data: bytes, override: str) -> tuple[str, str, str]:
    """Return the text of a page, its encoding and why that one: a mark, what the page declares, what its bytes say."""
    if override or any(data.startswith(mark) for mark, _ in _MARKS):
        found = decode(data, override)
        return found.text, found.encoding, found.reason
    for pattern, where in ((_CHARSET, "meta charset"), (_XML_ENCODING, "XML declaration")):
        if match := pattern.search(data[:LOOKED_AT]):
            told = match[1].decode("ascii", "replace")
            try:
                name = codecs.lookup(told).name
                name = _MEANT.get(name, name)
                text = data.decode(name, "replace")
            except (LookupError, ValueError):
                continue
            if text.count("\ufffd") * BROKEN_AT_MOST <= len(text) or text.count("\ufffd") <= 1:
                return with_line_feeds(text), codecs.lookup(name).name, f"the page declares {told} ({where})"
    found = decode(data, "")
    return found.text, found.encoding, found.reason


def _lines(page: PrintedPage) -> list[str]:
    """Return the lines, with a blank one where one stands on the page."""
    lines: list[str] = []
    for number, line in enumerate(page.lines):
        if number and line.gap:
            lines.append("")
        lines.append(harmless(" ".join(line.text.splitlines())))
    return lines


def _tags(page: PrintedPage, odds: list[float], evidence: Evidence) -> Tags:
    """Return what the tags tell of each of `_lines`, the blank ones too."""
    told = zip(page.lines, odds, kinds_of(evidence), places_of(evidence), strict=True)
    all_odds, kinds, places = [], [], []
    for number, (line, odd, kind, place) in enumerate(told):
        for entry in ((0.0, None, None),) * bool(number and line.gap) + ((odd, kind, place),):
            all_odds.append(entry[0])
            kinds.append(entry[1])
            places.append(entry[2])
    return Tags(tuple(all_odds), tuple(kinds), tuple(places))


def _refuse_depth(text: str) -> None:
    """Raise FileUnreadable for a page whose elements stand in one another by the thousands.

    Every parser that goes by the HTML standard looks up all of them at each new one: 100,000 take half a minute.
    """
    if text.count("<") - 2 * text.count("</") < MOST_UNCLOSED:
        return
    opened = sum(1 if match[1] == "" else -1 for match in _NESTING.finditer(text))
    if opened > MOST_UNCLOSED:
        raise FileUnreadable(
            f"The page is damaged: {opened:,} of its elements begin and never end. Save it once more from a browser."
        )


def _why_empty(parser: LexborHTMLParser, text: str) -> str:
    frames = [node.attributes.get("src") or "" for node in parser.css("frame[src], iframe[src]")][:3]
    if frames:
        return f"The page only divides the window into frames; its text stands in {', '.join(frames)}."
    for node in parser.css("meta[http-equiv][content]"):
        match = _REFRESH.match(node.attributes.get("content") or "")
        if match and (node.attributes.get("http-equiv") or "").lower() == "refresh":
            return f"The page only leads on to {match[1][:200]}. Save that one."
    if not text.strip():
        return "The file holds nothing but blanks and line ends. There is nothing to read in it."
    return (
        "The page has no text: what it showed was written by its scripts, which are not run. "
        "Save it once more from a browser."
    )


def _refuse_others(parser: LexborHTMLParser, page: PrintedPage) -> None:
    """Raise FileUnreadable for what a site shows in place of an article: an error, its log-in, its question on cookies."""
    if _words(page) > OTHER_WORDS:
        return
    title = parser.css_first("title")
    told = " ".join((title.text() if title is not None else "").split())
    for pattern, what in ((_ERROR, "an error"), (_CONSENT, "its question on cookies")):
        if told and pattern.search(told):
            raise FileUnreadable(f"The site answered with {what} in place of the article: “{told[:80]}”.")
    if parser.css_first('input[type="password"]') is not None:
        raise FileUnreadable(
            "The site asked for a log-in in place of the article. Save the page once you are logged in."
        )
