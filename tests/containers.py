"""What the tests of files with files in them share."""

import io

from pressmark.reading.formats import container_of
from pressmark.values import Member


def members(data: bytes, path: str, start: int = 0) -> list[Member]:
    """Return what is in a file."""
    return [member for _, member in with_places(data, path, start)]


def with_places(data: bytes, path: str, start: int = 0) -> list[tuple[int, Member]]:
    """Return what is in a file, each with where to go on after it."""
    file = io.BytesIO(data)
    container = container_of(file, path)
    assert container is not None, path
    return list(container.members(file, path, start))
