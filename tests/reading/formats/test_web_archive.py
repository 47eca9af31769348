"""Crawls, written by the library that reads them."""

import io

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from containers import members, with_places
from pressmark.reading import formats
from saved_pages import page

# The library's writer leaves temporary files to the collector of garbage.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
PAGE = ("200 OK", "text/html; charset=utf-8", page().encode())


def crawl(*fetched: tuple[str, str, bytes], packed: bool = True) -> bytes:
    made = io.BytesIO()
    writer = WARCWriter(made, gzip=packed)
    for number, (status, kind, data) in enumerate(fetched):
        headers = StatusAndHeaders(
            status, [("Content-Type", kind), ("Location", "/moved")], protocol="HTTP/1.1"
        )
        address = f"https://echo.example/{number}"
        record = writer.create_warc_record(
            address, "response", payload=io.BytesIO(data), http_headers=headers,
            warc_headers_dict={"WARC-Date": "2026-11-25T10:00:00Z"},
        )  # fmt: skip
        writer.write_record(record)
    return made.getvalue()


@pytest.mark.parametrize("packed", [True, False])
def test_pages_are_members_with_address_and_day(packed: bool) -> None:
    data = crawl(
        PAGE, ("200 OK", "image/png", b"\x89PNG"), ("200 OK", "text/css", b"p {}"), PAGE, packed=packed
    )
    first, second = members(data, "crawl.warc.gz")
    assert (first.name, second.name) == ("https://echo.example/0", "https://echo.example/3")
    said = first.metadata
    assert said is not None
    assert said.address is not None
    assert said.captured is not None
    assert (said.address.value, said.captured.value) == ("https://echo.example/0", "2026-11-25")
    assert "Ferry to Elsing" in formats.read(first.data, first.reads).text


@pytest.mark.parametrize("packed", [True, False])
def test_one_goes_on_where_one_left(packed: bool) -> None:
    data = crawl(PAGE, PAGE, PAGE, packed=packed)
    after = with_places(data, "crawl.warc")[0][0]
    assert [one.name for one in members(data, "crawl.warc", after)] == [
        "https://echo.example/1",
        "https://echo.example/2",
    ]


def test_errors_and_redirects_are_told() -> None:
    moved, gone = members(
        crawl(("301 Moved", "text/html", b""), ("404 Not Found", "text/html", b"<p>no")), "a.warc.gz"
    )
    assert "only leads on to /moved" in moved.problem
    assert "an error in place of a page (404)" in gone.problem


def test_of_a_truncated_crawl_what_is_whole_is_read() -> None:
    data = crawl(PAGE, PAGE)
    found = members(data[: len(data) - 300], "a.warc.gz")
    assert found[0].data == PAGE[2]
    assert len(found) == 2


def test_any_other_packed_file_is_none() -> None:
    import gzip

    assert (
        formats.container_of(io.BytesIO(gzip.compress(b"The ferry sails again.")), "a.txt.gz").name
        == "packed file"
    )  # type: ignore[union-attr]
