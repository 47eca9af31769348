"""What the person makes in an archive: corrections, encodings, outlets."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from pressmark.catalog.all_made import made
from pressmark.corrections.affected import affected
from pressmark.corrections.keys import key_of
from pressmark.corrections.overlay import corrections_of
from pressmark.errors import NotInArchive
from pressmark.library.opened import OpenArchive
from pressmark.values import ArticleKey, BlockKind, Correction, ListedCorrection, Made, Scope, StoredArticle


class Keeping(OpenArchive):
    """Notes what the person says, and yields it all for the export."""

    def correct(
        self, key: ArticleKey, blocks: Iterable[int], *, keep: bool, scope: Scope
    ) -> tuple[Correction, ...]:
        """Note that blocks of an article are text (`keep`) or not; return what was said of them before.

        Nothing is returned where nothing had to be said. Raises NotInArchive if the file has another content by now:
        its blocks are others.
        """
        now = datetime.now(UTC).isoformat(timespec="seconds")
        stored = self.article_of(key)
        if not key.means(stored):
            raise NotInArchive(
                f"“{key.path}” has changed meanwhile. Look at it as it is now, and mark it again."
            )
        made = corrections_of(stored, blocks, keep=keep, scope=scope, when=now)
        return self.user.correct(made)

    def put_back(self, before: Iterable[Correction]) -> tuple[Correction, ...]:
        """Undo a correction with what `correct` returned; what is returned undoes that."""
        return self.user.correct(before)

    def listed_corrections(self) -> tuple[ListedCorrection, ...]:
        """Return all that is said of lines, the newest first."""
        headline = self.catalog.headline
        return tuple(
            ListedCorrection(one, headline(*_made_in(one))) for one in reversed(self.user.corrections())
        )

    def place_of(self, said: Correction) -> tuple[ArticleKey, int | None]:
        """Return the article a correction was made in, and the block that has its line now, None for none.

        Raises NotInArchive if the archive has the article no more.
        """
        digest, path = _made_in(said)
        stored = self.article_of(ArticleKey(path, digest))
        blocks = enumerate(stored.article.blocks)
        here = (
            number
            for number, block in blocks
            if block.kind is not BlockKind.BLANK and key_of(block.text, said.scope) == said.key
        )
        return stored.key, next(here, None)

    def pages_touched(self, corrections: Iterable[Correction]) -> int:
        """Return how many articles have the lines that corrections speak of."""
        return len(affected(self.catalog, corrections))

    def made(self) -> Iterator[Made]:
        """Yield all that the person made, for the export: encodings, outlets, articles read, corrections."""
        yield from made(self.user, self.catalog)

    def choose_encoding(self, path: str, encoding: str) -> None:
        """Have a file read in an encoding of the person's choice at the next look; "" takes the choice back."""
        digest = self.catalog.digest_at(path)
        if not digest:
            raise NotInArchive(
                f"“{path}” could not be opened at all, so no encoding can help. Make it readable first."
            )
        self.user.choose_encoding(digest, encoding)

    def outlet_names(self) -> list[str]:
        """Return the names of all outlets of the archive."""
        return self.catalog.outlet_names()

    def chosen_outlet(self, stored: StoredArticle) -> tuple[str, str] | None:
        """Return the outlet the person chose for an article and for which folder, None for no choice."""
        return self.user.outlets().choice(stored.digest, stored.path)

    def choose_outlet(self, stored: StoredArticle, name: str, folder: str = "") -> None:
        """Have an article, or all of a folder around it, belong to an outlet from the next look on.

        An empty name takes the choice back.
        """
        self.user.choose_outlet(stored.digest, stored.path, " ".join(name.split()), folder)


def _made_in(said: Correction) -> tuple[str, str]:
    """Return the digest of the article in which something was said, "" where only its path was noted, and that path."""
    return said.whose if said.scope is Scope.ARTICLE else "", said.path
