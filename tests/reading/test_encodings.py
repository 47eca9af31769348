"""Forty encodings in up to three languages each are read letter by letter; where several fit, none is said to be sure."""

import codecs
import re

import pytest

from pressmark.errors import FileUnreadable
from pressmark.reading.decode import decode
from reading.languages import STORY

TABLE = {
    "utf-8": "Polish, Russian, Japanese",
    "utf-8-sig": "Polish, Russian, Japanese",
    "utf-16": "Polish, Russian, Japanese",
    "utf-16-le": "Polish, Russian, Japanese",
    "utf-16-be": "Polish, Russian, Japanese",
    "utf-32": "Polish, Russian, Japanese",
    "utf-32-le": "English, Russian, Japanese",
    "utf-32-be": "English, Russian, Japanese",
    "iso8859-1": "French, German, Icelandic",
    "iso8859-2": "Polish, Czech, Hungarian, Croatian, Romanian",
    "iso8859-3": "Maltese, Esperanto",
    "iso8859-4": "Latvian, Lithuanian, Estonian",
    "iso8859-5": "Russian, Bulgarian, Serbian, Ukrainian",
    "iso8859-6": "Arabic",
    "iso8859-7": "Greek",
    "iso8859-8": "Hebrew",
    "iso8859-9": "Turkish, German, French",
    "iso8859-10": "Icelandic, Finnish, Swedish",
    "iso8859-11": "Thai",
    "iso8859-13": "Lithuanian, Latvian, Estonian",
    "iso8859-14": "Irish, French, German",
    "iso8859-15": "French, German, Finnish",
    "iso8859-16": "Polish, Croatian, Hungarian",
    "cp1250": "Polish, Czech, Hungarian, Croatian, Romanian",
    "cp1251": "Russian, Ukrainian, Bulgarian, Serbian",
    "cp1252": "English, French, Spanish",
    "cp1253": "Greek",
    "cp1254": "Turkish, French, German",
    "cp1255": "Hebrew",
    "cp1256": "Arabic, Persian, French",
    "cp1257": "Lithuanian, Latvian, Estonian",
    "koi8-r": "Russian, Bulgarian",
    "koi8-u": "Ukrainian, Russian",
    "cp866": "Russian, Bulgarian",
    "cp855": "Russian, Serbian",
    "cp437": "German, French, Spanish",
    "cp850": "German, French, Portuguese",
    "cp852": "Polish, Czech, Hungarian",
    "cp737": "Greek",
    "cp857": "Turkish",
    "cp862": "Hebrew",
    "cp775": "Lithuanian",
    "cp874": "Thai",
    "mac-roman": "French, German, Spanish",
    "mac-cyrillic": "Russian, Bulgarian",
    "mac-latin2": "Polish, Czech",
    "mac-greek": "Greek",
    "mac-turkish": "Turkish",
    "shift_jis": "Japanese",
    "euc_jp": "Japanese",
    "iso2022_jp": "Japanese",
    "gb18030": "Chinese",
    "gbk": "Chinese",
    "hz": "Chinese",
    "big5": "Traditional Chinese",
    "euc_kr": "Korean",
    "johab": "Korean",
    "iso2022_kr": "Korean",
}
CASES = [(encoding, language) for encoding, languages in TABLE.items() for language in languages.split(", ")]
# What an encoding without the sign has in its place.
PLAIN = {"–": "-", "“": '"', "”": '"', "«": '"', "»": '"', "،": ",", "ی": "ي", "’": "'"}


def written(language: str, encoding: str) -> str:
    """Return the story as one writes it in an encoding that lacks some signs."""
    text = STORY[language]
    return "".join(sign if sign.encode(encoding, "ignore") else PLAIN[sign] for sign in text)


@pytest.mark.parametrize(("encoding", "language"), CASES)
def test_every_letter_is_right(encoding: str, language: str) -> None:
    text = written(language, encoding)
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.reason
    assert codecs.lookup(found.encoding)


def test_the_table_is_wide() -> None:
    assert len(TABLE) >= 40
    assert len(CASES) >= 110


@pytest.mark.parametrize(("encoding", "language"), CASES)
def test_what_is_said_to_be_sure_is_right(encoding: str, language: str) -> None:
    """A short beginning may be read wrongly, or not at all; then the reason does not say that it is sure."""
    text = written(language, encoding)
    for length in (20, 40, 80):
        try:
            found = decode(text[:length].encode(encoding))
        except FileUnreadable:
            continue
        if found.text != text[:length]:
            share = re.search(r"\(chardet, (\d+) % sure\)", found.reason)
            assert found.reason.startswith("a guess") or (share and int(share[1]) < 60), found


@pytest.mark.parametrize(
    ("encoding", "language", "name"),
    [
        ("iso8859-2", "Polish", "iso8859-2"),
        ("iso8859-5", "Russian", "iso8859-5"),
        ("iso8859-6", "Arabic", "iso8859-6"),
        ("cp1250", "Polish", "cp1250"),
        ("cp1251", "Russian", "cp1251"),
        ("utf-32-le", "English", "utf-32-le"),
    ],
)
def test_the_encoding_is_named(encoding: str, language: str, name: str) -> None:
    assert decode(written(language, encoding).encode(encoding)).encoding == name


def test_text_with_a_tilde_and_a_brace_is_plain_ascii() -> None:
    assert decode(b"The path is ~{home} and the list is ~{ab~} so far, said the clerk.").encoding == "utf-8"
