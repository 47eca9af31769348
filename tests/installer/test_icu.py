"""ICU's data: what stays, that it can be found again, and that Qt still loads."""

import shutil
import struct
import subprocess
import sys
from pathlib import Path

import icu
import pytest
from PySide6 import QtCore

HEAD = struct.pack("<HBB", 32, *icu.MAGIC) + b"x" * 28
ITEMS = {"icudt1l/coll/root.res": b"root", "icudt1l/unit/de.res": b"units", "icudt1l/zone/root.res": b"zone",
         "icudt1l/zoneinfo64.res": b"zones of the world"}  # fmt: skip


def packed(items: dict[str, bytes]) -> bytes:
    return HEAD + icu._packed([(name.encode(), item) for name, item in items.items()])


def unpacked(data: bytes) -> dict[str, bytes]:
    """Read a table of contents as ICU does: names in order, data behind it."""
    body = data[struct.unpack_from("<H", data)[0] :]
    (count,) = struct.unpack_from("<I", body)
    found = {}
    for number in range(count):
        name_at, start = struct.unpack_from("<II", body, 4 + 8 * number)
        assert start % icu.ALIGNED == 0
        found[body[name_at : body.index(b"\0", name_at)].decode()] = body[start:]
    return found


def test_only_what_is_needed_stays() -> None:
    found = unpacked(icu.trimmed(packed(ITEMS)))
    assert list(found) == ["icudt1l/coll/root.res", "icudt1l/zoneinfo64.res"]
    assert all(content.startswith(ITEMS[name]) for name, content in found.items())


def test_trimming_again_changes_nothing() -> None:
    once = icu.trimmed(packed(ITEMS))
    assert icu.trimmed(once) == once


def test_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="no data of ICU"):
        icu.trimmed(b"\x7fELF" + bytes(100))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="slim on Linux only")
@pytest.mark.skipif(not all(map(shutil.which, ("nm", "objcopy", "ld"))), reason="binutils are not installed")
def test_qt_works_with_the_slim_library(tmp_path: Path) -> None:
    original = next((Path(QtCore.__file__).parent / "Qt" / "lib").glob("libicudata.so.*"))
    slim = tmp_path / original.name
    shutil.copyfile(original, slim)
    assert icu.slim(slim) < original.stat().st_size / 10
    script = (
        "from PySide6.QtCore import QDate, QLocale, QTimeZone; "
        "assert sum('icudata' in line for line in open('/proc/self/maps')); "
        f"assert {str(slim)!r} in open('/proc/self/maps').read(); "
        "assert QLocale('de').toString(QDate(2001, 10, 3), 'd. MMMM') == '3. Oktober'; "
        "assert QLocale('tr').toUpper('i') == 'İ'; assert QTimeZone(b'Europe/Berlin').isValid()"
    )
    subprocess.run([sys.executable, "-c", script], check=True, env={"LD_PRELOAD": str(slim)})
