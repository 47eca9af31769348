"""Invented articles in a catalog, and passages as words, for the tests of relations."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from pressmark.catalog.catalog import Catalog
from pressmark.catalog.changes import Changes, Read
from pressmark.indexing.line_keys import page_keys
from pressmark.reading.quotes import quotations
from pressmark.relate.article_terms import Hashes
from pressmark.relate.vectors import Floats, packed_terms
from pressmark.relate.weighed_words import WeighedWords
from pressmark.values import Article, ArticleDate, Block, BlockKind, Certainty, Source

Paragraphs = Sequence[str | tuple[BlockKind, str]]
MakeArticle = Callable[..., Article]
MakeCatalog = Callable[[Sequence[Article]], Catalog]


@pytest.fixture
def words() -> Callable[[str], WeighedWords]:
    """Return a function that reads a text as words, each content word of the weight 6."""

    def weigh(terms: Hashes) -> Floats:
        return np.full(len(terms), 6.0, np.float32)

    return lambda text: WeighedWords(text, quotations(text), weigh)


@pytest.fixture
def article() -> MakeArticle:
    """Return a function that makes an article of paragraphs, two lines apart as in a file."""

    def make(
        outlet: str, paragraphs: Paragraphs, day: str | None = None, headline: str = "Headline"
    ) -> Article:
        blocks = []
        for number, paragraph in enumerate(paragraphs):
            kind, text = paragraph if isinstance(paragraph, tuple) else (BlockKind.PARAGRAPH, paragraph)
            aside = kind is BlockKind.CHROME
            blocks.append(Block(kind, text, 2 * number, 2 * number, aside, spans=quotations(text)))
        date = ArticleDate(day, day, Certainty.PRINTED, "printed") if day else ArticleDate()
        return Article(headline, (), outlet, "", "", "", date, "en", "utf-8", "", tuple(blocks))

    return make


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[MakeCatalog]:
    """Return a function that puts articles into a catalog; they get the numbers 1, 2, 3 ..."""
    made: list[Catalog] = []

    def make(articles: Sequence[Article]) -> Catalog:
        if not made:
            made.append(Catalog(tmp_path / "catalog"))
        changes = Changes(made[0])
        with changes.together():
            for found in articles:
                number = sum(1 for _ in made[0].line_keys()) + 1
                keys = page_keys(block.text for block in found.blocks).packed()
                source = Source(f"{number}.txt", f"{number}.txt".encode(), 1, 1)
                changes.add_article(
                    source, Read(found, f"digest {number}", 1, packed_terms(found), *keys, b"", "", b"")
                )
        return made[0]

    yield make
    for each in made:
        each.close()
