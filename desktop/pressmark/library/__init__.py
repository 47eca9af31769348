"""The one object a front end holds, by subject: opened, searching, keeping; `Library` is all of them."""

from pressmark.library.library import Library

__all__ = ["Library"]
