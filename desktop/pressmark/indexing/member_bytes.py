"""The bytes of a file, or of a member of one, for who wants to look at them once more."""

import io
from pathlib import Path
from typing import BinaryIO

from pressmark.errors import FileUnreadable
from pressmark.reading import formats
from pressmark.reading.folder import content, opened
from pressmark.values import MEMBER, Source


def bytes_of(root: Path, source: Source) -> tuple[bytes, str]:
    """Return the bytes of a file or a member, and the name under which these are read; raises FileUnreadable."""
    outer, found, names = source, MEMBER.encode() in source.raw, ""
    while found and not (root / outer.path).is_file():
        raw, _, name = outer.raw.rpartition(MEMBER.encode())
        names = f"{MEMBER}{name.decode()}{names}"
        outer = Source(outer.path.rpartition(MEMBER)[0], raw, 0, 0)
        found = MEMBER.encode() in raw
    with opened(root, outer) as file:
        if not names:
            return content(file, source.path), source.path
        data = _member(file, outer.path, names)
    if data is None:
        raise FileUnreadable(f"{source.path} is no longer there. If it was changed, index the folder again.")
    return data


def _member(file: BinaryIO, path: str, names: str) -> tuple[bytes, str] | None:
    """Return the member that these names lead to, each in the one before it."""
    container = formats.container_of(file, path)
    for _, member in container.members(file, path, 0) if container is not None else ():
        own = f"{MEMBER}{member.name}"
        if names == own:
            return member.data, member.reads or member.name
        if names.startswith(own + MEMBER):
            inner = _member(io.BytesIO(member.data), member.reads or member.name, names[len(own) :])
            if inner is not None:
                return inner
    return None
