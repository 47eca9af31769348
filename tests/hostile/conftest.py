"""Archives that are not as they should be; whatever happens, they stay as they were."""
# ruff: noqa: PTH103, PTH115, PTH118, PTH120, PTH123, PTH208 (the paths are bytes)

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from texts import article


def picture(root: Path) -> dict[bytes, tuple[object, ...]]:
    """Return what can be seen of a folder: kinds, times, permissions and contents of all that is in it."""
    found: dict[bytes, tuple[object, ...]] = {}
    stack = [os.fsencode(root)]
    while stack:
        path = stack.pop()
        status = os.lstat(path)
        content: object = None
        if stat.S_ISREG(status.st_mode):
            with open(path, "rb") as file:
                content = file.read()
        elif stat.S_ISLNK(status.st_mode):
            content = os.readlink(path)
        elif stat.S_ISDIR(status.st_mode):
            stack += [path + b"/" + name for name in os.listdir(path)]
        found[path] = (status.st_mode, status.st_mtime_ns, status.st_size, content)
    return found


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Return a function that makes an archive with two good articles and what is given; it must stay untouched."""
    pictures: dict[Path, dict[bytes, tuple[object, ...]]] = {}

    def make(
        files: dict[str | bytes, str | bytes] | None = None, finish: Callable[[Path], None] | None = None
    ) -> Path:
        root = tmp_path / "archive"
        root.mkdir()
        for name, content in {"good-1.txt": article(1), "good-2.txt": article(2), **(files or {})}.items():
            path = os.path.join(os.fsencode(root), os.fsencode(name))
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(content if isinstance(content, bytes) else content.encode())
        if finish:
            finish(root)
        pictures[root] = picture(root)
        return root

    yield make
    for root, before in pictures.items():
        assert picture(root) == before, "the archive was changed"
