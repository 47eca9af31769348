"""The passages worth a closer look."""

from collections.abc import Callable, Sequence

from pressmark.catalog.catalog import Catalog
from pressmark.relate.article_terms import telling
from pressmark.relate.candidates import MOST, Candidates
from pressmark.relate.corpus import corpus_of
from pressmark.values import Article

MakeArticle = Callable[..., Article]
MakeCatalog = Callable[[Sequence[Article]], Catalog]
WRECK = "Divers from Port Elsing found the wreck of the ferry near the harbour."
TALKS = "Insurers in Marrow Bay expect claims from the owners of trawlers."


def candidates(articles: Sequence[Article], catalog: MakeCatalog) -> Candidates:
    known = corpus_of(catalog(articles))
    held = known.held_articles.of(range(1, len(articles) + 1))
    return Candidates(held[1], [held[number] for number in range(2, len(articles) + 1)], known.vectors)


def test_the_most_similar_passage_comes_first(article: MakeArticle, catalog: MakeCatalog) -> None:
    near = article("Tribune", [TALKS, WRECK, "Nobody mentions steel tariffs, parliament or budgets."])
    found = candidates([article("Echo", [WRECK, TALKS]), near], catalog)
    best = found.of(0)[0]
    assert (best.held, best.passage) == (0, 1)
    assert best.cosine > 0.99
    assert best.bm25 > 0.99
    assert best.shared == len({stem for word in WRECK[:-1].split() for stem in telling(word)})
    assert found.of(1)[0].passage == 0
    assert all(candidate.passage != 2 for candidate in found.of(0))


def test_there_are_not_too_many(article: MakeArticle, catalog: MakeCatalog) -> None:
    many = article("Tribune", [f"{WRECK} Number{at}." for at in range(MOST + 9)])
    assert len(candidates([article("Echo", [WRECK]), many], catalog).of(0)) == MOST


def test_articles_that_share_words_in_one_passage_are_counted(
    article: MakeArticle, catalog: MakeCatalog
) -> None:
    others = [article("Tribune", [WRECK]), article("Tribune", [TALKS, WRECK]), article("Tribune", [TALKS])]
    found = candidates([article("Echo", [WRECK, TALKS]), *others], catalog)
    assert found.articles_with([*telling("wreck"), *telling("ferry")]) == 2
    assert found.articles_with([*telling("wreck"), *telling("trawlers")]) == 0


def test_nothing_to_compare_with_is_no_trouble(article: MakeArticle, catalog: MakeCatalog) -> None:
    assert candidates([article("Echo", [WRECK])], catalog).of(0) == []
    assert candidates([article("Echo", []), article("Echo", [WRECK])], catalog).articles_with([]) >= 0
