"""The values that travel are frozen, without a dictionary of their own, and go through a pipe."""

import dataclasses
import inspect
import pickle

import pytest

from pressmark import values
from pressmark.dates import PartialDate
from pressmark.values import ArticleDate, Progress, Span, StoredArticle

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


@pytest.mark.parametrize(
    ("start", "end"), [("2001-02-29", None), ("2001", "2001-13"), ("soon", None), ("", "")]
)
def test_a_date_that_does_not_exist_cannot_be_made(start: str, end: str | None) -> None:
    with pytest.raises(ValueError, match="is no date"):
        ArticleDate(start, end)


def test_the_range_of_a_date() -> None:
    assert ArticleDate().range() is None
    assert ArticleDate("2001-10").range() == (PartialDate(2001, 10), PartialDate(2001, 10))
    assert ArticleDate("2001", "2002").range() == (PartialDate(2001), PartialDate(2002))
