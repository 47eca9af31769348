"""The one object a front end holds: an archive that can be searched, read, related, and told what the person says."""

from collections.abc import Callable
from pathlib import Path

from pressmark.library.keeping import Keeping
from pressmark.library.page_parts import with_files, with_targets
from pressmark.library.searching import Searching
from pressmark.relate.relater import Relater
from pressmark.values import ArticleKey, Opened, Relation, StoredArticle


class Library(Searching, Keeping):
    """An archive with its index; every method may be called from any thread.

    What is asked twice at the same time is answered one after the other where it must be (searching), else at once.
    """

    def __init__(self, root: Path, data: Path) -> None:
        """Open the archive `root` whose data lie in the folder `data`; raise DataFolderProblem, IndexDamaged."""
        super().__init__(root, data)
        self._relater = Relater(self.catalog)

    def open_article(self, key: ArticleKey, query: str = "") -> Opened:
        """Open an article to be read: with the hits of a query, and from now on known as read."""
        stored = self.article_of(key)
        self.user.mark_read(stored.digest)
        return self.opened(stored, query)

    def opened(self, stored: StoredArticle, query: str) -> Opened:
        """Return an article with the hits of a query, where its links lead, and the pictures that are there."""
        page = self.catalog.text(stored.id)
        return Opened(
            stored,
            self.marks(stored, query),
            with_targets(self.catalog, stored, page.links) if page.links else (),
            with_files(self.root, stored, page.pictures) if page.pictures else (),
        )

    def related(
        self, stored: StoredArticle, stop: Callable[[], bool] = lambda: False
    ) -> tuple[Relation, ...]:
        """Return the relations of an article's passages, in reading order, best first within a passage."""
        return self._relater.of_article(stored, stop)
