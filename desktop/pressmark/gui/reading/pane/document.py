"""The entries of an article set as a text document: faces, sizes, distances."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextOption,
)

from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import Theme
from pressmark.gui.look.utf16 import to_qt
from pressmark.gui.reading.pane.entries import Entry, EntryKind
from pressmark.values import Article, BlockKind, Link

READING_SIZE = 17  # of the text, pixels at zoom 1
LEADING = 162  # line height of the text, per cent of the font's size
COLUMN = 600  # pixels at zoom 1: 60 to 75 characters of the reading face
ENDLESS = 10_000  # characters of a word that is none: Qt takes time by their square to look for its boundary
RUN_INDENT = 18  # pixels left of set-aside lines, for the arrow that folds them
PICTURE, LINK = "picture", "link"  # schemes of what one can click on, before its number
PICTURE_WIDTH, PICTURE_HEIGHT = 216, 144  # pixels at zoom 1: two stand side by side
PICTURE_GAP = 8  # pixels above each
NOTE_SPACE = 36  # pixels kept free beside a set-aside line, and those that its reason takes
NOTE_SIZE = 11.5  # of the reason's font, pixels at zoom 1
FACTOR = (
    1.36  # a line of Noto Serif is this times its font size high: Qt's proportional heights count from that
)
ONE_BLOCK = dict.fromkeys(map(ord, "\n\r\u2029"), "\u2028") | dict.fromkeys((0xFDD0, 0xFDD1), "\ufffd")
# what Qt would begin another text block at, its own two signs for frames among them


class Setter:
    """Sets entries into a QTextDocument in one go."""

    def __init__(self, fonts: Fonts, theme: Theme, zoom: float) -> None:
        """Set in these fonts and colours, at this zoom."""
        self._fonts, self._theme, self._zoom = fonts, theme, zoom

    def set(
        self,
        document: QTextDocument,
        entries: tuple[Entry, ...],
        article: Article,
        links: Sequence[Link] = (),
    ) -> None:
        """Fill a document; its text blocks are the entries, one for one. A picture is one character."""
        by_line: dict[int, list[int]] = {}
        for number, link in enumerate(links):
            by_line.setdefault(link.line, []).append(number)
        document.clear()
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._serif(READING_SIZE))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for number, entry in enumerate(entries):
            block_format, char_format = self._formats(entry)
            if number:
                cursor.insertBlock(block_format, char_format)
            else:
                cursor.setBlockFormat(block_format)
                cursor.setBlockCharFormat(char_format)
            if entry.kind is EntryKind.PICTURES:
                self._insert_pictures(cursor, entry, char_format)
                continue
            cursor.insertText(shown_text(entry), char_format)
            self._mark_parts(cursor, entry, article, char_format)
            if by_line and entry.block is not None and entry.kind in (EntryKind.TEXT, EntryKind.ASIDE):
                block = article.blocks[entry.block]
                lines = range(block.first_line, block.last_line + 1)
                self._mark_links(
                    cursor, entry, [(n, links[n]) for line in lines for n in by_line.get(line, ())]
                )
        cursor.endEditBlock()

    def _insert_pictures(self, cursor: QTextCursor, entry: Entry, base: QTextCharFormat) -> None:
        """Keep room for pictures, side by side: what is in them comes later, and nothing moves then."""
        for place, number in enumerate(entry.pictures):
            if place:
                cursor.insertText("  ", base)
            look = QTextImageFormat()
            look.setName(f"{PICTURE}:{number}")
            look.setWidth(PICTURE_WIDTH * self._zoom * self._fonts.scale)
            look.setHeight((PICTURE_HEIGHT + PICTURE_GAP) * self._zoom * self._fonts.scale)
            look.setAnchor(True)
            look.setAnchorHref(f"{PICTURE}:{number}")
            cursor.insertImage(look)

    def _mark_links(self, cursor: QTextCursor, entry: Entry, links: Sequence[tuple[int, Link]]) -> None:
        """Give the words of links their look: those that lead to an article of the archive stand out more."""
        at, start = 0, cursor.block().position()
        for number, link in links:
            found = entry.text.find(link.words, at)
            if found < 0:
                continue
            at = found + len(link.words)
            part = QTextCursor(cursor)
            part.setPosition(start + to_qt(entry.text, found))
            part.setPosition(start + to_qt(entry.text, at), QTextCursor.MoveMode.KeepAnchor)
            look = QTextCharFormat()
            look.setAnchor(True)
            look.setAnchorHref(f"{LINK}:{number}")
            look.setFontUnderline(True)
            look.setUnderlineColor(QColor(self._theme.accent if link.path else self._theme.faint))
            if link.path:
                look.setForeground(QColor(self._theme.accent))
            part.mergeCharFormat(look)

    def _mark_parts(self, cursor: QTextCursor, entry: Entry, article: Article, base: QTextCharFormat) -> None:
        """Give the parts of a block that are something of their own their look: a reference to another story."""
        if entry.block is None or entry.kind is not EntryKind.TEXT:
            return
        for span in article.blocks[entry.block].spans:
            if span.kind == "story reference":
                part = QTextCursor(cursor)
                start = cursor.block().position()
                part.setPosition(start + to_qt(entry.text, span.start))
                part.setPosition(start + to_qt(entry.text, span.end), QTextCursor.MoveMode.KeepAnchor)
                look = QTextCharFormat(base)
                look.setFont(self._sans(14))
                look.setForeground(QColor(self._theme.soft))
                part.setCharFormat(look)

    def _serif(
        self, size: float, weight: QFont.Weight = QFont.Weight.Normal, *, italic: bool = False
    ) -> QFont:
        return self._fonts.serif(size * self._zoom, weight, italic=italic)

    def _sans(
        self, size: float, weight: QFont.Weight = QFont.Weight.Normal, *, italic: bool = False
    ) -> QFont:
        return self._fonts.sans(size * self._zoom, weight, italic=italic)

    def _beside(self, note: str) -> float:
        """Return the pixels, at zoom 1, that a line leaves free for its reason."""
        width = QFontMetricsF(self._fonts.sans(NOTE_SIZE)).horizontalAdvance(note)
        return NOTE_SPACE + width / self._fonts.scale

    def _formats(self, entry: Entry) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Return how an entry looks: (font, colour), (space above, below, left, right), leading."""
        theme = self._theme
        font, colour, margins, leading = _text_look(self, entry, theme)
        match entry.kind:
            case EntryKind.COLLAPSED:
                font, colour, margins, leading = self._sans(13), theme.faint, (10, 16, RUN_INDENT, 70), 120
            case EntryKind.OPENED:
                font, colour, margins, leading = self._sans(13), theme.faint, (10, 4, RUN_INDENT, 70), 120
            case EntryKind.ASIDE:
                below = 16 if entry.ends_run else 3
                margins, leading = (3, below, RUN_INDENT, self._beside(entry.note)), 145
                font, colour = self._sans(13), theme.aside
            case EntryKind.PICTURES:
                margins, leading = (2, 8, 0, 0), 100 * FACTOR  # Qt makes a picture as much higher as a line
            case EntryKind.SOURCE:
                font, colour, margins, leading = self._sans(13), theme.soft, (22, 0, 0, 0), 120
            case EntryKind.HEADLINE:
                font, colour, margins, leading = (
                    self._serif(31, QFont.Weight.Bold),
                    theme.ink,
                    (4, 6, 0, 0),
                    122,
                )
            case EntryKind.META:  # where nothing is known, the rule under it stands close to the headline
                font, colour, margins, leading = self._sans(13), theme.soft, (0, 36, 0, 0), 130
                if not entry.text:
                    font, leading = self._sans(1), 100
        scale = self._zoom * self._fonts.scale
        block = QTextBlockFormat()
        top, bottom, left, right = (value * scale for value in margins)
        block.setTopMargin(top)
        block.setBottomMargin(bottom)
        block.setLeftMargin(left)
        block.setRightMargin(right)
        block.setLineHeight(leading / FACTOR, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if is_right_to_left(entry.text):
            block.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        look = QTextCharFormat()
        look.setFont(font)
        look.setForeground(QColor(colour))
        return block, look


def _text_look(
    setter: Setter, entry: Entry, theme: Theme
) -> tuple[QFont, str, tuple[float, float, float, float], float]:
    """Return the look of the article's own text, by what the block is."""
    match entry.of:
        case BlockKind.SUBHEADING:
            return setter._serif(READING_SIZE, QFont.Weight.Bold), theme.ink, (14, 4, 0, 0), 140
        case BlockKind.STANDFIRST:
            return setter._serif(20), theme.soft, (0, 20, 0, 0), 140
        case BlockKind.POST:
            return setter._sans(15), theme.ink, (2, 10, 20, 20), 150
        case BlockKind.CAPTION:
            return setter._sans(13), theme.soft, (6, 14, 14, 0), 145
        case BlockKind.PULL_QUOTE if entry.note:
            return setter._sans(13), theme.soft, (-10, 18, 20, 20), 140
        case BlockKind.PULL_QUOTE:
            return setter._serif(20, italic=True), theme.ink, (10, 18, 20, 20), 150
        case BlockKind.LIST_ITEM:
            return setter._serif(READING_SIZE), theme.ink, (0, 12, 22, 0), LEADING
        case _:
            return setter._serif(READING_SIZE), theme.ink, (0, 12, 0, 0), LEADING


def shown_text(entry: Entry) -> str:
    """Return an entry's text as one text block; line ends inside it stay, and count as one character."""
    return entry.text.translate(ONE_BLOCK)


def wrap_mode(shown: tuple[Entry, ...]) -> QTextOption.WrapMode:
    """Return how lines are broken: between words, but anywhere in a text with an endless one."""
    longest = (len(word) for entry in shown if len(entry.text) > ENDLESS for word in entry.text.split())
    if any(length > ENDLESS for length in longest):
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def is_right_to_left(text: str) -> bool:
    """Tell whether the first letters of a text are Hebrew or Arabic."""
    letters = [character for character in text[:80] if character.isalpha()]
    return sum("\u0590" <= letter <= "\u08ff" for letter in letters) * 2 > len(letters)
