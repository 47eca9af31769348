"""Typefaces and sizes."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from pressmark.gui.look.fonts import CONTROL, LARGEST_SCALE, READING, SMALLEST_SCALE, Fonts, fonts_of


def of_points(points: float) -> Fonts:
    system = QFont()
    system.setPointSizeF(points)
    return Fonts(system)


@pytest.mark.parametrize(
    ("points", "scale"), [(9, 1.0), (18, 2.0), (4, SMALLEST_SCALE), (90, LARGEST_SCALE), (13.5, 1.5)]
)
def test_sizes_follow_the_system(qapp: QApplication, points: float, scale: float) -> None:
    fonts = of_points(points)
    assert fonts.scale == pytest.approx(scale)
    assert fonts.serif().pixelSize() == round(READING * scale)
    assert fonts.sans().pixelSize() == round(CONTROL * scale)


def test_a_system_font_given_in_pixels_is_the_usual_one(qapp: QApplication) -> None:
    system = QFont()
    system.setPixelSize(40)
    assert Fonts(system).scale == 1.0


def test_the_faces_are_there(fonts: Fonts) -> None:
    known = set(QFontDatabase.families())
    assert set(fonts.sans().families()) <= known
    assert set(fonts.serif().families()) <= known
    assert fonts.serif(italic=True).italic()
    assert fonts.sans(weight=QFont.Weight.Bold).weight() == QFont.Weight.Bold
    assert fonts.sans(0.1).pixelSize() >= 6


def test_the_sans_becomes_the_default(qapp: QApplication) -> None:
    before = qapp.font()
    try:
        fonts = fonts_of(qapp)
        assert qapp.font().families() == fonts.sans().families()
    finally:
        qapp.setFont(before)
