"""What is known of all articles of a catalog at one time."""

from dataclasses import dataclass

from pressmark.catalog.catalog import Catalog
from pressmark.relate.boilerplate import Repeats
from pressmark.relate.holdings import Holdings
from pressmark.relate.vectors import ArticleVectors


@dataclass(frozen=True, slots=True)
class Archive:
    """The articles as vectors, what they repeat, and the passages that were looked at."""

    vectors: ArticleVectors
    repeats: Repeats
    holdings: Holdings


def archive_of(catalog: Catalog) -> Archive:
    """Count what the articles of a catalog have in common."""
    statistics = catalog.statistics()
    vectors = ArticleVectors([row[0] for row in statistics], [row[3] for row in statistics])
    return Archive(vectors, Repeats((row[1], row[4]) for row in statistics), Holdings(catalog, vectors))
