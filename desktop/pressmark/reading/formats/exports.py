"""Exports of press databases, Nexis and Factiva: many articles in one document, whatever its format, each a member."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pressmark.reading.formats.records import day_in
from pressmark.values import Member, Metadata, Stated

NEXIS_END: Final = re.compile(r"End of Document|\d+ of \d+ DOCUMENTS", re.IGNORECASE)
_BODY: Final = "Body"
_RIGHTS: Final = re.compile(r"(?:Copyright|\(c\)|©)\s.*\d{4}", re.IGNORECASE)
_FIELD: Final = re.compile(r"(Section|Length|Byline|Dateline|Highlight|Load-Date|Graphic|Language):\s*(.*)")
# The fields of Factiva: headline, names, words, day, outlet, first and further paragraphs, and others that are left out.
CODES: Final = frozenset((
    "HD", "BY", "WC", "PD", "ET", "SN", "SC", "PG", "LA", "CY", "LP", "TD", "CO", "IN", "NS", "RE", "IPC", "PUB", "AN", "SE",
    "CR", "ED", "VOL", "ART", "CT", "RF", "IPD", "CLM",
))  # fmt: skip
FEWEST_CODES: Final = 4


def is_export(text: str) -> bool:
    """Tell whether a text is one of these, by what stands in it before and after each article."""
    lines = {line.strip() for line in text.split("\n")}
    if _BODY in lines and any(NEXIS_END.fullmatch(line) for line in lines):
        return True
    codes = {line.split("\t")[0].strip() for line in lines} & CODES
    return {"HD", "PD", "SN"} <= codes and len(codes) >= FEWEST_CODES


def members(text: str) -> Iterator[Member]:
    """Yield the articles of an export under their numbers."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    found = _of_nexis(lines) if _BODY in lines else _of_factiva(lines)
    for number, (metadata, paragraphs) in enumerate(found, 1):
        headline = metadata.headline.value if metadata.headline else ""
        data = "\n\n".join((headline, *paragraphs)).strip()
        yield Member(str(number), data.encode("utf-8", "replace"), metadata=metadata, reads="article.txt")


def _of_nexis(lines: Sequence[str]) -> Iterator[tuple[Metadata, Sequence[str]]]:
    start = 0
    for end, line in enumerate(lines):
        if not NEXIS_END.fullmatch(line):
            continue
        chunk, start = lines[start:end], end + 1
        if _BODY not in chunk:
            continue
        body = chunk.index(_BODY)
        rights = next((at for at in range(body - 1, -1, -1) if _RIGHTS.match(chunk[at])), -1)
        if rights < 3:
            continue
        fields = {match[1]: match[2] for one in chunk[rights:body] if (match := _FIELD.fullmatch(one))}
        text = [one for one in chunk[body + 1 :] if not _FIELD.fullmatch(one)]
        headline, outlet, day = chunk[rights - 3 : rights]
        yield _said(headline, outlet, day, fields.get("Byline", ""), fields.get("Section", "")), text


def _of_factiva(lines: Sequence[str]) -> Iterator[tuple[Metadata, Sequence[str]]]:
    fields: dict[str, list[str]] = {}
    code = ""
    for line in (*lines, "HD"):
        first, _, rest = line.partition("\t")
        if first == "HD" and fields.get("HD"):
            text = [*fields.get("LP", ()), *fields.get("TD", ())]
            told = {name: " ".join(value) for name, value in fields.items()}
            yield _said(told["HD"], told.get("SN", ""), told.get("PD", ""), told.get("BY", ""), ""), text
            fields = {}
        if first in CODES:
            code = first
            fields.setdefault(code, [])
            line = rest
        if code and line:
            fields[code].append(line)


def _said(headline: str, outlet: str, day: str, byline: str, section: str) -> Metadata:
    plain = re.sub(r"^(?:by|von|par|por|di)\s+", "", byline, flags=re.IGNORECASE)
    names = [name.strip() for name in re.split(r";|,|\s+and\s+", plain)]
    where = "the database's export"
    return Metadata(
        headline=Stated(headline, where) if headline else None,
        day=Stated(found, where) if (found := day_in(day)) else None,
        outlet=Stated(outlet, where) if outlet else None,
        section=Stated(section.partition(";")[0], where) if section else None,
        names=tuple(Stated(name, where) for name in names if name),
    )
