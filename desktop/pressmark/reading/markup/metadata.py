"""What a page says of itself: JSON-LD, meta elements, itemprop, the first heading, by rules measured on saved pages."""

import re
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pressmark.dates import PartialDate
from pressmark.reading.markup.class_words import words_of
from pressmark.reading.markup.json_ld import is_article, objects, persons, text_of
from pressmark.reading.markup.printed_page import PrintedLine, PrintedPage
from pressmark.values import Metadata, Stated

LONGEST: Final = 400  # characters of a headline or a name
MOST_NAMES: Final = 12
LONGEST_BYLINE: Final = 90
# Lines around the headline in which a byline stands, and names in it.
BEFORE_HEADING, AFTER_HEADING, MOST_CLASSED = 6, 30, 4
_NO_SECTIONS: Final = frozenset(
    ("tags", "tag", "uncategorized", "homepage", "front page", "article", "articles")
)
_BYLINE_WORDS: Final = frozenset((
    "author", "authors", "byline", "autor", "autore", "auteur", "autoren", "contributor", "contributors",
    "writer", "reporter",
))  # fmt: skip
_NAME: Final = re.compile(
    r"[^\W\d_a-z][\w'’.-]*(?: (?:de|van|von|der|den|al|bin|da|del|di|la|le|dos|[^\W\d_a-z][\w'’.-]*)){1,4}"
)
_IDEOGRAPHS: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,8}")
_DAY: Final = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})")
_COMPACT_DAY: Final = re.compile(r"\s*(\d{4})(\d{2})(\d{2})(?!\d)")
_BETWEEN: Final = re.compile(r"\s+[|\-–—·»:]+\s+")
HEADLINE_WORDS, LONGEST_SITE = 3, 40
_SITE_TAIL: Final = re.compile(r"\s+[|\-–—·»:]\s+[^|\-–—·»:]{2,50}$")
_SAVED: Final = (
    (re.compile(r"saved from url=\(\d+\)(?P<address>\S+)"), "the browser's note of where it was saved from"),
    (re.compile(r"Page saved with SingleFile.*?url:\s*(?P<address>\S+)(?:.*?saved date:\s*(?P<day>[^\n]+))?", re.DOTALL),
     "SingleFile's note"),
    (re.compile(r"Mirrored from (?P<address>\S+) by HTTrack.*?(?:,\s*(?P<day>\w{3}, \d{2} \w{3} \d{4}))?"),
     "HTTrack's note"),
)  # fmt: skip
_MONTHS: Final = {
    name: n
    for n, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}
_WRITTEN_DAY: Final = re.compile(
    r"\b(?:(?P<m1>[A-Z][a-z]{2}) (?P<d1>\d{1,2})|(?P<d2>\d{1,2}) (?P<m2>[A-Z][a-z]{2})) (?P<year>\d{4})"
)
_DAY_META: Final = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "date.published", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "pubdate",
    "publishdate", "publish-date", "published_time", "sailthru.date", "parsely-pub-date",
    "cxenseparse:recs:publishtime", "article.published", "date", "published", "article_date_original",
)  # fmt: skip
_NAME_META: Final = (
    "author",
    "article:author_name",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "byl",
    "cxenseparse:author",
)


def metadata_of(parser: LexborHTMLParser, page: PrintedPage) -> Metadata:
    """Return what a page says of itself."""
    return _Reader(parser, page).read()


class _Reader:
    """Looks a page's head, its structured data and its marked elements up, each once."""

    def __init__(self, parser: LexborHTMLParser, page: PrintedPage) -> None:
        self._page = page
        self._meta: dict[str, str] = {}
        self._canonical = self._title = self._language = ""
        self._data: list[dict[str, Any]] = []
        for node in parser.css('meta, link[rel], title, html, script[type*="ld+json"]'):
            self._note(node)
        self._comments = _comments(parser)
        self._h1 = {number for number, tag in enumerate(page.tag) if tag == "h1"}
        self._article = next((one for one in self._data if is_article(one)), {})

    def _note(self, node: LexborNode) -> None:
        tag, attributes = node.tag, node.attributes
        if tag == "meta":
            name = (
                (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "")
                .strip()
                .lower()
            )
            content = (attributes.get("content") or "").strip()
            if name and content:
                self._meta.setdefault(name, content)
        elif tag == "link":
            if (attributes.get("rel") or "").lower() == "canonical" and attributes.get("href"):
                self._canonical = self._canonical or (attributes["href"] or "").strip()
        elif tag == "title":
            self._title = self._title or _plain(node.text())
        elif tag == "html":
            self._language = (attributes.get("lang") or attributes.get("xml:lang") or "").strip()
        else:
            self._data += objects(node.text())

    def read(self) -> Metadata:
        """Put together what was found."""
        saved = self._saved()
        return Metadata(
            headline=self._headline(),
            day=self._day(),
            names=self._names(),
            outlet=self._outlet(),
            section=self._section(),
            address=self._address() or saved[0],
            captured=saved[1],
            language=_stated(self._language, "the html element's lang"),
        )

    def _section(self) -> Stated | None:
        """Return the section, from where it says more than that the page has topics."""
        told = (self._meta.get("article:section"), text_of(self._article.get("articleSection")))
        named = (name for name in told if name and name.strip().lower() not in _NO_SECTIONS)
        return _stated(next(named, ""), "its section")

    # Headline

    def _headline(self) -> Stated | None:
        """Return the only h1, else JSON-LD's headline, else og:title without the site, else the first h1."""
        headings = self._headings()
        if len(headings) == 1:
            return Stated(headings[0], "the page's only h1")
        if told := _plain(text_of(self._article.get("headline"))):
            return Stated(told[:LONGEST], "JSON-LD headline")
        if told := self._without_site(_plain(self._meta.get("og:title", ""))):
            return Stated(told[:LONGEST], "og:title")
        if headings:
            return Stated(headings[0], "the page's first h1")
        return _stated(self._title_parts()[0], "the page's title")

    def _title_parts(self) -> tuple[str, str]:
        """Return the part of the page's title that is printed as a line of its own, and the part that is not: the site."""
        parts = [part for part in _BETWEEN.split(self._title) if part]
        printed = {line.text.casefold() for line in self._page.lines}
        found = [part for part in parts if part.casefold() in printed and len(part.split()) >= HEADLINE_WORDS]
        headline = found[0][:LONGEST] if found else ""
        rest = [part for part in parts if part != headline] if headline else []
        return headline, rest[-1] if rest and parts[-1] != headline else rest[0] if rest else ""

    def _headings(self) -> list[str]:
        page = self._page
        texts: dict[int, list[str]] = {}
        for line in page.lines:
            element = line.element
            while element >= 0:
                if page.tag[element] == "h1":
                    texts.setdefault(element, []).append(line.text)
                    break
                element = page.parent[element]
        return list(dict.fromkeys(" ".join(some)[:LONGEST] for some in texts.values()))

    def _without_site(self, title: str) -> str:
        site = _plain(self._meta.get("og:site_name", ""))
        tail = _SITE_TAIL.search(title)
        if tail and (
            not site
            or site.casefold() in tail[0].casefold()
            or tail[0].strip(" |-–—·»:").casefold() in site.casefold()
        ):
            return title[: tail.start()].strip()
        return title

    # Day

    def _day(self) -> Stated | None:
        article = self._article
        if (found := _as_day(text_of(article.get("datePublished")))) is not None:
            return Stated(found, "JSON-LD datePublished")
        for name in _DAY_META[:4]:
            if (found := _as_day(self._meta.get(name, ""))) is not None:
                return Stated(found, f"meta {name}")
        page = self._page
        for attributes in page.attributes:
            prop = (attributes.get("itemprop") or "").lower()
            told = attributes.get("datetime") or attributes.get("content") or ""
            if "datepublished" in prop and (found := _as_day(told)) is not None:
                return Stated(found, "itemprop datePublished")
        for name in _DAY_META[4:]:
            if (found := _as_day(self._meta.get(name, ""))) is not None:
                return Stated(found, f"meta {name}")
        for tag, attributes in zip(page.tag, page.attributes, strict=True):
            if tag == "time" and (found := _as_day(attributes.get("datetime") or "")) is not None:
                return Stated(found, "the first time element")
        return None

    # Names

    def _names(self) -> tuple[Stated, ...]:
        for found, where in (
            (list(persons(self._article.get("author"))), "JSON-LD author"),
            (self._marked_names(), "rel or itemprop author"),
            ([self._meta[name] for name in _NAME_META if name in self._meta][:1], "meta author"),
            (self._classed_names(), "an element classed as its byline"),
        ):
            names = [name for told in found for name in _split_names(told)]
            good = list(dict.fromkeys(name for name in names if self._is_person(name)))
            if good:
                return tuple(Stated(name, where) for name in good[:MOST_NAMES])
        return ()

    def _marked_names(self) -> list[str]:
        """Return the short lines in elements that are marked as the author's."""
        page = self._page
        marked = {
            number
            for number, attributes in enumerate(page.attributes)
            if "author" in (attributes.get("rel") or "").lower().split()
            or (attributes.get("itemprop") or "").lower() == "author"
        }
        return [
            line.text
            for line in page.lines
            if len(line.text) <= LONGEST_BYLINE and self._within(line, marked, 4)
        ][:MOST_NAMES]

    def _classed_names(self) -> list[str]:
        """Return what reads like names in the lines after the headline that are classed as a byline."""
        page = self._page
        marked = {
            number
            for number, attributes in enumerate(page.attributes)
            if _BYLINE_WORDS.intersection(
                words_of(f"{attributes.get('class') or ''} {attributes.get('data-testid') or ''}")
            )
        }
        heading = next((at for at, line in enumerate(page.lines) if self._within(line, self._h1, 4)), 0)
        near = page.lines[max(0, heading - BEFORE_HEADING) : heading + AFTER_HEADING]
        found = [
            line.text for line in near if len(line.text) <= LONGEST_BYLINE and self._within(line, marked, 4)
        ]
        names = [
            name
            for told in found
            for name in _split_names(told)
            if _NAME.fullmatch(name) and self._is_person(name)
        ]
        return names[:MOST_CLASSED]

    def _within(self, line: PrintedLine, elements: set[int], steps: int) -> bool:
        element = line.element
        for _ in range(steps):
            if element in elements:
                return True
            element = self._page.parent[element] if element >= 0 else -1
        return False

    def _is_person(self, name: str) -> bool:
        site = self._meta.get("og:site_name", "").casefold()
        plain = name.casefold()
        if not 2 <= len(name) <= 60 or "@" in name or "/" in name or any(c.isdigit() for c in name):
            return False
        if site and (plain in site or site in plain):
            return False
        words = len(name.split())
        whole = bool(_IDEOGRAPHS.fullmatch(name))  # names without a space between their parts
        return (whole or 2 <= words <= 5) and not _NO_PERSON.search(name)

    # The rest

    def _outlet(self) -> Stated | None:
        publisher = self._article.get("publisher")
        name = _plain(text_of(publisher.get("name"))) if isinstance(publisher, dict) else ""
        if site := _plain(self._meta.get("og:site_name", "")):
            return Stated(site[:80], "og:site_name")
        return _stated(name[:80], "JSON-LD publisher") or _stated(self._site_in_title(), "the page's title")

    def _site_in_title(self) -> str:
        site = self._title_parts()[1]
        return site if len(site) <= LONGEST_SITE else ""

    def _address(self) -> Stated | None:
        for value, where in ((self._canonical, "link canonical"), (self._meta.get("og:url", ""), "og:url")):
            if value.startswith(("http://", "https://")):
                return Stated(value, where)
        return None

    def _saved(self) -> tuple[Stated | None, Stated | None]:
        """Return the address and the day that the program wrote down which saved the page."""
        for pattern, where in _SAVED:
            for comment in self._comments:
                if match := pattern.search(comment):
                    day = _as_written_day(match.groupdict().get("day") or "")
                    return _stated(match["address"], where), _stated(day, where)
        return None, None


_NO_PERSON: Final = re.compile(
    r"\b(?:staff|news|press|reporters?|correspondents?|editors?|editorial|agency|agencies|reuters|afp|dpa|ansa|efe|tass|xinhua"
    r"|associated|redaktion|redacción|rédaction|redazione|redactie|newsroom|desk|team|magazine|network|online|daily|service|bureau"
    r"|admin|author|article|print|reviews?|the|journal|media|tv|radio|\.com|gmbh|inc)\b",
    re.IGNORECASE,
)


def _stated(value: str | None, where: str) -> Stated | None:
    return Stated(value, where) if value else None


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())


def _split_names(told: str) -> list[str]:
    plain = re.sub(r"^\s*(?:by|von|par|por|di|door|af|av)\s+", "", _plain(told), flags=re.IGNORECASE)
    plain = plain.split("|")[0]
    return [
        part.strip(" .,;:")
        for part in re.split(r"\s*(?:[,;&]|\b(?:and|und|et|y|e|og|och|en)\b)\s+", plain)
        if part.strip(" .,;:")
    ]


def _as_day(told: str) -> str | None:
    match = _DAY.match(told) or _COMPACT_DAY.match(told)
    if match is None:
        return None
    day = PartialDate.made(int(match[1]), int(match[2]), int(match[3]))
    return None if day is None or not 1800 <= int(match[1]) <= 2100 else str(day)


def _as_written_day(told: str) -> str:
    match = _WRITTEN_DAY.search(told)
    if match is None:
        return _as_day(told) or ""
    month = _MONTHS.get((match["m1"] or match["m2"]).lower())
    day = PartialDate.made(int(match["year"]), month, int(match["d1"] or match["d2"])) if month else None
    return str(day) if day else ""


def _comments(parser: LexborHTMLParser) -> list[str]:
    """Return the comments at the head of a page, where programs note what they saved."""
    found: list[str] = []
    root = parser.root
    before = root.prev if root is not None else None
    while before is not None:
        found.append(before.html or "")
        before = before.prev
    head = parser.html[:4000] if parser.html else ""
    return [*found, *re.findall(r"<!--(.*?)-->", head, re.DOTALL)]
