"""Mails: text, pages, both, and what only looks like one."""

import email.message
from email.headerregistry import Address

import pytest

from pressmark.errors import FileUnreadable
from pressmark.reading import formats
from pressmark.reading.formats import mail
from saved_pages import PARAGRAPHS, page


def letter(text: str = "", html: str = "", charset: str = "utf-8", **headers: str) -> bytes:
    made = email.message.EmailMessage()
    made["From"] = Address("Riverton Echo", "news", "echo.example")
    made["Subject"] = headers.get("subject", "Ferry to Elsing sails again")
    made["Date"] = headers.get("date", "Mon, 05 May 2003 23:10:00 -0500")
    made["Message-ID"] = "<1@echo.example>"
    if text:
        made.set_content(text, charset=charset)
    if html:
        (made.add_alternative if text else made.set_content)(html, subtype="html")
    return made.as_bytes()


def test_what_a_mail_says_of_itself() -> None:
    read = formats.read(letter("The ferry sails again."), "1.eml")
    assert read.reader.startswith("mail")
    said = read.says
    assert said.headline is not None
    assert said.day is not None
    assert said.outlet is not None
    assert (said.headline.value, said.day.value, said.outlet.value) == (
        "Ferry to Elsing sails again", "2003-05-05", "Riverton Echo",
    )  # fmt: skip
    assert read.text.strip() == "The ferry sails again."


def test_the_page_of_a_letter_is_read_as_a_page() -> None:
    read = formats.read(letter("in short", page()), "1.eml")
    assert read.tags is not None
    assert all(paragraph in read.text for paragraph in PARAGRAPHS[:3])


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-2", "koi8-r"])
def test_the_declared_encoding_is_taken(charset: str) -> None:
    words = {"windows-1252": "Größe – höflich", "iso-8859-2": "Żółć i świt", "koi8-r": "Паром идёт"}.get(
        charset, "Größe 渡"
    )
    assert formats.read(letter(words, charset=charset), "1.eml").text.strip() == words


def test_an_answer_is_called_as_what_it_answers() -> None:
    said = formats.read(letter("Yes.", subject="Re: AW: Fwd: The ferry"), "1.eml").says
    assert said.headline is not None
    assert said.headline.value == "The ferry"


def test_a_day_that_is_none_is_left_out() -> None:
    assert formats.read(letter("Yes.", date="some day"), "1.eml").says.day is None


def test_an_article_with_lines_like_headers_is_no_mail() -> None:
    assert not mail.fits(
        b"Date: 5 May 2003\nSource: Riverton Echo\nTitle: Ferry\n\nThe ferry sails again.", "a.txt"
    )
    assert not mail.fits(b"The ferry: it sails again.\nNow.", "a.txt")


def test_a_mail_without_text_is_one_sentence() -> None:
    made = email.message.EmailMessage()
    made["From"], made["Subject"], made["Date"] = "a@b.example", "x", "Mon, 05 May 2003 10:00:00 +0000"
    made.set_content(b"\x89PNG", maintype="image", subtype="png")
    with pytest.raises(FileUnreadable, match="no text of its own"):
        formats.read(made.as_bytes(), "1.eml")
