"""Documents of word processors, made by pandoc 2.17 of an invented issue (pandoc issue.md -s -o issue.docx, .odt)."""

import io
import zipfile
from pathlib import Path

import pytest

from pressmark.errors import FileUnreadable
from pressmark.reading import formats

SAVED = Path(__file__).parent / "saved"
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


def docx(body: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr("word/document.xml", WORD.format(body))
        archive.writestr("word/header1.xml", WORD.format("<w:p><w:r><w:t>a running head</w:t></w:r></w:p>"))
    return made.getvalue()


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize("name", ["issue.docx", "issue.odt"])
def test_the_paragraphs_of_a_document(name: str) -> None:
    read = formats.read((SAVED / name).read_bytes(), name)
    lines = read.text.split("\n\n")
    assert read.reader.startswith("document")
    assert lines[:3] == ["The Riverton Echo, 5 May 2003", "Ferry to Elsing sails again", "By Ann Thorne"]
    assert lines[3].startswith("The old ferry between Riverton and Elsing")
    assert lines[3].endswith("the harbour band played.")


def test_what_is_no_text_is_left_out() -> None:
    body = (
        p("One.")
        + "<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del><w:r><w:t>Two</w:t><w:tab/><w:t>three.</w:t></w:r></w:p>"
    )
    box = f"<w:p><w:r><w:t>Beside.</w:t><w:pict><w:txbxContent>{p('In a box.')}</w:txbxContent></w:pict></w:r></w:p>"
    row = f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"
    assert (
        formats.read(docx(body + box + row), "a.docx").text
        == "One.\n\nTwo\tthree.\n\nBeside.\n\nIn a box.\n\na\tb"
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (docx("")[:-40], "damaged"),
        (docx("<w:p>"), "damaged"),
        (docx(""), "no text of its own"),
        (docx("").replace(b"<w:document", b"<!ENTITY a><"), "damaged"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(data: bytes, why: str) -> None:
    with pytest.raises(FileUnreadable, match=why):
        formats.read(data, "a.docx")
