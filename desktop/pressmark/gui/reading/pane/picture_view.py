"""A picture of the page, large, over the whole window."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pressmark.gui.look.announcing import announce
from pressmark.gui.look.fonts import Fonts

GROUND, WORDS, COUNT = (
    "#161514",
    "#ECE7DE",
    "#A9A297",
)  # the same in both schemes: a picture is seen best on black
EDGE, LEADING_LINES = 24, 4  # pixels around the picture; lines of its caption at most
STEPS = {
    Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 1, Qt.Key.Key_Space: 1,
    Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -1,
}  # fmt: skip
CLOSING = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PictureView(QWidget):
    """Covers the window with a picture and its caption until it is closed."""

    stepped = Signal(int)
    closed = Signal()

    def __init__(self, fonts: Fonts, parent: QWidget) -> None:
        """Lie hidden in the window of `parent`."""
        super().__init__(parent)
        self.number = 0
        self._fonts = fonts
        self._caption, self._count = "", ""
        self._image: QImage | str | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def open(self, number: int, caption: str, place: int, total: int) -> None:
        """Show picture `number`, which is the one at `place` of `total`; its pixels follow."""
        self.number, self._caption, self._image = number, caption, None
        self._count = f"{place} of {total}" if total > 1 else ""
        self.setAccessibleName(", ".join(part for part in ("Picture", self._count, caption) if part))
        over = self.window()
        if self.parent() is not over:
            self.setParent(over)
            over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.accessibleName())
        self.update()

    def room(self) -> tuple[int, int]:
        """Return how many pixels a picture has at most: those of the screen, as the window may grow."""
        size, share = self.screen().size(), self.devicePixelRatioF()
        return round(size.width() * share), round(size.height() * share)

    def show_image(self, image: QImage | str) -> None:
        """Show the picture, or why it cannot be shown."""
        self._image = image
        self.update()

    def close_it(self) -> None:
        """Give the text back."""
        self.hide()
        self.closed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on covering a window that has another size."""
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self.window().rect())
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by the arrows; Escape and Enter close."""
        if event.key() in CLOSING:
            self.close_it()
        elif step := STEPS.get(Qt.Key(event.key())):
            self.stepped.emit(step)
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the click, so that the text below does not."""

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close by a click."""
        self.close_it()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture as large as it fits, never larger than it is, and its caption under it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(GROUND))
        inside = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        font = self._fonts.sans(13)
        painter.setFont(font)
        line = QFontMetricsF(font).lineSpacing()
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        wanted = painter.boundingRect(inside, flags, self._caption).height() if self._caption else 0.0
        below = min(wanted, LEADING_LINES * line) + (line * 1.5 if self._count else 0.0)
        place = inside.adjusted(0, 0, 0, -below - (EDGE / 2 if below else 0))
        if isinstance(self._image, QImage):
            painter.drawImage(_within(place, self._image, self.devicePixelRatioF()), self._image)
        elif self._image:
            painter.setPen(QColor(WORDS))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._image)
        painter.setPen(QColor(WORDS))
        painter.drawText(QRectF(inside.left(), place.bottom() + EDGE / 2, inside.width(), LEADING_LINES * line), flags,
                         self._caption)  # fmt: skip
        painter.setPen(QColor(COUNT))
        painter.drawText(inside, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, self._count)
        painter.end()


def _within(place: QRectF, image: QImage, pixels: float) -> QRectF:
    """Return where in a place a picture stands: in its middle, as large as it fits."""
    size = QSizeF(image.width() / pixels, image.height() / pixels)
    if size.width() > place.width() or size.height() > place.height():
        size.scale(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    made = QRectF(place.topLeft(), size)
    made.moveCenter(place.center())
    return made
