"""The values that travel are frozen, without a dictionary of their own, and go through a pipe."""

import dataclasses
import inspect
import pickle

import pytest

from pressmark import values
from pressmark.values import Progress, Span, StoredArticle

CLASSES = [kind for _, kind in inspect.getmembers(values, dataclasses.is_dataclass)]


@pytest.mark.parametrize("kind", CLASSES)
def test_frozen_and_slotted(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert not hasattr(object.__new__(kind), "__dict__")


def test_through_a_pipe() -> None:
    for value in (Progress("reading", 1, 2, notices=("a",)), Span(1, 2, "quotation")):
        assert pickle.loads(pickle.dumps(value)) == value


def test_the_first_path_stands_for_an_article() -> None:
    assert StoredArticle(1, ("a", "b"), "", 0, None).path == "a"  # type: ignore[arg-type]
