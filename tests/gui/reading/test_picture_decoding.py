"""A picture made into pixels, right here: that it happens in another process is tested in the journey of the pages."""

import base64
import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from pressmark.gui.reading.picture_decoding import DecodePicture, Pixels
from pressmark.reading.markup.leads import data_source
from saved_pages import held, page, png

_HEAD = b"IHDR" + struct.pack(">IIBBBBB", 65_535, 65_535, 8, 0, 0, 0, 0)
HUGE = png(9, 9)[:12] + _HEAD + struct.pack(">I", zlib.crc32(_HEAD)) + png(9, 9)[33:]


def decode(file: Path, source: str = "", box: tuple[int, int] = (200, 200)) -> Pixels | str:
    return DecodePicture(str(file), source, *box)()


@pytest.mark.parametrize(
    ("size", "shown"),
    [((400, 300), (200, 150)), ((300, 600), (100, 200)), ((120, 90), (120, 90)), ((4000, 3), (200, 1))],
)
def test_a_picture_is_made_to_fit_and_never_larger(
    tmp_path: Path, size: tuple[int, int], shown: tuple[int, int]
) -> None:
    (tmp_path / "a.png").write_bytes(png(*size))
    found = decode(tmp_path / "a.png")
    assert isinstance(found, Pixels)
    assert (found.width, found.height) == shown
    image = found.image()
    assert (image.width(), image.height()) == shown


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "GIF", "BMP", "PNG"])
def test_the_usual_formats_are_known_whatever_the_file_is_called(tmp_path: Path, kind: str) -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, kind):
        pytest.skip(f"Qt writes no {kind}")
    (tmp_path / "a.img").write_bytes(bytes(buffer.data().data()))
    found = decode(tmp_path / "a.img")
    assert isinstance(found, Pixels)
    colour = found.image().pixelColor(100, 60)
    assert all(
        abs(has - told) < 8 for has, told in zip(colour.getRgb(), (0x33, 0x66, 0x99, 255), strict=True)
    )


def test_a_picture_that_a_page_holds_is_found_in_it(tmp_path: Path) -> None:
    first, second = held(png(300, 200)), held(png(200, 300))
    (tmp_path / "a.html").write_text(page(f'<p>One</p><img src="{first}"><img data-src=" {second} ">'))
    found = decode(tmp_path / "a.html", data_source(second), (400, 400))
    assert isinstance(found, Pixels)
    assert (found.width, found.height) == (200, 300)


def test_one_written_in_percents_is_found_too(tmp_path: Path) -> None:
    address = "data:image/png," + "".join(f"%{byte:02x}" for byte in png(300, 200))
    (tmp_path / "a.html").write_text(page(f'<img src="{address}">'))
    assert isinstance(decode(tmp_path / "a.html", data_source(address)), Pixels)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"no picture at all", "damaged, or in a format"),
        (b"", "damaged, or in a format"),
        (png(300, 200)[:40], "damaged, or in a format"),
        (HUGE, "65,535 times 65,535 points"),
    ],
)
def test_what_cannot_be_shown_is_told_in_a_sentence(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "a.png").write_bytes(content)
    found = decode(tmp_path / "a.png")
    assert isinstance(found, str)
    assert why in found


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    assert "not there any more" in str(decode(tmp_path / "gone.png"))


def test_a_page_without_the_picture_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page())
    assert "damaged" in str(decode(tmp_path / "a.html", "data:00000000"))
    (tmp_path / "b.html").write_text(
        page('<img src="data:image/png;base64,' + base64.b64encode(b"x" * 2000).decode() + '">')
    )
    assert isinstance(decode(tmp_path / "b.html", "data:00000000"), str)
