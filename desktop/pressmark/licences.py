"""What is shipped: each component's version, licence and licence text, and which component a file belongs to."""

import fnmatch
import importlib
import os
import re
import sys
import sysconfig
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import Distribution, PackageNotFoundError, PackagePath, distribution
from pathlib import Path
from typing import Any

import pressmark
from pressmark import paths

OURS = "pressmark"
TABLE = "components.toml"
HOME_WORDS = (
    "homepage",
    "home",
    "repository",
    "source",
)  # of the labels of a distribution's addresses, the best first
LICENCE_FILE = re.compile(r"\.dist-info/(licenses/|LICEN[CS]E|COPYING|NOTICE|AUTHORS)", re.IGNORECASE)
IDS = re.compile(
    r"[A-Za-z][\w.-]*\d"
)  # the SPDX ids whose texts are files: "LGPL-2.1" of "LGPL-2.1-or-later"
NUMBER = re.compile(r"\d+(?:\.\d+)*")
LIBRARY = re.compile(r"\.(so(\.[\d.]+)?|pyd|dll|dylib)$", re.IGNORECASE)
LONGEST_LICENCE = 80  # characters; an older distribution has a whole text where the licence's name belongs


@dataclass(frozen=True, slots=True)
class Component:
    """Something that is shipped; `version`, `home` and `text` are empty where they cannot be known."""

    name: str
    version: str
    licence: str
    home: str
    text: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table of what has no Python distribution; the table itself says what the fields mean."""

    name: str
    licence: str
    home: str
    text: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    shipped: str = "present"
    version: tuple[str, ...] = ()


def components(stop: Callable[[], bool] = lambda: False) -> tuple[Component, ...]:
    """Return everything that is shipped: Pressmark first, then by name; what was found so far, once `stop` says so.

    Reads some forty files and takes some 0.4 s: not for the window's thread.
    """
    files = shipped_files()
    found = [_of_distribution(name) for name in _distributions() if name != OURS and not stop()]
    found += [_of_row(row, files) for row in _rows() if not stop() and _is_shipped(row, files)]
    return (_ourselves(), *sorted(found, key=lambda component: component.name.casefold()))


def component_of(file_name: str) -> Component | None:
    """Return what a library or extension module belongs to; None if nobody claims it.

    `file_name` is its path inside the frozen folder (`PySide6/Qt/lib/libQt6Core.so.6`), with either slash.
    """
    place = file_name.replace("\\", "/").removeprefix("./")
    for row in _rows():
        if any(_matches(place, pattern) for pattern in row.files):
            return _of_row(row, (place,))
    name = _recorded().get(place) or _recorded().get(place.rpartition("/")[2])
    if name is not None:
        return _ourselves() if name == OURS else _of_distribution(name)
    module = place.rpartition("/")[2].partition(".")[0]
    if module in sys.stdlib_module_names and LIBRARY.search(place):
        return next(_of_row(row, (place,)) for row in _rows() if row.name == "Python")
    return None


def shipped_files() -> tuple[str, ...]:
    """Return the paths of the libraries and modules that are shipped, within the folder they are shipped in.

    Of the frozen folder; else of the distributions as they are installed.
    """
    folder = getattr(sys, "_MEIPASS", None)
    if folder is None:
        return tuple(place for _, place in _libraries())
    top = Path(folder)
    found = [Path(parent, name) for parent, _, names in os.walk(top) for name in names]
    places = sorted(file.relative_to(top).as_posix() for file in found)
    return tuple(place for place in places if LIBRARY.search(place) or ".framework/" in place)


@lru_cache(maxsize=1)
def _distributions() -> tuple[str, ...]:
    """Return the names of our own distribution and of all that it needs to run, and they, and so on."""
    waiting, found = [OURS], []
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            needed = _installed(name).requires or ()
        except PackageNotFoundError:  # wanted on another system only, or the checkout is not installed
            continue
        found.append(name)
        waiting += [_plain(line) for line in needed if not re.search(r"\bextra\s*==", line)]
    return tuple(found)


@lru_cache(maxsize=64)
def _installed(name: str) -> Distribution:
    return distribution(name)


@lru_cache(maxsize=64)
def _record(name: str) -> tuple[PackagePath, ...]:
    """Return the files that a distribution says it installed."""
    return tuple(_installed(name).files or ())


def _plain(requirement: str) -> str:
    """Return the name in a requirement, as names are compared: `PySide6_Essentials<7` is `pyside6-essentials`."""
    name = re.match(r"[\w.-]+", requirement.strip())
    return re.sub(r"[-_.]+", "-", name[0]).lower() if name else ""


def _ourselves() -> Component:
    known = _of_distribution(OURS) if OURS in _distributions() else None
    file = paths.PROJECT / "LICENSE"
    shipped = (
        _installed(OURS).read_text("licenses/LICENSE") if known else None
    )  # a frozen app has no record of files
    text = (known.text if known else "") or shipped or (_read(file) if file.is_file() else "")
    return Component(
        "Pressmark",
        pressmark.__version__,
        known.licence if known else "MIT",
        known.home if known else "",
        text,
    )


@lru_cache(maxsize=64)
def _of_distribution(name: str) -> Component:
    made = _installed(name)
    licence = _licence(made)
    return Component(
        name=made.metadata["Name"].replace("_", "-"),
        version=made.version,
        licence=licence,
        home=_home(made),
        text=_licence_files(name) or _joined(_named_by(licence)),
    )


def _licence(made: Distribution) -> str:
    """Return the licence's name: the expression, else the older field, else the classifiers."""
    for field in ("License-Expression", "License"):
        value = _field(made, field).strip()
        if value and "\n" not in value and len(value) <= LONGEST_LICENCE:
            return value
    kinds = [one for one in made.metadata.get_all("Classifier") or () if one.startswith("License ::")]
    return ", ".join(one.rpartition(":: ")[2] for one in kinds) or "see its text"


def _home(made: Distribution) -> str:
    value = _field(made, "Home-page")
    if value:
        return value
    pairs = [line.partition(",") for line in made.metadata.get_all("Project-URL") or ()]
    addresses = {label.strip().lower(): address.strip() for label, _, address in pairs}
    return next((addresses[word] for word in HOME_WORDS if word in addresses), "")


def _field(made: Distribution, name: str) -> str:
    return str(made.metadata[name]) if name in made.metadata else ""


def _licence_files(name: str) -> str:
    files = [file for file in _record(name) if LICENCE_FILE.search(file.as_posix())]
    return _joined([(_short(file), Path(str(file.locate()))) for file in files])


def _short(file: PackagePath) -> str:
    """Return a licence file's name as it is told: what stands after the folder of licences."""
    return file.as_posix().partition(".dist-info/")[2].removeprefix("licenses/")


@lru_cache(maxsize=1)
def _rows() -> tuple[_Row, ...]:
    table: list[dict[str, Any]] = tomllib.loads(_read(_folder() / TABLE))["component"]
    return tuple(_row(fields) for fields in table)


def _row(fields: dict[str, Any]) -> _Row:
    frozen: Any = {key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()}
    return _Row(**frozen)


def _folder() -> Path:
    return paths.resources() / "licences"


def _is_shipped(row: _Row, files: tuple[str, ...]) -> bool:
    if row.shipped == "present":
        return any(_matches(file, pattern) for pattern in (*row.files, *row.inside) for file in files)
    return row.shipped == "always" or hasattr(sys, "frozen")


def _matches(place: str, pattern: str) -> bool:
    """Tell whether a path is meant by a pattern: by its name, or, with a slash in the pattern, by its end."""
    if "/" in pattern:
        return fnmatch.fnmatch("/" + place, "*/" + pattern)
    return fnmatch.fnmatch(place.rpartition("/")[2], pattern)


def _of_row(row: _Row, files: tuple[str, ...]) -> Component:
    return Component(row.name, _version(row, files), row.licence, row.home, _text(row, files))


def _version(row: _Row, files: tuple[str, ...]) -> str:
    match row.version:
        case ("distribution", name):
            known = _plain(name) in _distributions()
            return _installed(_plain(name)).version if known else ""
        case ("file", beginning):
            names = (file.rpartition("/")[2] for file in files)
            return next((name.removeprefix(beginning) for name in names if name.startswith(beginning)), "")
        case ("module", module, name, *keys):
            return _told_by(module, name, keys)
        case _:
            return ""


def _told_by(module: str, name: str, keys: list[str]) -> str:
    """Return a version that a module knows; nothing if the module is not shipped."""
    try:
        version = getattr(importlib.import_module(module), name)
        for key in keys:
            version = version[key]
    except (ImportError, AttributeError, KeyError):
        return ""
    number = NUMBER.search(str(version() if callable(version) else version))
    return number[0] if number else ""


def _text(row: _Row, files: tuple[str, ...]) -> str:
    """Return the text of a row's licence: what its machine of origin says, else our file."""
    host = _of_host(row, files)
    if host:
        return _joined(host)
    if row.name == "Python":
        return _of_python()
    if row.text and row.text[0].startswith("distribution "):
        name = _plain(row.text[0].removeprefix("distribution "))
        return _of_distribution(name).text if name in _distributions() else ""
    return _joined([(name, _folder() / name) for name in row.text] or _named_by(row.licence))


def _of_host(row: _Row, files: tuple[str, ...]) -> list[tuple[str, Path]]:
    """Return the notices that the packaging took along with the libraries of its own machine."""
    folder = _folder() / "host"
    if not folder.is_dir():
        return []
    names = {
        name for file in files if any(_matches(name := file.rpartition("/")[2], one) for one in row.files)
    }
    found = [(f"{name}.txt", folder / f"{name}.txt") for name in sorted(names)]
    return [(name, path) for name, path in found if path.is_file()]


def _of_python() -> str:
    """Return the licence that came with this Python, else our copy of it."""
    places = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    theirs = next((file for place in places if (file := place / "LICENSE.txt").is_file()), None)
    return _read(theirs or _folder() / "Python.txt")


def _named_by(licence: str) -> list[tuple[str, Path]]:
    """Return the texts that the ids of an expression name: `LGPL-2.1.txt` for `LGPL-2.1-or-later`."""
    found = [(f"{name}.txt", _folder() / f"{name}.txt") for name in dict.fromkeys(IDS.findall(licence))]
    return [(name, path) for name, path in found if path.is_file()]


def _joined(files: list[tuple[str, Path]]) -> str:
    """Return the texts of files, each once; with their names above them if they are several."""
    read = {_read(path).strip("\n"): name for name, path in reversed(files)}
    texts = [(name, text) for text, name in reversed(read.items()) if text]
    if len(texts) == 1:
        return texts[0][1]
    return "\n\n\n".join(f"{name}\n{'=' * len(name)}\n\n{text}" for name, text in texts)


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace")


@lru_cache(maxsize=1)
def _recorded() -> dict[str, str]:
    """Return which distribution wrote a library, by its path and by its mere name."""
    found: dict[str, str] = {}
    for name, place in _libraries():
        found[place] = name
        found.setdefault(place.rpartition("/")[2], name)
    return found


def _libraries() -> Iterator[tuple[str, str]]:
    for name in _distributions():
        for file in _record(name):
            if LIBRARY.search(file.name):
                yield name, file.as_posix()
