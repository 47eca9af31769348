"""From an article to the related passages of other articles."""

from collections.abc import Callable, Mapping
from threading import Lock

from pressmark.catalog.catalog import Catalog
from pressmark.relate.article_passages import HeldArticles
from pressmark.relate.article_relations import ArticleRelations
from pressmark.relate.corpus import Corpus, corpus_of
from pressmark.relate.repeated_passages import Repeats
from pressmark.relate.vectors import ArticleVectors
from pressmark.values import Relation, StoredArticle


class Relater:
    """Finds the counterparts of an article's passages in the articles of one catalog."""

    def __init__(self, catalog: Catalog) -> None:
        """Relate the articles of this catalog."""
        self._catalog = catalog
        self._lock = Lock()
        self._generation: tuple[object, ...] = ()
        self._corpus: Corpus | None = None

    def of_article(
        self, stored: StoredArticle, stop: Callable[[], bool] = lambda: False
    ) -> tuple[Relation, ...]:
        """Return the relations of all passages of an article, in reading order, best first within a passage.

        Where `stop` says so, the relations found so far.
        """
        with self._lock:
            return ArticleRelations(self._current(), stored).answer(stop)

    def _current(self) -> Corpus:
        """Return the statistics of all articles, counted anew if the catalog has changed."""
        generation = _generation(self._catalog)
        if self._corpus is None or generation != self._generation:
            self._corpus = corpus_of(self._catalog)
            self._generation = generation
        return self._corpus


def relations_among(
    catalog: Catalog, number: int, known: Mapping[int, tuple[bytes, str, bytes]]
) -> tuple[Relation, ...]:
    """Return the relations of one article to a few others, as if the catalog had only these.

    `known` are the (packed terms, outlet, packed line keys) of all of them. What is found depends on them alone.
    """
    vectors = ArticleVectors((one, terms) for one, (terms, _, _) in known.items())
    repeats = Repeats((outlet, keys) for _, outlet, keys in known.values())
    corpus = Corpus(vectors, repeats, HeldArticles(catalog, vectors))
    return ArticleRelations(corpus, catalog.article(number)).answer(lambda: False)


def _generation(catalog: Catalog) -> tuple[object, ...]:
    """Return what differs when articles have come, gone or been judged anew."""
    with catalog.database.errors():
        row = catalog.database.connection.execute("SELECT count(*), max(id) FROM articles").fetchone()
    return (*row, catalog.meta("index_generation"))
