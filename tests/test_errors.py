"""Every error of the world outside is one sort, which the person's sentence stands in."""

import inspect

import pytest

from pressmark import errors
from pressmark.catalog.database import CatalogDamaged
from pressmark.errors import ArchiveError, IndexDamaged

KINDS = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]


@pytest.mark.parametrize("kind", [*KINDS, IndexDamaged])
def test_the_sentence_is_what_is_said(kind: type[Exception]) -> None:
    assert issubclass(kind, ArchiveError)
    assert str(kind("The disk is full.")) == "The disk is full."
    assert issubclass(CatalogDamaged, ArchiveError)
