"""A catalog with three articles, as the tests of the catalog have it."""

from catalog.conftest import catalog, read

__all__ = ["catalog", "read"]
