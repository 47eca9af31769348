"""Line ends that most programs know nothing of, made line feeds where a file is read."""

import re

# Vertical tab (a line broken by hand), line separator, paragraph separator.
_OTHERS = re.compile("[\x0b\u2028\u2029]")
# U+0085, the "next line" of mainframes: the same in ISO 8859 and Unicode. Windows has the ellipsis there.
NEXT_LINE = "\x85"


def with_line_feeds(text: str) -> str:
    r"""Return a file's text with \n where a line ends in another way than by \n, \r\n or \r."""
    if NEXT_LINE in text and is_line_end(text, NEXT_LINE):
        text = text.replace(NEXT_LINE, "\n")
    return _OTHERS.sub("\n", text)


def is_line_end(text: str, sign: str) -> bool:
    """Tell whether a sign ends the lines of a text rather than being an ellipsis in it.

    It does where the text has hardly another line end, and blanks seldom follow the sign.
    """
    count = text.count(sign)
    return count > text.count("\n") + text.count("\r") and 2 * text.count(sign + " ") < count
