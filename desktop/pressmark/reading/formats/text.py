"""Plain text, the format of the archive; says honestly what it does not read yet."""

from pressmark.archive_file import SUFFIX
from pressmark.errors import FileUnreadable
from pressmark.reading.decode import decode
from pressmark.reading.file_signatures import kind_of
from pressmark.reading.no_article import kind_of_text
from pressmark.values import Decoded

# Name endings of formats that are no plain text, and what they are.
NOT_YET = {
    "webarchive": "a web archive of Safari",
    "ps": "a PostScript document", "djvu": "a scanned document", "doc": "an old Word document",
    "xls": "a spreadsheet", "xlsx": "a spreadsheet", "ods": "a spreadsheet",
    "ppt": "slides", "pptx": "slides",
    "msg": "a mail", "xml": "XML",
}  # fmt: skip


def fits(_data: bytes, _path: str) -> bool:
    """Plain text takes every file."""
    return True


def read(data: bytes, path: str, override: str = "") -> Decoded:
    """Decode a plain text; refuse a file whose name or first bytes say that it is something else."""
    if path.lower().endswith(SUFFIX) and not override:
        raise FileUnreadable("This file opens an archive in Pressmark by a double click; it is no article.")
    what = NOT_YET.get(path.rpartition("/")[2].rpartition(".")[2].lower()) if "." in path else None
    if what is not None and data and not (override and not kind_of(data)):
        raise FileUnreadable(
            f"Pressmark does not read {what} yet. Save it as plain text (.txt) or as a web page to have it read."
        )
    found = decode(data, override)
    kind = "" if override else kind_of_text(found.text, path)
    if kind:
        raise FileUnreadable(
            f"This is {kind} and no article: it is not read. Choose an encoding for it here to have it read all the same."
        )
    return found
