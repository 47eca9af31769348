"""Searching an archive: a query in, an answer with its hits out; and the marks of a query's hits in an article."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import RLock

from typing_extensions import override

from pressmark.catalog.changes import Changes
from pressmark.errors import IndexDamaged
from pressmark.library.opened import OpenArchive
from pressmark.search.engine import Found, IndexSearching
from pressmark.search.explain import explain, filters_of, unparse
from pressmark.search.opening import open_searcher
from pressmark.search.query_parser import parse
from pressmark.search.query_terms import Terms
from pressmark.search.query_tree import All, Any, Node, Nothing, ParsedQuery, Word, is_begun
from pressmark.search.snippets import glance, marks
from pressmark.values import Answer, Filters, Hit, Offer, Snippet, Sort, Span, StoredArticle

MOST_OFFERS = 3
MOST_KEPT = 60  # articles of the last results kept unpacked, some 100 kB each


class Searching(OpenArchive):
    """Answers queries, one after the other."""

    def __init__(self, root: Path, data: Path) -> None:
        """Open the archive; its index is opened by the first question."""
        super().__init__(root, data)
        self._searching = RLock()
        self._searcher: IndexSearching | None = None
        self._terms: dict[str, Terms] = {}
        self._kept: dict[int, StoredArticle] = {}
        self._kept_generation = ""

    @override
    def close(self) -> None:
        """Let go of all files."""
        with self._searching:
            if self._searcher is not None:
                self._searcher.close()
        super().close()

    def search(
        self,
        text: str,
        *,
        typing: bool = False,
        filters: Filters = Filters(),  # noqa: B008  a frozen value
        sort: Sort = Sort.RELEVANCE,
        limit: int = 20,
        offset: int = 0,
        stop: Callable[[], bool] = lambda: False,
    ) -> Answer:
        """Answer a query with `limit` hits from place `offset` on.

        With `typing` its last word may be half written, which the answer tells as `begun`. A stopped search is not
        complete. Raises IndexDamaged: the next run of the indexing then builds the index anew.
        """
        began = time.perf_counter()
        written = _writable(text)
        parsed = parse(written, typing=typing)
        complete = self.is_complete()  # asked first: what is committed meanwhile is not in the answer
        found = self._find(parsed.tree, filters, sort, limit, stop, offset)
        self._remember(text, found.terms)
        hits, gone = self._hits(found, offset, stop)
        offers = () if not found.complete or found.total or hits or stop() else self._offers(parsed, stop)
        return Answer(
            query=text,
            explanation="" if isinstance(parsed.tree, Nothing) else explain(parsed.tree, _also(found)),
            notices=parsed.notices,
            total=found.total - gone,
            divider=min(found.divider - gone, len(hits)),
            complete=found.complete and complete,
            milliseconds=(time.perf_counter() - began) * 1000,
            hits=hits,
            words=tuple(words[0] for words in found.words if words),
            years=found.years,
            outlets=found.outlets,
            offers=offers,
            offset=offset,
            more_from=offset + limit if len(found.ids) == limit else 0,
            generation=found.generation,
            begun=is_begun(parsed.tree),
            filters=filters_of(parsed.tree),
        )

    def find(
        self, text: str, *, sort: Sort = Sort.RELEVANCE, limit: int = 20
    ) -> tuple[Found, tuple[str, ...]]:
        """Return what a query finds, and the path of each article found: a search without snippets, for scripts."""
        found = self._find(parse(_writable(text)).tree, Filters(), sort, limit, lambda: False)
        paths = self.catalog.paths(found.ids)
        return found, tuple(paths.get(number, "") for number in found.ids)

    def _find(
        self,
        tree: Node,
        filters: Filters,
        sort: Sort,
        limit: int,
        stop: Callable[[], bool],
        offset: int = 0,
    ) -> Found:
        with self._searching:
            if isinstance(tree, Nothing):
                return Found()
            complete = self.is_complete()  # asked first: a first index may be finished while we look
            try:
                searcher = self._fresh_searcher()
                gone = self.catalog.removed()  # what the index does not know yet
                return searcher.search(
                    tree, filters=filters, sort=sort, limit=limit, offset=offset,
                    without=gone, stop=stop,
                )  # fmt: skip
            except IndexDamaged:
                self._searcher = None
                if not complete:
                    return Found(complete=False)
                Changes(self.catalog).distrust_index()
                raise

    def _fresh_searcher(self) -> IndexSearching:
        """Return the searcher, gone over to the last commit."""
        if self._searcher is None:
            self._searcher = open_searcher(self.data / "index")
        self._searcher.refresh()
        return self._searcher

    def _remember(self, text: str, terms: Terms) -> None:
        """Keep the terms of the last few queries, as they were asked last: the reader marks what the results did."""
        if len(self._terms) > 50:
            self._terms.clear()
        self._terms[text] = terms

    def _hits(self, found: Found, offset: int, stop: Callable[[], bool]) -> tuple[tuple[Hit, ...], int]:
        """Make the hits of what was found, with their snippets; and count the matching ones that vanished meanwhile."""
        articles = self._articles(found.ids)
        read = self.user.read(stored.digest for stored in articles.values())
        hits: list[Hit] = []
        for number, score in zip(found.ids, found.scores, strict=True):
            if stop():
                break
            stored = articles.get(number)
            if stored is not None:
                rank = offset + len(hits) + 1
                hits.append(_hit(stored, rank, score, found.terms, stored.digest in read))
        gone = sum(number not in articles for number in found.ids[: found.divider])
        return tuple(hits), gone

    def _articles(self, ids: Iterable[int]) -> dict[int, StoredArticle]:
        """Return articles; those of the last results are kept, since the next letter finds most of them again."""
        file = self.catalog.database.file  # another one after damage: its numbers begin anew
        said = self.user.last_correction()
        generation = f"{self.catalog.meta('index_generation')} {file.stat().st_ino} {said}"
        with self._searching:
            if self._kept_generation != generation:
                self._kept, self._kept_generation = {}, generation
            kept = self._kept
        found = {number: kept[number] for number in ids if number in kept}
        found |= self.catalog.articles(number for number in ids if number not in found)
        with self._searching:
            self._kept = dict([*found.items(), *kept.items()][:MOST_KEPT])
        return found

    def _offers(self, parsed: ParsedQuery, stop: Callable[[], bool]) -> tuple[Offer, ...]:
        """Return queries that find something: the field that was meant, words spelled otherwise, any of them for all."""
        tree = parse(parsed.meant).tree if parsed.meant else parsed.tree
        spelled = self._respelled(tree)
        words = (
            tuple(child for child in spelled.children if isinstance(child, Word))
            if isinstance(spelled, All)
            else ()
        )
        tries = [tree, spelled, *([Any(words)] if len(words) > 1 else []), *words]
        offers: list[Offer] = []
        for tried in tries:
            if stop() or len(offers) == MOST_OFFERS:
                break
            total = 0 if tried == parsed.tree else self._find(tried, Filters(), Sort.RELEVANCE, 1, stop).total
            query = unparse(tried)
            if total and query not in [offer.query for offer in offers]:
                offers.append(Offer(query, total))
        return tuple(offers)

    def _respelled(self, tree: Node) -> Node:
        """Return the query with each word the archive does not have as the likeliest one it has."""
        match tree:
            case Word(text):
                with self._searching:
                    searcher = self._fresh_searcher()
                    known = searcher.search(tree, limit=1).total
                    return tree if known else Word(next(iter(searcher.suggest(text)), text))
            case All(children):
                return All(tuple(self._respelled(child) for child in children))
            case Any(children):
                return Any(tuple(self._respelled(child) for child in children))
        return tree

    def marks(self, stored: StoredArticle, query: str) -> tuple[tuple[Span, ...], ...]:
        """Return the spans of a query's hits in each block of an article."""
        terms = self._terms_of(query)
        return tuple(marks(block.text, terms) for block in stored.article.blocks) if terms.terms else ()

    def _terms_of(self, query: str) -> Terms:
        if not query.strip():
            return Terms()
        known = self._terms.get(query)
        if known is None:
            whole, begun = (parse(_writable(query), typing=typing).tree for typing in (False, True))
            found = self._find(whole, Filters(), Sort.RELEVANCE, 1, lambda: False)
            if not found.total and is_begun(
                begun
            ):  # a last word that is found nowhere was the beginning of one
                found = self._find(begun, Filters(), Sort.RELEVANCE, 1, lambda: False)
            known = self._terms[query] = found.terms
        return known


def _writable(text: str) -> str:
    """Return a query without lone surrogates: the index has no word with one, and cannot be asked for it."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _hit(stored: StoredArticle, rank: int, score: float, terms: Terms, read: bool) -> Hit:
    """Return an article as a hit of a result list."""
    article = stored.article
    seen = glance(article.blocks, terms)
    return Hit(
        rank=rank,
        article_id=stored.id,
        path=stored.path,
        headline=article.headline,
        outlet=article.outlet,
        date=article.date,
        score=score,
        hits=seen.hits,
        hits_set_aside=seen.hits_set_aside,
        snippets=seen.snippets or _beginning(stored),
        like_this=stored.paths[1:],
        read=read,
    )


def _beginning(stored: StoredArticle) -> tuple[Snippet, ...]:
    """Return the first words of an article: the snippet where no word was asked for (a date, an outlet)."""
    for block in stored.article.blocks:
        if not block.set_aside and len(block.text) > 80:
            return (Snippet(block.text[:160].rsplit(" ", 1)[0] + "…", (), block.first_line),)
    return ()


def _also(found: Found) -> dict[str, tuple[str, ...]]:
    return {words[0]: words[1:] for words in found.words if words}
