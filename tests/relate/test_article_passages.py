"""The passages of the articles that are compared."""

from collections.abc import Callable, Sequence

import numpy as np

from pressmark.catalog.catalog import Catalog
from pressmark.relate.article_passages import MOST_KEPT
from pressmark.relate.corpus import corpus_of
from pressmark.values import Article

MakeArticle = Callable[..., Article]
MakeCatalog = Callable[[Sequence[Article]], Catalog]
TEXTS = [
    "“Divers found the wreck of the ferry,” Ida Krog said in Port Elsing.",
    "Too short.",
    "Ferry ferry ferry ferry ferry, ferry ferry ferry harbour harbour.",
    "Insurers in Marrow Bay expect claims from the owners of trawlers.",
]


def test_passages_with_few_different_words_are_left_out(article: MakeArticle, catalog: MakeCatalog) -> None:
    known = corpus_of(catalog([article("Echo", TEXTS)]))
    held = known.held_articles.of([1])[1]
    assert [passage.block for passage in held.passages] == [0, 3]
    assert np.allclose(np.bincount(held.owner, held.weight**2), 1.0, atol=1e-5)
    assert np.isclose((held.article_weight**2).sum(), 1.0, atol=1e-5)
    wording = held.wording(0, known.vectors)
    assert [word.word for word in wording.words if word.quoted] == [
        "divers",
        "found",
        "the",
        "wreck",
        "of",
        "the",
        "ferry",
    ]


def test_a_part_of_a_long_block_has_its_own_quotations(article: MakeArticle, catalog: MakeCatalog) -> None:
    long = "Insurers in Marrow Bay expect claims from owners. " * 40 + TEXTS[0]
    known = corpus_of(catalog([article("Echo", [long])]))
    held = known.held_articles.of([1])[1]
    assert len(held.passages) > 1
    last = held.wording(len(held.passages) - 1, known.vectors)
    quoted = [word for word in last.words if word.quoted]
    assert last.text[quoted[0].start : quoted[-1].end] == "Divers found the wreck of the ferry"


def test_holdings_are_kept_up_to_a_number_and_gone_articles_left_out(
    article: MakeArticle, catalog: MakeCatalog
) -> None:
    count = MOST_KEPT + 5
    known = corpus_of(catalog([article("Echo", [f"{TEXTS[3]} Number{at}."]) for at in range(count)]))
    first = known.held_articles.of([1, 2])
    assert known.held_articles.of([2])[2] is first[2]
    assert len(known.held_articles.of(range(1, count + 3))) == count
    assert known.held_articles.of([1])[1] is not first[1]
