"""From an article to the related passages of other articles."""

from collections.abc import Callable

from pressmark.catalog.catalog import Catalog
from pressmark.values import Relation, StoredArticle


class Relater:
    """Finds the counterparts of an article's passages in the articles of one catalog."""

    def __init__(self, catalog: Catalog) -> None:
        """Relate the articles of this catalog."""
        self._catalog = catalog

    def of_article(self, stored: StoredArticle, stop: Callable[[], bool] = lambda: False) -> tuple[Relation, ...]:
        """Return the relations of all passages of an article, in reading order."""
        return ()
