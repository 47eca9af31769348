"""Bytes in many encodings become the right text, and what is no text is refused with a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.errors import FileUnreadable
from pressmark.reading.decode import decode, harmless, lines_of

ENGLISH = (
    "The mayor said the café’s wall – built in 1820 – “holds”, and naïve visitors paid £5 to see it. " * 3
)
RUSSIAN = (
    "Мэр города сказал вчера, что стена порта выдержит зиму. Жители не верят ему и ждут новых бурь. " * 3
)
JAPANESE = "市長は昨日、港の壁は冬を越せると述べた。住民はそれを信じていない。新しい嵐が来ると言う。" * 3
CHINESE = "市长昨天说，港口的墙可以过冬。居民们不相信他的话，他们说新的风暴就要来了。" * 3
TAIWANESE = "市長昨天說，港口的牆可以過冬。居民們不相信他的話，他們說新的風暴就要來了。" * 3
KOREAN = (
    "시장은 어제 항구의 벽이 겨울을 견딜 것이라고 말했다. 주민들은 믿지 않는다. 새로운 폭풍이 온다고 한다. "
    * 3
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "utf-8-sig"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-16-le"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (CHINESE, "gb18030"),
        (TAIWANESE, "big5"),
        (KOREAN, "euc_kr"),
        (JAPANESE, "utf-16-be"),
    ],
)
def test_encodings(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.reason


def test_the_reasons_say_what_was_seen() -> None:
    assert decode("Größe".encode()).reason == "valid UTF-8"
    assert decode("Größe".encode("utf-8-sig")).reason == "byte order mark"
    assert "chosen by you" in decode(RUSSIAN.encode("cp866"), "cp866").reason
    assert "chardet" in decode(RUSSIAN.encode("koi8-r")).reason


def test_a_few_broken_bytes_do_not_cost_the_rest() -> None:
    data = (RUSSIAN * 5).encode() + b" caf\xe9 \x93x\x94 " + (RUSSIAN * 5).encode()
    found = decode(data)
    assert " café “x” " in found.text
    assert found.encoding == "utf-8"
    assert "3 bytes are broken" in found.reason


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\r\n\t ", "blanks"),
        (b"\x00" * 500, "NUL"),
        (b"\xef\xbb\xbf\n", "blanks"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG"),
        (b"%PDF-1.4 x", "PDF"),
        (b"{\\rtf1 x}", "RTF"),
        (bytes(range(256)) * 40, "no plain text"),
        (b"text\x00\x01\x02\x00more\x00\x00\x07" * 50, "no plain text"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(FileUnreadable, match=said):
        decode(data)


def test_an_unknown_encoding_is_refused() -> None:
    with pytest.raises(FileUnreadable, match="no encoding"):
        decode(b"text", "klingon-8")


@given(st.binary(max_size=400))
def test_any_bytes_become_text_or_a_sentence(data: bytes) -> None:
    try:
        found = decode(data)
    except FileUnreadable as error:
        assert str(error).endswith((".", "!"))
    else:
        assert found.text.strip()
        assert found.encoding


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb", ["a", "b"]),
        ("a\r\nb\rc\n", ["a", "b", "c", ""]),
        ("", [""]),
        ("a\u2028b\x0cc\x85d", ["a\u2028b\x0cc\x85d"]),
    ],
)
def test_lines(text: str, lines: list[str]) -> None:
    assert lines_of(text) == lines


@given(st.text(max_size=200))
def test_without_carriage_returns_lines_are_plain_splitting(text: str) -> None:
    assert lines_of(text.replace("\r", "")) == text.replace("\r", "").split("\n")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x1b[31m", "a\ufffdb\ufffd[31m"),
        ("a\tb", "a\tb"),
        ("pay\u202egnp.exe", "paygnp.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("it\x92s", "it’s"),
        ("a\u2028b\x0cc", "a b c"),
        ("x\ud800y", "x\ufffdy"),
        ("\ufdd0\ufffc", "\ufffd\ufffd"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("pass\u200dword", "password"),
        ("\u2066in\u2069", "in"),
        ("soft\u00adhyphen", "soft\u00adhyphen"),
    ],
)
def test_harmless(text: str, shown: str) -> None:
    assert harmless(text) == shown


@given(st.text(alphabet=st.characters(), max_size=200))
def test_harmless_keeps_lines_and_settles(text: str) -> None:
    shown = harmless(text)
    assert len(lines_of(shown)) == len(lines_of(text))
    assert harmless(shown) == shown
