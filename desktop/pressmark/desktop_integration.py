"""The program in the desktop's menu: entry, icons and the kind of file, for the whole machine or one person."""

import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from pressmark import paths

ENTRY = Path("applications/pressmark.desktop")
KIND = Path("mime/packages/pressmark.xml")
ICONS = Path("icons/hicolor")
ICON_SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)  # pixels
SMALL_UP_TO = 32  # pixels; below, the icon is drawn with fewer and thicker strokes
DRAWINGS = {"apps/pressmark": "pressmark", "mimetypes/application-x-pressmark": "pressmark-file"}
CACHES = (
    ("update-desktop-database", "-q", "applications"),
    ("update-mime-database", "mime"),
    ("gtk-update-icon-cache", "-q", "-t", "-f", "icons/hicolor"),
)  # commands, the last word a folder below the one installed to


def install(share: Path, command: str) -> list[Path]:
    """Write the menu entry, the kind of file and the icons below a `share` folder; return the files.

    `command` is what the entry starts: a name on the path, or an absolute path.
    """
    shipped = paths.resources() / "desktop"
    entry = (shipped / ENTRY.name).read_text(encoding="utf-8")
    texts = {
        ENTRY: entry.replace("Exec=pressmark ", f"Exec={quoted(command)} "),
        KIND: (shipped / KIND.name).read_text(encoding="utf-8"),
    }
    written = []
    for place, text in texts.items():
        written.append(share / place)
        written[-1].parent.mkdir(parents=True, exist_ok=True)
        written[-1].write_text(text, encoding="utf-8")
    return written + _install_icons(share / ICONS)


def _install_icons(folder: Path) -> list[Path]:
    """Write our drawings as they are, and in pixels of every size."""
    written = []
    for place, drawing in DRAWINGS.items():
        whole = paths.resources() / "icons" / f"{drawing}.svg"
        target = folder / "scalable" / f"{place}.svg"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(whole, target)
        written.append(target)
        for size in ICON_SIZES:
            target = folder / f"{size}x{size}" / f"{place}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            draw(whole, size, target)
            written.append(target)
    return written


def draw(drawing: Path, size: int, target: Path) -> None:
    """Draw an SVG as a PNG of a size in pixels; a small one from the drawing made for it, where there is one."""
    small = drawing.with_stem(f"{drawing.stem}-small")
    renderer = QSvgRenderer(str(small if size <= SMALL_UP_TO and small.exists() else drawing))
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    if not image.save(str(target)):
        raise OSError(f"{target} cannot be written")


def quoted(command: str) -> str:
    """Return a command as the Exec key of a desktop entry wants it."""
    if all(letter.isalnum() or letter in "-_./+" for letter in command):
        return command
    for letter in '\\"`$':
        command = command.replace(letter, f"\\{letter}")
    return '"' + command.replace("\\", "\\\\").replace("%", "%%") + '"'


def installed_command() -> str:
    """Return what starts this program again: the installed command, or the frozen app."""
    command = Path(sys.executable if getattr(sys, "frozen", False) else sys.argv[0]).absolute()
    if command.suffix == ".py":  # python -m pressmark
        command = Path(sys.executable).with_name("pressmark")
    return str(command)


def remove(share: Path) -> list[Path]:
    """Take away what `install` wrote; return what was there."""
    icons = [
        share / ICONS / folder / f"{place}.{kind}"
        for place in DRAWINGS
        for folder, kind in [("scalable", "svg"), *((f"{size}x{size}", "png") for size in ICON_SIZES)]
    ]
    there = [file for file in (share / ENTRY, share / KIND, *icons) if file.exists()]
    for file in there:
        file.unlink()
    return there


def refresh(share: Path) -> None:
    """Have the desktop notice, where it has the tools for that."""
    for *words, folder in CACHES:
        if shutil.which(words[0]) and (share / folder).is_dir():
            subprocess.run([*words, str(share / folder)], capture_output=True, check=False)
