"""A picture of a page, made into pixels: in a process of its own, where a damaged one does no harm."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader
from selectolax.lexbor import LexborHTMLParser

from pressmark.reading.formats.html import decoded
from pressmark.reading.markup.leads import DATA, data_source

MOST_BYTES = 60_000_000  # of the file of a picture, or of the page that holds it
MOST_PIXELS = 120_000_000
MOST_MEGABYTES = 512  # that Qt may take for one picture
UNREADABLE = "This picture cannot be shown: {}."


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture of `width` times `height` pixels: red, green, blue and how solid, a byte each, row after row."""

    width: int
    height: int
    data: bytes

    def image(self) -> QImage:
        """Return it as Qt shows it."""
        image = QImage(self.data, self.width, self.height, 4 * self.width, QImage.Format.Format_RGBA8888)
        return image.copy()  # which no longer rests on these bytes


@dataclass(frozen=True, slots=True)
class DecodePicture:
    """Decode a picture so that it fits into a box; `source` says where in the file it is."""

    file: str
    source: str
    width: int
    height: int

    def __call__(self) -> Pixels | str:
        """Do it; return a sentence where that cannot be done."""
        try:
            size = Path(self.file).stat().st_size
            if size > MOST_BYTES:
                return UNREADABLE.format(f"its file has {size / 1e6:,.0f} MB")
            data = Path(self.file).read_bytes()
        except OSError:
            return UNREADABLE.format("its file is not there any more")
        if self.source.startswith(DATA):
            data = _in_page(data, self.source)
        return _decoded(data, QSize(self.width, self.height))


def _in_page(page: bytes, source: str) -> bytes:
    """Return the bytes of a picture that the address of an image holds."""
    text, _, _ = decoded(page, "")
    for node in LexborHTMLParser(text).css("img"):
        for value in node.attributes.values():
            address = (value or "").strip()
            if address[: len(DATA)].lower() == DATA and data_source(address) == source:
                head, _, body = address.partition(",")
                encoded = QByteArray(body.encode("ascii", "ignore"))
                is_base64 = head.lower().endswith(";base64")
                plain = (
                    QByteArray.fromBase64(encoded) if is_base64 else QByteArray.fromPercentEncoding(encoded)
                )
                return bytes(plain.data())
    return b""


def _decoded(data: bytes, box: QSize) -> Pixels | str:
    QImageReader.setAllocationLimit(MOST_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        return UNREADABLE.format(f"it has {size.width():,} times {size.height():,} points")
    turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
    fit = box.transposed() if turned else box
    if size.isValid() and (size.width() > fit.width() or size.height() > fit.height()):
        reader.setScaledSize(_within(size, fit))
    image = reader.read()
    if image.isNull():
        return UNREADABLE.format("it is damaged, or in a format that is not known here")
    if image.width() > box.width() or image.height() > box.height():
        image = image.scaled(_within(image.size(), box))
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return Pixels(image.width(), image.height(), bytes(image.constBits()))


def _within(size: QSize, box: QSize) -> QSize:
    """Return a size made to fit into a box, a pixel in each direction at least."""
    share = min(box.width() / size.width(), box.height() / size.height())
    return QSize(max(1, round(size.width() * share)), max(1, round(size.height() * share)))
