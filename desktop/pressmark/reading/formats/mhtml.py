"""A web page with all its parts in one file, as browsers save it (MHTML): the page is read, its parts belong to it."""

import email
import email.policy
import re
from dataclasses import replace
from typing import Final

from pressmark.errors import FileUnreadable
from pressmark.reading.formats import html
from pressmark.reading.formats.mail import day_of
from pressmark.values import Decoded, Metadata, Stated

ENDINGS: Final = (".mht", ".mhtml")
_RELATED: Final = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SAVED: Final = re.compile(
    rb"^(?:from:\s*<?saved by|snapshot-content-location:)", re.IGNORECASE | re.MULTILINE
)


def fits(data: bytes, path: str) -> bool:
    """Tell whether a file is such a page."""
    head = data[:4_000].partition(b"\r\n\r\n" if b"\r\n\r\n" in data[:4_000] else b"\n\n")[0]
    return bool(_RELATED.search(head)) and (bool(_SAVED.search(head)) or path.lower().endswith(ENDINGS))


def read(data: bytes, path: str, override: str = "") -> Decoded:
    """Read the page; where it was and when it was saved stands in the file's own headers."""
    whole = email.message_from_bytes(data, policy=email.policy.default)
    pages = [
        part for part in whole.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    if not pages:
        raise FileUnreadable("There is no page in the file, only parts of one. Save the page once more.")
    content = pages[0].get_payload(decode=True) or b""
    assert isinstance(content, bytes)
    page = html.read(content, path, override or (pages[0].get_content_charset() or ""))
    found = page.metadata or Metadata()
    address = str(whole.get("snapshot-content-location") or pages[0].get("content-location") or "").strip()
    day = day_of(str(whole.get("date") or ""))
    told = replace(
        found,
        address=found.address or (Stated(address, "the file's own header") if address else None),
        captured=found.captured or (Stated(day, "the file's own header") if day else None),
    )
    return replace(page, metadata=told)
