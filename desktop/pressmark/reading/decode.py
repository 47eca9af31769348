"""Bytes -> text, with the encoding and why it is that one; text -> lines; text made harmless to show."""

import codecs
import re
from collections import Counter
from dataclasses import replace

import chardet

from pressmark.errors import FileUnreadable
from pressmark.reading.file_signatures import kind_of
from pressmark.reading.line_ends import NEXT_LINE, is_line_end, with_line_feeds
from pressmark.values import Decoded

# Bytes that are judged when the encoding has to be guessed.
JUDGED = 1_000_000
# UTF-8 but for at most one broken byte in so many is UTF-8 that was damaged on the way.
DAMAGE = 400
# Of the characters of a plausible text at most this share are controls, unassigned or private.
ODD_SHARE = 0.002
# So few of them make no text senseless, however short it is.
FEW_ODD = 3
# NULs in every other byte of at least this share of a text make it UTF-16.
NUL_SHARE = 0.3
# In UTF-16 the upper bytes of at least this share of the characters are NUL or that of one alphabet.
ALPHABET_SHARE = 0.95
# Chardet is believed from this confidence on.
SURE = 0.2

# ASCII of which more than this share is controls may be UTF-16 in an alphabet whose upper byte is one.
CONTROLS = 0.05
PLAIN_ASCII = "plain ASCII, which is valid UTF-8"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Names that chardet gives -> an encoding that has the same letters and more. (Windows-1250, 1251, 1253, 1255, 1256 and
# 1257 have other letters than their namesakes of ISO 8859.)
_SUPERSETS = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
              "euc_kr": "cp949"}  # fmt: skip
_ISO_8859 = re.compile(r"iso8859-\d+|cp125\d|cp874")
_HZ = re.compile(r"~\{(?:[!-~]{2})+~\}")
_LINE_END = re.compile(r"\r\n|\r|\n")
_EAST_ASIAN = re.compile(
    "[\n\r -~\u00a0-\u00ff\u2010-\u2026\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e]"
)
_STOPS = re.compile("[\u3001\u3002\uff0c\uff0e]")
_ODD = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffd\ufffe\uffff]")


def decode(data: bytes, override: str = "") -> Decoded:
    """Return the text of a file; `override` is the encoding that the person chose.

    Raises FileUnreadable for a file that is empty, blank, or no text.
    """
    _refuse_what_is_no_text(data)
    found = _overridden(data, override) if override else _by_evidence(data)
    if not found.text.strip():
        raise FileUnreadable(
            "The file holds nothing but blanks and line ends. There is nothing to read in it."
        )
    return replace(found, text=with_line_feeds(found.text))


def lines_of(text: str) -> list[str]:
    r"""Split at \n, \r\n and \r only; a line end at the end of the text leaves a last, empty line."""
    return _LINE_END.split(text) if "\r" in text else text.split("\n")


def harmless(text: str) -> str:
    """Return the text without what could upset or deceive whoever sees it; lines stay as they are.

    Removed: zero-width signs, byte order marks, tags and the marks that reverse the writing direction. C1
    controls become the windows-1252 characters they nearly always are; other separators become blanks; other
    controls, lone surrogates and code points that are no characters become U+FFFD.
    """
    if not _HARMFUL.search(text):
        return text
    return _JOINERS.sub("", text.translate(_TABLE))


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = dict.fromkeys([*range(0x20), 0x7F], "\ufffd")
    for kept in "\t\n\r":
        del table[ord(kept)]
    table |= dict.fromkeys([0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x1F, 0x2028, 0x2029], " ")
    for code in range(0x80, 0xA0):
        try:
            table[code] = bytes((code,)).decode("cp1252")
        except UnicodeDecodeError:
            table[code] = "\ufffd"
    gone = [0x200B, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xFEFF, 0x180E, 0x061C, 0x200E, 0x200F]
    table |= dict.fromkeys([*gone, *range(0x202A, 0x202F), *range(0x2066, 0x2070), *range(0xE0000, 0xE0080)])
    return table | dict.fromkeys(
        [*range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), *range(0xFFF9, 0xFFFD), 0xFFFE, 0xFFFF], "\ufffd"
    )


_TABLE = _table()
_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff\U000e0000-\U000e007f]"
)
# Joiners belong to Arabic, Devanagari and the like and to emoji; after Latin, Greek, Cyrillic they only hide.
_JOINERS = re.compile(r"(?:(?<=[\x00-\u058f])|^)[\u200c\u200d]+", re.MULTILINE)


def _refuse_what_is_no_text(data: bytes) -> None:
    if not data:
        raise FileUnreadable("The file is empty.")
    kind = kind_of(data)
    if kind:
        raise FileUnreadable(
            f"The file is no plain text but {kind}. Pressmark does not read that yet: convert it to text first."
        )
    if not data.strip(b"\x00"):
        raise FileUnreadable(
            "The file holds nothing but NUL bytes: its content was lost. Restore it from a copy."
        )


def _overridden(data: bytes, override: str) -> Decoded:
    try:
        text = data.decode(override, errors="replace")
        name = codecs.lookup(override).name
    except (LookupError, ValueError) as error:
        raise FileUnreadable(
            f'There is no encoding "{override}". Choose another one for this file.'
        ) from error
    return Decoded(text.removeprefix("\ufeff"), name, "chosen by you")


def _by_evidence(data: bytes) -> Decoded:
    for find in (_by_mark, _as_utf32, _as_utf8, _as_utf16, _as_damaged_utf8, _by_chardet):
        found = find(data)
        if found is not None:
            return found
    return _as_windows_1252(data)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            if encoding.startswith("utf-16") and _odd_share(text) > 0.2:
                return None
            broken = " (some bytes are broken)" if "\ufffd" in text else ""
            return Decoded(text, encoding, "byte order mark" + broken)
    return None


def _as_utf32(data: bytes) -> Decoded | None:
    """Text of which every fourth byte is NUL, and its neighbour hardly ever more than a plane's number."""
    whole = data[: len(data) & ~3]
    for encoding, top in (("utf-32-le", 3), ("utf-32-be", 0)):
        if whole and not any(whole[top::4]):
            text = _strictly(whole, encoding)
            if text is not None and _odd_share(text) < 0.01:
                return Decoded(text, encoding, "every fourth byte is NUL, as in UTF-32")
    return None


def _as_utf8(data: bytes) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if data.count(0) > len(data) * NUL_SHARE / 4:
        return None
    if text.isascii():
        if _looks_escaped(text):
            return None
        wide = _as_utf16(data) if _odd_share(text) > CONTROLS else None
        return wide or Decoded(text, "utf-8", PLAIN_ASCII)
    return Decoded(text, "utf-8", "valid UTF-8")


def _looks_escaped(text: str) -> bool:
    """ISO-2022-JP and its kin, and HZ, are ASCII bytes with escapes."""
    return "\x1b$" in text or "\x1b(" in text or _HZ.search(text) is not None


def _as_utf16(data: bytes) -> Decoded | None:
    """Text of which every other byte is mostly NUL, or that only UTF-16 makes sense of."""
    sample = data[: JUDGED & ~1]
    if len(sample) < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    for nuls, others, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if nuls > half * NUL_SHARE and others < nuls / 10:
            text = data[: len(data) & ~1].decode(encoding, errors="replace")
            if _odd_share(text) < 0.01:
                return Decoded(text, encoding, "every other byte is NUL, as in UTF-16")
    for encoding in ("utf-16-le", "utf-16-be"):
        wide = _strictly(data, encoding)
        if wide is not None and (_is_east_asian(wide) or _is_in_one_script(sample, encoding)):
            return Decoded(wide, encoding, "makes sense only as UTF-16")
    if data.count(0) > len(data) / 100:
        raise FileUnreadable(
            "The file is no plain text: NUL bytes stand all over it. It may be a program's own data."
        )
    return None


def _is_in_one_script(sample: bytes, encoding: str) -> bool:
    """Tell whether the upper bytes are nearly all two: NUL (blanks, digits) and that of one alphabet."""
    upper = Counter(sample[1::2] if encoding == "utf-16-le" else sample[::2])
    lower = Counter(sample[::2] if encoding == "utf-16-le" else sample[1::2])
    half = len(sample) // 2
    most = sum(count for _, count in upper.most_common(2))
    return upper[0] > half * 0.05 and most > half * ALPHABET_SHARE and len(lower) > 2 * len(upper)


def _is_east_asian(text: str) -> bool:
    """Tell whether it makes sense as UTF-16: common signs of East Asia, with their stops and commas."""
    sample = text[:50_000]
    common, marks = len(_EAST_ASIAN.findall(sample)), len(_STOPS.findall(sample))
    return common >= 0.97 * len(sample) and marks >= 0.01 * len(sample)


def _as_damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 in which a few bytes are not: those are read as windows-1252."""
    text = data.decode("utf-8", errors="surrogateescape")
    broken = sum(0xDC80 <= ord(character) <= 0xDCFF for character in text)
    whole = sum(ord(character) > 0x7F for character in text) - broken
    if not broken or broken > max(1, len(data) // DAMAGE) or broken * 2 > whole:
        return None
    repaired = re.sub("[\udc80-\udcff]+", _as_single_bytes, text)
    what = "1 byte is" if broken == 1 else f"{broken} bytes are"
    return Decoded(repaired, "utf-8", f"UTF-8, of which {what} broken and read as windows-1252")


def _as_single_bytes(match: re.Match[str]) -> str:
    return _windows_1252(match[0].encode("utf-8", errors="surrogateescape"))


def _by_chardet(data: bytes) -> Decoded | None:
    """Ask chardet, and believe it only where the whole file makes sense in that encoding."""
    sample = data[:JUDGED].replace(
        b"\x0b", b"\n"
    )  # a line end to us, the mark of a program's data to chardet
    best = chardet.detect(sample, max_bytes=JUDGED, prefer_superset=False)
    found, confidence = best["encoding"], best["confidence"]
    if not found or confidence < SURE:
        return None
    encoding = _SUPERSETS.get(codecs.lookup(found).name, found)
    if encoding == "cp1252" and data.isascii():
        return None
    text = _nearly(_with_line_feeds(data, encoding), encoding)
    if text is None or _odd_share(text) > ODD_SHARE:
        return None
    name = codecs.lookup(encoding).name
    return Decoded(
        text, name, f"looks like {_shown(encoding)} (chardet, {confidence:.0%} sure)".replace("%", " %")
    )


def _with_line_feeds(data: bytes, encoding: str) -> bytes:
    """Return text in an encoding of ISO 8859 or its kin of Windows with line feeds for "next line"."""
    if b"\x85" in data and _ISO_8859.fullmatch(codecs.lookup(encoding).name):
        plain = data.decode("latin-1")
        if is_line_end(plain, NEXT_LINE):
            return data.replace(b"\x85", b"\n")
    return data


def _shown(encoding: str) -> str:
    names = {
        "cp932": "Shift-JIS",
        "shift_jis": "Shift-JIS",
        "cp949": "EUC-KR",
        "gb18030": "GB18030",
        "cp1252": "windows-1252",
    }
    return names.get(encoding.lower(), encoding)


def _nearly(data: bytes, encoding: str) -> str | None:
    """Decode strictly, or with so few broken bytes that the encoding is still the right one."""
    strict = _strictly(data, encoding)
    if strict is not None:
        return strict
    try:
        text = data.decode(encoding, errors="replace")
    except (LookupError, UnicodeError):
        return None
    return text if text.count("\ufffd") <= max(1, len(data) // 2000) else None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _odd_share(text: str) -> float:
    return len(_ODD.findall(text)) / (len(text) or 1)


def _as_windows_1252(data: bytes) -> Decoded:
    if _looks_escaped(data[:JUDGED].decode("latin-1")) and data.isascii():
        return Decoded(data.decode(), "utf-8", PLAIN_ASCII)
    text = _windows_1252(_with_line_feeds(data, "cp1252"))
    if len(_ODD.findall(text)) > max(FEW_ODD, 0.05 * len(text)):
        raise FileUnreadable(
            "The file is no plain text: most of it makes no sense as letters in any encoding."
        )
    return Decoded(text, "cp1252", "a guess: no encoding fits well, so it is read as windows-1252")


def _windows_1252(data: bytes) -> str:
    """Decode as windows-1252; its five undefined bytes become U+FFFD."""
    return data.decode("cp1252", errors="replace")
