"""Qt's Unicode library without the data that Pressmark never asks for: 32 MB become less than one.

Qt needs ICU to load, but takes case, scripts, line breaks and the formats of numbers and days from tables of its own
(Qt's documentation, "Unicode in Qt"). What stays is what a converter, a collation or a locale needs to say that it has
nothing better. The format of the data is ICU's: icu4c/source/tools/toolutil/pkg_gencmn.cpp.
"""

import fnmatch
import re
import struct
import subprocess
import tempfile
from pathlib import Path

KEPT = (
    "root.res", "res_index.res", "pool.res", "en.res", "*/root.res", "*/res_index.res", "*/pool.res", "coll/ucadata.icu",
    "supplementalData.res", "likelySubtags.res", "keyTypeData.res", "numberingSystems.res", "timezoneTypes.res",
    "zoneinfo64.res", "metaZones.res", "windowsZones.res", "cnvalias.icu", "uemoji.icu", "ulayout.icu",
    "nfkc.nrm", "nfkc_cf.nrm", "uts46.nrm",
)  # fmt: skip
LEFT_OUT = ("unit/*", "curr/*", "lang/*", "region/*", "translit/*", "zone/*", "rbnf/*")
ALIGNED = 16  # bytes
HEADER = struct.Struct("<HBB")  # size of the header, and the two bytes that say that it is one
MAGIC = (0xDA, 0x27)


def trimmed(data: bytes) -> bytes:
    """Return ICU's common data with only the items that stay; raises ValueError if it is no such data."""
    size, *magic = HEADER.unpack_from(data)
    if tuple(magic) != MAGIC:
        raise ValueError("no data of ICU")
    (count,) = struct.unpack_from("<I", data, size)
    entries = [struct.unpack_from("<II", data, size + 4 + 8 * number) for number in range(count)]
    ends = [start for _, start in entries[1:]] + [len(data) - size]
    kept = []
    for (name_at, start), end in zip(entries, ends, strict=True):
        name = data[size + name_at : data.index(b"\0", size + name_at)]
        if _stays(name.decode("ascii").partition("/")[2]):
            kept.append((name, data[size + start : size + end]))
    return data[:size] + _packed(kept)


def _stays(name: str) -> bool:
    """Tell whether an item stays, by its name without that of the package."""
    return any(fnmatch.fnmatch(name, wanted) for wanted in KEPT) and not any(
        fnmatch.fnmatch(name, out) for out in LEFT_OUT
    )


def _packed(items: list[tuple[bytes, bytes]]) -> bytes:
    """Return a table of contents and the items behind it, each aligned."""
    names_at = 4 + 8 * len(items)
    names = b"".join(name + b"\0" for name, _ in items)
    begin = _aligned(names_at + len(names))
    table, content = [struct.pack("<I", len(items))], b""
    at = names_at
    for name, item in items:
        table.append(struct.pack("<II", at, begin + len(content)))
        at += len(name) + 1
        content += item + b"\0" * (_aligned(len(item)) - len(item))
    head = b"".join(table) + names
    return head + b"\0" * (begin - len(head)) + content


def _aligned(size: int) -> int:
    return -(-size // ALIGNED) * ALIGNED


def slim(library: Path) -> int:
    """Replace libicudata.so by one with the data that stay, made with binutils; return its new size in bytes."""
    symbol = next(
        match
        for line in _run("nm", "-D", "--defined-only", "-S", str(library)).splitlines()
        if (match := re.fullmatch(r"(\w+) (\w+) R (icudt\d+_dat)", line.strip()))
    )
    start, size, name = int(symbol[1], 16), int(symbol[2], 16), symbol[3]
    with tempfile.TemporaryDirectory() as folder:
        section, raw, made = (Path(folder) / name for name in ("section", "icu.dat", "data.o"))
        address = next(
            int(line.split()[3], 16)
            for line in _run("objdump", "-h", str(library)).splitlines()
            if line.split()[1:2] == [".rodata"]
        )
        _run("objcopy", "-O", "binary", "--only-section=.rodata", str(library), str(section))
        raw.write_bytes(trimmed(section.read_bytes()[start - address :][: size or None]))
        _run("ld", "-r", "-b", "binary", "-o", str(made), raw.name, folder=folder)
        _run(
            "objcopy",
            f"--redefine-sym=_binary_icu_dat_start={name}",
            "--strip-symbol=_binary_icu_dat_end", "--strip-symbol=_binary_icu_dat_size",
            "--rename-section=.data=.rodata,alloc,load,readonly,data,contents",
            f"--set-section-alignment=.rodata={ALIGNED}", f"--set-section-alignment=.data={ALIGNED}",
            str(made),
        )  # fmt: skip
        quiet = ["--strip-all", "--build-id=none", "-z", "noexecstack"]
        _run("ld", "-shared", *quiet, "-soname", library.name, "-o", str(library), str(made))
    return library.stat().st_size


def _run(*command: str, folder: str | None = None) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder).stdout
