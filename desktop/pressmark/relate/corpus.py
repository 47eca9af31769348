"""What is known of all articles of a catalog at one time."""

from dataclasses import dataclass

from pressmark.catalog.catalog import Catalog
from pressmark.relate.article_passages import HeldArticles
from pressmark.relate.repeated_passages import Repeats
from pressmark.relate.vectors import ArticleVectors


@dataclass(frozen=True, slots=True)
class Corpus:
    """The articles as vectors, what they repeat, and the passages that were looked at."""

    vectors: ArticleVectors
    repeats: Repeats
    held_articles: HeldArticles


def corpus_of(catalog: Catalog) -> Corpus:
    """Count what the articles of a catalog have in common."""
    vectors = ArticleVectors(catalog.terms())
    return Corpus(vectors, Repeats(catalog.line_keys()), HeldArticles(catalog, vectors))
