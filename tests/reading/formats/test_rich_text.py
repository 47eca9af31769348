"""Rich text: saved/issue.rtf was made by pandoc 2.17 of an invented issue (pandoc issue.md -s -o issue.rtf)."""

from pathlib import Path

import pytest

from pressmark.errors import FileUnreadable
from pressmark.reading import formats

DATA = (Path(__file__).parent / "saved" / "issue.rtf").read_bytes()


def test_the_paragraphs_of_a_document() -> None:
    read = formats.read(DATA, "issue.rtf")
    assert read.reader.startswith("rich text")
    assert read.text.split("\n\n")[1:3] == ["Ferry to Elsing sails again", "By Ann Thorne"]


def test_letters_of_its_code_page_and_of_unicode() -> None:
    data = rb"{\rtf1\ansi\ansicpg1251 \'cf\'e0\'f0\'ee\'ec \u1080?\u1076?\u1105?\u1090?\par}"
    assert formats.read(data, "a.rtf").text == "Паром идёт"


def test_running_heads_and_pictures_are_left_out() -> None:
    data = rb"{\rtf1\ansi{\header Lowland Echo\par}The ferry sails.{\pict\pngblip 89504e47}\par}"
    assert formats.read(data, "a.rtf").text == "The ferry sails."


@pytest.mark.parametrize("data", [rb"{\rtf1}", rb"{\rtf1\ansi {\fonttbl}}"])
def test_one_without_text_is_one_sentence(data: bytes) -> None:
    with pytest.raises(FileUnreadable, match="no text"):
        formats.read(data, "a.rtf")
