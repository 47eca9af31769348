"""Mailboxes as Python's own library writes them."""

import email.message
import mailbox
from pathlib import Path

from containers import members, with_places
from pressmark.reading import formats


def box(folder: Path, *texts: str) -> bytes:
    made = mailbox.mbox(folder / "inbox.mbox")
    for number, text in enumerate(texts):
        mail = email.message.EmailMessage()
        mail["From"], mail["Subject"] = "Riverton Echo <news@echo.example>", f"Letter {number}"
        mail["Date"] = "Mon, 05 May 2003 10:00:00 +0000"
        mail.set_content(text)
        made.add(mail)
    made.close()
    return (folder / "inbox.mbox").read_bytes()


def test_each_mail_is_a_member_that_is_read(tmp_path: Path) -> None:
    data = box(
        tmp_path, "The ferry sails again.", "From now on the pier is painted.\n\nFrom Monday on, that is."
    )
    first, second = members(data, "inbox.mbox")
    assert first.name == "0"
    read = formats.read(second.data, second.reads)
    assert read.text.strip() == "From now on the pier is painted.\n\nFrom Monday on, that is."
    assert read.says.headline is not None
    assert read.says.headline.value == "Letter 1"


def test_a_mail_keeps_its_name_when_the_mailbox_grows(tmp_path: Path) -> None:
    before = [one.name for one in members(box(tmp_path, "One.", "Two."), "inbox.mbox")]
    grown = box(tmp_path, "Three.")
    assert [one.name for one in members(grown, "inbox.mbox")][:2] == before
    after = with_places(grown, "inbox.mbox")[1][0]
    (last,) = members(grown, "inbox.mbox", after)
    assert b"Three." in last.data
