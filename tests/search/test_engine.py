"""The protocols say all that the house asks of an engine, and the engine behind the index has it."""

import inspect

import pytest

from pressmark.search.engine import Found, IndexSearching, IndexWriting
from pressmark.search.whoosh.searcher import Searcher
from pressmark.search.whoosh.writer import IndexWriter


def asked_of(protocol: type) -> dict[str, object]:
    return {name: part for name, part in vars(protocol).items() if not name.startswith("_")}


@pytest.mark.parametrize(("protocol", "engine"), [(IndexWriting, IndexWriter), (IndexSearching, Searcher)])
def test_the_engine_has_what_is_asked(protocol: type, engine: type) -> None:
    for name, part in asked_of(protocol).items():
        there = getattr(engine, name)
        if inspect.isfunction(part):
            assert list(inspect.signature(part).parameters) == list(inspect.signature(there).parameters), name
        else:
            assert isinstance(there, property), name


def test_a_search_that_found_nothing() -> None:
    assert (Found().ids, Found().total, Found().complete, Found().generation) == ((), 0, True, -1)
