"""Our own icons: one family of SVG, coloured as the theme wants."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pressmark import paths

DRAWN_IN = b"#000"  # the one stroke colour of the files
SIZE = 20  # logical pixels
RATIOS = (1.0, 2.0, 3.0)


@lru_cache(maxsize=64)
def renderer(name: str, colour: str) -> QSvgRenderer:
    """Return an icon ready to be painted in a colour."""
    data = (paths.resources() / "icons" / f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(data.replace(DRAWN_IN, colour.encode())))


@lru_cache(maxsize=128)
def icon(name: str, colour: str, faint: str = "") -> QIcon:
    """Return an icon in a colour, and in a fainter one for when it is disabled."""
    made = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, faint or colour)):
        for ratio in RATIOS:
            made.addPixmap(_pixmap(name, tint, ratio), mode)
    return made


def _pixmap(name: str, colour: str, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(SIZE * ratio), round(SIZE * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer(name, colour).render(painter, QRectF(0, 0, SIZE * ratio, SIZE * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def window_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(paths.resources() / "icons" / "pressmark.svg"))
