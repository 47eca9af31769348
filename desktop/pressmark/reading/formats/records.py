"""Articles as records: JSON, JSON Lines, and tables in CSV or TSV, each record a member under its number."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final

from pressmark.reading.decode import decode
from pressmark.reading.formats.mail import day_of
from pressmark.reading.formats.zip_archive import LARGEST
from pressmark.reading.printed_dates import dates_in
from pressmark.values import Member, Metadata, Stated

# What the fields of articles are called, the surest name first.
NAMES: Final = {
    "text": (
        "articlebody", "content", "body", "fulltext", "text", "maintext", "bodytext", "contenttext", "articletext",
        "plaintext", "contenthtml", "description", "summary",
    ),
    "headline": ("headline", "title", "name", "heading"),
    "day": (
        "datepublished", "publishedat", "published", "publishdate", "publicationdate", "pubdate", "date", "datetime",
        "createdat", "timestamp",
    ),
    "names": ("author", "authors", "byline", "creator", "writer"),
    "outlet": ("outlet", "publisher", "publication", "source", "sourcename", "site", "sitename", "newspaper", "domain"),
    "section": ("section", "category", "articlesection", "sectionname"),
    "address": ("url", "link", "weburl", "address", "permalink", "canonicalurl"),
    "language": ("language", "lang"),
}  # fmt: skip
LISTS: Final = (
    "articles",
    "items",
    "results",
    "docs",
    "data",
    "entries",
    "response",
    "hits",
    "documents",
    "records",
)
FEWEST_WORDS: Final = 5  # of a text that may be an article's
_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)|(\d{4})(\d\d)(\d\d)T?")
_TAG: Final = re.compile(r"<(?:p|div|br|a|h[1-6]|ul|span|article|strong|em)\b[^<>]*>", re.IGNORECASE)
NONE_FOUND: Final = (
    "None of its records has a field that is known to hold the text of an article (content, body, text ...). "
    "Name the field so, then try again."
)
DAMAGED: Final = "It is no whole JSON: {}. Have it made once more, then try again."


def fits_json(head: bytes, path: str) -> bool:
    """Tell whether a file is JSON, by its name and its beginning."""
    return path.lower().endswith(".json") and head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def fits_lines(head: bytes, path: str) -> bool:
    """Tell whether a file is JSON Lines: an object a line."""
    named = path.lower().endswith((".jsonl", ".ndjson", ".json"))
    lines = head.lstrip(b"\xef\xbb\xbf").split(b"\n")
    return (
        named
        and len(lines) > 1
        and all(line.strip().startswith(b"{") for line in lines[:2])
        and _is_object(lines[0])
    )


def fits_table(_head: bytes, path: str) -> bool:
    """Tell whether a file is a table of values, by its name."""
    return path.lower().endswith((".csv", ".tsv"))


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def members_of_json(file: BinaryIO, _path: str, start: int) -> Iterator[tuple[int, Member]]:
    """Yield the articles of a JSON file."""
    data = file.read(LARGEST + 1)
    try:
        found = json.loads(data) if len(data) <= LARGEST else None
    except (ValueError, RecursionError) as error:
        yield 0, Member("", problem=DAMAGED.format(error))
        return
    if found is None:
        yield (
            0,
            Member(
                "",
                problem=f"It is larger than {LARGEST >> 20} MB. Write it as JSON Lines, an article a line.",
            ),
        )
        return
    yield from _numbered(iter(_rows(found)), start)


def _rows(found: Any, depth: int = 0) -> list[Any]:
    """Return the records of a JSON value: a list of objects, wherever it usually stands; else the object itself."""
    if isinstance(found, list):
        return found
    if isinstance(found, dict):
        lowered = {name.lower(): value for name, value in found.items()}
        for name in LISTS:
            inner = lowered.get(name)
            if isinstance(inner, list) or (isinstance(inner, dict) and depth < 2):
                rows = _rows(inner, depth + 1)
                if any(isinstance(row, dict) for row in rows):
                    return rows
        return [found]
    return []


def members_of_lines(file: BinaryIO, _path: str, start: int) -> Iterator[tuple[int, Member]]:
    """Yield the articles of a file with an object of JSON a line; one is called by its line."""
    any_article = bool(start)
    for number, line in enumerate(file):
        if number < start or not line.strip():
            continue
        try:
            record = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
        except (ValueError, RecursionError) as error:
            yield number + 1, Member(str(number + 1), problem=DAMAGED.format(error))
            continue
        if member := article_of(record, str(number + 1)):
            any_article = True
            yield number + 1, member
    if not any_article:
        yield 0, Member("", problem=NONE_FOUND)


def members_of_table(file: BinaryIO, _path: str, start: int) -> Iterator[tuple[int, Member]]:
    """Yield the articles of a table, a row each; the first row has the names of the fields."""
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        yield 0, Member("", problem=f"The table is larger than {LARGEST >> 20} MB. Split it up.")
        return
    csv.field_size_limit(LARGEST)
    text = decode(data, "").text
    head = text.partition("\n")[0]
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t|", key=head.count)))
    except csv.Error as error:
        yield 0, Member("", problem=f"The table is damaged: {error}. Have it made once more, then try again.")
        return
    yield from _numbered(iter(rows), start)


def _numbered(rows: Iterator[Any], start: int) -> Iterator[tuple[int, Member]]:
    any_article = bool(start)
    for number, row in enumerate(rows):
        if number >= start and (member := article_of(row, str(number + 1))):
            any_article = True
            yield number + 1, member
    if not any_article:
        yield 0, Member("", problem=NONE_FOUND)


def article_of(record: Any, name: str) -> Member | None:
    """Return a record as a member, None where it has no text of an article."""
    if not isinstance(record, Mapping):
        return None
    fields = {re.sub(r"[^a-z]", "", str(key).lower()): (str(key), value) for key, value in record.items()}
    text = max((_text(fields[key][1]) for key in NAMES["text"][:-2] if key in fields), key=len, default="")
    text = text or next((_text(fields[key][1]) for key in NAMES["text"][-2:] if key in fields), "")
    if len(text.split()) < FEWEST_WORDS:
        return None

    def said(field: str) -> Stated | None:
        for key in NAMES[field]:
            own, value = fields.get(key, ("", None))
            shown = day_in(_text(value)) if field == "day" else _text(value)
            if shown:
                return Stated(shown, f"the record's {own}")
        return None

    names = fields.get(next((key for key in NAMES["names"] if key in fields), ""), ("", None))
    metadata = Metadata(
        headline=said("headline"), day=said("day"), outlet=said("outlet"), section=said("section"),
        address=said("address"), language=said("language"),
        names=tuple(Stated(one, f"the record's {names[0]}") for one in _names(names[1])),
    )  # fmt: skip
    is_page = len(_TAG.findall(text[:20_000])) > 1
    head = metadata.headline.value if metadata.headline else ""
    data = (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><article>{text}</article></body></html>"
        if is_page
        else f"{head}\n\n{text}"
        if head and not text.startswith(head)
        else text
    )
    return Member(
        name,
        data.encode("utf-8", "replace"),
        metadata=metadata,
        reads="record.html" if is_page else "record.txt",
    )


def _text(value: Any) -> str:
    """Return a value as text: of an object its name, of a list its entries with commas between them."""
    if isinstance(value, Mapping):
        return next(
            (
                _text(value[key])
                for key in ("name", "title", "value", "text", "content", "rendered")
                if value.get(key)
            ),
            "",
        )
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    return "" if value is None or isinstance(value, bool) else str(value).strip()


def _names(value: Any) -> list[str]:
    told = (
        [_text(one) for one in value]
        if isinstance(value, list)
        else re.split(r";|,\s|\s+(?:and|und|et|y)\s+", _text(value))
    )
    plain = [re.sub(r"^(?:by|von|par|por|di)\s+", "", one.strip(), flags=re.IGNORECASE) for one in told]
    return [one for one in plain if one and "@" not in one and "http" not in one]


def day_in(told: str) -> str:
    """Return the day of a date in any usual form as ISO 8601."""
    match = _DAY.match(told)
    if match:
        return "-".join(match.groups()[:3] if match[1] else match.groups()[3:])
    printed = (
        f"{one.year or 0:04}-{one.month:02}-{one.day:02}"
        for one in dates_in(told[:100])
        if one.year and one.day
    )
    return day_of(told) or next(printed, "")
