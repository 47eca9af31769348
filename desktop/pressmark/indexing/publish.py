"""From the catalog to the full-text index: what it lacks is added, what is gone is removed."""

import time
from collections.abc import Iterator
from pathlib import Path

from pressmark.catalog.catalog import RUNNING, Catalog
from pressmark.catalog.changes import NEVER, Changes
from pressmark.search.engine import Document
from pressmark.search.opening import check_changed, index_generation, open_writer, wipe
from pressmark.values import StoredArticle

BATCH = 100  # articles handed to the index between two looks at the stop flag
FIRST_COMMIT_SECONDS = 1.5  # the first answers come early,
LAST_COMMIT_SECONDS = 30.0  # later commits seldom: each one costs a segment
GROWTH = 2.0


class Publisher:
    """Brings the index up to the catalog; both note the generation, so that a lost or older index is seen."""

    def __init__(self, folder: Path, catalog: Catalog, *, anew: bool = False) -> None:
        """Open the index in an archive's data folder; where it is not the one the catalog knows, begin it anew.

        Raises IndexDamaged where it cannot be opened; `anew` then throws it away.
        """
        self._folder = folder / "index"
        self._catalog = catalog
        self._changes = Changes(catalog)
        self._pending: list[
            tuple[int, int]
        ] = []  # serial and number of articles handed over, not yet committed
        self._removed: list[int] = []
        self._interval = FIRST_COMMIT_SECONDS
        self._last = time.monotonic()
        noted = int(catalog.meta("index_generation", str(NEVER)))
        if anew or index_generation(self._folder) not in (
            noted,
            noted + 1,
        ):  # a kill falls between the two notes
            self._changes.set_meta(state=RUNNING)
            self._changes.index_everything()
            wipe(self._folder)
        self._writer = open_writer(self._folder)
        try:
            check_changed(self._folder)
        except BaseException:
            self._writer.close()
            raise

    def publish(self) -> Iterator[int]:
        """Hand over all that the index lacks; yield after each batch how many articles it had."""
        self._removed = self._catalog.removed()
        if self._removed:
            self._writer.remove(self._removed)
        while lacking := self._changes.unindexed_after(self._pending[-1][0] if self._pending else 0, BATCH):
            articles = self._catalog.articles(number for _, number in lacking)
            self._writer.replace(document(articles[number]) for _, number in lacking)
            self._pending.extend(lacking)
            if time.monotonic() - self._last > self._interval:
                self.commit()
            yield len(lacking)

    def commit(self) -> None:
        """Make what was handed over searchable."""
        if not self._pending and not self._removed:
            return
        self._writer.commit()
        self._changes.indexed(
            [serial for serial, _ in self._pending], self._removed, index_generation(self._folder)
        )
        self._pending, self._removed = [], []
        self._last = time.monotonic()
        self._interval = min(LAST_COMMIT_SECONDS, self._interval * GROWTH)

    def close(self) -> None:
        """Let go of the index; what was not committed is handed over again next time."""
        self._writer.close()


def document(stored: StoredArticle) -> Document:
    """Return an article as the index takes it."""
    article = stored.article
    return Document(
        id=stored.id,
        headline=article.headline,
        body="\n\n".join(block.text for block in article.blocks if not block.set_aside and block.text),
        aside="\n\n".join(block.text for block in article.blocks if block.set_aside and block.text),
        outlet=article.outlet,
        section=article.section,
        author=", ".join(article.byline),
        date=article.date.start or "",
        date_end=article.date.end or "",
    )
