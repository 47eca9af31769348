"""Whoosh's tokens are the index's words."""

import pickle

import pytest

from pressmark.search.engine import Document
from pressmark.search.whoosh.analyzer import WordAnalyzer, stock_analyzer
from pressmark.search.whoosh.inverting import Batch

TEXT = "Banquo’s U.S. café: the organisation’s co-operation on W-2 forms, state-of-the-art; O'Brien's 3.5% in Москве."


def test_the_exact_one_gives_what_the_index_has() -> None:
    batch = Batch()
    batch.add(Document(1, "", TEXT))
    fields = batch.arrays().fields
    for stemmed, name in ((True, "text"), (False, "word")):
        words = {token.text for token in WordAnalyzer(stemmed=stemmed)(TEXT)}
        vocabulary = fields[name].vocabulary
        assert words == {term.decode() for term in vocabulary.slice(0, len(vocabulary))}
    places = {(token.text, token.pos) for token in WordAnalyzer()(TEXT, positions=True)}
    text = fields["text"]
    kept = {
        (text.vocabulary[term].decode(), place)
        for term in range(len(text.vocabulary))
        for place in text.positions[slice(*text.firsts[term : term + 2])].tolist()
    }
    assert places == kept


@pytest.mark.parametrize(
    "word",
    ["NATO", "expansion", "organisation", "organizations", "U.S.", "co-operation", "W-2", "9/11", "Banquo's", "café",
     "colours", "four", "defence", "centres", "programme", "promise", "exercise", "labour", "international", "metres"],
)  # fmt: skip
def test_stock_parts_give_nearly_the_same(word: str) -> None:
    asked = [token.text for token in stock_analyzer()(word, mode="query")]
    assert asked == [token.text for token in WordAnalyzer()(word, mode="query")]


def test_pickled() -> None:
    assert b"pressmark" not in pickle.dumps(stock_analyzer())
    again = pickle.loads(pickle.dumps(WordAnalyzer(stemmed=False)))
    assert again == WordAnalyzer(stemmed=False) != WordAnalyzer()
    assert hash(again) == hash(WordAnalyzer(stemmed=False))
