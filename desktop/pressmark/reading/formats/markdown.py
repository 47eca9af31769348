"""Markdown, as web clippers and note books write it: front matter, headings, links."""

import re
from typing import Final

from pressmark.reading.decode import decode
from pressmark.values import Decoded, Link, Metadata, Stated

ENDINGS: Final = (".md", ".markdown", ".mdown")
_FRONT: Final = re.compile(r"\ufeff?---\s*\n(.*?)\n(?:---|\.\.\.)\s*(?:\n|$)", re.DOTALL)
_FIELD: Final = re.compile(r"^([A-Za-z_-]+):\s*(.*(?:\n\s+-?\s?.*)*)$", re.MULTILINE)
_LINK: Final = re.compile(r"!?\[([^\]\n]*)\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
_MARKS: Final = (
    (re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$"), r"\1"), (re.compile(r"^\s{0,3}>\s?"), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=\S)(.+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"`([^`]+)`"), r"\1"), (re.compile(r"\\([\\`*_{}\[\]()#+.!>-])"), r"\1"),
)  # fmt: skip
_NAMES: Final = {
    "headline": ("title", "headline"), "day": ("published", "date", "created"), "names": ("author", "authors", "byline"),
    "outlet": ("site", "publisher", "publication", "outlet", "source_name"), "section": ("section", "category"),
    "address": ("source", "url", "link", "canonical"), "captured": ("clipped", "saved", "created"),
}  # fmt: skip
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


def fits(_data: bytes, path: str) -> bool:
    """Tell by the name: any text may be Markdown."""
    return path.lower().endswith(ENDINGS)


def read(data: bytes, _path: str, override: str = "") -> Decoded:
    """Read the text without its marks; the front matter is what it says of itself."""
    plain = decode(data, override)
    text, said = plain.text, {}
    if match := _FRONT.match(text):
        said = {name.lower(): _value(value) for name, value in _FIELD.findall(match[1])}
        text = text[match.end() :]
    lines: list[str] = []
    links: list[Link] = []
    headline = ""
    for line in text.split("\n"):
        shown = line
        if not headline and (heading := re.match(r"\s{0,3}#\s+(.*?)\s*#*\s*$", line)):
            headline = _LINK.sub(r"\1", heading[1])
        for words, address in _LINK.findall(line):
            links.append(Link(len(lines), words, address))
        shown = _LINK.sub(lambda found: "" if found[0].startswith("!") else found[1], shown)
        for pattern, put in _MARKS:
            shown = pattern.sub(put, shown)
        lines.append(shown)
    return Decoded("\n".join(lines), plain.encoding, plain.reason, None, _told(said, headline), tuple(links))


def _value(value: str) -> str:
    """Return the value of a field: a text, or the entries of a list with commas between them."""
    entries = (one.strip(" -\t\"'[]") for one in re.split(r"\n\s*-\s*|,\s*(?=\S)|\n", value))
    return ", ".join(one for one in entries if one)


def _told(said: dict[str, str], headline: str) -> Metadata:
    def of(field: str) -> Stated | None:
        name = next((name for name in _NAMES[field] if said.get(name)), "")
        value = said.get(name, "")
        if field in ("day", "captured"):
            match = _DAY.search(value)
            value = match[0] if match else ""
        return Stated(value, f"the front matter's {name}") if value else None

    names = of("names")
    return Metadata(
        headline=of("headline") or (Stated(headline, "its first heading") if headline else None),
        day=of("day"),
        names=tuple(Stated(name, names.where) for name in names.value.split(", ")) if names else (),
        outlet=of("outlet"),
        section=of("section"),
        address=of("address"),
        captured=of("captured"),
    )
