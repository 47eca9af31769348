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
    vectors = ArticleVectors(catalog.terms())
    return Archive(vectors, Repeats(catalog.line_keys()), Holdings(catalog, vectors))
