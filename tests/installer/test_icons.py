"""Tests of the icons for Windows and macOS."""

import struct

import icons
import pytest
from PySide6.QtGui import QImage


@pytest.fixture(scope="module")
def windows() -> bytes:
    return icons.ico()


def entries(ico: bytes) -> list[tuple[int, bytes]]:
    """Return the edges and bodies of an .ico."""
    reserved, kind, count = struct.unpack_from("<HHH", ico)
    assert (reserved, kind) == (0, 1)
    found = []
    for number in range(count):
        width, height, _, _, planes, bits, size, at = struct.unpack_from("<BBBBHHII", ico, 6 + 16 * number)
        assert width == height and (planes, bits) == (1, 32)
        found.append((width or 256, ico[at : at + size]))
    return found


def test_ico_has_every_size_and_ends_with_its_last_image(windows: bytes) -> None:
    found = entries(windows)
    assert [edge for edge, _ in found] == list(icons.ICO_SIZES)
    assert windows.endswith(found[-1][1])
    assert 6 + 16 * len(found) + sum(len(body) for _, body in found) == len(windows)


def test_ico_shows_the_drawing(windows: bytes) -> None:
    for edge, body in entries(windows):
        drawn = QImage.fromData(icons.drawn(icons.DRAWING, edge)).convertToFormat(QImage.Format.Format_ARGB32)
        if edge == 256:
            assert body.startswith(b"\x89PNG")
            continue
        size, width, height, _, bits = struct.unpack_from("<IiiHH", body)
        assert (size, width, height, bits) == (40, edge, 2 * edge, 32)
        pixels = body[40 : 40 + 4 * edge * edge]
        for x, y in [(0, 0), (edge // 2, edge // 2), (edge * 2 // 3, edge * 2 // 3)]:
            at = 4 * ((edge - 1 - y) * edge + x)
            blue, green, red, alpha = pixels[at : at + 4]
            assert (alpha << 24 | red << 16 | green << 8 | blue) == drawn.pixel(x, y)


def test_icns_is_made_of_pngs_of_the_sizes_that_their_kinds_say() -> None:
    whole = icons.icns()
    magic, size = struct.unpack_from(">4sI", whole)
    assert (magic, size) == (b"icns", len(whole))
    at, found = 8, {}
    while at < len(whole):
        kind, length = struct.unpack_from(">4sI", whole, at)
        image = QImage.fromData(whole[at + 8 : at + length])
        found[kind.decode()] = image.width()
        assert image.height() == image.width()
        at += length
    assert found == icons.ICNS_KINDS


def test_a_second_icon_has_the_same_bytes(windows: bytes) -> None:
    assert icons.ico() == windows
