"""The program's icon as Windows and macOS want it: an .ico and an .icns, from our own drawing."""

import struct
import tempfile
from pathlib import Path

import release
from PySide6.QtGui import QImage

from pressmark import desktop_integration

DRAWING = release.PROJECT / "resources" / "icons" / "pressmark.svg"
PLAIN_BELOW = 256  # pixels; Windows reads PNG in an icon everywhere only at 256, smaller ones as plain pixels
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)  # pixels
ICNS_KINDS = {
    "icp4": 16, "icp5": 32, "icp6": 64, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024,
    "ic11": 32, "ic12": 64, "ic13": 256, "ic14": 512,
}  # fmt: skip
# The kinds of Apple's icon format that are PNG, with their pixels; from ic10 on, twice the points
# (https://en.wikipedia.org/wiki/Apple_Icon_Image_format).


def ico(drawing: Path = DRAWING) -> bytes:
    """Return a drawing as a Windows icon in all its sizes."""
    images = [drawn(drawing, size) for size in ICO_SIZES]
    bodies = [plain(png) if size < PLAIN_BELOW else png for size, png in zip(ICO_SIZES, images, strict=True)]
    at = 6 + 16 * len(bodies)
    table = [struct.pack("<HHH", 0, 1, len(bodies))]
    for size, body in zip(ICO_SIZES, bodies, strict=True):
        edge = size % 256  # 0 means 256
        table.append(struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(body), at))
        at += len(body)
    return b"".join(table + bodies)


def icns(drawing: Path = DRAWING) -> bytes:
    """Return a drawing as a macOS icon in all its sizes."""
    images = {size: drawn(drawing, size) for size in set(ICNS_KINDS.values())}
    parts = [
        kind.encode() + struct.pack(">I", 8 + len(images[size])) + images[size]
        for kind, size in ICNS_KINDS.items()
    ]
    return b"icns" + struct.pack(">I", 8 + sum(map(len, parts))) + b"".join(parts)


def drawn(drawing: Path, size: int) -> bytes:
    """Return a drawing as a PNG."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "icon.png"
        desktop_integration.draw(drawing, size, file)
        return file.read_bytes()


def plain(png: bytes) -> bytes:
    """Return a PNG as the bitmap inside an icon: blue, green, red, alpha, from below, then the old mask of zeros."""
    image = QImage.fromData(png).convertToFormat(QImage.Format.Format_ARGB32)
    width, height = image.width(), image.height()
    rows = bytes(image.constBits())
    pixels = b"".join(rows[row * width * 4 : (row + 1) * width * 4] for row in reversed(range(height)))
    mask = bytes((width + 31) // 32 * 4 * height)
    head = struct.pack("<IiiHHIIiiII", 40, width, 2 * height, 1, 32, 0, len(pixels) + len(mask), 0, 0, 0, 0)
    return head + pixels + mask


def write(folder: Path) -> tuple[Path, Path]:
    """Write both into a folder; return the files, Windows' first."""
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / "pressmark.ico", folder / "pressmark.icns"
    made[0].write_bytes(ico())
    made[1].write_bytes(icns())
    return made
