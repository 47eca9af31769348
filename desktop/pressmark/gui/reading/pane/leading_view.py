"""What a page leads to, in the text: its pictures, small, and its links."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QTextDocument
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pressmark.counting import count
from pressmark.gui.look.fonts import Fonts
from pressmark.gui.look.theme import Theme
from pressmark.gui.reading.pane.document import LINK, PICTURE, PICTURE_GAP, PICTURE_HEIGHT, PICTURE_WIDTH
from pressmark.gui.reading.pane.entries import EntryKind
from pressmark.gui.reading.pane.text_view import TextView
from pressmark.values import BlockKind, Link, Picture


class LeadingView(TextView):
    """Shows the pictures of the article in the room kept for them, and knows where links lead."""

    picture_wanted = Signal(int)
    link_followed = Signal(object, bool)

    _links: Sequence[Link] = ()
    _pictures: Sequence[Picture] = ()

    def __init__(self, fonts: Fonts, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty view."""
        super().__init__(fonts, theme, parent)
        self._images: dict[int, QImage | str] = {}

    def _lead_to(self, links: Sequence[Link], pictures: Sequence[Picture]) -> None:
        """Take the links and pictures of what is shown next."""
        self._links = links
        if pictures != self._pictures:
            self._images = {}
        self._pictures = pictures

    @property
    def pictures(self) -> Sequence[Picture]:
        """The pictures of the article."""
        return self._pictures

    @property
    def shown_pictures(self) -> tuple[int, ...]:
        """The numbers of those that stand in the text."""
        return tuple(number for entry in self._entries for number in entry.pictures)

    def picture_in_view(self) -> int | None:
        """Return the number of the first picture from the top of the view on, else of the last one."""
        shown = [
            (block.blockNumber(), self._rect(block).bottom() > 0)
            for block in self._in_view()
            if self._entries[block.blockNumber()].pictures
        ]
        in_view = next((number for number, seen in shown if seen), None)
        if in_view is not None:
            return self._entries[in_view].pictures[0]
        return next(iter(self.shown_pictures), None)

    def caption(self, number: int) -> str:
        """Return what stands under a picture: its caption, else the words that stand in for it."""
        at = next(n for n, entry in enumerate(self._entries) if number in entry.pictures)
        below = self._entries[at + 1] if at + 1 < len(self._entries) else None
        is_caption = below is not None and below.kind is EntryKind.TEXT and below.of is BlockKind.CAPTION
        return below.text if below is not None and is_caption else self._pictures[number].words

    @property
    def missing_pictures(self) -> tuple[int, ...]:
        """The numbers of those that stand in the text without their pixels."""
        return tuple(number for number in self.shown_pictures if number not in self._images)

    def picture_size(self, zoom: float) -> tuple[int, int]:
        """Return how many pixels of the screen a picture in the text has at most, at a zoom."""
        scale = zoom * self._fonts.scale * self.devicePixelRatioF()
        return round(PICTURE_WIDTH * scale), round(PICTURE_HEIGHT * scale)

    def show_picture(self, number: int, image: QImage | str) -> None:
        """Show a picture in its room, or why it cannot be shown."""
        self._images[number] = image
        address = QUrl(f"{PICTURE}:{number}")
        self.document().addResource(
            QTextDocument.ResourceType.ImageResource.value, address, self._painted(number)
        )
        self.viewport().update()

    @override
    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Return the picture that stands at a place of the document; nothing else is ever loaded."""
        address = QUrl(name)
        return self._painted(int(address.path())) if address.scheme() == PICTURE else None

    def _painted(self, number: int) -> QImage:
        """Return what is in the room of a picture: the picture, an empty ground before it is there, or why not."""
        width, height = self.picture_size(self._zoom)
        gap = round(height * PICTURE_GAP / PICTURE_HEIGHT)
        canvas = QImage(width, height + gap, QImage.Format.Format_ARGB32_Premultiplied)
        canvas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(canvas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(0, gap)
        image = self._images.get(number)
        if isinstance(image, QImage):
            share = min(width / image.width(), height / image.height(), 1.0)
            size = image.width() * share, image.height() * share
            painter.drawImage(QRectF(0, height - size[1], *size), image)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.asidebg))
            painter.drawRoundedRect(QRectF(0, 0, width, height), 6, 6)
            if image is not None:
                font = self._fonts.sans(12 * self._zoom)
                font.setPixelSize(round(font.pixelSize() * self.devicePixelRatioF()))
                painter.setFont(font)
                painter.setPen(QColor(self._theme.aside))
                inside = QRectF(12, 12, width - 24, height - 24)
                painter.drawText(inside, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, image)
        painter.end()
        return canvas

    # Links

    def _lead_at(self, point: QPointF) -> tuple[str, int] | None:
        """Return the picture or the link at a point of the view."""
        scheme, _, number = self.anchorAt(point.toPoint()).partition(":")
        return (scheme, int(number)) if scheme in (PICTURE, LINK) else None

    def link_at(self, point: QPointF) -> Link | None:
        """Return the link at a point of the view."""
        lead = self._lead_at(point)
        return self._links[lead[1]] if lead is not None and lead[0] == LINK else None

    def links_of(self, number: int) -> list[Link]:
        """Return the links in the text of an entry."""
        block = self.document().findBlockByNumber(number)
        found: list[Link] = []
        for piece in block.textFormats():
            scheme, _, at = piece.format.anchorHref().partition(":")
            if scheme == LINK and self._links[int(at)] not in found:
                found.append(self._links[int(at)])
        return found

    def _told_lead(self, lead: tuple[str, int]) -> str:
        """Return what a click on a link or a picture does."""
        if lead[0] == PICTURE:
            words = self._pictures[lead[1]].words
            others = len(self.shown_pictures)
            return (words or "Picture") + (
                f" ({count(others, 'picture')} on this page). A click shows it large."
            )
        link = self._links[lead[1]]
        return f"Opens {link.path}" if link.path else f"{link.address}\nA click copies this address."
