"""An archive that is open: what was read of it and what the person made, and its articles by number, path or key."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pressmark.catalog.catalog import DONE, Catalog
from pressmark.catalog.user_data import UserData
from pressmark.corrections.overlay import Amending
from pressmark.errors import NotInArchive
from pressmark.values import MEMBER, ArticleKey, FileRecord, StoredArticle, Totals


class OpenArchive:
    """The two databases of an archive; every method may be called from any thread."""

    def __init__(self, root: Path, data: Path) -> None:
        """Open the archive `root` whose data lie in the folder `data`; raise DataFolderProblem."""
        self.root, self.data = root, data
        self.user = UserData(data)
        self.catalog = Catalog(data).amended(Amending(self.user).amend)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the person should know about how the archive's data were found."""
        return tuple(notice for notice in (self.catalog.notice, self.user.notice) if notice)

    def close(self) -> None:
        """Let go of all files."""
        self.catalog.close()
        self.user.close()

    def is_complete(self) -> bool:
        """Tell whether the index has all that the folder had when it was last looked at."""
        return self.catalog.meta("state") == DONE

    def article(self, number: int) -> StoredArticle:
        """Return an article; raise NotInArchive if it is gone."""
        return self.catalog.article(number)

    def article_at(self, path: str) -> StoredArticle:
        """Return the article a file holds; raise NotInArchive if it holds none."""
        return self.article_of(ArticleKey(path))

    def article_of(self, key: ArticleKey) -> StoredArticle:
        """Return the article of a key: by its content wherever its file is now, else what its path holds now.

        Raises NotInArchive if the archive has neither.
        """
        with_content = self.catalog.paths_with(key.digest) if key.digest else {}
        number = next(iter(with_content.values()), None)
        return self.catalog.article(self.catalog.number_at(key.path) if number is None else number)

    def file_of(self, path: str) -> Path:
        """Return where a file of the archive lies on the disk; raise NotInArchive where none is known.

        Of a member that is the file in which it is.
        """
        raw = self.catalog.raw_at(path)
        while MEMBER.encode() in raw and not (self.root / os.fsdecode(raw)).exists():
            raw = raw.rpartition(MEMBER.encode())[0]
        return self.root / os.fsdecode(raw)

    def articles_of(self, keys: Iterable[ArticleKey]) -> Iterator[StoredArticle | None]:
        """Yield the article of each key, None for one that is gone."""
        for key in keys:
            try:
                yield self.article_of(key)
            except NotInArchive:
                yield None

    def totals(self) -> Totals:
        """Return how many files there are, by what became of them."""
        return self.catalog.totals()

    def files(self) -> Iterator[FileRecord]:
        """Yield every file of the archive with what became of it."""
        return self.catalog.files()
