"""What the person says of lines, laid over the articles: a set-aside line that is text, or text that is none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pressmark.catalog.user_data import UserData
from pressmark.corrections.keys import key_of
from pressmark.reading.article import byline_of, dateline_in
from pressmark.reading.quotes import quotations
from pressmark.values import Article, Block, BlockKind, Correction, Reason, Scope, StoredArticle

HEADLINE_WORDS = 30  # a line that the person kept may be the headline if it has no more words
FOR_ARTICLE, FOR_OUTLET = "marked by you, for this article", "marked by you, for every page of this outlet"

Verdicts = Mapping[str, bool | None]


def corrected(article: Article, corrections: Iterable[Correction]) -> Article:
    """Return an article as the person corrected it; every line still stands in exactly one block.

    What is said for the article goes before what is said for its outlet; of two that say the same the later one holds.
    """
    verdicts: dict[Scope, dict[str, bool | None]] = {scope: {} for scope in Scope}
    for correction in corrections:
        verdicts[correction.scope][correction.key] = correction.keep
    blocks = tuple(_block(block, verdicts[Scope.ARTICLE], verdicts[Scope.OUTLET]) for block in article.blocks)
    return article if blocks == article.blocks else _with_blocks(article, blocks)


def _block(block: Block, own: Verdicts, general: Verdicts) -> Block:
    """Return a block as the person wants it."""
    if block.kind is BlockKind.BLANK:
        return block
    keep = own.get(key_of(block.text, Scope.ARTICLE)) if own else None
    detail = FOR_ARTICLE
    if keep is None and general:
        keep, detail = general.get(key_of(block.text, Scope.OUTLET)), FOR_OUTLET
    if keep is None or (keep and not block.set_aside):
        return block
    if keep:
        return replace(
            block, kind=BlockKind.PARAGRAPH, set_aside=False, reason=None, detail=detail,
            spans=tuple(quotations(block.text)),
        )  # fmt: skip
    return replace(block, kind=BlockKind.CHROME, set_aside=True, reason=Reason.YOU, detail=detail, spans=())


def _with_blocks(article: Article, blocks: tuple[Block, ...]) -> Article:
    """Return the article with other blocks, and what is read from them read again."""
    if any(_was_headline(old, new) for old, new in zip(article.blocks, blocks, strict=True)):
        blocks, headline = _with_headline(article.blocks, blocks)
    else:
        headline = article.headline
    # The names that a page tells machines are none of its lines': they stay whatever is said of these.
    printed = byline_of(article.blocks) == article.byline
    byline = byline_of(blocks) if printed else article.byline
    return replace(article, blocks=blocks, headline=headline, byline=byline, dateline=dateline_in(blocks))


def _was_headline(old: Block, new: Block) -> bool:
    return old.kind is BlockKind.HEADLINE and new.set_aside


def _with_headline(before: tuple[Block, ...], blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], str]:
    """The headline was none: a short line that the person kept takes its place, or there is none."""
    for number, (old, new) in enumerate(zip(before, blocks, strict=True)):
        if old.set_aside and not new.set_aside and len(new.text.split()) <= HEADLINE_WORDS:
            named = replace(new, kind=BlockKind.HEADLINE)
            return (*blocks[:number], named, *blocks[number + 1 :]), new.text
    return blocks, ""


class Overlay:
    """All corrections of an archive, ready to be laid over its articles."""

    def __init__(self, corrections: Iterable[Correction] = ()) -> None:
        """Take the corrections, the oldest first."""
        self._by_digest: dict[str, list[Correction]] = {}
        self._by_path: dict[str, list[Correction]] = {}
        self._by_outlet: dict[str, list[Correction]] = {}
        for correction in corrections:
            if correction.scope is Scope.OUTLET:
                self._by_outlet.setdefault(correction.whose, []).append(correction)
            else:
                self._by_digest.setdefault(correction.whose, []).append(correction)
                self._by_path.setdefault(correction.path, []).append(correction)

    def of(self, stored: StoredArticle) -> list[Correction]:
        """Return what concerns an article; what was said of this very content comes last, and so holds."""
        by_path = [one for path in stored.paths for one in self._by_path.get(path, ())]
        own = self._by_digest.get(stored.digest, [])
        return [*self._by_outlet.get(stored.article.outlet, ()), *by_path, *own]

    def amend(self, stored: StoredArticle) -> StoredArticle:
        """Return an article as the person corrected it."""
        found = self.of(stored)
        return replace(stored, article=corrected(stored.article, found)) if found else stored


def corrections_of(
    stored: StoredArticle, blocks: Iterable[int], *, keep: bool, scope: Scope, when: str
) -> tuple[Correction, ...]:
    """Return the corrections that make blocks of an article text (`keep`) or not.

    For the outlet, what was said for this article alone is taken back: it would go before. Blocks that are as they
    should be need none, and what has no outlet can be corrected for the article only.
    """
    if scope is Scope.OUTLET and not stored.article.outlet:
        return ()
    made: dict[tuple[Scope, str], Correction] = {}
    for number in blocks:
        block = stored.article.blocks[number]
        if block.kind is BlockKind.BLANK or (block.set_aside is not keep and scope is Scope.ARTICLE):
            continue
        own = Correction(
            Scope.ARTICLE, stored.digest, key_of(block.text, Scope.ARTICLE), block.text,
            keep if scope is Scope.ARTICLE else None, when, stored.path,
        )  # fmt: skip
        made[own.scope, own.key] = own
        if scope is Scope.OUTLET:
            key = key_of(block.text, scope)
            made[scope, key] = Correction(
                scope, stored.article.outlet, key, block.text, keep, when, stored.path
            )
    return tuple(made.values())


class Amending:
    """Amends articles by what the person says of lines at that moment."""

    def __init__(self, user: UserData) -> None:
        """Ask these data of the person."""
        self._user = user
        self._overlay: tuple[object, Overlay] = (None, Overlay())

    def amend(self, found: Sequence[StoredArticle]) -> list[StoredArticle]:
        """Return articles as the person corrected them."""
        last = self._user.last_correction()
        if self._overlay[0] != last:
            self._overlay = (last, Overlay(self._user.corrections_since(0)))
        overlay = self._overlay[1]
        return [overlay.amend(stored) for stored in found]
