"""A file of an archive, for tests that need no bytes of it."""

from pressmark.values import Source


def source(path: str, size: int = 10) -> Source:
    """Return a file of the archive."""
    return Source(path, path.encode(), size, 20)
