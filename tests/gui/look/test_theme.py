"""The tokens: legible in both schemes, and all that the style sheet asks for."""

import re
from string import Template

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from pressmark import paths
from pressmark.gui.look.theme import DARK, LIGHT, TEXT_ON_GROUND, Theme, palette, style_sheet
from pressmark.values import RelationKind

LEAST = 4.5  # WCAG 2.2, 1.4.3 for text of usual size
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_every_text_is_legible_on_its_ground(theme: Theme, text: str, ground: str) -> None:
    ratio = contrast(getattr(theme, text), getattr(theme, ground))
    assert ratio >= LEAST, f"{theme.name}: {text} on {ground} is {ratio:.2f}"


@THEMES
def test_texts_that_qt_paints_are_legible(theme: Theme) -> None:
    made = palette(theme)
    role = QPalette.ColorRole
    for text, ground in (
        (role.WindowText, role.Window), (role.Text, role.Base), (role.ButtonText, role.Button),
        (role.ToolTipText, role.ToolTipBase),
        (role.HighlightedText, role.Highlight), (role.PlaceholderText, role.Base), (role.Link, role.Base),
        (role.Text, role.AlternateBase),
    ):  # fmt: skip
        ratio = contrast(made.color(text).name(), made.color(ground).name())
        assert ratio >= LEAST, (theme.name, text, ground, ratio)


@THEMES
def test_every_token_is_a_colour(theme: Theme) -> None:
    for name in Theme.__slots__:
        if name != "name":
            assert re.fullmatch(r"#[0-9A-F]{6}", getattr(theme, name)), name


@THEMES
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_style_sheet_has_no_unknown_token(theme: Theme, scale: float, qapp: QApplication) -> None:
    sheet = style_sheet(theme, scale)
    assert "$" not in sheet
    for colour in re.findall(r"#[0-9A-Fa-f]{6}\b", sheet):
        assert QColor(colour).isValid()
    for url in re.findall(r'url\("([^"]+)"\)', sheet):
        assert paths.Path(url).is_file(), url


def test_the_style_sheet_names_tokens_only() -> None:
    source = (paths.resources() / "style.qss").read_text(encoding="utf-8")
    assert Template(source).is_valid()
    assert set(Template(source).get_identifiers()) <= {*Theme.__slots__, "small", "search", "icons"}
    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\s*;", source), "a colour that is no token"


def test_hits_have_a_colour_a_word_and_go_round() -> None:
    assert [LIGHT.hit(word) for word in range(4)] == [LIGHT.h1, LIGHT.h2, LIGHT.h3, LIGHT.h1]


@THEMES
def test_every_kind_has_its_colour(theme: Theme) -> None:
    assert {theme.kind(kind) for kind in RelationKind} == {theme.q, theme.w, theme.f, theme.e}
