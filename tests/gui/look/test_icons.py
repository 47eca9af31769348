"""Every icon renders, in the theme's colour, and is of the one family."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from pressmark import paths
from pressmark.gui.look.icons import RATIOS, SIZE, icon, renderer, window_icon
from pressmark.values import RelationKind

FILES = sorted((paths.resources() / "icons").glob("*.svg"))
FAMILY = [file for file in FILES if not file.stem.startswith("pressmark")]  # those are the program's own
NAMED = pytest.mark.parametrize("file", FAMILY, ids=lambda file: file.stem)


@NAMED
def test_one_family(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    assert set(re.findall(r'stroke-width="([^"]*)"', source)) == {"1.5"}
    assert 'viewBox="0 0 20 20"' in source
    assert 'stroke-linecap="round"' in source
    assert 'fill="none"' in source
    assert len(set(re.findall(r'stroke="([^"]*)"', source))) == 1


@NAMED
def test_it_renders_in_the_colour_asked_for(file: Path, qapp: QApplication) -> None:
    assert renderer(file.stem, "#ff0000").isValid()
    image = icon(file.stem, "#ff0000").pixmap(SIZE, SIZE).toImage()
    shown = painted(image)
    assert len(shown) > 8
    if file.stem != "down-grey":  # the style sheet's arrow has its own colour: Qt paints it as it is
        assert all(colour.red() > 200 and colour.green() < 60 for colour in shown)


def painted(image: QImage) -> list[QColor]:
    colours = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return [colour for colour in colours if colour.alpha() > 200]


def test_a_disabled_icon_is_fainter(qapp: QApplication) -> None:
    made = icon("back", "#000000", "#cccccc")
    disabled = made.pixmap(SIZE, SIZE, QIcon.Mode.Disabled).toImage()
    assert min(colour.red() for colour in painted(disabled)) > 150


def test_it_is_sharp_on_a_fine_screen(qapp: QApplication) -> None:
    sizes = {size.width() for size in icon("search", "#000000").availableSizes()}
    assert sizes >= {round(SIZE * ratio) for ratio in RATIOS}


@pytest.mark.parametrize("kind", RelationKind)
def test_every_kind_has_a_glyph(kind: RelationKind) -> None:
    assert (paths.resources() / "icons" / f"{kind.value}.svg") in FILES


def test_the_program_has_an_icon(qapp: QApplication) -> None:
    assert not window_icon().pixmap(64, 64).isNull()
