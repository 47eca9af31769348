"""A mail: what it says as text or as a page, whose it is, and when it was sent. Its attachments are not read yet."""

import email
import email.policy
import re
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from typing import Final

from pressmark.errors import FileUnreadable
from pressmark.reading.formats import html
from pressmark.values import Decoded, Metadata, Stated

HEADER: Final = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}", re.MULTILINE
)
KNOWN: Final = (
    b"from:",
    b"date:",
    b"subject:",
    b"message-id:",
    b"mime-version:",
    b"received:",
    b"return-path:",
)
LEAST_KNOWN: Final = 3
_QUOTED: Final = re.compile(r"^\s*>.*$", re.MULTILINE)


def fits(data: bytes, path: str) -> bool:
    """Tell whether a file is a mail: it begins with headers, and mails have these."""
    match = HEADER.match(data[:20_000])
    found = match[0].lower() if match else b""
    known = sum(found.startswith(name) or b"\n" + name in found for name in KNOWN)
    return known >= LEAST_KNOWN or (path.lower().endswith(".eml") and known > 0)


def read(data: bytes, path: str, override: str = "") -> Decoded:
    """Read a mail: its page where it has one, else its text; sender, subject and day are what it says of itself."""
    mail = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    said = _said(mail)
    body = mail.get_body(("html", "plain"))
    if body is None:
        raise FileUnreadable("The mail has no text of its own; what is attached to it is not read yet.")
    content = body.get_payload(decode=True) or b""
    assert isinstance(content, bytes)
    charset = body.get_content_charset() or ""
    if body.get_content_type() == "text/html":
        page = html.read(content, path, override or _known(charset))
        found = page.metadata or Metadata()
        told = Metadata(said.headline, said.day, said.names or found.names, said.outlet or found.outlet,
                        address=found.address, language=found.language)  # fmt: skip
        return Decoded(page.text, page.encoding, page.reason, page.tags, told, page.links, page.pictures)
    text, encoding, reason = html.decoded(content, override or _known(charset))
    return Decoded(text, encoding, f"the mail declares {charset}" if _known(charset) else reason, None, said)


def day_of(date: str) -> str:
    """Return the day of a mail's date as ISO 8601, "" where there is none."""
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except (TypeError, ValueError, OverflowError):
        return ""


def _known(charset: str) -> str:
    try:
        "".encode(charset or "?")
    except LookupError:
        return ""
    return charset


def _said(mail: EmailMessage) -> Metadata:
    """Return subject, day and sender; a sender whose name is no person's is the outlet."""
    subject = " ".join(str(mail.get("subject") or "").split())
    subject = re.sub(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", "", subject, flags=re.IGNORECASE)
    sender = next((name for name, _ in getaddresses([str(mail.get("from") or "")]) if name), "")
    day = day_of(str(mail.get("date") or ""))
    return Metadata(
        headline=Stated(subject, "the mail's subject") if subject else None,
        day=Stated(day, "the day the mail was sent") if day else None,
        outlet=Stated(sender, "the mail's sender") if sender else None,
    )
