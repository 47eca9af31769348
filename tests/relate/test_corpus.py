"""What is known of all articles of a catalog, and the passages taken from it."""

from collections.abc import Callable, Sequence

import numpy as np

from pressmark.catalog.catalog import Catalog
from pressmark.relate.corpus import corpus_of
from pressmark.values import Article

MakeArticle = Callable[..., Article]
MakeCatalog = Callable[[Sequence[Article]], Catalog]


def test_an_archive_counts_articles_and_repeats(article: MakeArticle, catalog: MakeCatalog) -> None:
    line = "Ann Thorne reports on harbours from a desk at Echo."
    known = corpus_of(catalog([article("Echo", [line, f"Story{at} of ferries"]) for at in range(3)]))
    assert known.vectors.numbers.tolist() == [1, 2, 3]
    assert known.repeats.is_furniture(line, "Echo")
    assert np.isfinite(known.vectors.idf(np.array([1], np.uint32))).all()


def test_an_empty_catalog_has_an_archive(catalog: MakeCatalog) -> None:
    assert len(corpus_of(catalog([])).vectors.numbers) == 0
