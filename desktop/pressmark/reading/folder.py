"""Folder -> sources, one after another; opens files so that nothing can hang."""

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from pressmark.errors import ArchiveGone, FileUnreadable
from pressmark.values import PART_OF, Source

# Bytes of the largest file that is read; an article is a few kilobytes.
LARGEST = 64 * 1024 * 1024
# Folders inside one another that are descended into.
DEEPEST = 2_000

# What browsers in many languages call the folder of a page that they save whole.
_PAGE_FOLDER = re.compile(
    rb"(.+?)(?:[-_](?:files|file|dateien|archivos|arquivos|ficheiros|fichiers|filer|bestanden|pliki|soubory|elemei|fajlovi)|\.files)",
    re.IGNORECASE,
)
_IS_PAGE = re.compile(rb".+\.(?:x?html?|xht|shtml|php|aspx?|mht)", re.IGNORECASE)

HIDDEN_FILE = "hidden file: not read"
HIDDEN_FOLDER = "hidden folder: not read"


def walk(root: Path) -> Iterator[Source]:
    """Yield every entry of the archive folder in a fixed order; what cannot be read comes with its problem.

    Raises ArchiveGone when the folder itself is not there or cannot be opened.
    """
    base = os.fsencode(root)
    look_at(root)
    inside = os.path.realpath(base)
    names = _names(base, b"")
    stack: list[tuple[Iterator[bytes], list[bytes]]] = [(iter(names), names)]
    folders: list[bytes] = [b""]
    pages: list[bytes] = [b""]  # the saved page of which all in a folder is a part
    while stack:
        name = next(stack[-1][0], None)
        if name is None:
            stack.pop()
            folders.pop()
            pages.pop()
            continue
        raw = folders[-1] + b"/" + name if folders[-1] else name
        found = _entry(base, inside, raw)
        if isinstance(found, Source):
            yield replace(found, problem=f"{PART_OF}{_printable(pages[-1])}") if pages[-1] else found
        elif found is not None:
            page = pages[-1] or _page_of(raw, stack[-1][1])
            stack.append((iter(found), found))
            folders.append(raw)
            pages.append(page)


def _page_of(folder: bytes, beside: list[bytes]) -> bytes:
    """Return the saved page beside a folder that has its pictures and styles, b"" where it is no such folder."""
    parent, slash, name = folder.rpartition(b"/")
    match = _PAGE_FOLDER.fullmatch(name)
    page = next(
        (one for one in beside if match and _IS_PAGE.fullmatch(one) and one.startswith(match[1] + b".")), b""
    )
    return parent + slash + page if page else b""


def read_bytes(root: Path, source: Source) -> bytes:
    """Return the content of a file; raises FileUnreadable with what is wrong and what to do."""
    with opened(root, source) as file:
        return content(file, source.path)


@contextmanager
def opened(root: Path, source: Source) -> Iterator[BinaryIO]:
    """Give a file of the archive to be read; raises FileUnreadable, also for what goes wrong while it is read."""
    if source.problem:
        raise FileUnreadable(f"{source.path}: {source.problem}")
    try:
        descriptor = os.open(_resolved(os.fsencode(root), source.raw), os.O_RDONLY | _SAFELY)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise FileUnreadable(
                    f"{source.path} is no longer a regular file. Look at what took its place."
                )
            yield file
    except OSError as error:
        raise FileUnreadable(_sentence(source.path, error)) from error


# A pipe swapped in does not hang, a link swapped in is not followed, Windows does not translate line ends.
_SAFELY = (
    getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
)  # fmt: skip


def look_at(root: Path) -> None:
    """Raise ArchiveGone when the archive folder is not there or cannot be opened."""
    try:
        with os.scandir(os.fsencode(root)):
            pass
    except NotADirectoryError as error:
        raise ArchiveGone(
            f"{root} is a file, not a folder. Choose the folder that holds the articles."
        ) from error
    except PermissionError as error:
        raise ArchiveGone(
            f"The folder {root} may not be read by you. Ask for the right to read it, or choose another."
        ) from error
    except OSError as error:
        raise ArchiveGone(
            f"The folder {root} is not there. Plug in the disk it is on, or choose the folder’s new place."
        ) from error


def _names(base: bytes, raw: bytes) -> list[bytes]:
    """The names in a folder, sorted; raises OSError."""
    with os.scandir(_full(base, raw) if raw else base) as entries:
        return sorted(entry.name for entry in entries)


def _entry(base: bytes, inside: bytes, raw: bytes) -> Source | list[bytes] | None:
    """Look at one entry: a source, the names in a folder, or None when it has vanished."""
    full = _full(base, raw)
    try:
        status = os.lstat(full)
    except FileNotFoundError:
        return None
    except OSError as error:
        return Source(_printable(raw), raw, 0, 0, f"cannot be looked at: {_reason(error)}")
    hidden = raw.rpartition(b"/")[2].startswith(b".")
    if stat.S_ISDIR(status.st_mode):
        return _source(raw, status, HIDDEN_FOLDER) if hidden else _folder(base, raw, status)
    if hidden:
        return _source(raw, status, HIDDEN_FILE)
    if stat.S_ISLNK(status.st_mode):
        return _link(full, inside, raw, status)
    return _source(raw, status, _problem(status.st_mode))


def _folder(base: bytes, raw: bytes, status: os.stat_result) -> Source | list[bytes] | None:
    if raw.count(b"/") >= DEEPEST:
        return _source(raw, status, "too many folders inside one another: not read. Move it up.")
    try:
        return _names(base, raw)
    except FileNotFoundError:
        return None
    except OSError as error:
        return _source(raw, status, f"the folder cannot be opened: {_reason(error)}")


def _link(full: bytes, inside: bytes, raw: bytes, status: os.stat_result) -> Source:
    """Follow a link only to a file inside the archive folder."""
    try:
        target = os.stat(full)  # noqa: PTH116 - the path is bytes
    except OSError as error:
        loops = error.errno == errno.ELOOP
        return _source(
            raw,
            status,
            "a link that leads round in a circle" if loops else "a link to a file that is not there",
        )
    if stat.S_ISDIR(target.st_mode):
        return _source(raw, status, "a link to a folder: not followed")
    real = os.path.realpath(full)
    if not _within(real, inside):
        return _source(raw, status, "a link that leads out of the archive folder: not followed")
    return _source(raw, target, _problem(target.st_mode))


def _problem(mode: int) -> str:
    if stat.S_ISREG(mode):
        return ""
    if stat.S_ISFIFO(mode):
        return "a pipe, not a file: not opened"
    if stat.S_ISSOCK(mode):
        return "a socket, not a file: not opened"
    return "a device, not a file: not opened"


def _source(raw: bytes, status: os.stat_result, problem: str) -> Source:
    return Source(_printable(raw), raw, status.st_size, status.st_mtime_ns, problem)


def _printable(raw: bytes) -> str:
    r"""The path as it can be shown; bytes that are no UTF-8 and what does not print stand as \xNN."""
    text = raw.decode("utf-8", "backslashreplace")
    return text if text.isprintable() else "".join(c if c.isprintable() else _escaped(c) for c in text)


def _escaped(character: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in character.encode("utf-8"))


def _full(base: bytes, raw: bytes) -> bytes:
    return base.rstrip(b"/") + b"/" + raw


def _resolved(base: bytes, raw: bytes) -> bytes:
    """The file behind a link, if it is (still) inside the archive folder."""
    real, inside = os.path.realpath(_full(base, raw)), os.path.realpath(base)
    if not _within(real, inside):
        raise FileNotFoundError(errno.ENOENT, "leads out of the archive folder")
    return real


def _within(real: bytes, folder: bytes) -> bool:
    """Tell whether a real path lies in a folder; `commonpath` raises for two drives of Windows."""
    real, folder = os.path.normcase(real), os.path.normcase(folder)
    return real == folder or real.startswith(os.path.join(folder, b""))  # noqa: PTH118 - the paths are bytes


def content(file: BinaryIO, path: str) -> bytes:
    """Return what is in an opened file from here on; raises FileUnreadable where that is too much for an article."""
    size = os.fstat(file.fileno()).st_size
    if size > LARGEST:
        raise FileUnreadable(_too_large(path, size))
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise FileUnreadable(_too_large(path, len(data)))
    return data


def _too_large(path: str, size: int) -> str:
    size_in_mb = f"{size / 1_048_576:.0f} MB; the limit is 64 MB"
    return f"{path} is too large for an article ({size_in_mb}). Split it into its articles."


def _sentence(path: str, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{path} is no longer there. If it was moved, index the folder again."
    if isinstance(error, PermissionError):
        return f"{path} may not be read by you. Give yourself the right to read it, then try again."
    return f"{path} could not be read: {_reason(error)}. Check the disk, then try again."


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
