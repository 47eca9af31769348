"""A few lines of text with marked spans, laid out for painting."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from pressmark.gui.look.utf16 import from_qt, to_qt
from pressmark.values import Span

ELLIPSIS = "…"
LONGEST = 1200  # characters laid out at most; a card shows fewer


def laid_out(
    text: str, font: QFont, width: float, lines: int, grounds: Iterable[tuple[Span, str]] = (), ink: str = ""
) -> tuple[QTextLayout, float]:
    """Return a text laid out in at most `lines` lines of a width, the last one elided, and its height.

    `grounds` are spans with the colour behind them, none under the dots of what was cut off; `ink` is the colour of
    the text on it.
    """
    return _laid_out(text[: LONGEST + 1], font, width, lines, tuple(grounds), ink)


@lru_cache(maxsize=128)  # a row is measured before it is painted, and painted again as the mouse goes over it
def _laid_out(
    text: str, font: QFont, width: float, lines: int, grounds: tuple[tuple[Span, str], ...], ink: str
) -> tuple[QTextLayout, float]:
    metrics = QFontMetricsF(font)
    shown = text[:LONGEST].replace("\n", " ")
    layout, height, overflow = _broken(shown, font, width, lines, grounds, ink)
    if overflow:
        start = from_qt(shown, layout.lineAt(layout.lineCount() - 1).textStart())
        rest = metrics.elidedText(shown[start:], Qt.TextElideMode.ElideRight, width).removesuffix(ELLIPSIS)
        rest = _whole_words(rest, shown[start + len(rest) :])
        end = start + len(rest)
        grounds = tuple(
            (replace(span, end=min(span.end, end)), colour) for span, colour in grounds if span.start < end
        )
        layout, height, _ = _broken(
            shown[:end] + (ELLIPSIS if end < len(text) else ""), font, width, lines, grounds, ink
        )
    return layout, height


def _whole_words(kept: str, cut: str) -> str:
    """Return what is kept of a line without the beginning of a word that was cut; a line of one word keeps it."""
    words, space, _ = kept.rpartition(" ")
    in_a_word = kept[-1:].isalnum() and cut[:1].isalnum()
    return (words if space and in_a_word and len(words) > len(kept) // 2 else kept).rstrip()


def _broken(
    text: str, font: QFont, width: float, lines: int, grounds: Iterable[tuple[Span, str]], ink: str
) -> tuple[QTextLayout, float, bool]:
    """Break a text into lines; return the layout, its height, and whether something did not fit."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(
        [_ground(text, span, colour, ink) for span, colour in grounds if span.start < len(text)]
    )
    layout.beginLayout()
    height, made, ended = 0.0, 0, False
    while made < lines:
        line = layout.createLine()
        if not line.isValid():
            ended = True
            break
        line.setLineWidth(max(20.0, width))
        line.setPosition(QPointF(0, height))
        height += line.height()
        made += 1
    layout.endLayout()
    last = layout.lineAt(made - 1) if made else None
    complete = ended or last is None or last.textStart() + last.textLength() >= to_qt(text, len(text))
    return layout, height, not complete


def _ground(text: str, span: Span, colour: str, ink: str) -> QTextLayout.FormatRange:
    """Return a span with a colour behind it, cut to the text: Qt writes beyond its memory otherwise."""
    start, end = to_qt(text, span.start), to_qt(text, min(span.end, len(text)))
    made = QTextLayout.FormatRange()
    look = QTextCharFormat()
    look.setBackground(QColor(colour))
    look.setForeground(QColor(ink))
    made.start, made.length, made.format = start, end - start, look
    return made
