"""Crawls, WARC and ARC, packed or not: each page that was fetched is a member under its address."""

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from pressmark.reading.formats.zip_archive import DAMAGED, LARGEST
from pressmark.values import Member, Metadata, Stated

BEGINS: Final = (b"WARC/", b"filedesc:")
# What is fetched beside pages: a crawl is full of it, and none of it is an article.
PAGES: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
}
FETCHED: Final = ("response", "resource")


def fits(head: bytes, _path: str) -> bool:
    """Tell whether a file is a crawl, also one whose records are packed."""
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(head, 64)
        except zlib.error:
            return False
    return head.startswith(BEGINS)


def members(file: BinaryIO, _path: str, start: int) -> Iterator[tuple[int, Member]]:
    """Yield the pages from byte `start` on, each with the byte at which the next record begins."""
    file.seek(start)
    while (byte := file.read(1)) in (b"\r", b"\n"):  # they part records that are not packed
        start += 1
    file.seek(-len(byte), io.SEEK_CUR)
    after = start
    try:
        records = ArchiveIterator(file, arc2warc=True)
        for record in records:
            member = _page(record) if record.rec_type in FETCHED else None
            after = records.get_record_offset() + records.get_record_length()
            if member is not None:
                yield after, member
    except (ArchiveLoadFailed, gzip.BadGzipFile, *DAMAGED) as error:
        problem = (
            f"The crawl is damaged from here on: {str(error).strip()[:200]}. What stands before it was read."
        )
        yield after, Member("", problem=problem)


def _page(record: Any) -> Member | None:
    """Return what was fetched, None for what is no page."""
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    day = (record.rec_headers.get_header("WARC-Date") or "")[:10]
    headers = record.http_headers
    told = headers.get_header("Content-Type") if headers else record.rec_headers.get_header("Content-Type")
    kind = (told or "").partition(";")[0].strip().lower()
    status = headers.get_statuscode() if headers else "200"
    if kind not in PAGES or not address.startswith(("http", "urn")):
        return None
    if status.startswith("3"):
        to = headers.get_header("Location") or "another address"
        return Member(address, problem=f"The page only leads on to {to[:200]}.")
    if not status.startswith("2"):
        return Member(address, problem=f"The server answered with an error in place of a page ({status}).")
    data = record.content_stream().read(LARGEST + 1)
    if len(data) > LARGEST:
        return Member(address, problem=f"It is larger than {LARGEST >> 20} MB, too large for an article.")
    metadata = Metadata(
        address=Stated(address, "the crawl"), captured=Stated(day, "the crawl") if day else None
    )
    return Member(address, data, metadata=metadata, reads=f"page{PAGES[kind]}")
