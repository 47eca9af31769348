"""What a page leads to besides its text: the links in it, and the pictures that lie in its file or beside it."""

import re
import zlib
from collections.abc import Sequence
from itertools import accumulate
from typing import Final
from urllib.parse import unquote

import numpy as np

from pressmark.reading.markup.evidence import Evidence
from pressmark.reading.markup.places import speaks_against
from pressmark.reading.markup.printed_page import PrintedPage
from pressmark.values import Link, Picture

MOST_LINKS: Final = 400
MOST_PICTURES: Final = 60
# Log-odds of a line to be article text below which its links are those of the site.
LEAST_ODDS: Final = -3.0
# A picture that is to be so small is a button, a portrait of the author, or counts visitors.
LEAST_PIXELS: Final = 90
# The address of data that is shorter holds the place of a picture that a script would have brought.
LEAST_DATA: Final = 1_500
LONGEST_WORDS: Final = 300
SOURCES: Final = ("src", "data-src", "data-original", "data-lazy-src")
PIXELS: Final = re.compile(r"\s*([0-9]{1,5})(?:\.[0-9]+)?\s*(?:px)?\s*")
DATA: Final = "data:"
_SCHEME: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_SPACE: Final = re.compile(r"\s+")


def links_of(page: PrintedPage, odds: Sequence[float], number: Sequence[int]) -> tuple[Link, ...]:
    """Return the links in what may be the article's text; `number` has the line of the text for each line of the page."""
    found: list[Link] = []
    for at, line in enumerate(page.lines):
        if not line.anchors or odds[at] < LEAST_ODDS:
            continue
        for words, element in line.anchors:
            address = (page.attributes[element].get("href") or "").strip()
            shown = _SPACE.sub(" ", words.replace("\xad", "")).strip()
            if any(map(str.isalnum, shown)) and _leads_on(address):
                found.append(Link(number[at], shown, address))
    return tuple(found[:MOST_LINKS])


def _leads_on(address: str) -> bool:
    """Tell whether an address is that of another page."""
    scheme = _SCHEME.match(address)
    return (
        bool(address)
        and address[0] not in "#?"
        and (scheme is None or scheme[0].lower() in ("http:", "https:"))
    )


def pictures_of(page: PrintedPage, evidence: Evidence, number: Sequence[int]) -> tuple[Picture, ...]:
    """Return the pictures among the lines of a page that its file holds, or that may lie beside it."""
    elements = [at for at, tag in enumerate(page.tag) if tag == "img" and not page.hidden[at]]
    if not elements or not page.lines:
        return ()
    against = speaks_against(evidence)
    # A line stands where its longest piece does; what comes later on the page never stands before it.
    places = list(accumulate((line.element for line in page.lines), max))
    found: dict[str, Picture] = {}
    for element in elements:
        source = _source(page.attributes[element])
        if source and source not in found and not against[element]:
            words = _SPACE.sub(" ", page.attributes[element].get("alt") or "").strip()[:LONGEST_WORDS]
            before = min(int(np.searchsorted(places, element, "right")), len(page.lines) - 1)
            found[source] = Picture(number[before], source, words)
    return tuple(found.values())[:MOST_PICTURES]


def _source(attributes: dict[str, str | None]) -> str:
    """Return where the picture of an element is, "" for one that is elsewhere or no picture of an article."""
    for name in ("width", "height"):
        told = PIXELS.fullmatch(attributes.get(name) or "")
        if told and int(told[1]) < LEAST_PIXELS:
            return ""
    for name in SOURCES:
        address = (attributes.get(name) or "").strip()
        if address[: len(DATA)].lower() == DATA:
            if len(address) >= LEAST_DATA and address[:16].lower().startswith("data:image/"):
                return data_source(address)
        elif address and address[0] not in "/#" and not _SCHEME.match(address):
            path = unquote(address.partition("?")[0].partition("#")[0])
            if path:
                return path
    return ""


def data_source(address: str) -> str:
    """Return by what a picture is known whose address holds it."""
    return f"{DATA}{zlib.crc32(address.encode('utf-8', 'surrogatepass')):08x}"
