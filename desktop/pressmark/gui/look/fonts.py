"""The two typefaces, one for controls and one for reading, in the sizes of the design."""

from copy import copy

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

SANS = ("Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans")
SERIF = ("Noto Serif", "Charter", "Georgia", "DejaVu Serif")
USUAL_POINTS = 9.0  # the system font size for which the design's pixel sizes are meant
SMALLEST_SCALE, LARGEST_SCALE = 0.8, 3.0

CONTROL = 13.5
HEADLINE = 14.0  # of a result
META = 12.0
SNIPPET = 12.8
READING = 17.0


class Fonts:
    """Makes the fonts; all sizes are the design's pixels times the scale of the system's font."""

    def __init__(self, system: QFont) -> None:
        """Take the system's font as the measure of the person's wish."""
        known = set(QFontDatabase.families())
        points = system.pointSizeF() if system.pointSizeF() > 0 else USUAL_POINTS
        self.scale = min(LARGEST_SCALE, max(SMALLEST_SCALE, points / USUAL_POINTS))
        self._sans = [name for name in SANS if name in known] or [system.family()]
        self._serif = [name for name in SERIF if name in known] or [system.family()]

    def zoomed(self, factor: float) -> "Fonts":
        """Return the same typefaces in other sizes."""
        made = copy(self)
        made.scale = self.scale * factor
        return made

    def sans(
        self, pixels: float = CONTROL, weight: QFont.Weight = QFont.Weight.Normal, *, italic: bool = False
    ) -> QFont:
        """Return the font of controls and meta."""
        return self._font(self._sans, pixels, weight, italic)

    def serif(
        self, pixels: float = READING, weight: QFont.Weight = QFont.Weight.Normal, *, italic: bool = False
    ) -> QFont:
        """Return the font for reading."""
        return self._font(self._serif, pixels, weight, italic)

    def _font(self, families: list[str], pixels: float, weight: QFont.Weight, italic: bool) -> QFont:
        font = QFont()
        font.setFamilies(families)
        font.setPixelSize(max(6, round(pixels * self.scale)))
        font.setWeight(weight)
        font.setItalic(italic)
        return font


def fonts_of(application: QApplication) -> Fonts:
    """Return the fonts for an application, and make the sans its default."""
    fonts = Fonts(application.font())
    application.setFont(fonts.sans())
    return fonts
